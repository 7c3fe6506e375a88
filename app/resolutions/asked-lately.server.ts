import { sql } from "../platform/db.server.ts";
import type { ListCursor } from "../platform/list-cursor.ts";
import { readAsked } from "./asked.ts";
import type { Asked, StoredAsked } from "./asked.ts";

const PAGE = 200;
const LATELY = `
  SELECT id, created_at AS at, asked FROM resolution
  WHERE shop = $1 AND created_at >= $2 AND asked IS NOT NULL
    AND ($3::timestamptz IS NULL OR (created_at, id) > ($3::timestamptz, $4::uuid))
  ORDER BY created_at, id LIMIT ${PAGE}`;

/** What shoppers of a shop were proposed something for since a day, oldest first, a page at a time. */
export async function askedSince(
  shop: string,
  since: Date,
  after: ListCursor | null,
): Promise<{ asked: Asked[]; next: ListCursor | null }> {
  const rows = await sql().query<{ id: string; at: Date; asked: StoredAsked }>(LATELY, [
    shop,
    since,
    after?.at ?? null,
    after?.id ?? null,
  ]);
  const last = rows.at(-1);
  return {
    asked: rows.map(({ asked }) => readAsked(asked)),
    next: last && rows.length === PAGE ? { at: last.at, id: last.id } : null,
  };
}
