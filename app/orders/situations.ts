import { daysBetween, dayIn, workingDaysBetween } from "./calendar.ts";
import { outlook } from "./dates.ts";
import type { Estimate, Outlook } from "./dates.ts";
import type { Group } from "./groups.ts";
import type { OrderRules } from "./rules.ts";
import { readScans } from "./scans.ts";
import type { ParcelStage, Scans } from "./scans.ts";
import { messageMeaning } from "./carrier-messages.ts";
import type { HoldReason, OrderSnapshot, Parcel } from "./snapshot.ts";
import type { GroupSituationId } from "./situation-ids.ts";

/** The conditions under which an order is judged. `now` is Shopify's time. */
export type Judging = { now: Date; timeZone: string; rules: OrderRules; estimate: Estimate };

/** A date with the GraphQL path below the order where it was read. */
export type Dated = { at: Date; source: string };

/** What is true about a group of items. */
export type GroupSituation = {
  id: GroupSituationId;
  /** Since when, and the newest sound scan of a parcel. */
  since: Dated | null;
  lastScan: (Dated & { city: string | null }) | null;
  outlook: Outlook;
  /** By when the shop should have sent it, or when preparation begins. */
  sendBy: Dated | null;
  startsOn: Dated | null;
  stage: ParcelStage | null;
  conflicts: Scans["conflicts"];
  /** The parcel's sound events, newest first. */
  events: Scans["events"];
};

const NO_OUTLOOK: Outlook = { next: null, missed: null };

/** Judges one group. Total: every group has exactly one situation. */
export function groupSituation(group: Group, snapshot: OrderSnapshot, judging: Judging): GroupSituation {
  const nothing = {
    since: null,
    lastScan: null,
    outlook: NO_OUTLOOK,
    sendBy: null,
    startsOn: null,
    stage: null,
    conflicts: [],
    events: [],
  };
  if (group.kind === "no_shipping") {
    if (!group.sent) return { ...nothing, id: unpaid(snapshot) ? "awaiting_payment" : "digital_pending" };
    const { parcel } = group;
    const since = parcel && { at: parcel.createdAt, source: `fulfillments[${String(parcel.index)}].createdAt` };
    return { ...nothing, id: "digital_sent", since };
  }
  if (group.kind === "removed") {
    if (snapshot.cancelledAt !== null) {
      return { ...nothing, id: "removed_cancelled", since: { at: snapshot.cancelledAt, source: "cancelledAt" } };
    }
    const refunded = group.items.some((item) =>
      snapshot.refunds.some((refund) => refund.lines.some((line) => line.lineId === item.line.id)),
    );
    return { ...nothing, id: refunded ? "removed_refunded" : "removed" };
  }
  return group.parcel ? parcelSituation(group, snapshot, judging) : waitingSituation(group, snapshot, judging);
}

// ------------------------------------------------------------------------------------------------ parcels

type ParcelView = {
  stage: ParcelStage;
  method: "carrier" | "local" | "pickup" | "in_store";
  hasTracking: boolean;
  hasScans: boolean;
  /** Calendar days since the newest scan (or since it was handed over), and working days since the stage began. */
  silentDays: number;
  waitingWorkingDays: number;
  stageDays: number;
  reach: "domestic" | "international";
  hasLink: boolean;
  /** The shopper has told the shop that it is not there. */
  missed: boolean;
  outlook: Outlook;
  message: ReturnType<typeof messageMeaning>;
  rules: OrderRules;
};

const MOVING: ReadonlySet<ParcelStage> = new Set(["picked_up", "in_transit", "delayed"]);
const moving = (view: ParcelView): boolean => MOVING.has(view.stage);
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
  { when: (view) => view.stage === "ready_for_pickup", id: "ready_at_pickup_point" },
  { when: (view) => view.stage !== "label" && view.message === "returning", id: "returned_to_sender" },
  { when: (view) => view.stage !== "label" && view.message === "refused", id: "delivery_refused" },
  {
    when: (view) => view.stage === "attempted" && view.message === "retry" && view.stageDays <= 1,
    id: "delivery_attempted_retry",
  },
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
  { when: (view) => moving(view) && view.message === "customs_needs_shopper", id: "customs_needs_shopper" },
  { when: (view) => moving(view) && view.message === "address_problem", id: "carrier_needs_address" },
  { when: (view) => moving(view) && view.silentDays >= view.rules.silentDays[view.reach], id: "no_recent_scan" },
  { when: (view) => moving(view) && view.message === "customs", id: "customs" },
  { when: (view) => view.stage === "delayed", id: "delayed" },
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

function parcelSituation(group: Group, snapshot: OrderSnapshot, judging: Judging): GroupSituation {
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
    estimate: judging.estimate,
  });
  const today = dayIn(now, timeZone);
  const sinceDay = dayIn(scans.since?.at ?? parcel.createdAt, timeZone);
  const from = group.fulfillmentOrder?.location?.countryCode ?? null;
  const to = snapshot.destination?.countryCode ?? null;
  // A late scan after delivery has nothing to say about the delivery.
  const telling = (scans.stage === "delivered" && scans.events.find((event) => event.status === "DELIVERED")) || newest;
  const view: ParcelView = {
    stage: scans.stage,
    method: methodOf(group),
    hasTracking: parcel.tracking.length > 0,
    hasScans: newest !== null,
    silentDays: daysBetween(dayIn(newest?.happenedAt ?? scans.since?.at ?? parcel.createdAt, timeZone), today),
    waitingWorkingDays: workingDaysBetween(sinceDay, today),
    stageDays: daysBetween(sinceDay, today),
    // Unknown countries get the longer, more patient limits.
    reach: from !== null && from === to ? "domestic" : "international",
    outlook: ahead,
    hasLink: parcel.tracking.some((tracking) => tracking.url !== null),
    missed: snapshot.tags.some((tag) => rules.notReceivedTags.includes(tag.toLowerCase())),
    message: messageMeaning(telling?.message ?? null),
    rules,
  };
  const id = PARCEL_RULES.find((rule) => rule.when(view))?.id ?? "shipped_no_tracking";
  const base = {
    id,
    since,
    lastScan,
    outlook: ahead,
    stage: scans.stage,
    conflicts: scans.conflicts,
    events: scans.events,
  };
  return { ...base, sendBy: null, startsOn: null };
}

/** What checkout promised does not bind what was sent later, in exchange for a return. In a list returns have no dates. */
function sentInExchange(parcel: Parcel, snapshot: OrderSnapshot): boolean {
  if (snapshot.detail === "headline") return snapshot.returnStatus !== "NO_RETURN";
  return snapshot.returns.some((one) => one.isExchange && one.createdAt < parcel.createdAt);
}

function methodOf(group: Group): ParcelView["method"] {
  const method = group.fulfillmentOrder?.method;
  if (method === "LOCAL") return "local";
  if (method === "PICK_UP") return "pickup";
  if (method === "RETAIL") return "in_store";
  return "carrier";
}

// ------------------------------------------------------------------------------------- still with the shop

/** Holds, most pressing first. */
const HOLDS: readonly [HoldReason, GroupSituationId][] = [
  ["AWAITING_PAYMENT", "awaiting_payment"],
  ["INCORRECT_ADDRESS", "hold_address"],
  ["HIGH_RISK_OF_FRAUD", "being_reviewed"],
  ["INVENTORY_OUT_OF_STOCK", "hold_out_of_stock"],
  ["AWAITING_RETURN_ITEMS", "hold_return_items"],
  ["UNKNOWN_DELIVERY_DATE", "hold_no_date"],
  ["OTHER", "hold_other"],
  ["ONLINE_STORE_POST_PURCHASE_CROSS_SELL", "hold_brief"],
];

type WaitingView = {
  order: NonNullable<Group["fulfillmentOrder"]>;
  unpaid: boolean;
  expired: boolean;
  /** What the shop's own signs say, where Shopify has no state for it. */
  progress: "packed" | "picked" | null;
  /** Somebody is working on it already, so payment cannot be what it waits for. */
  underWay: boolean;
  overdue: boolean;
  startsInDays: number | null;
  method: ParcelView["method"];
};

const request = (view: WaitingView): string => view.order.requestStatus;

/** First match wins; the last ones always match. `late` is the same situation past its time. */
const WAITING_RULES: readonly {
  when: (view: WaitingView) => boolean;
  id: GroupSituationId;
  late?: GroupSituationId;
}[] = [
  {
    when: ({ order }) => order.holds.includes("INCORRECT_ADDRESS") && order.holds.includes("INVENTORY_OUT_OF_STOCK"),
    id: "hold_address_and_stock",
  },
  ...HOLDS.map(([reason, id]) => ({ when: (view: WaitingView) => view.order.holds.includes(reason), id })),
  { when: (view) => view.order.status === "ON_HOLD", id: "hold_other" },
  { when: (view) => view.expired && view.order.status !== "IN_PROGRESS", id: "payment_expired" },
  { when: (view) => view.unpaid && !view.underWay, id: "awaiting_payment" },
  { when: (view) => request(view) === "CANCELLATION_REQUESTED", id: "cancellation_asked" },
  { when: (view) => request(view) === "CANCELLATION_REJECTED", id: "cancellation_refused" },
  { when: (view) => request(view) === "REJECTED", id: "partner_rejected" },
  { when: (view) => view.order.status === "INCOMPLETE", id: "partner_incomplete" },
  { when: (view) => view.startsInDays !== null && view.startsInDays >= 0, id: "scheduled" },
  { when: (view) => view.order.status === "SCHEDULED" && view.startsInDays !== null, id: "scheduled_overdue" },
  { when: (view) => view.order.status === "SCHEDULED", id: "scheduled_no_date" },
  { when: (view) => view.method === "pickup", id: "pickup_preparing", late: "pickup_overdue" },
  { when: (view) => view.method === "local", id: "local_preparing", late: "local_overdue" },
  { when: (view) => !view.overdue && view.progress === "packed", id: "packed" },
  { when: (view) => !view.overdue && view.progress === "picked", id: "picked" },
  { when: (view) => view.underWay, id: "being_prepared", late: "being_prepared_overdue" },
  { when: (view) => request(view) === "SUBMITTED", id: "sent_to_partner", late: "sent_to_partner_overdue" },
  { when: () => true, id: "received", late: "received_overdue" },
];

function waitingSituation(group: Group, snapshot: OrderSnapshot, judging: Judging): GroupSituation {
  const { now, timeZone, rules } = judging;
  const placed: Dated = { at: snapshot.placedAt, source: "processedAt" };
  const order = group.fulfillmentOrder;
  const still = { since: placed, lastScan: null, outlook: NO_OUTLOOK, stage: null, conflicts: [], events: [] };
  if (!order) {
    const id = unpaid(snapshot) ? "awaiting_payment" : "to_ship_unknown";
    return { ...still, id, sendBy: null, startsOn: null };
  }
  const path = `fulfillmentOrders[${String(group.fulfillmentOrderIndex)}]`;
  const today = dayIn(now, timeZone);
  const fulfillAt = order.fulfillAt && order.fulfillAt > snapshot.placedAt ? order.fulfillAt : null;
  const startsInDays =
    order.fulfillAt && (order.status === "SCHEDULED" || order.fulfillAt > now)
      ? daysBetween(today, dayIn(order.fulfillAt, timeZone))
      : null;
  // Late is measured against what was promised; usual handling times count where nothing was.
  const promise = order.promisedTo ?? order.promisedFrom;
  const begin = [snapshot.placedAt, order.createdAt, fulfillAt]
    .filter((at) => at !== null)
    .toSorted(byTime)
    .at(-1);
  const underWay =
    order.status === "IN_PROGRESS" ||
    order.requestStatus === "ACCEPTED" ||
    order.requestStatus === "CANCELLATION_REJECTED";
  const usual = underWay ? rules.preparingWorkingDays : rules.handlingWorkingDays;
  const limit = order.fulfillBy ?? promise;
  const overdue = limit
    ? dayIn(limit, timeZone) < today
    : workingDaysBetween(dayIn(begin ?? snapshot.placedAt, timeZone), today) > usual;
  const view: WaitingView = {
    order,
    unpaid: unpaid(snapshot),
    underWay,
    expired: snapshot.financialStatus === "EXPIRED",
    progress: progressOf(snapshot, rules),
    overdue,
    startsInDays,
    method: methodOf(group),
  };
  const rule = WAITING_RULES.find((candidate) => candidate.when(view));
  const id = (overdue ? rule?.late : undefined) ?? rule?.id ?? "received";
  const ahead = outlook({
    parcel: null,
    events: [],
    fulfillmentOrder: order,
    fulfillmentOrderPath: path,
    parcelPath: "",
    now,
    timeZone,
    estimate: judging.estimate,
  });
  const sendBy = order.fulfillBy ? { at: order.fulfillBy, source: `${path}.fulfillBy` } : null;
  const scheduled = order.status === "SCHEDULED" || startsInDays !== null;
  const startsOn = order.fulfillAt && scheduled ? { at: order.fulfillAt, source: `${path}.fulfillAt` } : null;
  return { ...still, id, outlook: ahead, sendBy, startsOn };
}

/** Tags are on the order, so they only tell of its one fulfillment order. */
function progressOf(snapshot: OrderSnapshot, rules: OrderRules): WaitingView["progress"] {
  const open = snapshot.fulfillmentOrders.filter((order) => order.status !== "CLOSED" && order.status !== "CANCELLED");
  if (open.length !== 1) return null;
  const tags = new Set(snapshot.tags.map((tag) => tag.toLowerCase()));
  if (rules.packedTags.some((tag) => tags.has(tag))) return "packed";
  return rules.pickedTags.some((tag) => tags.has(tag)) ? "picked" : null;
}

const byTime = (a: Date, b: Date): number => a.getTime() - b.getTime();

/** Nothing has been charged yet, or part of it is still owed. An authorized payment is a paid one to the shopper. */
function unpaid(snapshot: OrderSnapshot): boolean {
  return (
    snapshot.financialStatus === "PENDING" ||
    snapshot.financialStatus === "EXPIRED" ||
    snapshot.financialStatus === "VOIDED" ||
    snapshot.financialStatus === "PARTIALLY_PAID"
  );
}
