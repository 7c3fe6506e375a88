import { toInstant } from "./clock.ts";
import { financialStatus, orderTotals } from "./order-money.ts";
import { fulfillmentState, fulfillmentStatus } from "./derive.ts";
import { orderUpdatedAt } from "./moments.ts";
import { gid } from "./ids.ts";
import { toMoneyText } from "./money.ts";
import type { EventRecord, FulfillmentRecord, OrderRecord } from "./records.ts";

/** Webhook topics as they stand in the `X-Shopify-Topic` header. */
export type Topic =
  | "orders/create"
  | "orders/updated"
  | "orders/cancelled"
  | "orders/edited"
  | "fulfillments/create"
  | "fulfillments/update"
  | "fulfillment_events/create"
  | "fulfillment_orders/placed_on_hold"
  | "fulfillment_orders/hold_released"
  | "fulfillment_orders/cancellation_request_submitted"
  | "fulfillment_orders/cancellation_request_accepted"
  | "fulfillment_orders/cancellation_request_rejected"
  | "refunds/create"
  | "returns/request"
  | "returns/approve"
  | "returns/decline"
  | "returns/cancel"
  | "returns/close"
  | "app/uninstalled"
  | "app/scopes_update"
  | "shop/update"
  | "customers/data_request"
  | "customers/redact"
  | "shop/redact";

/** Something that happened in the shop: a webhook waiting for someone to send it. */
export type Change = { topic: Topic; at: string; payload: Record<string, unknown> };

type Moment = { at: string; topic: Topic; payload: (now: string) => Record<string, unknown> };

/** Everything that becomes visible in an order after `from` and up to `to`, oldest first. */
export function changesBetween(orders: Iterable<OrderRecord>, from: string, to: string): Change[] {
  const moments: Moment[] = [];
  for (const order of orders) {
    const before = moments.length;
    for (const moment of momentsIn(order)) if (moment.at > from && moment.at <= to) moments.push(moment);
    const last = moments.slice(before).reduce((newest, moment) => (moment.at > newest ? moment.at : newest), "");
    if (last !== "") moments.push({ at: last, topic: "orders/updated", payload: (now) => orderPayload(order, now) });
  }
  return moments
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ at, topic, payload }) => ({ at, topic, payload: payload(at) }));
}

/** That something about the order changed, for writes which leave no moment of their own. */
export function orderUpdated(order: OrderRecord, now: string): Change {
  return { topic: "orders/updated", at: now, payload: orderPayload(order, now) };
}

function* momentsIn(order: OrderRecord): Generator<Moment> {
  const whole = (now: string) => orderPayload(order, now);
  const plain = (type: string, id: string) => () => ({ ...identity(type, id), order_id: Number(order.id) });
  const moment = (at: string | null | undefined, topic: Topic, payload: Moment["payload"]): Moment[] =>
    at === null || at === undefined ? [] : [{ at, topic, payload }];

  yield { at: order.createdAt, topic: "orders/create", payload: whole };
  yield* moment(order.cancel?.at, "orders/cancelled", whole);
  for (const edit of order.edits) yield { at: edit.at, topic: "orders/edited", payload: whole };
  for (const refund of order.refunds)
    yield { at: refund.at, topic: "refunds/create", payload: plain("Refund", refund.id) };
  for (const item of order.returns) {
    const payload = plain("Return", item.id);
    yield* moment(item.requestedAt, "returns/request", payload);
    yield* moment(item.approvedAt, "returns/approve", payload);
    yield* moment(item.declined?.at, "returns/decline", payload);
    yield* moment(item.cancelledAt, "returns/cancel", payload);
    yield* moment(item.closedAt, "returns/close", payload);
  }
  for (const item of order.fulfillmentOrders) {
    const payload = () => ({ fulfillment_order: { id: gid("FulfillmentOrder", item.id) } });
    for (const hold of item.holds) {
      yield { at: hold.from, topic: "fulfillment_orders/placed_on_hold", payload };
      yield* moment(hold.until, "fulfillment_orders/hold_released", payload);
    }
    for (const { kind, sentAt, response } of item.requests) {
      if (kind !== "CANCELLATION_REQUEST") continue;
      const answer = response?.accepted ? "accepted" : "rejected";
      yield { at: sentAt, topic: "fulfillment_orders/cancellation_request_submitted", payload };
      yield* moment(response?.at, `fulfillment_orders/cancellation_request_${answer}`, payload);
    }
  }
  for (const fulfillment of order.fulfillments) {
    const payload = (now: string) => fulfillmentPayload(fulfillment, now);
    yield { at: fulfillment.at, topic: "fulfillments/create", payload };
    yield* moment(fulfillment.cancelledAt, "fulfillments/update", payload);
    for (const event of fulfillment.events) {
      yield {
        at: event.recordedAt,
        topic: "fulfillment_events/create",
        payload: () => eventPayload(fulfillment, event),
      };
      yield { at: event.recordedAt, topic: "fulfillments/update", payload };
    }
  }
}

function identity(type: string, id: string) {
  return { id: Number(id), admin_graphql_api_id: gid(type, id) };
}

const restFulfillmentStatus: Partial<Record<ReturnType<typeof fulfillmentStatus>, string>> = {
  FULFILLED: "fulfilled",
  PARTIALLY_FULFILLED: "partial",
};

/** The fields of Shopify's REST order that webhook receivers commonly read. */
function orderPayload(order: OrderRecord, now: string): Record<string, unknown> {
  return {
    ...identity("Order", order.id),
    name: order.name,
    order_number: order.number,
    email: order.email,
    created_at: order.createdAt,
    processed_at: order.processedAt,
    updated_at: orderUpdatedAt(order, now),
    cancelled_at: order.cancel !== null && order.cancel.at <= now ? order.cancel.at : null,
    cancel_reason: order.cancel !== null && order.cancel.at <= now ? order.cancel.reason.toLowerCase() : null,
    currency: order.shopCurrency,
    presentment_currency: order.currency,
    total_price: toMoneyText(orderTotals(order, now).total, order.currency),
    financial_status: financialStatus(order, now)?.toLowerCase() ?? null,
    fulfillment_status: restFulfillmentStatus[fulfillmentStatus(order, now)] ?? null,
    tags: order.tags.join(", "),
    customer: order.customer ? { ...identity("Customer", order.customer.id), email: order.customer.email } : null,
    line_items: order.lineItems.map((line) => ({
      ...identity("LineItem", line.id),
      title: line.title,
      quantity: line.quantity,
      sku: line.sku,
    })),
  };
}

function fulfillmentPayload(fulfillment: FulfillmentRecord, now: string): Record<string, unknown> {
  const state = fulfillmentState(fulfillment, now);
  return {
    ...identity("Fulfillment", fulfillment.id),
    order_id: Number(fulfillment.order.id),
    name: fulfillment.name,
    status: state.status.toLowerCase(),
    shipment_status: state.displayStatus?.toLowerCase() ?? null,
    created_at: fulfillment.at,
    updated_at: state.updatedAt,
    tracking_company: fulfillment.tracking[0]?.company ?? null,
    tracking_numbers: fulfillment.tracking.flatMap((item) => (item.number === null ? [] : [item.number])),
    tracking_urls: fulfillment.tracking.flatMap((item) => (item.url === null ? [] : [item.url])),
  };
}

function eventPayload(fulfillment: FulfillmentRecord, event: EventRecord): Record<string, unknown> {
  return {
    ...identity("FulfillmentEvent", event.id),
    fulfillment_id: Number(fulfillment.id),
    order_id: Number(fulfillment.order.id),
    status: event.status.toLowerCase(),
    message: event.message,
    happened_at: event.at,
    created_at: toInstant(event.recordedAt),
    estimated_delivery_at: event.estimatedDeliveryAt,
  };
}
