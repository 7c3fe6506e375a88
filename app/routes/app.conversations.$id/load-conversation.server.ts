import { shopTime } from "../../components/shop-time.ts";
import type { ConversationSummary } from "../../conversations/conversation-list.ts";
import type { ConversationEvent } from "../../conversations/events.ts";
import { findSummary } from "../../conversations/list-conversations.server.ts";
import { readNewest } from "../../conversations/log.server.ts";
import { signPhotoLink } from "../../conversations/photos/photo-link.server.ts";
import { shopAdminUrl } from "../../shopify/gateway.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { entriesOf } from "./entries.ts";

/** Far more than a conversation has, so that nearly all are seen whole. */
const MOST_EVENTS = 400;

/**
 * A conversation's page; null when the shop has no such conversation.
 *
 * @param before shows the part of a very long conversation that came before this event
 */
export async function loadConversation(shop: string, conversationId: string, before: number | null) {
  const key = { shop, conversationId };
  const [summary, events, { timeZone }] = await Promise.all([
    findSummary(key),
    before === null ? readNewest(key, MOST_EVENTS) : readNewest(key, MOST_EVENTS, before),
    shopProfile(shop),
  ]);
  if (!summary) return null;
  const when = shopTime(timeZone);
  const first = events[0]?.seq ?? 1;
  return {
    status: summary.status,
    reason: summary.escalationReason,
    briefs: briefsOf(events),
    entries: entriesOf(events, when, (id) => signPhotoLink(shop, id)),
    earlier: first > 1 ? first : null,
    isNewest: before === null,
    details: detailsOf(summary, shop, timeZone, when),
  };
}

export type ConversationDetails = ReturnType<typeof detailsOf>;

function detailsOf(summary: ConversationSummary, shop: string, timeZone: string, when: (iso: string) => string) {
  const { customerId, orderNames, locale, startedAt, activeAt } = summary;
  const customer = customerId === null ? null : (/\/(\d+)$/.exec(customerId)?.[1] ?? null);
  return {
    isCustomer: customerId !== null,
    customerUrl: customer === null ? null : shopAdminUrl(shop, `/customers/${customer}`),
    orderNames,
    language: languageName(locale),
    timeZone,
    started: { at: startedAt, when: when(startedAt) },
    active: { at: activeAt, when: when(activeAt) },
  };
}

/** The storefront tells the locale; what is none stays as it was told. */
function languageName(locale: string): string {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}

/** What people were told when it was last handed to them, and what came to it since. The brief is stored first. */
function briefsOf(events: readonly ConversationEvent[]): string[] {
  const handed = events.findLast((event) => event.type === "escalation")?.seq ?? 0;
  const briefs = events.flatMap((event) => (event.type === "brief" && event.seq >= handed - 1 ? [event.text] : []));
  return briefs.filter((text) => text !== "");
}
