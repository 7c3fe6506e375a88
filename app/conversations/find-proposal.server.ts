import type { ConversationKey } from "../identity/scope.ts";
import { sql } from "../platform/db.server.ts";
import type { ConversationEvent } from "./events.ts";
import { toEvent } from "./log.server.ts";

const FIND = `
  SELECT seq, at, type, author, client_message_id, body FROM event
  WHERE shop = $1 AND conversation_id = $2::uuid AND type = 'proposal' AND body ->> 'id' = $3 LIMIT 1`;

/** The card of a resolution as the shopper was shown it; null when its conversation is gone. */
export async function findProposal(
  key: ConversationKey,
  resolutionId: string,
): Promise<Extract<ConversationEvent, { type: "proposal" }> | null> {
  const [row] = await sql().query<Parameters<typeof toEvent>[0]>(FIND, [key.shop, key.conversationId, resolutionId]);
  const event = row && toEvent(row);
  return event?.type === "proposal" ? event : null;
}
