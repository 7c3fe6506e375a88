import { dayIn } from "./calendar.ts";
import { estimateDelivery } from "./estimates/estimate.ts";
import type { EstimateSubject } from "./estimates/estimate.ts";
import type { Group } from "./groups.ts";
import { meansOf } from "./judging.ts";
import type { GroupSituation, Judging } from "./judging.ts";
import type { GroupSituationId } from "./situation-ids.ts";
import type { OrderSnapshot } from "./snapshot.ts";
import { noonOf } from "./working-days.ts";

/**
 * Situations in which things go their usual way, so that usual times say something. What is on hold, overdue, lost or
 * comes back arrives when somebody has done something about it, and no figure foretells that.
 */
const USUAL: ReadonlySet<GroupSituationId> = new Set([
  "received",
  "hold_brief",
  "sent_to_partner",
  "cancellation_refused",
  "being_prepared",
  "picked",
  "packed",
  "scheduled",
  "label_fresh",
  "awaiting_first_scan",
  "shipped_no_link",
  "shipped_no_tracking",
  "picked_up",
  "in_transit",
]);

/** Adds the last rung of the ladder of dates: the shop's own estimate, where nobody gave a date that still holds. */
export function withOwnEstimate(
  situation: GroupSituation,
  group: Group,
  snapshot: OrderSnapshot,
  judging: Judging,
): GroupSituation {
  const { now, timeZone, dates } = judging;
  if (!dates || situation.outlook.next !== null || situation.outlook.missed !== null) return situation;
  if (!USUAL.has(situation.id) || meansOf(group) !== "carrier") return situation;
  const subject = subjectOf(situation, group, snapshot, now);
  if (subject.destination === null) return situation;
  const window = estimateDelivery(subject, dates, now, dayIn(now, timeZone));
  if (!window) return situation;
  const source = window.samples > 0 ? `shopEstimate(${String(window.samples)} deliveries)` : "shopEstimate(settings)";
  const at = (day: string): { at: Date; source: string } => ({ at: noonOf(day, timeZone), source });
  const from = window.from < window.to ? at(window.from) : null;
  return { ...situation, outlook: { next: { kind: "shop_estimate", from, to: at(window.to) }, missed: null } };
}

function subjectOf(situation: GroupSituation, group: Group, snapshot: OrderSnapshot, now: Date): EstimateSubject {
  const order = group.fulfillmentOrder;
  return {
    method: order?.methodName ?? snapshot.shippingTitle,
    location: order?.location?.name ?? null,
    carrier: group.parcel?.tracking.find((tracking) => tracking.company !== null)?.company ?? null,
    origin: order?.location?.countryCode ?? null,
    destination: snapshot.destination?.countryCode ?? null,
    beginsAt: situation.startsOn?.at ?? snapshot.placedAt,
    leftAt: leftAt(situation, group, now),
  };
}

/** When the carrier had it first. A label alone has gone nowhere: it leaves today at the earliest. */
function leftAt(situation: GroupSituation, { parcel }: Group, now: Date): Date | null {
  if (!parcel) return null;
  if (situation.stage === "label") return now;
  const moved = situation.events.filter(
    (event) => event.status === "CARRIER_PICKED_UP" || event.status === "IN_TRANSIT",
  );
  return moved.at(-1)?.happenedAt ?? parcel.inTransitAt ?? parcel.createdAt;
}
