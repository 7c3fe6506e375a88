import { sql } from "../platform/db.server.ts";
import type { ListCursor, ListStep } from "../platform/list-cursor.ts";
import type { AuditDetails } from "./audit.ts";

/** What somebody did. `action` may be one that this process does not know yet. */
export type AuditEntry = {
  id: string;
  at: Date;
  staffId: string;
  staffName: string;
  action: string;
  subject: string;
  details: AuditDetails;
};

/** Null: everybody, everything. */
export type AuditFilter = { staffId: string | null; action: string | null };
export type AuditPage = { entries: AuditEntry[]; newer: ListCursor | null; older: ListCursor | null };

const AUDIT_PAGE_SIZE = 25;
/** Most entries of a file. */
const MOST_EXPORTED = 10_000;

const STEPS = { older: { beyond: "<", order: "DESC" }, newer: { beyond: ">", order: "ASC" } } as const;

function query({ staffId, action }: AuditFilter, step: ListStep | null, most: number) {
  const values: (string | Date)[] = [];
  const value = (given: string | Date) => `$${values.push(given) + 1}`;
  const { beyond, order } = STEPS[step?.direction ?? "older"];
  const conditions = [
    ...(staffId === null ? [] : [`AND staff_id = ${value(staffId)}`]),
    ...(action === null ? [] : [`AND action = ${value(action)}`]),
    ...(step ? [`AND (at, id) ${beyond} (${value(step.cursor.at)}::timestamptz, ${value(step.cursor.id)}::uuid)`] : []),
  ];
  const text = `
    SELECT id, at, staff_id AS "staffId", staff_name AS "staffName", action, subject, details
    FROM audit_entry WHERE shop = $1 ${conditions.join(" ")}
    ORDER BY at ${order}, id ${order} LIMIT ${most}`;
  return { text, values };
}

/** A page of what a shop's people did, the newest first. A step past either end gives the first page. */
export async function listAudit(shop: string, filter: AuditFilter, step: ListStep | null = null): Promise<AuditPage> {
  const { text, values } = query(filter, step, AUDIT_PAGE_SIZE + 1);
  const rows = await sql().query<AuditEntry>(text, [shop, ...values]);
  const more = rows.length > AUDIT_PAGE_SIZE;
  const entries = rows.slice(0, AUDIT_PAGE_SIZE);
  if (step && (entries.length === 0 || (step.direction === "newer" && !more))) return listAudit(shop, filter);
  if (step?.direction === "newer") entries.reverse();
  const [first, last] = [entries[0], entries.at(-1)];
  return {
    entries,
    newer: step && first ? { at: first.at, id: first.id } : null,
    older: last && (more || step?.direction === "newer") ? { at: last.at, id: last.id } : null,
  };
}

/** The newest entries for a file, at most ten thousand. */
export async function auditToExport(shop: string, filter: AuditFilter): Promise<AuditEntry[]> {
  const { text, values } = query(filter, null, MOST_EXPORTED);
  return sql().query<AuditEntry>(text, [shop, ...values]);
}

const PEOPLE = `
  SELECT DISTINCT ON (staff_id) staff_id AS id, staff_name AS name FROM audit_entry WHERE shop = $1
  ORDER BY staff_id, at DESC`;

/** Who did anything at all, by the names they had last. */
export async function auditPeople(shop: string): Promise<{ id: string; name: string }[]> {
  const people = await sql().query<{ id: string; name: string }>(PEOPLE, [shop]);
  return people.toSorted((a, b) => a.name.localeCompare(b.name));
}
