import { randomUUID } from "node:crypto";
import { db } from "../platform/db.server.ts";
import type { SqlValue } from "../platform/sql.ts";
import type { Deed } from "./audit.ts";

/**
 * The part of a statement that writes down who did what it does, once for each row of `source`, in the same statement. Its
 * values are `deedValues`, from `$from` on; without a deed nothing is written down.
 *
 * @param source the name of a part of the statement whose rows have `shop`
 */
export function keepDeed(source: string, from: number): string {
  const [id, name, action, subject, details] = [0, 1, 2, 3, 4].map((place) => `$${from + place}`);
  return `INSERT INTO audit_entry (shop, id, staff_id, staff_name, action, subject, details)
    SELECT done.shop, gen_random_uuid(), ${id}::text, ${name}::text, ${action}::text, ${subject}::text, ${details}::jsonb
    FROM ${source} done WHERE ${id}::text IS NOT NULL`;
}

export function deedValues(deed: Deed | null): SqlValue[] {
  if (!deed) return [null, null, null, null, null];
  return [deed.by.id, deed.by.name, deed.action, deed.subject, JSON.stringify(deed.details)];
}

/** Tables whose changes are written down with who made them. */
type Changed = "shop" | "shopSettings" | "settingDocument" | "modelSettings" | "notice" | "dataRequest" | "macro";
type Transaction = Parameters<Parameters<ReturnType<typeof db>["$transaction"]>[0]>[0];

/** A row for Prisma. */
export function auditRow(shop: string, { by, action, subject, details }: Deed) {
  return { shop, id: randomUUID(), staffId: by.id, staffName: by.name, action, subject, details };
}

/**
 * Changes rows and writes down who did, both or neither. Nothing is written down where nothing was changed.
 * `work` must await nothing but the transaction it is given: an open one keeps everybody else waiting.
 *
 * @param deed null for what nobody of the staff did
 * @returns how many rows were changed
 */
export async function changeRows(
  shop: string,
  deed: Deed | null,
  work: (on: Pick<Transaction, Changed>) => Promise<{ count: number }>,
): Promise<number> {
  if (!deed) return (await work(db())).count;
  return db().$transaction(async (transaction) => {
    const { count } = await work(transaction);
    if (count > 0) await transaction.auditEntry.create({ data: auditRow(shop, deed) });
    return count;
  });
}

/** Writes down what changes nothing else, such as that something was downloaded. */
export async function keep(shop: string, deed: Deed): Promise<void> {
  await db().auditEntry.create({ data: auditRow(shop, deed) });
}
