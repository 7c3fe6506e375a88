import { loadResolution } from "../../components/resolutions/load-resolution.server.ts";
import { resolutionTexts } from "../../components/resolution.texts.ts";
import { shopTime } from "../../components/shop-time.ts";
import type { ConversationSummary } from "../../conversations/conversation-list.ts";
import { findConversation } from "../../conversations/conversations.server.ts";
import { findSummary } from "../../conversations/find-summary.server.ts";
import { readNewest } from "../../conversations/log.server.ts";
import { signPhotoLink } from "../../conversations/photos/photo-link.server.ts";
import type { ConversationKey } from "../../identity/scope.ts";
import { briefOf } from "../../inbox/brief/brief.server.ts";
import { answerers } from "../../inbox/do-deed.server.ts";
import { readDesk } from "../../inbox/read-desk.server.ts";
import { formatMoney } from "../../orders/money.ts";
import { confirmedElsewhere, confirmedIn } from "../../resolutions/prior-resolutions.server.ts";
import { shopAdminUrl } from "../../shopify/gateway.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import type { Staff } from "../../staff/staff.ts";
import { pieceOf } from "./pieces.ts";
import { shownDesk } from "./shown-desk.ts";

/** Far more than a conversation has, so that nearly all are seen whole. */
const MOST_EVENTS = 400;

/**
 * A conversation's page; null when the shop has no such conversation.
 *
 * @param before shows the part of a very long conversation that came before this event
 */
export async function loadConversation(key: ConversationKey, staff: Staff, before: number | null) {
  const { shop } = key;
  const [summary, desk, brief, events, { timeZone }, members, settled, elsewhere] = await Promise.all([
    findSummary(key),
    readDesk(key),
    briefOf(shop, key.conversationId),
    before === null ? readNewest(key, MOST_EVENTS) : readNewest(key, MOST_EVENTS, before),
    shopProfile(shop),
    answerers(shop),
    settledHere(key, staff),
    settledElsewhere(key),
  ]);
  if (!summary || !desk) return null;
  const when = shopTime(timeZone);
  const first = events[0]?.seq ?? 1;
  return {
    id: key.conversationId,
    me: { id: staff.id, name: staff.name },
    members,
    desk: shownDesk(desk, when),
    brief,
    pieces: events.flatMap((event) => pieceOf(event, when, (id) => signPhotoLink(shop, id)) ?? []),
    last: events.at(-1)?.seq ?? 0,
    earlier: first > 1 ? first : null,
    isNewest: before === null,
    details: detailsOf(summary, shop, timeZone, when),
    settled,
    elsewhere: elsewhere.map(({ id, kind, value, state, orderName, createdAt }) => ({
      id,
      state,
      orderName,
      title: `${resolutionTexts.kinds[kind]} · ${formatMoney(value, "en-US")}`,
      created: { at: createdAt.toISOString(), when: when(createdAt.toISOString()) },
    })),
  };
}
export type LoadedConversation = NonNullable<Awaited<ReturnType<typeof loadConversation>>>;

/** What was confirmed in this conversation, as its own pages show it. */
async function settledHere({ shop, conversationId }: ConversationKey, staff: Staff) {
  const ids = await confirmedIn(shop, conversationId);
  const shown = await Promise.all(ids.map((id) => loadResolution(shop, id, staff)));
  return shown.flatMap((one) => one ?? []);
}

async function settledElsewhere(key: ConversationKey) {
  const conversation = await findConversation(key);
  return conversation ? confirmedElsewhere(key, conversation) : [];
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
