import { dayIn } from "./calendar.ts";
import type { ShopDates } from "./estimates/estimate.ts";
import { groupItems } from "./groups.ts";
import type { Group } from "./groups.ts";
import { NOTHING_KNOWN, isUnpaid, zoneOf } from "./judging.ts";
import type { GroupSituation, Judging } from "./judging.ts";
import type { Notice } from "./notices.ts";
import { withOwnEstimate } from "./own-estimate.ts";
import { parcelSituation } from "./parcel-situation.ts";
import { mergeWaiting } from "./merge-waiting.ts";
import { orderSituation } from "./order-situation.ts";
import type { JudgedGroup, OrderSituation } from "./order-situation.ts";
import { rulesOf } from "./shop-settings.ts";
import { meaningOf, moreWorrying } from "./situation-ids.ts";
import type { GroupSituationId } from "./situation-ids.ts";
import type { OrderSnapshot } from "./snapshot.ts";
import { waitingSituation } from "./waiting-situation.ts";

/** Everything that is true about an order at one moment. `timeZone` is the one that days are told and counted in. */
export type Situations = { order: OrderSituation; groups: JudgedGroup[]; judging: Judging };

/** What a shop has set and learnt about how long things take, and its time zone; notices come and go beside it. */
export type SituationSettings = Omit<ShopDates, "notices">;

/**
 * What is going on with an order at `now` (Shopify's time): one situation for each group of its units, with since when,
 * the date to come, whose turn it is, how worrying it is and which reasons it bears out; and the one that heads the order,
 * by the rule at `orderSituation`. Pure and total: whatever Shopify answered has a situation.
 */
export function situations(
  snapshot: OrderSnapshot,
  settings: SituationSettings,
  notices: readonly Notice[],
  now: Date,
): Situations {
  return judgeOrder(snapshot, {
    now,
    timeZone: zoneOf(snapshot, settings.timeZone),
    rules: rulesOf(settings.settings),
    dates: { ...settings, notices },
  });
}

/** The same under conditions that are made already. Pure and total: one situation for each group, and one headline. */
export function judgeOrder(snapshot: OrderSnapshot, judging: Judging): Situations {
  const judged = groupItems(snapshot).map((group): JudgedGroup => {
    const situation = groupSituation(group, snapshot, judging);
    return { group, situation, ...sharpened(situation, judging) };
  });
  const groups = mergeWaiting(judged, judging.timeZone);
  return { order: orderSituation(snapshot, groups, judging.rules), groups, judging };
}

/** Nothing was to be sent before the shopper did something, so no promise is broken meanwhile. */
const UNTIL_THE_SHOPPER_ACTS: ReadonlySet<GroupSituationId> = new Set([
  "awaiting_payment",
  "payment_expired",
  "hold_return_items",
]);

/**
 * How worrying a group is: what its situation says, and more when a date was missed. A promise that has passed, or any
 * date that has passed with no new one, is late; a promise that will be missed, or an estimate that was, is to be watched.
 * What is over, or waits for the shopper with good news, is not late anymore; what the shopper holds up isn't late yet.
 */
function sharpened(situation: GroupSituation, { now, timeZone }: Judging): Pick<JudgedGroup, "worry" | "reasons"> {
  const { worry, reasons, tone, turn, over } = meaningOf(situation.id);
  const { next, missed } = situation.outlook;
  if (missed === null || over || UNTIL_THE_SHOPPER_ACTS.has(situation.id) || (tone === "good" && turn === "shopper"))
    return { worry, reasons };
  const passed = dayIn(missed.to.at, timeZone) < dayIn(now, timeZone);
  const isLate = passed && (next === null || missed.kind === "checkout_promise");
  if (!isLate) return { worry: moreWorrying(worry, "watch"), reasons };
  return {
    worry: moreWorrying(worry, "late"),
    reasons: reasons.includes("late") ? reasons : [...reasons, "late"],
  };
}

/** Judges one group. Total: every group has exactly one situation. */
function groupSituation(group: Group, snapshot: OrderSnapshot, judging: Judging): GroupSituation {
  if (group.kind === "no_shipping") {
    if (!group.sent) return { ...NOTHING_KNOWN, id: isUnpaid(snapshot) ? "awaiting_payment" : "digital_pending" };
    const { parcel } = group;
    const since = parcel && { at: parcel.createdAt, source: `fulfillments[${String(parcel.index)}].createdAt` };
    return { ...NOTHING_KNOWN, id: "digital_sent", since };
  }
  if (group.kind === "removed") {
    if (snapshot.cancelledAt !== null) {
      return { ...NOTHING_KNOWN, id: "removed_cancelled", since: { at: snapshot.cancelledAt, source: "cancelledAt" } };
    }
    const refunded = group.items.some((item) =>
      snapshot.refunds.some((refund) => refund.lines.some((line) => line.lineId === item.line.id)),
    );
    return { ...NOTHING_KNOWN, id: refunded ? "removed_refunded" : "removed" };
  }
  const judged = group.parcel ? parcelSituation(group, snapshot, judging) : waitingSituation(group, snapshot, judging);
  return withOwnEstimate(judged, group, snapshot, judging);
}
