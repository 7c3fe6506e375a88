import type { CardStep } from "./facts.ts";
import type { Group } from "./groups.ts";
import type { Dated, GroupSituation } from "./judging.ts";
import { meaningOf } from "./situation-ids.ts";
import type { OrderSnapshot } from "./snapshot.ts";
import type { Teller } from "./tell.ts";
import type { StepName, Texts } from "./texts.ts";

/** The way of each kind of group, and how far along it each stage of a parcel is. */
const PARCEL_WAY: readonly StepName[] = [
  "ordered",
  "preparing",
  "shipped",
  "in_transit",
  "out_for_delivery",
  "delivered",
];
const PICKUP_WAY: readonly StepName[] = ["ordered", "preparing", "ready", "collected"];
const DIGITAL_WAY: readonly StepName[] = ["ordered", "sent"];

const PARCEL_REACHED: Record<NonNullable<GroupSituation["stage"]>, StepName> = {
  voided: "preparing",
  label: "preparing",
  marked_shipped: "shipped",
  picked_up: "shipped",
  in_transit: "in_transit",
  delayed: "in_transit",
  failed: "out_for_delivery",
  out_for_delivery: "out_for_delivery",
  attempted: "out_for_delivery",
  ready_for_pickup: "out_for_delivery",
  delivered: "delivered",
  collected: "delivered",
};

/**
 * The timeline of a group: what is done, where it stands, what is to come.
 * A step that is over shows when it happened, where something dated it. What went wrong is shown at the step it went wrong.
 */
export function timeline(
  group: Group,
  situation: GroupSituation,
  status: string,
  snapshot: OrderSnapshot,
  teller: Teller,
  texts: Texts,
): CardStep[] {
  if (group.kind === "removed") return [];
  const way =
    group.kind === "parcel"
      ? PARCEL_WAY
      : group.kind === "pickup"
        ? PICKUP_WAY
        : group.kind === "no_shipping"
          ? DIGITAL_WAY
          : PARCEL_WAY;
  const reached = way.indexOf(reachedStep(group, situation));
  const { tone, over } = meaningOf(situation.id);
  const dates = stepDates(group, situation, snapshot);
  return way.map((name, index) => {
    const dated = index <= reached ? (dates[name] ?? null) : null;
    const here = index === reached;
    const state =
      index < reached || (here && over)
        ? "done"
        : !here
          ? "todo"
          : tone === "problem" || tone === "warn"
            ? "problem"
            : "current";
    return {
      label: texts.step[name],
      state,
      at: dated ? dated.at.toISOString() : null,
      atText: dated ? teller.shortDate(dated.at, dated.source) : null,
      detail: here && !over ? status : null,
    };
  });
}

function reachedStep(group: Group, situation: GroupSituation): StepName {
  if (group.kind === "no_shipping") return group.sent ? "sent" : "ordered";
  if (group.kind === "pickup") {
    if (situation.id === "pickup_ready" || situation.id === "pickup_waiting_long") return "ready";
    return situation.id === "collected" || situation.id === "bought_in_store" ? "collected" : "preparing";
  }
  if (situation.stage === null) return "preparing";
  return PARCEL_REACHED[situation.stage];
}

function stepDates(group: Group, situation: GroupSituation, snapshot: OrderSnapshot): Partial<Record<StepName, Dated>> {
  const dates: Partial<Record<StepName, Dated>> = { ordered: { at: snapshot.placedAt, source: "processedAt" } };
  const { parcel } = group;
  if (!parcel) return dates;
  const path = `fulfillments[${String(parcel.index)}]`;
  const first = (...statuses: string[]): Dated | null => {
    const events = situation.events.filter((event) => statuses.includes(event.status));
    const event = events.at(-1);
    return event ? { at: event.happenedAt, source: `${path}.events[${String(event.index)}].happenedAt` } : null;
  };
  const made = { at: parcel.createdAt, source: `${path}.createdAt` };
  const moved = parcel.inTransitAt ? { at: parcel.inTransitAt, source: `${path}.inTransitAt` } : null;
  const put = (name: StepName, dated: Dated | null): void => {
    if (dated) dates[name] = dated;
  };
  put("preparing", group.kind === "parcel" ? null : made);
  put("shipped", first("CARRIER_PICKED_UP") ?? made);
  put("in_transit", first("IN_TRANSIT") ?? moved);
  put("out_for_delivery", first("OUT_FOR_DELIVERY"));
  put("ready", first("READY_FOR_PICKUP") ?? made);
  put("sent", made);
  if (situation.stage === "delivered" || situation.stage === "collected") put("delivered", situation.since);
  put("collected", situation.since);
  return dates;
}
