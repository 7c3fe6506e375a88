import type { ConflictKind } from "./explained.ts";
import type { HeadlineRule } from "./order-situation.ts";
import type { ExpectationKind } from "./dates.ts";
import type { GroupSituationId, ORDER_SITUATIONS } from "./situation-ids.ts";

/** What a text for the support lead is made of: days in words, statuses as Shopify spells them. */
type LeadWords = {
  carrier: string;
  since: string | null;
  lastScan: string | null;
  missed: string | null;
  sendBy: string | null;
  startsOn: string | null;
  holds: string;
  /** Status and request status of the fulfillment order, status of the fulfillment. */
  fulfillmentOrder: string;
  fulfillment: string;
  reach: string;
  /** Limits of patience that were applied, in days. */
  limits: { firstScan: number; silent: number; lost: number; stuck: number };
};

type Row = { text: (w: LeadWords) => string; next: string };

const row = (text: (w: LeadWords) => string, next: string): Row => ({ text, next });
const since = (w: LeadWords): string => (w.since ? ` since ${w.since}` : "");
const on = (w: LeadWords): string => (w.since ? ` on ${w.since}` : "");
const scan = (w: LeadWords): string => (w.lastScan ? `Last scan on ${w.lastScan}.` : "There is no scan.");
const missed = (w: LeadWords): string => (w.missed ? ` Given date ${w.missed} missed.` : "");
const deadline = (w: LeadWords): string =>
  w.sendBy
    ? `fulfillBy ${w.sendBy} has passed`
    : w.missed
      ? `the given date ${w.missed} has passed`
      : "the usual handling time has passed";
const order = (w: LeadWords): string => `Fulfillment order ${w.fulfillmentOrder}`;

const NOTHING = "Nothing more is expected";
const DISPATCH = "The warehouse ships it";
const DELIVERY = "The carrier delivers it";
const DECIDE = "Decide with the shopper: send again or refund";
const ASK_CARRIER = "Ask the carrier where it is";

/** For the support lead, exact and in Shopify's terms: what is true of a group, and what should happen next. */
const GROUPS: Record<GroupSituationId, Row> = {
  awaiting_payment: row(() => "Payment is open; nothing is released for fulfillment.", "The shopper pays"),
  payment_expired: row(
    () => "The authorization expired before capture; nothing was charged.",
    "The shopper pays again",
  ),
  being_reviewed: row(
    (w) => `${order(w)}, held for risk of fraud. The shopper hears only that it is being reviewed.`,
    "Finish the review and release the hold",
  ),
  hold_address: row((w) => `${order(w)}, hold ${w.holds}.`, "The shopper confirms the address; then release the hold"),
  hold_out_of_stock: row(
    (w) => `${order(w)}, hold ${w.holds}.${missed(w)}`,
    "Restock, substitute or refund, then release",
  ),
  hold_return_items: row(
    (w) => `${order(w)}, hold ${w.holds}: an exchange waits for its return.`,
    "The shopper returns the items",
  ),
  hold_no_date: row(
    (w) => `${order(w)}, hold ${w.holds}: no delivery date can be given.`,
    "Set a date and release the hold",
  ),
  hold_brief: row(
    (w) => `${order(w)}, hold ${w.holds}: Shopify releases it by itself after the upsell page.`,
    DISPATCH,
  ),
  hold_other: row(
    (w) => `${order(w)}, hold ${w.holds}. Its note is for staff only and was not told.${missed(w)}`,
    "Settle the hold's reason and release it",
  ),
  hold_address_and_stock: row(
    (w) => `${order(w)}, holds ${w.holds}.`,
    "The shopper confirms the address; restock or refund",
  ),
  cancellation_asked: row(
    (w) => `${order(w)}: the service has not answered yet and may still ship.`,
    "The service answers",
  ),
  cancellation_refused: row((w) => `${order(w)}: the service refused to cancel and will ship.`, DISPATCH),
  partner_rejected: row(
    (w) => `${order(w)}: the service rejected the request; nobody is working on it.`,
    "Send it from elsewhere or refund",
  ),
  partner_incomplete: row(
    (w) => `${order(w)}: the service gave up with units unsent.`,
    "Send the rest from elsewhere or refund",
  ),
  scheduled: row(
    (w) => `${order(w)}, fulfillAt ${w.startsOn ?? "in the future"}.`,
    "Fulfillment begins on the planned day",
  ),
  scheduled_no_date: row((w) => `${order(w)} without fulfillAt: a pre-order of unknown date.`, "Set fulfillAt"),
  scheduled_overdue: row(
    (w) => `${order(w)}, and fulfillAt ${w.startsOn ?? ""} has passed without dispatch.`,
    DISPATCH,
  ),
  received: row((w) => `${order(w)}; nobody has begun, within handling time.`, DISPATCH),
  received_overdue: row((w) => `${order(w)}; nobody has begun and ${deadline(w)}.`, DISPATCH),
  sent_to_partner: row((w) => `${order(w)}: requested, not accepted yet, within handling time.`, "The service accepts"),
  sent_to_partner_overdue: row((w) => `${order(w)}: requested, not accepted, and ${deadline(w)}.`, "Chase the service"),
  being_prepared: row((w) => `${order(w)}; underway, within the time allowed.`, DISPATCH),
  being_prepared_overdue: row((w) => `${order(w)}; underway, but ${deadline(w)}.`, DISPATCH),
  picked: row((w) => `${order(w)}; tagged as picked.`, DISPATCH),
  packed: row((w) => `${order(w)}; tagged as packed.`, DISPATCH),
  to_ship_unknown: row(
    () => "Unfulfilled units without a readable fulfillment order.",
    "Check the order's fulfillment orders",
  ),
  pickup_preparing: row((w) => `${order(w)}; for pickup, not marked as ready.`, "Mark it as ready for pickup"),
  pickup_overdue: row((w) => `${order(w)}; for pickup, and ${deadline(w)}.`, "Mark it as ready for pickup"),
  pickup_ready: row((w) => `Ready for pickup${since(w)}.`, "The shopper collects it"),
  pickup_waiting_long: row(
    (w) => `Ready for pickup${since(w)} and not collected.`,
    "Remind the shopper, or take it back",
  ),
  collected: row((w) => `Marked as picked up${on(w)}.`, NOTHING),
  bought_in_store: row((w) => `Sold and handed over at the till${on(w)}.`, NOTHING),
  local_preparing: row((w) => `${order(w)}; local delivery, not out yet.`, "The shop's courier sets out"),
  local_overdue: row((w) => `Local delivery not confirmed and ${deadline(w)}.`, "Ask the shop's courier"),
  local_out: row((w) => `Out with the shop's own courier${since(w)}.`, "The shop's courier delivers it"),
  local_delivered: row((w) => `Delivered by the shop's own courier${on(w)}.`, NOTHING),
  label_fresh: row((w) => `Label made${on(w)}, no carrier scan yet.`, "The carrier picks it up"),
  label_stale: row(
    (w) =>
      `Label made${on(w)} and no carrier scan since: past the limit of ${String(w.limits.firstScan)} working days.${missed(w)}`,
    "Check that it was handed over; then ask the carrier",
  ),
  awaiting_first_scan: row((w) => `Fulfilled${on(w)} with a tracking number, no event yet.`, "The carrier scans it"),
  first_scan_overdue: row(
    (w) =>
      `Fulfilled${on(w)} with a tracking number and no event in ${String(w.limits.firstScan)} working days.${missed(w)}`,
    "Check that it was handed over; then ask the carrier",
  ),
  shipped_no_link: row(
    (w) => `Fulfilled${on(w)} with a number of ${w.carrier} but no link and no events.${missed(w)}`,
    DELIVERY,
  ),
  shipped_no_tracking: row(
    (w) => `Marked as fulfilled${on(w)} without tracking; nothing about the carrier is known.`,
    DELIVERY,
  ),
  shipped_no_tracking_overdue: row(
    (w) => `Marked as fulfilled${on(w)} without tracking.${missed(w)}`,
    "Ask the shopper whether it came",
  ),
  picked_up: row((w) => `${w.carrier} picked it up${on(w)}.`, DELIVERY),
  in_transit: row(
    (w) => `In transit, newest scan within ${String(w.limits.silent)} days (${w.reach}). ${scan(w)}`,
    DELIVERY,
  ),
  in_transit_running_late: row((w) => `In transit, expected later than first given.${missed(w)} ${scan(w)}`, DELIVERY),
  in_transit_past_date: row(
    (w) => `In transit past its date, with no new estimate.${missed(w)} ${scan(w)}`,
    ASK_CARRIER,
  ),
  no_recent_scan: row(
    (w) =>
      `No scan for ${String(w.limits.silent)} days or more (${w.reach}); lost after ${String(w.limits.lost)}. ${scan(w)}${missed(w)}`,
    ASK_CARRIER,
  ),
  perhaps_lost: row(
    (w) =>
      `No scan for ${String(w.limits.lost)} days or more (${w.reach}): past the lost threshold. ${scan(w)}${missed(w)}`,
    "Open a claim with the carrier; send again or refund",
  ),
  customs: row((w) => `The carrier's newest event speaks of customs. ${scan(w)}${missed(w)}`, "Customs release it"),
  customs_needs_shopper: row(
    (w) => `Customs wait for a payment or papers. ${scan(w)}${missed(w)}`,
    "The shopper answers customs",
  ),
  carrier_needs_address: row(
    (w) => `The carrier questions the address. ${scan(w)}${missed(w)}`,
    "Pass the right address on to the carrier",
  ),
  delayed: row((w) => `The carrier reported DELAYED${on(w)}.${missed(w)}`, DELIVERY),
  out_for_delivery: row(
    (w) => `OUT_FOR_DELIVERY today${w.since ? `, ${w.since}` : ""}.`,
    "The carrier delivers it today",
  ),
  out_for_delivery_overdue: row(
    (w) => `OUT_FOR_DELIVERY${since(w)}, no delivery scan.`,
    "The carrier tries again on a working day",
  ),
  out_for_delivery_stuck: row(
    (w) => `OUT_FOR_DELIVERY${since(w)}, nothing for ${String(w.limits.stuck)} days or more.${missed(w)}`,
    ASK_CARRIER,
  ),
  delivery_attempted_retry: row(
    (w) => `ATTEMPTED_DELIVERY${on(w)}; the carrier says it will try again.`,
    "The carrier tries again",
  ),
  delivery_attempted: row(
    (w) => `ATTEMPTED_DELIVERY${on(w)}, no new attempt announced.`,
    "The shopper chooses a new day or a pickup point",
  ),
  ready_at_pickup_point: row((w) => `At the carrier's pickup point${since(w)}.`, "The shopper collects it"),
  ready_at_pickup_point_long: row(
    (w) => `At the carrier's pickup point${since(w)} and not collected: it may be returned soon.`,
    "Remind the shopper to collect it",
  ),
  delivered_to_neighbor: row((w) => `DELIVERED${on(w)}; the carrier's message says to a neighbor.`, NOTHING),
  delivered_not_received: row(
    (w) => `DELIVERED${on(w)}, but tagged as not received.`,
    "Ask for proof of delivery; then send again or refund",
  ),
  delivered_recently: row((w) => `DELIVERED${on(w)}, recently enough for "it is not here".`, NOTHING),
  delivered: row((w) => `DELIVERED${w.since ? on(w) : ", of unknown date"}.`, NOTHING),
  delivery_failed: row((w) => `${w.fulfillment}: the delivery failed${on(w)}, reason not given.`, DECIDE),
  delivery_failed_address: row(
    (w) => `Delivery failed${on(w)}: the carrier could not find the address.`,
    "The shopper gives the right address",
  ),
  delivery_refused: row((w) => `The carrier reports it as refused${on(w)}.`, DECIDE),
  returned_to_sender: row((w) => `The carrier is returning it to the sender. ${scan(w)}`, DECIDE),
  returned_to_us: row((w) => `The carrier gave it back to the sender. ${scan(w)}`, DECIDE),
  label_voided: row(
    (w) => `${w.fulfillment}: the label is void, so nothing is on its way.${missed(w)}`,
    "Make a new label",
  ),
  digital_sent: row((w) => `Needs no shipping, fulfilled${on(w)}.`, NOTHING),
  digital_pending: row(() => "Needs no shipping, not fulfilled yet.", "Fulfill it"),
  removed: row(() => "Units ordered but no longer in the order, without a refund of them.", NOTHING),
  removed_refunded: row(() => "Units refunded before they were sent.", NOTHING),
  removed_cancelled: row((w) => `Units of a canceled order${on(w)}.`, NOTHING),
};

type OrderRow = { title: string; text: string };
const ORDERS: Record<keyof typeof ORDER_SITUATIONS, OrderRow> = {
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
  return_in_progress: { title: "Return in progress", text: "The order's return status says IN_PROGRESS." },
  test_order: { title: "Test order", text: "The order was placed in test mode: no money moved and nothing ships." },
  replaced: { title: "Replaced", text: "The shop tagged this order as replaced by another one." },
  partly_shipped: { title: "Partly shipped", text: "Some units were sent and some were not; see each group." },
  no_details: { title: "No details", text: "No fulfillment order, parcel or line could be read." },
};

const KINDS: Record<ExpectationKind | "deadline" | "planned" | "limit", string> = {
  carrier_estimate: "delivery by the carrier's newest estimate",
  shipment_estimate: "delivery by the fulfillment's estimate",
  checkout_promise: "delivery as promised at checkout",
  shop_estimate: "delivery by our own estimate",
  deadline: "fulfillBy of the fulfillment order",
  planned: "fulfillAt of the fulfillment order",
  limit: "the shop's own limit: worth looking into after that",
};

const RULES: Record<HeadlineRule, string> = {
  test: "A test order is nothing but that.",
  cancelled: "A cancellation outweighs whatever the parcels do.",
  replaced: "An order that the shop tagged as replaced is told as replaced.",
  refunded: "A full refund outweighs where the items are.",
  returned: "Every part has come to its end, so the return speaks.",
  nothing_known: "No part of the order could be read.",
  partly_shipped: "Something was sent and something was not; tone and turn are those of the most worrying part.",
  most_worrying: "The most worrying part speaks for the order; the first of equal ones.",
};

const CONFLICTS: Record<ConflictKind, { text: string; resolvedBy: string }> = {
  event_from_the_future: {
    text: "An event lies ahead of Shopify's clock.",
    resolvedBy: "It has not happened: the event and its estimate are left out.",
  },
  moved_after_delivery: {
    text: "There is a scan after the delivery.",
    resolvedBy: "Delivered stays delivered, as late paperwork is common; only a later failure overrules it.",
  },
  duplicate_event: {
    text: "The same event was reported more than once.",
    resolvedBy: "Of events with the same status at the same instant one counts.",
  },
  status_disagrees: {
    text: "The fulfillment's status and its newest event disagree.",
    resolvedBy: "The newest event by the time it happened decides.",
  },
  tracking_number_invalid: {
    text: "A tracking number's check digit is wrong for its carrier.",
    resolvedBy: "The number is shown as it was entered; check it for a typing error.",
  },
  several_tracking_numbers: {
    text: "The fulfillment has several tracking numbers, and Shopify doesn't say which items are under which.",
    resolvedBy: "All numbers are shown; the events are taken as those of the whole fulfillment.",
  },
  more_units_than_ordered: {
    text: "More units of a line are sent or to be sent than were ordered.",
    resolvedBy: "Parcels claim units first, then open fulfillment orders; nothing is counted beyond what was ordered.",
  },
};

const EDITED = "The order was edited after it was placed: items were added or removed.";

export const leadEn = {
  edited: EDITED,
  group: GROUPS,
  order: ORDERS,
  kind: KINDS,
  rule: RULES,
  conflict: CONFLICTS,
};
