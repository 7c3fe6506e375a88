import { db } from "../platform/db.server.ts";
import { errorFields, log } from "../platform/log.server.ts";
import { nextVersion } from "../platform/versions.ts";
import {
  lastRunSchema,
  type LastRun,
  MOST_CASES,
  type StoredCase,
  type TestCase,
  testCaseSchema,
} from "./test-case.ts";

export type CaseSaved =
  | { kind: "saved"; version: string }
  /** Somebody else changed it since it was read. */
  | { kind: "conflict" }
  | { kind: "gone" }
  /** The shop has as many as it may have. */
  | { kind: "full" };

/** A shop's test cases, oldest first. One that this version of the app cannot read is left out. */
export async function testCases(shop: string): Promise<StoredCase[]> {
  const rows = await db().testCase.findMany({ where: { shop }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  return rows.flatMap((row) => read(row) ?? []);
}

export async function findCase(shop: string, id: string): Promise<StoredCase | null> {
  const row = await db().testCase.findUnique({ where: { shop_id: { shop, id } } });
  return row && read(row);
}

/** @param version of what the editor saw; null for a new case, whose id is the caller's, so that a repeated save is one case */
export async function saveCase(
  shop: string,
  id: string,
  testCase: TestCase,
  version: string | null,
  by: string,
): Promise<CaseSaved> {
  const { name, persona, steps, expectations } = testCaseSchema.parse(testCase);
  const isCustomer = persona.kind === "customer";
  const updatedAt = nextVersion(version);
  const data = {
    ...{ name, steps, expectations, updatedAt, updatedBy: by },
    customerId: isCustomer ? persona.customerId : null,
    customerLabel: isCustomer ? persona.label : null,
    customerGone: persona.kind === "gone",
  };
  if (version === null) {
    if ((await db().testCase.count({ where: { shop } })) >= MOST_CASES) return { kind: "full" };
    const { count } = await db().testCase.createMany({ data: [{ shop, id, ...data }], skipDuplicates: true });
    return count === 0 ? { kind: "conflict" } : { kind: "saved", version: updatedAt.toISOString() };
  }
  const { count } = await db().testCase.updateMany({ where: { shop, id, updatedAt: new Date(version) }, data });
  if (count > 0) return { kind: "saved", version: updatedAt.toISOString() };
  return (await db().testCase.count({ where: { shop, id } })) > 0 ? { kind: "conflict" } : { kind: "gone" };
}

export async function deleteCase(shop: string, id: string): Promise<void> {
  await db().testCase.deleteMany({ where: { shop, id } });
}

/** Keeps how a case went, unless it was changed while it ran. */
export async function noteRun(shop: string, id: string, version: string, run: LastRun): Promise<void> {
  await db().testCase.updateMany({ where: { shop, id, updatedAt: new Date(version) }, data: { lastRun: run } });
}

type Row = Awaited<ReturnType<ReturnType<typeof db>["testCase"]["findMany"]>>[number];

function read(row: Row): StoredCase | null {
  const { id, shop, name, customerId, customerLabel, customerGone, steps, expectations, updatedAt, updatedBy } = row;
  const customer = customerId === null ? null : { kind: "customer", customerId, label: customerLabel ?? customerId };
  const persona = customerGone ? { kind: "gone" } : (customer ?? { kind: "guest" });
  const parsed = testCaseSchema.safeParse({ name, persona, steps, expectations });
  if (!parsed.success) {
    log.error({ shop, testCase: id, ...errorFields(parsed.error) }, "a test case cannot be read");
    return null;
  }
  const lastRun = lastRunSchema.safeParse(row.lastRun);
  return { ...parsed.data, id, version: updatedAt.toISOString(), updatedBy, lastRun: lastRun.data ?? null };
}
