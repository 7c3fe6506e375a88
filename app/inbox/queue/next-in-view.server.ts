import { sql } from "../../platform/db.server.ts";
import { findIds, type Found } from "./find-ids.server.ts";
import { DUE } from "./view-sql.ts";
import { type QueueView, SORTED_BY } from "./views.ts";

const KEYS = { due: DUE, snoozed: "COALESCE(c.snoozed_until, now())", activity: "c.updated_at" };

/**
 * The conversation after another one in a view, also where that one has just left it: from its place on, or from the view's
 * beginning where nothing comes after it. Null when there is no other one.
 */
export async function nextInView(
  shop: string,
  staffId: string,
  view: QueueView,
  afterId: string,
): Promise<string | null> {
  const asked = { shop, me: staffId, view, filters: {} };
  const [cursor] = await sql().query<Found>(
    `SELECT ${KEYS[SORTED_BY[view]]} AS at, c.id FROM conversation c WHERE c.shop = $1 AND c.id = $2::uuid`,
    [shop, afterId],
  );
  const after = cursor ? await findIds(asked, { direction: "older", cursor }, 1) : [];
  // The first one may be itself.
  const found = after.length > 0 ? after : await findIds(asked, null, 2);
  return found.find(({ id }) => id !== afterId)?.id ?? null;
}
