import { findConversation } from "../conversations/conversations.server.ts";
import type { ConversationEvent } from "../conversations/events.ts";
import { lastOfType } from "../conversations/log.server.ts";
import { shopperTexts } from "../conversations/texts.ts";
import type { ConversationKey } from "../identity/scope.ts";
import { changeConversation, FIRST } from "./change.server.ts";

/**
 * Keeps the address at which a shopper wants to be answered, and says so in the log. The newest one counts; the same again
 * changes nothing.
 * @returns the event that says it, or null when the conversation is gone
 */
export async function leaveContact(key: ConversationKey, email: string): Promise<ConversationEvent | null> {
  const conversation = await findConversation(key);
  if (!conversation) return null;
  const text = shopperTexts(conversation.locale).contactLeft(email);
  const outcome = await changeConversation(key, {
    set: `contact_email = $${FIRST}`,
    when: `b.contact_email IS DISTINCT FROM $${FIRST}`,
    values: [email],
    events: [{ type: "contact", author: "shopper", email, text }],
    deed: null,
  });
  if (outcome.kind === "gone") return null;
  return outcome.kind === "ok" ? (outcome.events[0] ?? null) : lastOfType(key, "contact");
}
