import { sql } from "../../platform/db.server.ts";
import { viewSql } from "./view-sql.ts";
import { COUNTED_VIEWS, type CountedView, MOST_COUNTED, type QueueCounts } from "./views.ts";

const count = (view: CountedView) => `(SELECT count(*) FROM (
    SELECT 1 FROM conversation c WHERE c.shop = $1 AND ${viewSql(view, "$1", "$2")} LIMIT ${MOST_COUNTED + 1}
  ) counted)::int AS ${view}`;

const COUNTS = `SELECT ${COUNTED_VIEWS.map(count).join(",\n  ")}`;

/** How many conversations each view has, up to one more than is counted. */
export async function countViews(shop: string, me: string): Promise<QueueCounts> {
  const [row] = await sql().query<QueueCounts>(COUNTS, [shop, me]);
  if (!row) throw new Error("Views were counted and no count came.");
  return row;
}
