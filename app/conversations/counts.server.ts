import { sql } from "../platform/db.server.ts";

export type ConversationCounts = { today: number; lastSevenDays: number; escalated: number };

/** How much the agent was used. Days are the shop's own, by its time zone. */
export async function conversationCounts(shop: string, timeZone: string): Promise<ConversationCounts> {
  const [row] = await sql().query<ConversationCounts>(
    `SELECT
       count(*) FILTER (WHERE created_at >= date_trunc('day', now() AT TIME ZONE $2) AT TIME ZONE $2)::int AS today,
       count(*)::int AS "lastSevenDays",
       count(*) FILTER (WHERE status = 'escalated')::int AS escalated
     FROM conversation
     WHERE shop = $1 AND created_at >= now() - interval '7 days' AND last_seq > 0`,
    [shop, timeZone],
  );
  return row ?? { today: 0, lastSevenDays: 0, escalated: 0 };
}
