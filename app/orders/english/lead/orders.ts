import type { ExpectationKind } from "../../dates.ts";
import type { HeadlineRule } from "../../order-situation.ts";
import type { ORDER_SITUATIONS } from "../../situation-ids.ts";

type OrderRow = { title: string; text: string };
/** Whole orders. */
export const ORDERS: Record<keyof typeof ORDER_SITUATIONS, OrderRow> = {
  cancelled_refunded: { title: "Canceled, refunded", text: "The order is canceled and the refund is paid out." },
  cancelled_partly_refunded: {
    title: "Canceled, partly refunded",
    text: "The order is canceled and only part of the payment is refunded.",
  },
  cancelled_refund_on_its_way: {
    title: "Canceled, refund on its way",
    text: "The order is canceled and the refund's transaction is pending.",
  },
  cancelled_refund_pending: {
    title: "Canceled, refund missing",
    text: "The order is canceled and was paid, but no refund exists: make one.",
  },
  cancelled: { title: "Canceled", text: "The order is canceled; its payment could not be read." },
  cancelled_not_charged: { title: "Canceled, not charged", text: "The order is canceled and nothing was captured." },
  refunded: { title: "Refunded in full", text: "The order is refunded in full without being canceled." },
  exchange_awaiting_return: {
    title: "Exchange awaits return",
    text: "The exchange's new items are sent once the return has arrived.",
  },
  return_requested: { title: "Return requested", text: "A return waits for approval: approve or decline it." },
  return_approved: { title: "Return approved", text: "The return is open and no parcel of it is known yet." },
  return_in_transit: { title: "Return on its way", text: "The return is open and has a tracking number." },
  return_received: { title: "Return received", text: "The return arrived and waits for inspection or refund." },
  return_inspected: { title: "Return inspected", text: "The return is inspected and waits for its refund." },
  return_completed: { title: "Return completed", text: "The return is closed or all of its units are refunded." },
  return_declined: { title: "Return declined", text: "The newest return was declined." },
  return_in_progress: { title: "Return in progress", text: "A return is in progress; a list doesn't say more of it." },
  test_order: { title: "Test order", text: "The order was placed in test mode: no money moved and nothing ships." },
  replaced: { title: "Replaced", text: "The shop tagged this order as replaced by another one." },
  partly_shipped: { title: "Partly shipped", text: "Some units were sent and some were not; see each group." },
  no_details: { title: "No details", text: "No fulfillment order, parcel or line could be read." },
};

/** Whose word a day is. */
export const KINDS: Record<ExpectationKind | "deadline" | "planned" | "kept" | "limit", string> = {
  carrier_estimate: "delivery by the carrier's newest estimate",
  shipment_estimate: "delivery by the shipment's estimate",
  checkout_promise: "delivery as promised at checkout",
  shop_estimate: "delivery by our own estimate",
  deadline: "the deadline for sending it",
  planned: "the day it is planned for",
  kept: "the last day it is kept there, by the carrier's message",
  limit: "the shop's own limit: worth looking into after that",
};

/** Why an order is told as it is. */
export const RULES: Record<HeadlineRule, string> = {
  test: "A test order is nothing but that.",
  cancelled: "A cancellation outweighs whatever the parcels do.",
  replaced: "An order that the shop tagged as replaced is told as replaced.",
  refunded: "A full refund outweighs where the items are.",
  returned: "Every part has come to its end, so the return speaks.",
  nothing_known: "No part of the order could be read.",
  partly_shipped: "Something was sent and something was not; tone and turn are those of the most worrying part.",
  most_worrying: "The most worrying part speaks for the order; the first of equal ones.",
};

export const EDITED = "The order was edited after it was placed: items were added or removed.";
