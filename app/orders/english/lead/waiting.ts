import { DISPATCH, NOTHING, deadline, held, missed, on, ordered, row, since } from "./words.ts";
import type { LeadRows } from "./words.ts";

/** What is still with the shop, or brought by it. */
export const WAITING = {
  awaiting_payment: row(() => "The payment is open, so nothing can be sent yet.", "The shopper pays"),
  payment_expired: row(
    () => "The payment's authorization expired before it was captured; nothing was charged.",
    "The shopper pays again",
  ),
  being_reviewed: row(
    (w) => `${held(w)}. The shopper hears only that it is being reviewed.`,
    "Finish the review and release the hold",
  ),
  hold_address: row((w) => `${held(w)}.${missed(w)}`, "The shopper confirms the address; then release the hold"),
  hold_out_of_stock: row((w) => `${held(w)}.${missed(w)}`, "Restock, substitute or refund, then release the hold"),
  hold_return_items: row((w) => `${held(w)}, as this is an exchange.`, "The shopper returns the items"),
  hold_no_date: row((w) => `${held(w)}.`, "Set a date and release the hold"),
  hold_brief: row((w) => `${held(w)}. Shopify releases it by itself after the page that makes the offer.`, DISPATCH),
  hold_other: row(
    (w) => `${held(w)}. A note about it is for staff only and was not told.${missed(w)}`,
    "Settle the hold's reason and release it",
  ),
  hold_address_and_stock: row((w) => `${held(w)}.${missed(w)}`, "The shopper confirms the address; restock or refund"),
  cancellation_asked: row(
    () => "The fulfillment service was asked to cancel, has not answered yet and may still ship.",
    "The fulfillment service answers",
  ),
  cancellation_refused: row(() => "The fulfillment service refused to cancel and will ship.", DISPATCH),
  partner_rejected: row(
    () => "The fulfillment service rejected the request, so nobody is working on it.",
    "Send it from elsewhere or refund",
  ),
  partner_incomplete: row(
    () => "The fulfillment service closed its work without sending everything.",
    "Send the rest from elsewhere or refund",
  ),
  scheduled: row(
    (w) => `Scheduled; preparation begins ${w.startsOn ? `on ${w.startsOn}` : "later"}.`,
    "Preparation begins on the planned day",
  ),
  scheduled_no_date: row(() => "Scheduled without a day: a pre-order of unknown date.", "Set the day it can be sent"),
  scheduled_overdue: row(
    (w) => `Scheduled${w.startsOn ? ` for ${w.startsOn}` : ""}; that day has passed and nothing was sent.`,
    DISPATCH,
  ),
  received: row((w) => `${ordered(w)}; nobody has begun, and it is not overdue.`, DISPATCH),
  received_overdue: row((w) => `${ordered(w)}; nobody has begun, and ${deadline(w)}.`, DISPATCH),
  sent_to_partner: row(
    (w) => `${ordered(w)}; the fulfillment service was asked and has not accepted yet. It is not overdue.`,
    "The fulfillment service accepts",
  ),
  sent_to_partner_overdue: row(
    (w) => `${ordered(w)}; the fulfillment service was asked and has not accepted, and ${deadline(w)}.`,
    "Chase the fulfillment service",
  ),
  being_prepared: row((w) => `${prepared(w)}, and it is not overdue.`, DISPATCH),
  being_prepared_overdue: row((w) => `${prepared(w)}, but ${deadline(w)}.`, DISPATCH),
  picked: row((w) => `${ordered(w)}; the shop has marked it as picked.`, DISPATCH),
  packed: row((w) => `${ordered(w)}; the shop has marked it as packed.`, DISPATCH),
  to_ship_unknown: row(
    () => "There are unfulfilled units, but the fulfillment order they belong to can't be read.",
    "Check the order's fulfillment orders",
  ),
  pickup_preparing: row((w) => `${ordered(w)}; for pickup, not marked as ready.`, "Mark it as ready for pickup"),
  pickup_overdue: row(
    (w) => `${ordered(w)}; for pickup, not marked as ready, and ${deadline(w)}.`,
    "Mark it as ready for pickup",
  ),
  pickup_ready: row((w) => `Ready for pickup${since(w)}.`, "The shopper collects it"),
  pickup_waiting_long: row(
    (w) => `Ready for pickup${since(w)} and not collected.`,
    "Remind the shopper, or take it back",
  ),
  collected: row((w) => `Marked as picked up${on(w)}.`, NOTHING),
  bought_in_store: row((w) => `Sold and handed over at the till${on(w)}.`, NOTHING),
  local_preparing: row((w) => `For local delivery, not out yet${since(w)}.`, "The shop's courier sets out"),
  local_overdue: row((w) => `Local delivery is not confirmed, and ${deadline(w)}.`, "Ask the shop's courier"),
  local_out: row((w) => `Out with the shop's own courier${since(w)}.`, "The shop's courier delivers it"),
  local_delivered: row((w) => `Delivered by the shop's own courier${on(w)}.`, NOTHING),
  digital_sent: row((w) => `Needs no shipping, fulfilled${on(w)}.`, NOTHING),
  digital_pending: row(() => "Needs no shipping, not fulfilled yet.", "Fulfill it"),
  removed: row(() => "Units ordered but no longer in the order, without a refund of them.", NOTHING),
  removed_refunded: row(() => "Units refunded before they were sent.", NOTHING),
  removed_cancelled: row((w) => `Units of an order that was canceled${on(w)}.`, NOTHING),
} satisfies LeadRows;

function prepared(w: Parameters<typeof ordered>[0]): string {
  return `${ordered(w)}; ${w.byService ? "the fulfillment service" : "somebody"} is working on it`;
}
