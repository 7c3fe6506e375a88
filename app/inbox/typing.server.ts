import { findConversation } from "../conversations/conversations.server.ts";
import type { ConversationEvent } from "../conversations/events.ts";
import { topicOf } from "../conversations/log.server.ts";
import type { ConversationKey } from "../identity/scope.ts";
import { publishPassing } from "../platform/live.server.ts";
import { personOf, type Staff } from "../staff/staff.ts";
import { sayDoing } from "./presence.server.ts";

type Typing = { tab: string; where: "reply" | "note"; on: boolean };

/**
 * Somebody writes, or has stopped. Colleagues hear of it whatever is written; the shopper hears only of a reply by the one who
 * has the conversation, or could have it: of two people who type at once, one will not send.
 */
export async function sayTyping(key: ConversationKey, staff: Staff, { tab, where, on }: Typing): Promise<void> {
  const conversation = await findConversation(key);
  if (!conversation) return;
  sayDoing(key, { tab, person: personOf(staff) }, on ? (where === "note" ? "noting" : "writing") : "looking");
  const { status, takenBy, lastSeq } = conversation;
  if (where === "note" || status !== "escalated" || (takenBy !== null && takenBy !== staff.id)) return;
  const event: ConversationEvent = {
    type: "typing",
    seq: lastSeq,
    at: new Date().toISOString(),
    author: "staff",
    name: staff.name,
    on,
  };
  publishPassing(topicOf(key), [event]);
}
