import { formatMoney } from "../../orders/money.ts";
import type { Money } from "../../orders/money.ts";
import type { FulfillmentOrder, OrderSnapshot } from "../../orders/snapshot.ts";
import { texts } from "./texts.ts";

/** A fact with its values, each on a line of its own. */
export type ShownFact = { term: string; values: string[] };

/** What Shopify says about an order besides its items and parcels, in words. */
export function shownFacts(snapshot: OrderSnapshot, when: (iso: string) => string): ShownFact[] {
  const words = texts.facts;
  const at = (date: Date): string => when(date.toISOString());
  const fact = (term: string, ...values: (string | null)[]): ShownFact => ({
    term,
    values: values.filter((value) => value !== null).filter((value) => value !== ""),
  });
  const unread = new Set(snapshot.unreadable.map(({ part }) => part));
  const gap = (part: (typeof snapshot.unreadable)[number]["part"]): string | null =>
    unread.has(part) ? words.unread : null;
  const { cancelledAt, cancelReason, destination, financialStatus, fulfillmentOrders } = snapshot;

  const always = [
    fact(words.placed, `${at(snapshot.placedAt)}${snapshot.edited ? `, ${words.edited}` : ""}`),
    fact(
      words.payment,
      financialStatus === null ? words.paymentUnknown : words.payments[financialStatus],
      gap("payment"),
    ),
    fact(words.total, amount(snapshot.total)),
    fact(
      words.refunds,
      ...snapshot.refunds.map((refund) => words.refund(amount(refund.amount) ?? "", at(refund.at), refund.money)),
      gap("refunds"),
    ),
    fact(
      words.returns,
      ...snapshot.returns.map((one) => {
        const line = words.returned(one.status, one.units, at(one.createdAt));
        return one.isExchange ? `${line} (${words.exchange})` : line;
      }),
      gap("returns"),
    ),
    fact(words.holds, ...holds(fulfillmentOrders), gap("fulfillment_orders")),
    fact(words.locations, ...unique(fulfillmentOrders.map(place))),
    fact(words.destination, joined(destination?.city, destination?.countryCode), gap("delivery_address")),
    fact(words.method, snapshot.shippingTitle),
    fact(words.tags, snapshot.tags.join(", ")),
  ].map((one) => (one.values.length > 0 ? one : { ...one, values: [words.none] }));
  const canceled = cancelledAt && [
    at(cancelledAt),
    cancelReason && words.canceledWhy(words.cancelReasons[cancelReason]),
  ];
  const sometimes = [
    ...(snapshot.test ? [fact(words.test, words.testYes)] : []),
    ...(canceled ? [fact(words.canceled, canceled.filter(Boolean).join(", "))] : []),
    ...(snapshot.outstanding && snapshot.outstanding.minor > 0
      ? [fact(words.outstanding, amount(snapshot.outstanding))]
      : []),
  ];
  return [...sometimes, ...always];
}

function holds(orders: readonly FulfillmentOrder[]): string[] {
  return unique(orders.flatMap((order) => order.holds.map((reason) => texts.facts.hold(reason, place(order)))));
}

function place({ location }: FulfillmentOrder): string | null {
  if (!location) return null;
  // Many shops name a location after its city.
  const city = location.city !== null && location.name.includes(location.city) ? null : location.city;
  return joined(location.name, city, location.countryCode);
}

function joined(...parts: (string | null | undefined)[]): string | null {
  return parts.filter(Boolean).join(", ") || null;
}

function unique(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}

function amount(money: Money | null): string | null {
  return money && formatMoney(money, "en-US");
}
