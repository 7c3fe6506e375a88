import { db, sql } from "../platform/db.server.ts";

/** Stands where something of an erased customer stood. */
const ERASED = "[erased]";

const ERASE = `
  UPDATE test_case SET name = $3, steps = $4::jsonb, expectations = $5::jsonb, last_run = NULL, updated_at = now(),
    customer_gone = customer_gone OR $6,
    customer_id = CASE WHEN $6 THEN NULL ELSE customer_id END,
    customer_label = CASE WHEN $6 THEN NULL ELSE customer_label END
  WHERE shop = $1 AND id = $2::uuid`;

/**
 * Takes a customer out of the playground's test cases: their own are marked as such and no longer name them, and the email
 * is taken out of every other. How the cases went is forgotten, because answers are quoted in it.
 * @param email as Shopify tells it with the request; null where it does not
 */
export async function forgetInCases(shop: string, customerId: string, email: string | null): Promise<void> {
  const rows = await db().testCase.findMany({ where: { shop } });
  for (const row of rows) {
    const { id, name, steps, expectations, lastRun, customerLabel } = row;
    const isTheirs = row.customerId === customerId;
    const all = JSON.stringify([name, steps, expectations, lastRun, customerLabel]).toLowerCase();
    if (!isTheirs && (email === null || email === "" || !all.includes(email.toLowerCase()))) continue;
    const known = [...(email === null ? [] : [email]), ...(isTheirs ? namesIn(customerLabel ?? "") : [])];
    await sql().query(ERASE, [
      shop,
      id,
      without(name, known),
      JSON.stringify(scrubbed(steps, known)),
      JSON.stringify(scrubbed(expectations, known)),
      isTheirs,
    ]);
  }
}

/** "Ana López (ana@example.com)": the address, and each part of the name. */
function namesIn(label: string): string[] {
  return [...(label.match(/[^\s()<>]+@[^\s()<>]+/g) ?? []), ...(label.match(/[\p{L}'’-]{2,}/gu) ?? [])];
}

function without(text: string, known: readonly string[]): string {
  return known.reduce((rest, word) => {
    const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return rest.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "giu"), ERASED);
  }, text);
}

/** Fields that people write; the rest are words of this app's own. */
const WRITTEN = new Set(["text"]);

function scrubbed(value: unknown, known: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => scrubbed(one, known));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      WRITTEN.has(name) && typeof part === "string" ? without(part, known) : scrubbed(part, known),
    ]),
  );
}

/** What test cases hold of a customer, for the merchant to hand over. */
export async function casesOf(shop: string, customerId: string) {
  const rows = await db().testCase.findMany({ where: { shop, customerId }, orderBy: { createdAt: "asc" } });
  return rows.map(({ name, customerLabel, steps, createdAt }) => ({
    name,
    customer: customerLabel,
    steps,
    createdAt: createdAt.toISOString(),
  }));
}
