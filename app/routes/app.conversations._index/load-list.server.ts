import { shorten } from "../../agent/clean-text.ts";
import { shopTime } from "../../components/shop-time.ts";
import type { ConversationFilter } from "../../conversations/conversation-filters.ts";
import type { ConversationSummary, ConversationView } from "../../conversations/conversation-list.ts";
import { listConversations } from "../../conversations/list-conversations.server.ts";
import { cursorText, type ListedPage, type ListStep } from "../../platform/list-cursor.ts";
import { errorFields, log } from "../../platform/log.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";

const EXCERPT_CHARACTERS = 160;

export type ListedConversation = Pick<ConversationSummary, "id" | "status" | "orderNames" | "messages" | "activeAt"> & {
  isCustomer: boolean;
  excerpt: string | null;
  /** `activeAt` in words, by the shop's clock. */
  active: string;
  /** Only while it is with people. */
  reason: string | null;
};

/** Null when the list cannot be read now: the page around it is there all the same, and can ask again. */
export async function loadList(
  shop: string,
  view: ConversationView,
  step: ListStep | null,
  only: ConversationFilter | null,
): Promise<ListedPage<ListedConversation> | null> {
  try {
    const { timeZone } = await shopProfile(shop);
    const page = await listConversations(shop, view, step, only && { filter: only, timeZone });
    const words = shopTime(timeZone);
    return {
      rows: page.conversations.map((conversation) => listed(conversation, words)),
      newer: page.newer && cursorText(page.newer),
      older: page.older && cursorText(page.older),
    };
  } catch (error) {
    log.error({ shop, ...errorFields(error) }, "conversations could not be listed");
    return null;
  }
}

function listed(conversation: ConversationSummary, words: (iso: string) => string): ListedConversation {
  const { id, customerId, status, orderNames, firstMessage, messages, activeAt, escalationReason } = conversation;
  return {
    id,
    status,
    orderNames,
    messages,
    activeAt,
    isCustomer: customerId !== null,
    excerpt: firstMessage === null ? null : shorten(firstMessage.replace(/\s+/g, " "), EXCERPT_CHARACTERS),
    active: words(activeAt),
    reason: status === "escalated" ? escalationReason : null,
  };
}
