import { dayIn, daysBetween } from "./calendar.ts";
import { carrierDaysBetween, shopDaysBetween } from "./dates.ts";
import type { Expectation } from "./dates.ts";
import type { NextStep, When } from "./explained.ts";
import type { Dated, Judging } from "./judging.ts";
import { leadCarrier } from "./lead-words.ts";
import type { JudgedGroup } from "./order-situation.ts";
import { meaningOf } from "./situation-ids.ts";
import type { GroupSituationId } from "./situation-ids.ts";
import type { OrderRules } from "./rules.ts";
import type { Teller } from "./tell.ts";
import { leadEn } from "./texts.lead.en.ts";

type Reach = "domestic" | "international";

/** How long a situation may go on before it becomes another, more worrying one, counted from a sign of the group. */
type Patience = {
  days: (rules: OrderRules, reach: Reach) => number;
  /** Whose days count. */
  of: "calendar" | "shop" | "carrier";
  from: "since" | "lastScan";
};

const calendar = (days: Patience["days"], from: Patience["from"]): Patience => ({ days, of: "calendar", from });
const working = (of: "shop" | "carrier", days: Patience["days"]): Patience => ({ days, of, from: "since" });
const silent = calendar((rules, reach) => rules.silentDays[reach] - 1, "lastScan");
const lost = calendar((rules, reach) => rules.lostDays[reach] - 1, "lastScan");

const PATIENCE: Partial<Record<GroupSituationId, Patience>> = {
  received: working("shop", (rules) => rules.handlingWorkingDays),
  sent_to_partner: working("shop", (rules) => rules.handlingWorkingDays),
  being_prepared: working("shop", (rules) => rules.preparingWorkingDays),
  pickup_preparing: working("shop", (rules) => rules.handlingWorkingDays),
  local_preparing: working("shop", (rules) => rules.handlingWorkingDays),
  label_fresh: working("carrier", (rules) => rules.firstScanWorkingDays),
  awaiting_first_scan: working("carrier", (rules) => rules.firstScanWorkingDays),
  pickup_ready: calendar((rules) => rules.longPickupDays - 1, "since"),
  ready_at_pickup_point: calendar((rules) => rules.longPickupDays - 1, "since"),
  picked_up: silent,
  in_transit: silent,
  in_transit_running_late: silent,
  in_transit_past_date: silent,
  delayed: silent,
  customs: silent,
  customs_needs_shopper: lost,
  carrier_needs_address: lost,
  held_at_depot: lost,
  no_recent_scan: lost,
  out_for_delivery: calendar((rules) => rules.stuckOutForDeliveryDays - 1, "since"),
  out_for_delivery_overdue: calendar((rules) => rules.stuckOutForDeliveryDays - 1, "since"),
  out_for_delivery_stuck: calendar((rules, reach) => rules.lostDays[reach] - 1, "since"),
};

/** A date of an expectation, a deadline or a plan, in words and with its source. */
export function when(dated: Dated, teller: Teller): When {
  return { at: dated.at.toISOString(), text: teller.date(dated.at, dated.source), source: dated.source };
}

/**
 * What should happen next to a group, and by when at the latest: the best date from the ladder, else the day it is
 * planned for or due, else the last day of the shop's own patience. Never a day that has passed; null once it is over.
 */
export function nextStep(judged: JudgedGroup, judging: Judging, teller: Teller): NextStep | null {
  const { situation } = judged;
  if (meaningOf(situation.id).over) return null;
  const what = leadEn.group[situation.id].next(leadCarrier(judged));
  const today = dayIn(judging.now, judging.timeZone);
  const ahead = (dated: Dated | null): Dated | null =>
    dated !== null && dayIn(dated.at, judging.timeZone) >= today ? dated : null;
  const dated = (kind: NonNullable<NextStep["kind"]>, by: Dated, from: Expectation["from"] = null): NextStep => ({
    what,
    from: from && dayIn(from.at, judging.timeZone) >= today ? when(from, teller) : null,
    by: when(by, teller),
    kind,
    kindText: leadEn.kind[kind],
  });
  const planned = ahead(situation.startsOn);
  if (planned) return dated("planned", planned);
  const kept = ahead(situation.said.until);
  if (kept && meaningOf(situation.id).turn === "shopper") return dated("kept", kept);
  const due = ahead(situation.sendBy);
  if (due) return dated("deadline", due);
  const { next } = situation.outlook;
  if (next) return dated(next.kind, next.to, next.from);
  const limit = limitOf(judged, judging, today);
  if (limit) return dated("limit", limit);
  return { what, from: null, by: null, kind: null, kindText: null };
}

/** The last day on which a situation is still what it is, as far as the shop's limits say. */
function limitOf({ group, situation }: JudgedGroup, judging: Judging, today: string): Dated | null {
  const patience = PATIENCE[situation.id];
  const begin = patience?.from === "lastScan" ? (situation.lastScan ?? situation.since) : situation.since;
  if (!patience || !begin) return null;
  const beginDay = dayIn(begin.at, judging.timeZone);
  const days = patience.days(judging.rules, situation.reach ?? "international");
  const origin = group.fulfillmentOrder?.location?.countryCode ?? null;
  const count = (day: string): number => {
    if (patience.of === "calendar") return daysBetween(beginDay, day);
    const between = patience.of === "shop" ? shopDaysBetween : carrierDaysBetween;
    return between(judging, origin, beginDay, day);
  };
  // Weekends and holidays do not more than double a count of working days, give or take a fortnight.
  const most = days * 2 + 14;
  let at = begin.at;
  for (let step = 1; step <= most; step++) {
    const later = new Date(begin.at.getTime() + step * 86_400_000);
    if (count(dayIn(later, judging.timeZone)) > days) break;
    at = later;
  }
  return dayIn(at, judging.timeZone) < today ? null : { at, source: begin.source };
}
