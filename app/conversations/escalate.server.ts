import type { ConversationKey } from "../identity/scope.ts";
import { sql } from "../platform/db.server.ts";
import { shopProfile } from "../shopify/shop-profile.server.ts";
import { shopClock } from "../shopify/shop-clock.ts";
import { type Conversation, findConversation } from "./conversations.server.ts";
import type { ConversationEvent } from "./events.ts";
import { answerExpectation } from "./hours/expectation.server.ts";
import { append, toEvent } from "./log.server.ts";
import { shopperTexts } from "./texts.ts";

const LAST_ESCALATION = `
  SELECT seq, at, type, author, client_message_id, body FROM event
  WHERE shop = $1 AND conversation_id = $2::uuid AND type = 'escalation' ORDER BY seq DESC LIMIT 1`;

/**
 * Hands a conversation over to people: a brief for them, a word for the shopper. A conversation that is with them
 * already is not handed over again; the brief is added all the same.
 * @returns the escalation the shopper was shown, or null when the conversation is gone.
 */
export async function escalate(
  conversation: Conversation,
  reason: string,
  brief: string,
  leaseOwner?: string,
): Promise<ConversationEvent | null> {
  const briefEvent = { type: "brief", author: "agent", reason, text: brief } as const;
  const lease = leaseOwner === undefined ? {} : { leaseOwner };
  if (conversation.status === "escalated") {
    const [row] = await sql().query<Parameters<typeof toEvent>[0]>(LAST_ESCALATION, [
      conversation.shop,
      conversation.conversationId,
    ]);
    if (row) {
      await append(conversation, [briefEvent], lease);
      return toEvent(row);
    }
  }
  const { shop, locale } = conversation;
  const { name, timeZone: shopZone } = await shopProfile(shop);
  const expectation = await answerExpectation({ shop, locale, shopZone, now: shopClock(shop)() });
  const text = [shopperTexts(locale).escalated(name), expectation].filter((part) => part !== "").join(" ");
  const stored = await append(conversation, [briefEvent, { type: "escalation", author: "system", reason, text }], {
    ...lease,
    status: "escalated",
  });
  return stored?.[1] ?? null;
}

/** The shopper pressed "Talk to a person". Pressing it again changes nothing. */
export async function askForPerson(key: ConversationKey): Promise<ConversationEvent | null> {
  const conversation = await findConversation(key);
  if (!conversation) return null;
  return escalate(conversation, "asked_for_person", "The shopper pressed “Talk to a person”.");
}
