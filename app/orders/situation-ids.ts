import type { Tone } from "./facts.ts";

export type Turn = "merchant" | "carrier" | "shopper" | "nobody";

/** How worried to be: `watch` may go wrong, `late` is later than it should be, `problem` will not come right by itself. */
export type WorryLevel = "fine" | "watch" | "late" | "problem";

/** Reasons for which shoppers ask for something. */
export type Reason =
  | "wrong_item"
  | "missing_item"
  | "damaged"
  | "defective"
  | "lost"
  | "not_received"
  | "late"
  | "changed_mind"
  | "cancel"
  | "change_address"
  | "change_items";

/**
 * What each situation means: how good the news is, how worried to be, whose turn it is, which reasons for a resolution
 * its facts bear out, and whether it is over. `over`: nothing more is expected to happen by itself.
 */
type Meaning = { tone: Tone; worry: WorryLevel; turn: Turn; reasons: readonly Reason[]; over: boolean };

const is = (tone: Tone, level: WorryLevel, turn: Turn, reasons: readonly Reason[], over = false): Meaning => ({
  tone,
  worry: level,
  turn,
  reasons,
  over,
});

/** Nobody has begun with it: everything can still be changed. Somebody has: only its lateness can be made good. */
const CHANGEABLE = ["cancel", "change_address", "change_items"] as const;
const CHANGEABLE_LATE = [...CHANGEABLE, "late"] as const;
const LATE = ["late"] as const;
const NONE = [] as const;
/** It is with the shopper: anything may be wrong with it. */
const GOODS = ["wrong_item", "missing_item", "damaged", "defective", "changed_mind"] as const;
const DELIVERED = ["not_received", ...GOODS] as const;
/** The carrier itself says that it is broken. */
const BROKEN = ["damaged", "lost", "late"] as const;
/** It will not arrive by itself. */
const UNDELIVERED = ["not_received", "late", "change_address", "changed_mind"] as const;

/** Situations of a group of items. */
export const GROUP_SITUATIONS = {
  // Not on the way yet
  awaiting_payment: is("warn", "watch", "shopper", CHANGEABLE),
  payment_expired: is("warn", "watch", "shopper", CHANGEABLE),
  being_reviewed: is("neutral", "watch", "merchant", CHANGEABLE),
  hold_address: is("warn", "watch", "shopper", CHANGEABLE),
  hold_out_of_stock: is("warn", "watch", "merchant", CHANGEABLE_LATE),
  hold_return_items: is("warn", "watch", "shopper", NONE),
  hold_no_date: is("warn", "watch", "merchant", CHANGEABLE_LATE),
  hold_brief: is("neutral", "fine", "merchant", CHANGEABLE),
  hold_other: is("warn", "watch", "merchant", CHANGEABLE),
  hold_address_and_stock: is("warn", "watch", "shopper", CHANGEABLE_LATE),
  cancellation_asked: is("neutral", "watch", "merchant", NONE),
  cancellation_refused: is("neutral", "fine", "merchant", NONE),
  partner_rejected: is("warn", "problem", "merchant", CHANGEABLE_LATE),
  partner_incomplete: is("warn", "problem", "merchant", CHANGEABLE_LATE),
  scheduled: is("neutral", "fine", "merchant", CHANGEABLE),
  scheduled_no_date: is("neutral", "watch", "merchant", CHANGEABLE),
  scheduled_overdue: is("warn", "late", "merchant", CHANGEABLE_LATE),
  received: is("neutral", "fine", "merchant", CHANGEABLE),
  received_overdue: is("warn", "late", "merchant", CHANGEABLE_LATE),
  sent_to_partner: is("neutral", "fine", "merchant", CHANGEABLE),
  sent_to_partner_overdue: is("warn", "late", "merchant", CHANGEABLE_LATE),
  being_prepared: is("neutral", "fine", "merchant", NONE),
  being_prepared_overdue: is("warn", "late", "merchant", LATE),
  picked: is("neutral", "fine", "merchant", NONE),
  packed: is("neutral", "fine", "merchant", NONE),
  to_ship_unknown: is("neutral", "watch", "merchant", NONE),
  // Collected by the shopper, or brought by the shop
  pickup_preparing: is("neutral", "fine", "merchant", CHANGEABLE),
  pickup_overdue: is("warn", "late", "merchant", CHANGEABLE_LATE),
  pickup_ready: is("good", "fine", "shopper", CHANGEABLE),
  pickup_waiting_long: is("warn", "watch", "shopper", CHANGEABLE),
  collected: is("good", "fine", "nobody", GOODS, true),
  bought_in_store: is("good", "fine", "nobody", GOODS, true),
  local_preparing: is("neutral", "fine", "merchant", CHANGEABLE),
  local_overdue: is("warn", "late", "merchant", CHANGEABLE_LATE),
  local_out: is("good", "fine", "merchant", NONE),
  local_delivered: is("good", "fine", "nobody", DELIVERED, true),
  // Parcels
  label_fresh: is("neutral", "fine", "carrier", NONE),
  label_stale: is("warn", "late", "merchant", LATE),
  awaiting_first_scan: is("neutral", "fine", "carrier", NONE),
  first_scan_overdue: is("warn", "late", "merchant", LATE),
  shipped_no_link: is("neutral", "fine", "carrier", NONE),
  shipped_no_tracking: is("neutral", "fine", "carrier", NONE),
  shipped_no_tracking_overdue: is("warn", "late", "merchant", ["not_received", "late"]),
  picked_up: is("neutral", "fine", "carrier", NONE),
  in_transit: is("good", "fine", "carrier", NONE),
  in_transit_running_late: is("warn", "watch", "carrier", NONE),
  in_transit_past_date: is("warn", "late", "carrier", LATE),
  no_recent_scan: is("warn", "watch", "carrier", NONE),
  perhaps_lost: is("problem", "problem", "merchant", ["lost", "late"]),
  customs: is("neutral", "watch", "carrier", NONE),
  customs_needs_shopper: is("warn", "watch", "shopper", NONE),
  carrier_needs_address: is("warn", "watch", "shopper", ["change_address"]),
  damaged_in_transit: is("problem", "problem", "merchant", BROKEN),
  held_at_depot: is("warn", "watch", "carrier", NONE),
  delayed: is("warn", "watch", "carrier", NONE),
  out_for_delivery: is("good", "fine", "carrier", NONE),
  out_for_delivery_overdue: is("warn", "watch", "carrier", NONE),
  out_for_delivery_stuck: is("problem", "problem", "merchant", ["not_received", "late"]),
  delivery_attempted_retry: is("warn", "watch", "carrier", NONE),
  delivery_attempted: is("warn", "watch", "shopper", ["change_address"]),
  signature_needed: is("warn", "watch", "shopper", ["change_address"]),
  ready_at_pickup_point: is("good", "fine", "shopper", NONE),
  ready_at_pickup_point_long: is("warn", "watch", "shopper", NONE),
  delivered_to_neighbor: is("good", "fine", "nobody", DELIVERED, true),
  delivered_not_received: is("problem", "problem", "merchant", DELIVERED),
  delivered_recently: is("good", "fine", "nobody", DELIVERED, true),
  delivered: is("good", "fine", "nobody", DELIVERED, true),
  delivery_failed: is("problem", "problem", "merchant", UNDELIVERED),
  delivery_failed_address: is("problem", "problem", "shopper", UNDELIVERED),
  delivery_failed_damaged: is("problem", "problem", "merchant", [...UNDELIVERED, "damaged", "lost"]),
  delivery_refused: is("problem", "problem", "merchant", UNDELIVERED),
  returned_to_sender: is("problem", "problem", "merchant", UNDELIVERED),
  returned_to_us: is("problem", "problem", "merchant", UNDELIVERED),
  label_voided: is("warn", "late", "merchant", CHANGEABLE_LATE),
  // Nothing travels
  digital_sent: is("good", "fine", "nobody", ["not_received", "wrong_item", "defective"], true),
  digital_pending: is("neutral", "watch", "merchant", CHANGEABLE),
  removed: is("neutral", "fine", "nobody", NONE, true),
  removed_refunded: is("neutral", "fine", "nobody", NONE, true),
  removed_cancelled: is("neutral", "fine", "nobody", NONE, true),
} as const satisfies Record<string, Meaning>;

export type GroupSituationId = keyof typeof GROUP_SITUATIONS;

/** Situations of a whole order that outweigh those of its groups, or stand in when there are no groups. */
export const ORDER_SITUATIONS = {
  cancelled_refunded: is("neutral", "fine", "nobody", NONE, true),
  cancelled_partly_refunded: is("neutral", "fine", "nobody", NONE, true),
  cancelled_refund_on_its_way: is("neutral", "fine", "nobody", NONE),
  cancelled_refund_pending: is("warn", "late", "merchant", NONE),
  /** Nothing is known of its money: Shopify gives no payment state, or a list leaves refunds out. */
  cancelled: is("neutral", "fine", "nobody", NONE, true),
  cancelled_not_charged: is("neutral", "fine", "nobody", NONE, true),
  refunded: is("neutral", "fine", "nobody", NONE, true),
  exchange_awaiting_return: is("neutral", "watch", "shopper", NONE),
  return_requested: is("neutral", "watch", "merchant", NONE),
  return_approved: is("neutral", "watch", "shopper", NONE),
  return_in_transit: is("neutral", "fine", "carrier", NONE),
  return_received: is("neutral", "fine", "merchant", NONE),
  return_inspected: is("neutral", "fine", "merchant", NONE),
  return_completed: is("good", "fine", "nobody", NONE, true),
  return_declined: is("neutral", "fine", "nobody", NONE, true),
  /** In a list alone, where an order says only that it has an open return. */
  return_in_progress: is("neutral", "fine", "nobody", NONE),
  test_order: is("neutral", "fine", "nobody", NONE, true),
  replaced: is("neutral", "fine", "nobody", NONE, true),
  partly_shipped: is("neutral", "fine", "merchant", NONE),
  /** In a list alone, of an order without fulfillment orders and parcels: read in full, each line says something. */
  no_details: is("neutral", "watch", "merchant", NONE),
} as const satisfies Record<string, Meaning>;

export type OrderSituationId = keyof typeof ORDER_SITUATIONS | GroupSituationId;

const ALL: Readonly<Record<OrderSituationId, Meaning>> = { ...ORDER_SITUATIONS, ...GROUP_SITUATIONS };

export function meaningOf(id: OrderSituationId): Meaning {
  return ALL[id];
}

const WORRY: readonly Tone[] = ["good", "neutral", "warn", "problem"];

const LEVELS: readonly WorryLevel[] = ["fine", "watch", "late", "problem"];

/** Order of worry levels: 0 for fine, 3 for a problem. */
export function levelOf(level: WorryLevel): number {
  return LEVELS.indexOf(level);
}

export function moreWorrying(a: WorryLevel, b: WorryLevel): WorryLevel {
  return levelOf(b) > levelOf(a) ? b : a;
}

/** Order of tones by how much they ask to be told first. */
export function worry(tone: Tone): number {
  return WORRY.indexOf(tone);
}
