import { latest } from "./derive.ts";
import type { OrderRecord } from "./records.ts";

/** When anything about the order last changed. */
export function orderUpdatedAt(order: OrderRecord, now: string): string {
  return latest([order.updatedAt, ...momentsOf(order)], now);
}

/** Every time at which something about the order changes, past and future. */
function momentsOf(order: OrderRecord): (string | null | undefined)[] {
  return [
    order.createdAt,
    order.processedAt,
    order.closedAt,
    order.cancel?.at,
    ...order.edits.map((edit) => edit.at),
    ...order.lineItems.map((line) => line.addedAt),
    ...order.transactions.map((item) => item.at),
    ...order.refunds.map((item) => item.at),
    ...order.returns.flatMap((item) => [
      item.requestedAt,
      item.approvedAt,
      item.declined?.at,
      item.cancelledAt,
      item.closedAt,
      ...item.reverseDeliveries.map((delivery) => delivery.at),
      ...item.lines.flatMap((line) => line.dispositions.map((disposition) => disposition.at)),
    ]),
    ...order.fulfillmentOrders.flatMap((item) => [
      item.createdAt,
      item.inProgressAt,
      item.cancelledAt,
      item.incompleteAt,
      ...item.holds.flatMap((hold) => [hold.from, hold.until]),
      ...item.requests.flatMap((request) => [request.sentAt, request.response?.at]),
    ]),
    ...order.fulfillments.flatMap((item) => [
      item.at,
      item.cancelledAt,
      item.labelVoidedAt,
      item.pickedUpAt,
      ...item.events.map((event) => event.recordedAt),
    ]),
  ];
}
