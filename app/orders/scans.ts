import { checkNumber } from "./carriers/carriers.ts";
import type { OrderRules } from "./rules.ts";
import type { Parcel, ParcelEvent, ParcelEventStatus } from "./snapshot.ts";

/** How far along a parcel is; steps of the card follow it. */
export type ParcelStage =
  | "marked_shipped"
  | "label"
  | "picked_up"
  | "in_transit"
  | "delayed"
  | "out_for_delivery"
  | "attempted"
  | "ready_for_pickup"
  | "delivered"
  | "collected"
  | "failed"
  | "voided";

export type Scans = {
  stage: ParcelStage;
  /** When the stage began, and where that was read (relative to the parcel); null when nothing dates it. */
  since: { at: Date; source: string } | null;
  /** Sound events, newest first, each once. */
  events: readonly ParcelEvent[];
  /** Signals that contradict each other, for the support lead. */
  conflicts: readonly ScanConflict[];
};

/** `paths` are relative to the parcel. The rules below say which of the signals was believed. */
type ScanConflict = {
  kind:
    | "event_from_the_future"
    | "moved_after_delivery"
    | "duplicate_event"
    | "status_disagrees"
    | "tracking_number_invalid";
  paths: readonly string[];
};

const STAGE_OF_EVENT: Readonly<Record<ParcelEventStatus, ParcelStage>> = {
  LABEL_PURCHASED: "label",
  LABEL_PRINTED: "label",
  CONFIRMED: "label",
  CARRIER_PICKED_UP: "picked_up",
  IN_TRANSIT: "in_transit",
  DELAYED: "delayed",
  OUT_FOR_DELIVERY: "out_for_delivery",
  ATTEMPTED_DELIVERY: "attempted",
  READY_FOR_PICKUP: "ready_for_pickup",
  DELIVERED: "delivered",
  FAILURE: "failed",
};

/** Of events at the same instant the one later in a parcel's life counts. */
const LIFE: readonly ParcelEventStatus[] = [
  "LABEL_PURCHASED",
  "LABEL_PRINTED",
  "CONFIRMED",
  "CARRIER_PICKED_UP",
  "IN_TRANSIT",
  "DELAYED",
  "OUT_FOR_DELIVERY",
  "ATTEMPTED_DELIVERY",
  "READY_FOR_PICKUP",
  "FAILURE",
  "DELIVERED",
];

/** What the parcel's own status says when there are no events, or when no event can say it. */
const STAGE_OF_DISPLAY: Readonly<Record<NonNullable<Parcel["displayStatus"]>, ParcelStage>> = {
  ...STAGE_OF_EVENT,
  SUBMITTED: "marked_shipped",
  FULFILLED: "marked_shipped",
  MARKED_AS_FULFILLED: "marked_shipped",
  CANCELED: "voided",
  LABEL_VOIDED: "voided",
  NOT_DELIVERED: "failed",
  PICKED_UP: "collected",
};

/**
 * Reads a parcel's events into one stage.
 *
 * Rules, in order:
 * 1. An event more than the tolerance ahead of `now` has not happened: it and its estimate are left out.
 * 2. Of events with the same status at the same instant one counts.
 * 3. A voided label and a collected pickup have no event of their own, so the parcel's status says it.
 * 4. Delivered stays delivered: scans that arrive or happen later are late paperwork, except a later failure
 *    (misdelivered, then sent back), which counts.
 * 5. Otherwise the newest event by the time it happened decides, not by the time it arrived.
 * 6. Without events the parcel's own status and dates decide.
 * Wherever signals were overruled, `conflicts` says which.
 */
export function readScans(parcel: Parcel, now: Date, rules: OrderRules): Scans {
  const latest = now.getTime() + rules.clockToleranceMinutes * 60_000;
  const conflicts = new Map<ScanConflict["kind"], string[]>();
  const overruled = (kind: ScanConflict["kind"], ...paths: string[]): void => {
    conflicts.set(kind, [...(conflicts.get(kind) ?? []), ...paths]);
  };
  for (const [index, { company, number }] of parcel.tracking.entries()) {
    if (company !== null && checkNumber(company, number) === "invalid") {
      overruled("tracking_number_invalid", `trackingInfo[${String(index)}].number`);
    }
  }
  const pathOf = (event: ParcelEvent): string => `events[${String(event.index)}].happenedAt`;
  const seen = new Set<string>();
  const events = parcel.events
    .filter((event) => {
      if (event.happenedAt.getTime() > latest) {
        overruled("event_from_the_future", pathOf(event));
        return false;
      }
      const key = `${event.status} ${String(event.happenedAt.getTime())}`;
      if (seen.has(key)) {
        overruled("duplicate_event", pathOf(event));
        return false;
      }
      seen.add(key);
      return true;
    })
    .toSorted(
      (a, b) => b.happenedAt.getTime() - a.happenedAt.getTime() || LIFE.indexOf(b.status) - LIFE.indexOf(a.status),
    );
  const happened = (at: Date | null): at is Date => at !== null && at.getTime() <= latest;
  const done = (stage: ParcelStage, since: Scans["since"]): Scans => ({
    stage,
    since,
    events,
    conflicts: [...conflicts].map(([kind, paths]) => ({ kind, paths })),
  });
  const ofEvent = (event: ParcelEvent): Scans["since"] => ({
    at: event.happenedAt,
    source: pathOf(event),
  });

  if (parcel.displayStatus === "LABEL_VOIDED" || parcel.displayStatus === "CANCELED") {
    return done("voided", { at: parcel.updatedAt, source: "updatedAt" });
  }
  const newest = events[0];
  const delivered = events.find((event) => event.status === "DELIVERED");
  const failedLater = events.find((event) => event.status === "FAILURE");
  const deliveredAt: Scans["since"] = happened(parcel.deliveredAt)
    ? { at: parcel.deliveredAt, source: "deliveredAt" }
    : delivered
      ? ofEvent(delivered)
      : null;
  if (parcel.displayStatus === "PICKED_UP") {
    return done("collected", deliveredAt ?? { at: parcel.updatedAt, source: "updatedAt" });
  }
  if (deliveredAt !== null) {
    if (newest && newest.happenedAt > deliveredAt.at && newest.status !== "DELIVERED") {
      overruled("moved_after_delivery", deliveredAt.source, pathOf(newest));
    }
    if (failedLater && failedLater.happenedAt > deliveredAt.at) return done("failed", ofEvent(failedLater));
    return done("delivered", deliveredAt);
  }
  // Nothing says when it failed, if no event does.
  if (parcel.displayStatus === "NOT_DELIVERED" && newest?.status !== "FAILURE") return done("failed", null);
  if (newest) {
    const stage = STAGE_OF_EVENT[newest.status];
    const shown = parcel.displayStatus === null ? null : STAGE_OF_DISPLAY[parcel.displayStatus];
    // Another service's events are not in the parcel's status.
    if (typeof newest.index === "number" && shown !== null && shown !== "marked_shipped" && shown !== stage) {
      overruled("status_disagrees", "displayStatus", `events[${String(newest.index)}].status`);
    }
    return done(stage, beginningOf(stage, events) ?? ofEvent(newest));
  }
  // With every event in the future the status that was derived from them has not happened either.
  const foretold = parcel.events.length > 0;
  const shown = foretold ? null : parcel.displayStatus;
  if (shown === "DELIVERED") return done("delivered", null);
  if (happened(parcel.inTransitAt) && (shown === null || STAGE_OF_DISPLAY[shown] === "marked_shipped")) {
    return done("in_transit", { at: parcel.inTransitAt, source: "inTransitAt" });
  }
  const stage = shown === null ? "marked_shipped" : STAGE_OF_DISPLAY[shown];
  if (stage === "in_transit" && happened(parcel.inTransitAt)) {
    return done(stage, { at: parcel.inTransitAt, source: "inTransitAt" });
  }
  return done(stage, { at: parcel.createdAt, source: "createdAt" });

  /** A label waits since the first event of its stage; for moving parcels the newest scan is what matters. */
  function beginningOf(of: ParcelStage, newestFirst: readonly ParcelEvent[]): Scans["since"] {
    if (of !== "label" && of !== "ready_for_pickup") return null;
    const run = newestFirst.findIndex((event) => STAGE_OF_EVENT[event.status] !== of);
    const first = (run === -1 ? newestFirst : newestFirst.slice(0, run)).at(-1);
    return first ? ofEvent(first) : null;
  }
}
