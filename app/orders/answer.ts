import type {
  CardGroup,
  GroupFacts,
  ItemFacts,
  OrderSummaryFacts,
  OrderTold,
  OrdersTold,
  TrackingFacts,
} from "./facts.ts";
import type { ShopDates } from "./estimates/estimate.ts";
import type { GroupItem } from "./groups.ts";
import { groupWords } from "./group-words.ts";
import type { Wording } from "./group-words.ts";
import { headline } from "./headline.ts";
import type { WordedGroup } from "./headline.ts";
import { zoneOf } from "./judging.ts";
import type { JudgedGroup } from "./order-situation.ts";
import { refundSentences } from "./refunds.ts";
import type { OrderRules } from "./rules.ts";
import { DEFAULT_SETTINGS, rulesOf } from "./shop-settings.ts";
import { judgeOrder } from "./situations.ts";
import type { Situations } from "./situations.ts";
import { meaningOf } from "./situation-ids.ts";
import type { OrderSnapshot, UnreadablePart } from "./snapshot.ts";
import { timeline } from "./steps.ts";
import { createTeller } from "./tell.ts";
import { en } from "./texts.en.ts";
import type { Texts } from "./texts.ts";
import { figuresInTitle } from "./title-figures.ts";

/** What telling an order needs to know of the shop. */
export type OrderProfile = { timeZone: string; locale: string };

export type TellOptions = { rules?: OrderRules; dates?: ShopDates; texts?: Texts };

/**
 * Tells an order: what is true about it at `now` (Shopify's time), in words, as a card, and with the evidence of every
 * date, amount, tracking number, order name and link in them. Pure and total.
 */
export function tellOrder(
  snapshot: OrderSnapshot,
  now: Date,
  profile: OrderProfile,
  options: TellOptions = {},
): OrderTold {
  return tellInFull(snapshot, now, profile, options).told;
}

/** The same with all it was made from, for whoever explains it. */
export function tellInFull(
  snapshot: OrderSnapshot,
  now: Date,
  profile: OrderProfile,
  options: TellOptions,
): { told: OrderTold; situations: Situations; worded: WordedGroup[]; wording: Wording } {
  const wording = wordingFor(snapshot, now, profile, options, "get_order");
  const { teller, texts } = wording;
  const situations = judgeOrder(snapshot, wording.judging);
  const { order, groups } = situations;
  const worded = wordGroups(groups, snapshot, wording);
  const refunds = refundSentences(snapshot, wording);
  const answer = headline(snapshot, order, worded, refunds, wording);
  const placedOn = teller.date(snapshot.placedAt, "processedAt");
  const total = snapshot.total && teller.money(snapshot.total, "currentTotalPriceSet");
  const outstanding =
    snapshot.outstanding && snapshot.outstanding.minor > 0
      ? teller.money(snapshot.outstanding, "totalOutstandingSet")
      : null;
  for (const { line } of groups.flatMap((judged) => judged.group.items)) {
    for (const figure of figuresInTitle(`${line.title} ${line.variant ?? ""}`, snapshot.total?.currency ?? null)) {
      teller.quoted(figure.kind, figure.value, "lineItems");
    }
  }
  const told: OrderTold = {
    orderId: snapshot.id,
    facts: {
      orderName: snapshot.name,
      placedOn,
      situation: order.id,
      tone: order.tone,
      turn: order.turn,
      worry: order.worry,
      headline: answer,
      groups: worded.map((group) => group.facts),
      money: { total: total ?? "", payment: texts.payment(snapshot.financialStatus, outstanding), refunds },
      deliveryMethod: snapshot.shippingTitle,
      gaps: gapsOf(snapshot, texts),
    },
    card: {
      kind: "order",
      orderName: snapshot.name,
      placedOn,
      headline: answer,
      tone: order.tone,
      groups: worded.map((group) => group.card),
      total,
    },
    evidence: teller.evidence(),
  };
  return { told, situations, worded, wording };
}

/** Tells a list of orders, each in one line. */
export function tellOrders(
  snapshots: readonly OrderSnapshot[],
  more: boolean,
  now: Date,
  profile: OrderProfile,
  options: TellOptions = {},
): OrdersTold {
  const told = snapshots.map((snapshot) => {
    const wording = wordingFor(snapshot, now, profile, options, "list_orders");
    const { order, groups } = judgeOrder(snapshot, wording.judging);
    const worded = wordGroups(groups, snapshot, wording);
    const summary: OrderSummaryFacts = {
      orderName: snapshot.name,
      placedOn: wording.teller.date(snapshot.placedAt, "processedAt"),
      headline: headline(snapshot, order, worded, refundSentences(snapshot, wording), wording),
      tone: order.tone,
      itemCount: snapshot.orderedUnits,
      total: snapshot.total ? wording.teller.money(snapshot.total, "currentTotalPriceSet") : "",
    };
    return { summary, evidence: wording.teller.evidence() };
  });
  const orders = told.map(({ summary }) => summary);
  const rows = orders.map(({ orderName, placedOn, headline: line, tone }) => ({
    orderName,
    placedOn,
    headline: line,
    tone,
  }));
  return {
    orders,
    more,
    card: { kind: "orders", orders: rows, more },
    evidence: told.flatMap(({ evidence }) => evidence),
  };
}

function wordingFor(
  snapshot: OrderSnapshot,
  now: Date,
  profile: OrderProfile,
  options: TellOptions,
  reader: string,
): Wording {
  const { locale } = profile;
  const timeZone = zoneOf(snapshot, profile.timeZone);
  const texts = options.texts ?? en;
  return {
    judging: {
      now,
      timeZone,
      rules: options.rules ?? rulesOf(options.dates?.settings ?? DEFAULT_SETTINGS),
      dates: options.dates ?? null,
    },
    // Dates follow the language of the texts they stand in; the profile's region (en-GB) is kept where it fits.
    teller: createTeller({
      orderName: snapshot.name,
      reader,
      timeZone,
      locale: locale.toLowerCase().startsWith(texts.language) ? locale : texts.language,
      now,
    }),
    texts,
  };
}

function wordGroups(groups: readonly JudgedGroup[], snapshot: OrderSnapshot, wording: Wording): WordedGroup[] {
  const { teller, texts } = wording;
  const parcels = groups.filter((judged) => judged.group.kind === "parcel").length;
  const living = groups.filter((judged) => judged.group.kind !== "removed").length;
  let number = 0;
  return groups.map((judged) => {
    const { group, situation } = judged;
    if (group.kind === "parcel") number += 1;
    const label = labelOf(judged, number, parcels, texts);
    const subject =
      living <= 1 || group.kind === "removed"
        ? texts.subject.order
        : group.kind === "parcel" && parcels > 1
          ? label
          : group.kind === "parcel"
            ? texts.subject.parcel
            : texts.subject.rest;
    const words = groupWords(judged, snapshot, subject, wording);
    const { status, text } = texts.group[situation.id](words);
    const { tone, turn, over } = meaningOf(situation.id);
    const items = group.items.map(itemFacts);
    const tracking = (group.parcel?.tracking ?? []).map((one, index): TrackingFacts => {
      teller.tracking(one, `fulfillments[${String(group.parcel?.index)}].trackingInfo[${String(index)}]`);
      return { company: one.company, number: one.number, url: one.url };
    });
    // What was promised of a parcel that is there is of no more use.
    const expected = over ? null : words.expects;
    const facts: GroupFacts = {
      kind: group.kind,
      label,
      items,
      situation: situation.id,
      tone,
      text,
      expected,
      tracking,
      since: words.since,
      turn,
      worry: judged.worry,
      reasons: judged.reasons,
    };
    const steps = timeline(judged.group, situation, status, snapshot, teller, texts);
    const card: CardGroup = { label, status, tone, items, steps, expected, tracking };
    return { judged, label, status, text, facts, card };
  });
}

function labelOf({ group }: JudgedGroup, number: number, parcels: number, texts: Texts): string {
  switch (group.kind) {
    case "parcel":
      return group.fulfillmentOrder?.method === "LOCAL" && parcels === 1
        ? texts.label.localDelivery
        : texts.label.parcel(number, parcels);
    case "to_ship":
      return group.fulfillmentOrder?.method === "LOCAL" ? texts.label.localDelivery : texts.label.toShip;
    case "pickup":
      return texts.label.pickup;
    case "no_shipping":
      return texts.label.noShipping;
    case "removed":
      return texts.label.removed;
  }
}

function itemFacts({ line, quantity }: GroupItem): ItemFacts {
  return { title: line.title, variant: line.variant, quantity };
}

/** Parts that matter to the shopper, each named once. The account itself is no gap: the shopper knows who they are. */
function gapsOf(snapshot: OrderSnapshot, texts: Texts): string[] {
  const parts = new Set<UnreadablePart>(snapshot.unreadable.map(({ part }) => part));
  parts.delete("customer");
  return [...parts].map((part) => texts.gap[part]);
}
