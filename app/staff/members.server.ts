import { sql } from "../platform/db.server.ts";
import type { Person } from "./audit.ts";
import { may, ROLES } from "./may.ts";
import { calledBy } from "./staff.ts";

/** Roles whose people read conversations, and so can be spoken to in one. */
const READERS = ROLES.filter((role) => may({ role, limit: null }, "read_conversations").kind === "yes");

/** Most people that are offered, those seen last. */
const MOST = 500;

const DESK = `
  SELECT staff_id AS id, name FROM staff_member
  WHERE shop = $1 AND role = ANY($2::text[]) AND ($3::text[] IS NULL OR staff_id = ANY($3::text[]))
  ORDER BY last_seen_at DESC, staff_id LIMIT ${MOST}`;

/**
 * Who works at the shop's desk: everybody who may read conversations, by name.
 * @param ids only those of them; all where it is left out
 */
export async function deskMembers(shop: string, ids: readonly string[] | null = null): Promise<Person[]> {
  if (ids?.length === 0) return [];
  const rows = await sql().query<{ id: string; name: string | null }>(DESK, [shop, READERS, ids]);
  return rows
    .map((row) => ({ id: row.id, name: calledBy(row) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "en") || a.id.localeCompare(b.id));
}

/** Somebody's email address, as Shopify told it. */
export async function mailboxOf(shop: string, staffId: string): Promise<string | null> {
  const [row] = await sql().query<{ email: string | null }>(
    "SELECT email FROM staff_member WHERE shop = $1 AND staff_id = $2",
    [shop, staffId],
  );
  return row?.email ?? null;
}
