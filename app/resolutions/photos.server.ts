import type { ConversationKey } from "../identity/scope.ts";
import { sql } from "../platform/db.server.ts";

const COUNT = `
  SELECT count(*)::int AS count FROM attachment
  WHERE shop = $1 AND conversation_id = $2::uuid AND sent_seq IS NOT NULL AND NOT by_staff
    AND created_at <= $3::timestamptz AND created_at > $3::timestamptz - interval '1 day'`;

/** Photos that the shopper sent in a conversation within the day before an instant: what they show is for people to see. */
export async function photosSent(key: ConversationKey, until: Date): Promise<number> {
  const [row] = await sql().query<{ count: number }>(COUNT, [key.shop, key.conversationId, until]);
  return row?.count ?? 0;
}
