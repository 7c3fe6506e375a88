import type { Tone } from "./facts.ts";

type Turn = "merchant" | "carrier" | "shopper" | "nobody";

/**
 * What each situation means for the shopper: how good the news is, whose turn it is, and whether it is over.
 * `over`: nothing more is expected to happen by itself.
 */
type Meaning = { tone: Tone; turn: Turn; over: boolean };

const is = (tone: Tone, turn: Turn, over = false): Meaning => ({ tone, turn, over });

/** Situations of a group of items. */
export const GROUP_SITUATIONS = {
  // Not on the way yet
  awaiting_payment: is("warn", "shopper"),
  payment_expired: is("warn", "shopper"),
  being_reviewed: is("neutral", "merchant"),
  hold_address: is("warn", "shopper"),
  hold_out_of_stock: is("warn", "merchant"),
  hold_return_items: is("warn", "shopper"),
  hold_no_date: is("warn", "merchant"),
  hold_brief: is("neutral", "merchant"),
  hold_other: is("warn", "merchant"),
  hold_address_and_stock: is("warn", "shopper"),
  cancellation_asked: is("neutral", "merchant"),
  cancellation_refused: is("neutral", "merchant"),
  partner_rejected: is("warn", "merchant"),
  partner_incomplete: is("warn", "merchant"),
  scheduled: is("neutral", "merchant"),
  scheduled_no_date: is("neutral", "merchant"),
  scheduled_overdue: is("warn", "merchant"),
  received: is("neutral", "merchant"),
  received_overdue: is("warn", "merchant"),
  sent_to_partner: is("neutral", "merchant"),
  sent_to_partner_overdue: is("warn", "merchant"),
  being_prepared: is("neutral", "merchant"),
  being_prepared_overdue: is("warn", "merchant"),
  picked: is("neutral", "merchant"),
  packed: is("neutral", "merchant"),
  to_ship_unknown: is("neutral", "merchant"),
  // Collected by the shopper, or brought by the shop
  pickup_preparing: is("neutral", "merchant"),
  pickup_overdue: is("warn", "merchant"),
  pickup_ready: is("good", "shopper"),
  pickup_waiting_long: is("warn", "shopper"),
  collected: is("good", "nobody", true),
  bought_in_store: is("good", "nobody", true),
  local_preparing: is("neutral", "merchant"),
  local_overdue: is("warn", "merchant"),
  local_out: is("good", "merchant"),
  local_delivered: is("good", "nobody", true),
  // Parcels
  label_fresh: is("neutral", "carrier"),
  label_stale: is("warn", "merchant"),
  awaiting_first_scan: is("neutral", "carrier"),
  first_scan_overdue: is("warn", "merchant"),
  shipped_no_link: is("neutral", "carrier"),
  shipped_no_tracking: is("neutral", "carrier"),
  shipped_no_tracking_overdue: is("warn", "merchant"),
  picked_up: is("neutral", "carrier"),
  in_transit: is("good", "carrier"),
  in_transit_running_late: is("warn", "carrier"),
  in_transit_past_date: is("warn", "carrier"),
  no_recent_scan: is("warn", "carrier"),
  perhaps_lost: is("problem", "merchant"),
  customs: is("neutral", "carrier"),
  customs_needs_shopper: is("warn", "shopper"),
  carrier_needs_address: is("warn", "shopper"),
  delayed: is("warn", "carrier"),
  out_for_delivery: is("good", "carrier"),
  out_for_delivery_overdue: is("warn", "carrier"),
  out_for_delivery_stuck: is("problem", "merchant"),
  delivery_attempted_retry: is("warn", "carrier"),
  delivery_attempted: is("warn", "shopper"),
  ready_at_pickup_point: is("good", "shopper"),
  delivered_to_neighbor: is("good", "nobody", true),
  delivered_not_received: is("problem", "merchant"),
  delivered_recently: is("good", "nobody", true),
  delivered: is("good", "nobody", true),
  delivery_failed: is("problem", "merchant"),
  delivery_failed_address: is("problem", "shopper"),
  delivery_refused: is("problem", "merchant"),
  returned_to_sender: is("problem", "merchant"),
  returned_to_us: is("problem", "merchant"),
  label_voided: is("warn", "merchant"),
  // Nothing travels
  digital_sent: is("good", "nobody", true),
  digital_pending: is("neutral", "merchant"),
  removed: is("neutral", "nobody", true),
  removed_refunded: is("neutral", "nobody", true),
  removed_cancelled: is("neutral", "nobody", true),
} as const satisfies Record<string, Meaning>;

export type GroupSituationId = keyof typeof GROUP_SITUATIONS;

/** Situations of a whole order that outweigh those of its groups, or stand in when there are no groups. */
export const ORDER_SITUATIONS = {
  cancelled_refunded: is("neutral", "nobody", true),
  cancelled_partly_refunded: is("neutral", "nobody", true),
  cancelled_refund_on_its_way: is("neutral", "nobody"),
  cancelled_refund_pending: is("warn", "merchant"),
  /** In a list, where refunds on their way are not known. */
  cancelled: is("neutral", "nobody", true),
  cancelled_not_charged: is("neutral", "nobody", true),
  refunded: is("neutral", "nobody", true),
  exchange_awaiting_return: is("neutral", "shopper"),
  return_requested: is("neutral", "merchant"),
  return_approved: is("neutral", "shopper"),
  return_in_transit: is("neutral", "carrier"),
  return_received: is("neutral", "merchant"),
  return_inspected: is("neutral", "merchant"),
  return_completed: is("good", "nobody", true),
  return_declined: is("neutral", "nobody", true),
  return_in_progress: is("neutral", "nobody"),
  test_order: is("neutral", "nobody", true),
  replaced: is("neutral", "nobody", true),
  partly_shipped: is("neutral", "merchant"),
  no_details: is("neutral", "merchant"),
} as const satisfies Record<string, Meaning>;

export type OrderSituationId = keyof typeof ORDER_SITUATIONS | GroupSituationId;

export function meaningOf(id: OrderSituationId): Meaning {
  return { ...ORDER_SITUATIONS, ...GROUP_SITUATIONS }[id];
}

const WORRY: readonly Tone[] = ["good", "neutral", "warn", "problem"];

/** Order of tones by how much they ask to be told first. */
export function worry(tone: Tone): number {
  return WORRY.indexOf(tone);
}
