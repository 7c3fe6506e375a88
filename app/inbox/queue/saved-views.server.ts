import { randomUUID } from "node:crypto";
import { z } from "zod";
import { sql } from "../../platform/db.server.ts";
import { deed, type Person } from "../../staff/audit.ts";
import { deedValues, keepDeed } from "../../staff/audit.server.ts";
import { filtersSchema, QUEUE_VIEWS } from "./views.ts";

/** What a saved view leads to. */
export const savedFiltersSchema = filtersSchema.extend({ view: z.enum(QUEUE_VIEWS).catch("team") });
export type SavedFilters = z.infer<typeof savedFiltersSchema>;

export const viewNameSchema = z.string().trim().min(1).max(60);

/** `mine`: whoever asks has saved it; a shared one is everybody's to use. */
export type SavedView = { id: string; name: string; shared: boolean; mine: boolean; filters: SavedFilters };

/** Most views that one person has; the address of a view can be kept anywhere else. */
const MOST_VIEWS = 50;

const LIST = `
  SELECT id, name, shared, staff_id = $2 AS mine, filters FROM saved_view
  WHERE shop = $1 AND (staff_id = $2 OR shared) ORDER BY lower(name), id LIMIT 200`;

/** One's own and those shared with everybody, by name. */
export async function savedViews(shop: string, staffId: string): Promise<SavedView[]> {
  const rows = await sql().query<Omit<SavedView, "filters"> & { filters: unknown }>(LIST, [shop, staffId]);
  return rows.map((row) => ({ ...row, filters: savedFiltersSchema.parse(row.filters) }));
}

const SAVE = `
  WITH saved AS (
    INSERT INTO saved_view (shop, id, staff_id, shared, name, filters)
    SELECT $1, $2::uuid, $3, $4::boolean, $5, $6::jsonb
    WHERE (SELECT count(*) FROM saved_view WHERE shop = $1 AND staff_id = $3) < ${MOST_VIEWS}
    RETURNING shop, id
  ), kept AS (${keepDeed("saved", 7)})
  SELECT id FROM saved`;

/** What everybody gets to see is written down. */
export async function saveView(
  shop: string,
  by: Person,
  view: { name: string; shared: boolean; filters: SavedFilters },
): Promise<{ kind: "saved"; id: string } | { kind: "too_many" }> {
  const id = randomUUID();
  const kept = view.shared ? deed(by, "view_shared", id) : null;
  const rows = await sql().query(SAVE, [
    ...[shop, id, by.id, view.shared, view.name, JSON.stringify(view.filters)],
    ...deedValues(kept),
  ]);
  return rows.length === 1 ? { kind: "saved", id } : { kind: "too_many" };
}

const RENAME = `
  WITH before AS (
    SELECT * FROM saved_view WHERE shop = $1 AND id = $2::uuid AND staff_id = $3 FOR UPDATE
  ), changed AS (
    UPDATE saved_view v SET name = $4, shared = $5::boolean FROM before b WHERE v.shop = b.shop AND v.id = b.id
    RETURNING v.shop, b.shared OR v.shared AS told
  ), told AS (SELECT shop FROM changed WHERE told), kept AS (${keepDeed("told", 6)})
  SELECT 1 FROM changed`;

/** Another name, or for everybody from now on, or no longer. Only whose it is may. */
export async function changeView(
  shop: string,
  by: Person,
  id: string,
  { name, shared }: { name: string; shared: boolean },
): Promise<{ kind: "saved" | "gone" }> {
  const kept = deed(by, "view_changed", id);
  const rows = await sql().query(RENAME, [shop, id, by.id, name, shared, ...deedValues(kept)]);
  return { kind: rows.length === 1 ? "saved" : "gone" };
}

const DROP = `
  WITH dropped AS (
    DELETE FROM saved_view WHERE shop = $1 AND id = $2::uuid AND staff_id = $3 RETURNING shop, shared
  ), told AS (SELECT shop FROM dropped WHERE shared), kept AS (${keepDeed("told", 4)})
  SELECT 1 FROM dropped`;

export async function dropView(shop: string, by: Person, id: string): Promise<{ kind: "dropped" | "gone" }> {
  const rows = await sql().query(DROP, [shop, id, by.id, ...deedValues(deed(by, "view_dropped", id))]);
  return { kind: rows.length === 1 ? "dropped" : "gone" };
}
