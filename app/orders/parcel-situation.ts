import { daysBetween, dayIn } from "./calendar.ts";
import { keptAt } from "./carrier-details.ts";
import { messageMeaning } from "./carrier-messages.ts";
import { carrierDaysBetween, outlook } from "./dates.ts";
import type { Outlook } from "./dates.ts";
import type { Group } from "./groups.ts";
import { meansOf } from "./judging.ts";
import type { CarrierSaid, Dated, GroupSituation, Judging, Means } from "./judging.ts";
import type { OrderRules } from "./rules.ts";
import { readScans } from "./scans.ts";
import type { ParcelStage } from "./scans.ts";
import type { GroupSituationId } from "./situation-ids.ts";
import type { OrderSnapshot, Parcel, ParcelEvent } from "./snapshot.ts";
import { noonOf } from "./working-days.ts";

type ParcelView = {
  stage: ParcelStage;
  method: Means;
  hasTracking: boolean;
  /** Calendar days since the newest scan (or since it was handed over), and working days since the stage began. */
  silentDays: number;
  waitingWorkingDays: number;
  stageDays: number;
  reach: "domestic" | "international";
  hasLink: boolean;
  /** The shopper has told the shop that it is not there. */
  missed: boolean;
  outlook: Outlook;
  message: CarrierSaid["meaning"];
  /** Some message said that it is damaged; what is scanned later doesn't mend it. */
  damaged: boolean;
  /** The message says where it waits for the shopper, and until when; null for a day that nobody gave. */
  waitsAtPlace: boolean;
  daysLeft: number | null;
  rules: OrderRules;
};

const MOVING: ReadonlySet<ParcelStage> = new Set(["picked_up", "in_transit", "delayed"]);
const moving = (view: ParcelView): boolean => MOVING.has(view.stage);
const MAY_BE_KEPT: ReadonlySet<CarrierSaid["meaning"]> = new Set(["pickup_point", "held", "missed"]);
/** Some carriers report a parcel at the pickup point as an attempt, or as a scan, and say where it is in words alone. */
const atPickupPoint = (view: ParcelView): boolean =>
  view.stage === "ready_for_pickup" ||
  (view.stage === "attempted" && view.message === "pickup_point") ||
  ((view.stage === "attempted" || moving(view)) &&
    MAY_BE_KEPT.has(view.message) &&
    view.waitsAtPlace &&
    view.daysLeft !== null);
/** It has waited long, or its last day there is tomorrow, today, or over. */
const keptLong = (view: ParcelView): boolean =>
  view.stageDays >= view.rules.longPickupDays || (view.daysLeft !== null && view.daysLeft <= 1);
const late = (view: ParcelView): boolean => view.outlook.missed !== null && view.outlook.next === null;

/** First match wins, so the order is part of the rules; the last one always matches. */
const PARCEL_RULES: readonly { when: (view: ParcelView) => boolean; id: GroupSituationId }[] = [
  { when: (view) => view.stage === "voided", id: "label_voided" },
  { when: (view) => view.method === "in_store", id: "bought_in_store" },
  {
    when: (view) =>
      view.method === "pickup" && view.stage === "ready_for_pickup" && view.stageDays >= view.rules.longPickupDays,
    id: "pickup_waiting_long",
  },
  { when: (view) => view.method === "pickup" && view.stage === "ready_for_pickup", id: "pickup_ready" },
  { when: (view) => view.method === "pickup" && view.stage === "label", id: "pickup_preparing" },
  { when: (view) => view.method === "pickup", id: "collected" },
  { when: (view) => view.stage === "collected", id: "collected" },
  { when: (view) => view.stage === "failed" && view.message === "refused", id: "delivery_refused" },
  { when: (view) => view.stage === "failed" && view.message === "returned", id: "returned_to_us" },
  { when: (view) => view.stage === "failed" && view.message === "returning", id: "returned_to_sender" },
  { when: (view) => view.stage === "failed" && view.message === "address_problem", id: "delivery_failed_address" },
  { when: (view) => view.stage === "failed" && view.damaged, id: "delivery_failed_damaged" },
  { when: (view) => view.stage === "failed", id: "delivery_failed" },
  { when: (view) => view.stage === "delivered" && view.method === "local", id: "local_delivered" },
  { when: (view) => view.stage === "delivered" && view.missed, id: "delivered_not_received" },
  {
    when: (view) =>
      view.stage === "delivered" && view.message === "neighbor" && view.stageDays <= view.rules.recentlyDeliveredDays,
    id: "delivered_to_neighbor",
  },
  {
    when: (view) => view.stage === "delivered" && view.stageDays <= view.rules.recentlyDeliveredDays,
    id: "delivered_recently",
  },
  { when: (view) => view.stage === "delivered", id: "delivered" },
  {
    when: (view) => atPickupPoint(view) && keptLong(view),
    id: "ready_at_pickup_point_long",
  },
  { when: atPickupPoint, id: "ready_at_pickup_point" },
  { when: (view) => view.stage !== "label" && view.message === "returning", id: "returned_to_sender" },
  { when: (view) => view.stage !== "label" && view.message === "refused", id: "delivery_refused" },
  {
    when: (view) => view.stage === "attempted" && view.message === "retry" && view.stageDays <= 1,
    id: "delivery_attempted_retry",
  },
  { when: (view) => view.stage === "attempted" && view.message === "signature_needed", id: "signature_needed" },
  { when: (view) => view.stage === "attempted", id: "delivery_attempted" },
  {
    when: (view) => view.stage === "out_for_delivery" && view.stageDays >= view.rules.lostDays[view.reach],
    id: "perhaps_lost",
  },
  {
    when: (view) => view.stage === "out_for_delivery" && view.stageDays >= view.rules.stuckOutForDeliveryDays,
    id: "out_for_delivery_stuck",
  },
  { when: (view) => view.stage === "out_for_delivery" && view.stageDays >= 1, id: "out_for_delivery_overdue" },
  { when: (view) => view.stage === "out_for_delivery" && view.method === "local", id: "local_out" },
  { when: (view) => view.stage === "out_for_delivery", id: "out_for_delivery" },
  { when: (view) => view.method === "local" && late(view), id: "local_overdue" },
  { when: (view) => view.method === "local" && moving(view), id: "local_out" },
  { when: (view) => view.method === "local", id: "local_preparing" },
  {
    when: (view) => view.stage === "label" && view.waitingWorkingDays > view.rules.firstScanWorkingDays,
    id: "label_stale",
  },
  { when: (view) => view.stage === "label", id: "label_fresh" },
  { when: (view) => moving(view) && view.silentDays >= view.rules.lostDays[view.reach], id: "perhaps_lost" },
  { when: (view) => moving(view) && view.damaged, id: "damaged_in_transit" },
  { when: (view) => moving(view) && view.message === "customs_needs_shopper", id: "customs_needs_shopper" },
  { when: (view) => moving(view) && view.message === "address_problem", id: "carrier_needs_address" },
  { when: (view) => moving(view) && view.message === "held", id: "held_at_depot" },
  { when: (view) => moving(view) && view.silentDays >= view.rules.silentDays[view.reach], id: "no_recent_scan" },
  { when: (view) => moving(view) && view.message === "customs", id: "customs" },
  { when: (view) => view.stage === "delayed" || (moving(view) && view.message === "weather"), id: "delayed" },
  { when: (view) => moving(view) && late(view), id: "in_transit_past_date" },
  { when: (view) => moving(view) && view.outlook.missed !== null, id: "in_transit_running_late" },
  { when: (view) => view.stage === "picked_up", id: "picked_up" },
  { when: (view) => view.stage === "in_transit", id: "in_transit" },
  { when: (view) => view.hasTracking && !view.hasLink, id: "shipped_no_link" },
  {
    when: (view) => view.hasTracking && view.waitingWorkingDays > view.rules.firstScanWorkingDays,
    id: "first_scan_overdue",
  },
  { when: (view) => view.hasTracking, id: "awaiting_first_scan" },
  { when: late, id: "shipped_no_tracking_overdue" },
  { when: () => true, id: "shipped_no_tracking" },
];

/** Judges what has left in a parcel. */
export function parcelSituation(group: Group, snapshot: OrderSnapshot, judging: Judging): GroupSituation {
  const parcel = group.parcel;
  if (!parcel) throw new Error("a group without a parcel is judged by waitingSituation");
  const { now, timeZone, rules } = judging;
  const path = `fulfillments[${String(parcel.index)}]`;
  const scans = readScans(parcel, now, rules);
  const newest = scans.events[0] ?? null;
  const since: Dated | null = scans.since ? { at: scans.since.at, source: `${path}.${scans.since.source}` } : null;
  const lastScan = newest
    ? { at: newest.happenedAt, source: `${path}.events[${String(newest.index)}].happenedAt`, city: newest.city }
    : null;
  const ahead = outlook({
    parcel,
    events: scans.events,
    fulfillmentOrder: sentInExchange(parcel, snapshot) ? null : group.fulfillmentOrder,
    fulfillmentOrderPath: `fulfillmentOrders[${String(group.fulfillmentOrderIndex)}]`,
    parcelPath: path,
    now,
    timeZone,
  });
  const today = dayIn(now, timeZone);
  const sinceDay = dayIn(scans.since?.at ?? parcel.createdAt, timeZone);
  const from = group.fulfillmentOrder?.location?.countryCode ?? null;
  const to = snapshot.destination?.countryCode ?? null;
  // Unknown countries get the longer, more patient limits.
  const reach = from !== null && from === to ? "domestic" : "international";
  // A late scan after delivery has nothing to say about the delivery.
  const telling = (scans.stage === "delivered" && scans.events.find((event) => event.status === "DELIVERED")) || newest;
  const said = carrierSaid(telling ?? null, path, timeZone);
  const view: ParcelView = {
    stage: scans.stage,
    method: meansOf(group),
    hasTracking: parcel.tracking.length > 0,
    silentDays: daysBetween(dayIn(newest?.happenedAt ?? scans.since?.at ?? parcel.createdAt, timeZone), today),
    waitingWorkingDays: carrierDaysBetween(judging, from, sinceDay, today),
    stageDays: daysBetween(sinceDay, today),
    reach,
    outlook: ahead,
    hasLink: parcel.tracking.some((tracking) => tracking.url !== null),
    missed: snapshot.tags.some((tag) => rules.notReceivedTags.includes(tag.toLowerCase())),
    message: said.meaning,
    damaged: scans.events.some(({ message }) => messageMeaning(message) === "damaged"),
    waitsAtPlace: said.place !== null,
    daysLeft: said.until && daysBetween(today, dayIn(said.until.at, timeZone)),
    rules,
  };
  const id = PARCEL_RULES.find((rule) => rule.when(view))?.id ?? "shipped_no_tracking";
  const base: Omit<GroupSituation, "sendBy" | "startsOn"> = {
    id,
    since,
    lastScan,
    outlook: ahead,
    stage: scans.stage,
    reach,
    conflicts: scans.conflicts,
    events: scans.events,
    said,
  };
  return { ...base, sendBy: null, startsOn: null };
}

/** A place and a day are read only where a parcel may be waiting for the shopper. */
function carrierSaid(event: ParcelEvent | null, path: string, timeZone: string): CarrierSaid {
  const meaning = messageMeaning(event?.message ?? null);
  const mayWait = event?.status === "ATTEMPTED_DELIVERY" || event?.status === "READY_FOR_PICKUP";
  if (!event || !(mayWait || MAY_BE_KEPT.has(meaning))) return { meaning, place: null, until: null };
  const { place, until } = keptAt(event.message, event.happenedAt, timeZone);
  const source = `${path}.events[${String(event.index)}].message (carrier's message)`;
  return { meaning, place, until: until === null ? null : { at: noonOf(until, timeZone), source } };
}

/** What checkout promised does not bind what was sent later, in exchange for a return. In a list returns have no dates. */
function sentInExchange(parcel: Parcel, snapshot: OrderSnapshot): boolean {
  if (snapshot.detail === "headline") return snapshot.returnStatus !== "NO_RETURN";
  return snapshot.returns.some((one) => one.isExchange && one.createdAt < parcel.createdAt);
}
