import { lineQuantities } from "./order-money.ts";
import type {
  EventRecord,
  FulfillmentOrderLineRecord,
  FulfillmentOrderRecord,
  FulfillmentRecord,
  HoldRecord,
  LineRecord,
  OrderRecord,
  ReturnRecord,
} from "./records.ts";

/** States at a time, worked out from what is visible then; what the file says outright wins. `now` is an instant in UTC. */

export const visible = (at: string | null | undefined, now: string): boolean =>
  at !== null && at !== undefined && at <= now;

export function visibleFulfillments(order: OrderRecord, now: string): FulfillmentRecord[] {
  return order.fulfillments.filter((item) => item.at <= now);
}

export function visibleFulfillmentOrders(order: OrderRecord, now: string): FulfillmentOrderRecord[] {
  return order.fulfillmentOrders.filter((item) => item.createdAt <= now);
}

/** Newest last, by when they happened. */
export function visibleEvents(fulfillment: FulfillmentRecord, now: string): EventRecord[] {
  return fulfillment.events
    .filter((event) => event.recordedAt <= now)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.recordedAt < b.recordedAt ? -1 : 1));
}

export function isCancelled(fulfillment: FulfillmentRecord, now: string): boolean {
  return fulfillment.status === "CANCELLED" || visible(fulfillment.cancelledAt, now);
}

export type FulfillmentState = {
  status: NonNullable<FulfillmentRecord["status"]>;
  displayStatus: NonNullable<FulfillmentRecord["displayStatus"]> | null;
  inTransitAt: string | null;
  deliveredAt: string | null;
  estimatedDeliveryAt: string | null;
  updatedAt: string;
};

export function fulfillmentState(fulfillment: FulfillmentRecord, now: string): FulfillmentState {
  const events = visibleEvents(fulfillment, now);
  const cancelled = isCancelled(fulfillment, now);
  const last = events.at(-1);
  const estimate = events.findLast((event) => event.estimatedDeliveryAt !== null)?.estimatedDeliveryAt;
  const delivered = events.findLast((event) => event.status === "DELIVERED");
  const status = cancelled ? "CANCELLED" : (fulfillment.status ?? "SUCCESS");
  return {
    status,
    displayStatus: displayStatus(fulfillment, last, cancelled, now),
    inTransitAt:
      fulfillment.inTransitAt === undefined
        ? (events.find((event) => event.status === "IN_TRANSIT")?.at ?? null)
        : shown(fulfillment.inTransitAt, now),
    deliveredAt: fulfillment.deliveredAt === undefined ? (delivered?.at ?? null) : shown(fulfillment.deliveredAt, now),
    estimatedDeliveryAt: estimate ?? fulfillment.estimatedDeliveryAt,
    updatedAt: latest(
      [
        fulfillment.at,
        fulfillment.cancelledAt,
        fulfillment.labelVoidedAt,
        fulfillment.pickedUpAt,
        ...events.map((event) => event.recordedAt),
      ],
      now,
    ),
  };
}

function shown(at: string | null, now: string): string | null {
  return visible(at, now) ? at : null;
}

function displayStatus(
  fulfillment: FulfillmentRecord,
  last: EventRecord | undefined,
  cancelled: boolean,
  now: string,
): FulfillmentState["displayStatus"] {
  if (fulfillment.displayStatus !== undefined) return fulfillment.displayStatus;
  if (visible(fulfillment.labelVoidedAt, now)) return "LABEL_VOIDED";
  if (cancelled) return "CANCELED";
  if (fulfillment.status === "FAILURE" || fulfillment.status === "ERROR") return "FAILURE";
  if (visible(fulfillment.pickedUpAt, now)) return "PICKED_UP";
  if (last) return last.status;
  return fulfillment.tracking.length === 0 ? "MARKED_AS_FULFILLED" : "FULFILLED";
}

export function latest(times: (string | null | undefined)[], now: string): string {
  let newest = "";
  for (const time of times) if (time !== null && time !== undefined && time <= now && time > newest) newest = time;
  return newest;
}

/** Total and remaining units of a fulfillment order's line, less what edits and cancelling refunds took away. */
export function fulfillmentOrderLineQuantities(
  item: FulfillmentOrderLineRecord,
  now: string,
): { total: number; remaining: number } {
  const { line, fulfillmentOrder } = item;
  const fulfilled = fulfilledOf(item, now);
  const total = Math.max(fulfilled, item.quantity - takenFrom(item, now));
  const closed = visible(fulfillmentOrder.cancelledAt, now) || visible(fulfillmentOrder.movedAt, now);
  const orderCancelled = line.order.cancel !== null && line.order.cancel.at <= now;
  return { total, remaining: closed || orderCancelled ? 0 : total - fulfilled };
}

function fulfilledOf(item: FulfillmentOrderLineRecord, now: string): number {
  let fulfilled = 0;
  for (const fulfillment of item.line.order.fulfillments) {
    if (fulfillment.at > now || isCancelled(fulfillment, now) || fulfillment.status === "FAILURE") continue;
    for (const part of fulfillment.lines) if (part.from === item) fulfilled += part.quantity;
  }
  return fulfilled;
}

/** Units that edits and cancelling refunds took from this one of the line's fulfillment orders: the newest give theirs first. */
function takenFrom(item: FulfillmentOrderLineRecord, now: string): number {
  const { removed, cancelled } = lineQuantities(item.line, now);
  let left = removed + cancelled;
  if (left === 0) return 0;
  for (const order of item.line.order.fulfillmentOrders.toReversed()) {
    if (order.createdAt > now || visible(order.cancelledAt, now) || visible(order.movedAt, now)) continue;
    for (const part of order.lines) {
      if (part.line !== item.line) continue;
      const taken = Math.min(left, part.quantity - fulfilledOf(part, now));
      if (part === item) return taken;
      left -= taken;
    }
  }
  return removed + cancelled;
}

/** Units of a line that are still to be sent: not removed, not cancelled, and in no parcel. */
export function unfulfilledUnits(line: LineRecord, now: string): number {
  const units = lineQuantities(line, now);
  let fulfilled = 0;
  for (const fulfillment of line.order.fulfillments) {
    if (fulfillment.at > now || isCancelled(fulfillment, now)) continue;
    for (const part of fulfillment.lines) if (part.line === line) fulfilled += part.quantity;
  }
  return Math.max(0, units.ordered - units.removed - units.cancelled - fulfilled);
}

export function activeHolds(item: FulfillmentOrderRecord, now: string): HoldRecord[] {
  return item.holds.filter((hold) => hold.from <= now && !visible(hold.until, now));
}

export type FulfillmentOrderState = {
  status: NonNullable<FulfillmentOrderRecord["status"]>;
  requestStatus: NonNullable<FulfillmentOrderRecord["requestStatus"]>;
  remaining: number;
  fulfilled: number;
  updatedAt: string;
};

export function fulfillmentOrderState(item: FulfillmentOrderRecord, now: string): FulfillmentOrderState {
  const quantities = item.lines.map((line) => fulfillmentOrderLineQuantities(line, now));
  const remaining = quantities.reduce((sum, line) => sum + line.remaining, 0);
  const fulfilled = quantities.reduce((sum, line) => sum + line.total, 0) - remaining;
  const requestStatus = item.requestStatus ?? requestStatusOf(item, now);
  const orderCancelled = item.order.cancel !== null && item.order.cancel.at <= now;
  const shippedAny = item.order.fulfillments.some(
    (fulfillment) =>
      fulfillment.at <= now &&
      !isCancelled(fulfillment, now) &&
      fulfillment.lines.some((line) => line.from.fulfillmentOrder === item),
  );
  return {
    status: item.status ?? statusOf(),
    requestStatus,
    remaining,
    fulfilled: shippedAny ? fulfilled : 0,
    updatedAt: latest(
      [
        item.createdAt,
        item.inProgressAt,
        item.cancelledAt,
        item.incompleteAt,
        item.movedAt,
        item.fulfillAt,
        ...item.holds.flatMap((hold) => [hold.from, hold.until]),
        ...item.requests.flatMap((request) => [request.sentAt, request.response?.at]),
        ...item.order.fulfillments.map((fulfillment) => fulfillment.at),
      ],
      now,
    ),
  };

  function statusOf(): FulfillmentOrderState["status"] {
    if (visible(item.movedAt, now)) return "CLOSED";
    if (visible(item.cancelledAt, now)) return "CANCELLED";
    if (visible(item.incompleteAt, now)) return "INCOMPLETE";
    if (remaining === 0) return orderCancelled && !shippedAny ? "CANCELLED" : "CLOSED";
    if (activeHolds(item, now).length > 0) return "ON_HOLD";
    if (item.preorder || (item.fulfillAt !== null && item.fulfillAt > now)) return "SCHEDULED";
    if (shippedAny || visible(item.inProgressAt, now)) return "IN_PROGRESS";
    return requestStatus === "ACCEPTED" || requestStatus.startsWith("CANCELLATION_RE") ? "IN_PROGRESS" : "OPEN";
  }
}

const answers = {
  FULFILLMENT_REQUEST: { waiting: "SUBMITTED", yes: "ACCEPTED", no: "REJECTED" },
  CANCELLATION_REQUEST: {
    waiting: "CANCELLATION_REQUESTED",
    yes: "CANCELLATION_ACCEPTED",
    no: "CANCELLATION_REJECTED",
  },
} as const;

function requestStatusOf(item: FulfillmentOrderRecord, now: string): FulfillmentOrderState["requestStatus"] {
  if (visible(item.incompleteAt, now)) return "CLOSED";
  const last = item.requests.filter((request) => request.sentAt <= now).at(-1);
  if (!last) return "UNSUBMITTED";
  if (!last.response || last.response.at > now) return answers[last.kind].waiting;
  return last.response.accepted ? answers[last.kind].yes : answers[last.kind].no;
}

export function fulfillmentStatus(
  order: OrderRecord,
  now: string,
): NonNullable<OrderRecord["displayFulfillmentStatus"]> {
  if (order.displayFulfillmentStatus !== undefined) return order.displayFulfillmentStatus;
  const states = visibleFulfillmentOrders(order, now)
    .filter((item) => !visible(item.movedAt, now))
    .map((item) => fulfillmentOrderState(item, now));
  const fulfilled = states.reduce((sum, state) => sum + state.fulfilled, 0);
  const open = states.filter((state) => state.remaining > 0);
  if (open.length === 0) return fulfilled > 0 ? "FULFILLED" : "UNFULFILLED";
  if (fulfilled > 0) return "PARTIALLY_FULFILLED";
  if (open.every((state) => state.status === "ON_HOLD")) return "ON_HOLD";
  if (open.every((state) => state.status === "SCHEDULED")) return "SCHEDULED";
  if (open.some((state) => state.requestStatus === "REJECTED")) return "REQUEST_DECLINED";
  if (open.some((state) => state.status === "IN_PROGRESS")) return "IN_PROGRESS";
  return "UNFULFILLED";
}

/** Whether something of the order is still to be sent. */
export function isOpen(order: OrderRecord, now: string): boolean {
  const cancelled = order.cancel !== null && order.cancel.at <= now;
  return !cancelled && !["FULFILLED", "RESTOCKED"].includes(fulfillmentStatus(order, now));
}

/** Whether a merchant may edit the order, and if not, why. */
export function merchantEditable(order: OrderRecord, now: string): { editable: boolean; errors: string[] } {
  const cancelled = order.cancel !== null && order.cancel.at <= now;
  const editable = order.merchantEditable ?? (isOpen(order, now) && order.currency === order.shopCurrency);
  if (cancelled) return { editable, errors: ["The order was canceled"] };
  if (editable) return { editable, errors: [] };
  const foreign = order.currency !== order.shopCurrency;
  return { editable, errors: [foreign ? "The order was placed in another currency" : "The order cannot be edited"] };
}

export type ReturnStatus = "CANCELED" | "CLOSED" | "DECLINED" | "OPEN" | "REQUESTED";

export function returnState(item: ReturnRecord, now: string): ReturnStatus {
  if (visible(item.cancelledAt, now)) return "CANCELED";
  if (visible(item.declined?.at, now)) return "DECLINED";
  if (visible(item.closedAt, now)) return "CLOSED";
  return visible(item.approvedAt, now) ? "OPEN" : "REQUESTED";
}

export function orderReturnStatus(order: OrderRecord, now: string): NonNullable<OrderRecord["returnStatus"]> {
  if (order.returnStatus !== undefined) return order.returnStatus;
  const states = order.returns.filter((item) => item.createdAt <= now).map((item) => returnState(item, now));
  if (states.includes("REQUESTED")) return "RETURN_REQUESTED";
  if (states.includes("OPEN")) return "IN_PROGRESS";
  return states.includes("CLOSED") ? "RETURNED" : "NO_RETURN";
}
