import { ASK_CARRIER, DECIDE, DELIVERY, HANDED_OVER, NOTHING } from "./words.ts";
import { days, kept, missed, on, row, scan, since, start, workingDays } from "./words.ts";
import type { LeadRows, LeadWords } from "./words.ts";

const carrier = (w: LeadWords): string => start(w.carrier);

/** What a carrier has, had or should have. */
export const PARCELS = {
  label_fresh: row(
    (w) => `Label made${on(w)}, no carrier scan yet.`,
    (name) => `${start(name)} picks it up`,
  ),
  label_stale: row(
    (w) =>
      `Label made${on(w)} and no carrier scan since: past the limit of ${workingDays(w.limits.firstScan)}.${missed(w)}`,
    HANDED_OVER,
  ),
  awaiting_first_scan: row(
    (w) => `Marked as shipped${on(w)} with a tracking number, no scan yet.`,
    (name) => `${start(name)} scans it`,
  ),
  first_scan_overdue: row(
    (w) =>
      `Marked as shipped${on(w)} with a tracking number, and no scan within ${workingDays(w.limits.firstScan)}.${missed(w)}`,
    HANDED_OVER,
  ),
  shipped_no_link: row(
    (w) => `Marked as shipped${on(w)} with a number of ${w.carrier}, but no link and no scans.${missed(w)}`,
    DELIVERY,
  ),
  shipped_no_tracking: row(
    (w) => `Marked as shipped${on(w)} without tracking; nothing about the carrier is known.`,
    DELIVERY,
  ),
  shipped_no_tracking_overdue: row(
    (w) => `Marked as shipped${on(w)} without tracking.${missed(w)}`,
    "Ask the shopper whether it came",
  ),
  picked_up: row((w) => `${carrier(w)} picked it up${on(w)}.`, DELIVERY),
  in_transit: row(
    (w) => `In transit, and the newest scan is less than ${days(w.limits.silent)} old (${w.reach}). ${scan(w)}`,
    DELIVERY,
  ),
  in_transit_running_late: row((w) => `In transit, expected later than first given.${missed(w)} ${scan(w)}`, DELIVERY),
  in_transit_past_date: row(
    (w) => `In transit past its date, with no new estimate.${missed(w)} ${scan(w)}`,
    ASK_CARRIER,
  ),
  no_recent_scan: row(
    (w) =>
      `No scan for ${days(w.limits.silent)} or more (${w.reach}); taken for lost after ${days(w.limits.lost)}. ${scan(w)}${missed(w)}`,
    ASK_CARRIER,
  ),
  perhaps_lost: row(
    (w) => `No scan for ${days(w.limits.lost)} or more (${w.reach}): perhaps lost. ${scan(w)}${missed(w)}`,
    (name) => `Open a claim with ${name}; send again or refund`,
  ),
  customs: row((w) => `${carrier(w)}'s newest message speaks of customs. ${scan(w)}${missed(w)}`, "Customs release it"),
  customs_needs_shopper: row(
    (w) => `Customs wait for a payment or papers, by ${w.carrier}'s message. ${scan(w)}${missed(w)}`,
    "The shopper answers customs",
  ),
  carrier_needs_address: row(
    (w) => `${carrier(w)} questions the address. ${scan(w)}${missed(w)}`,
    (name) => `Pass the right address on to ${name}`,
  ),
  damaged_in_transit: row(
    (w) =>
      `${carrier(w)}'s message says that it was damaged on the way; it may still be moving. ${scan(w)}${missed(w)}`,
    (name) => `Ask ${name} what is left of it; send again or refund, and open a claim`,
  ),
  held_at_depot: row(
    (w) => `${carrier(w)} holds it, by its message, and gives no reason that could be read. ${scan(w)}${missed(w)}`,
    (name) => `Ask ${name} why it is held`,
  ),
  delayed: row((w) => `${carrier(w)} reported a delay${on(w)}.${missed(w)}`, DELIVERY),
  out_for_delivery: row(
    (w) => `Out for delivery today${w.since ? `, ${w.since}` : ""}.`,
    (name) => `${start(name)} delivers it today`,
  ),
  out_for_delivery_overdue: row(
    (w) => `Out for delivery${since(w)}, no delivery scan.`,
    (name) => `${start(name)} tries again on a working day`,
  ),
  out_for_delivery_stuck: row(
    (w) => `Out for delivery${since(w)}, nothing for ${days(w.limits.stuck)} or more.${missed(w)}`,
    ASK_CARRIER,
  ),
  delivery_attempted_retry: row(
    (w) => `${carrier(w)} tried to deliver it${on(w)} and says that it will try again.`,
    (name) => `${start(name)} tries again`,
  ),
  delivery_attempted: row(
    (w) =>
      `${carrier(w)} tried to deliver it${on(w)}${w.nobodyThere ? " and met nobody" : ""}; no new attempt is announced.${kept(w)}${missed(w)}`,
    "The shopper chooses a new day or a pickup point",
  ),
  signature_needed: row(
    (w) => `${carrier(w)} tried to deliver it${on(w)} and needs a signature.${missed(w)}`,
    "The shopper chooses a day when somebody can sign",
  ),
  ready_at_pickup_point: row(
    (w) => `Waiting for the shopper at ${w.carrier}'s pickup point${since(w)}.${kept(w)}`,
    "The shopper collects it",
  ),
  ready_at_pickup_point_long: row(
    (w) =>
      `Waiting for the shopper at ${w.carrier}'s pickup point${since(w)}, not collected.${kept(w)} It may be returned soon.`,
    "Remind the shopper to collect it",
  ),
  delivered_to_neighbor: row((w) => `Delivered${on(w)}; ${w.carrier}'s message says to a neighbor.`, NOTHING),
  delivered_not_received: row(
    (w) => `Delivered${on(w)} by ${w.carrier}'s word, but the order is tagged as not received.`,
    "Ask for proof of delivery; then send again or refund",
  ),
  delivered_recently: row((w) => `Delivered${on(w)}, recently enough for "it is not here".`, NOTHING),
  delivered: row((w) => `Delivered${w.since ? on(w) : ", on a day that is not known"}.`, NOTHING),
  delivery_failed: row((w) => `${carrier(w)} reports a failed delivery${on(w)} and gives no reason.`, DECIDE),
  delivery_failed_address: row(
    (w) => `${carrier(w)} reports a failed delivery${on(w)}: the address could not be found.`,
    "The shopper gives the right address",
  ),
  delivery_failed_damaged: row(
    (w) => `${carrier(w)} reports a failed delivery${on(w)}, and its message says that it was damaged.`,
    (name) => `Open a claim with ${name}; send again or refund`,
  ),
  delivery_refused: row((w) => `${carrier(w)} reports that it was refused${on(w)}.`, DECIDE),
  returned_to_sender: row((w) => `${carrier(w)} is returning it to the sender. ${scan(w)}`, DECIDE),
  returned_to_us: row((w) => `${carrier(w)} gave it back to the sender. ${scan(w)}`, DECIDE),
  label_voided: row((w) => `The shipping label is void, so nothing is on its way.${missed(w)}`, "Make a new label"),
} satisfies LeadRows;
