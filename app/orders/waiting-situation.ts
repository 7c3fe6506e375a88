import { daysBetween, dayIn } from "./calendar.ts";
import { outlook, shopDaysBetween } from "./dates.ts";
import type { Group } from "./groups.ts";
import { NOTHING_KNOWN, isUnpaid, meansOf } from "./judging.ts";
import type { Dated, GroupSituation, Judging, Means } from "./judging.ts";
import { isReported, progressOf } from "./progress.ts";
import type { Progress } from "./progress.ts";
import type { GroupSituationId } from "./situation-ids.ts";
import type { HoldReason, OrderSnapshot } from "./snapshot.ts";

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
  progress: Progress["stage"] | null;
  /** Somebody is working on it already, so payment cannot be what it waits for. */
  underWay: boolean;
  overdue: boolean;
  startsInDays: number | null;
  method: Means;
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

/** Judges what is still with the shop. */
export function waitingSituation(group: Group, snapshot: OrderSnapshot, judging: Judging): GroupSituation {
  const { now, timeZone, rules } = judging;
  const placed: Dated = { at: snapshot.placedAt, source: "processedAt" };
  const order = group.fulfillmentOrder;
  const still = { ...NOTHING_KNOWN, since: placed };
  if (!order) {
    const id = isUnpaid(snapshot) ? "awaiting_payment" : "to_ship_unknown";
    return { ...still, id };
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
  const progress = progressOf(snapshot, order, path, rules);
  // A report that the shop takes for nothing leaves it where it was.
  const underWay =
    (order.status === "IN_PROGRESS" && (progress !== null || !isReported(snapshot, order))) ||
    order.requestStatus === "ACCEPTED" ||
    order.requestStatus === "CANCELLATION_REJECTED";
  const usual = underWay ? rules.preparingWorkingDays : rules.handlingWorkingDays;
  const limit = order.fulfillBy ?? promise;
  const overdue = limit
    ? dayIn(limit, timeZone) < today
    : shopDaysBetween(
        judging,
        order.location?.countryCode ?? null,
        dayIn(begin ?? snapshot.placedAt, timeZone),
        today,
      ) > usual;
  const view: WaitingView = {
    order,
    unpaid: isUnpaid(snapshot),
    underWay,
    expired: snapshot.financialStatus === "EXPIRED",
    progress: progress?.stage ?? null,
    overdue,
    startsInDays,
    method: meansOf(group),
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
  });
  const sendBy = order.fulfillBy ? { at: order.fulfillBy, source: `${path}.fulfillBy` } : null;
  const scheduled = order.status === "SCHEDULED" || startsInDays !== null;
  const startsOn = order.fulfillAt && scheduled ? { at: order.fulfillAt, source: `${path}.fulfillAt` } : null;
  return { ...still, id, outlook: ahead, sendBy, startsOn };
}

const byTime = (a: Date, b: Date): number => a.getTime() - b.getTime();
