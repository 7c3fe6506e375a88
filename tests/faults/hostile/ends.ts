import { sql } from "../../../app/platform/db.server.ts";
import type { MoneyCase } from "./case.ts";

const ENDS = `
  SELECT r.id, r.conversation_id AS "conversationId", r.state, r.outcome ->> 'staff' AS staff,
    COALESCE(jsonb_agg(e.body ->> 'state' ORDER BY e.seq) FILTER (WHERE e.seq IS NOT NULL), '[]') AS told
  FROM resolution r LEFT JOIN event e
    ON e.shop = r.shop AND e.conversation_id = r.conversation_id AND e.type = 'resolution' AND e.body ->> 'id' = r.id::text
  GROUP BY r.shop, r.id`;

/** How every row of the ledger stands, with what its conversation was told of it. */
export function endsOf(): Promise<MoneyCase["ends"][number][]> {
  return sql().query<MoneyCase["ends"][number]>(ENDS);
}
