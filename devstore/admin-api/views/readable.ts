import type { FulfillmentOrderRecord, OrderRecord } from "../../store/records.ts";
import type { CallContext } from "../context.ts";

/** Exists by now, and is not older than the app may read. */
export function mayRead(order: OrderRecord, context: CallContext): boolean {
  return order.createdAt <= context.now && (context.ordersSince === null || order.createdAt >= context.ordersSince);
}

/** Each family of scopes shows only its own fulfillment orders: an order can look as if it had none. */
export function readableFulfillmentOrders(
  items: FulfillmentOrderRecord[],
  context: CallContext,
): FulfillmentOrderRecord[] {
  return items.filter((item) => {
    if (item.createdAt > context.now) return false;
    const family = item.location.kind === "merchant" ? "merchant_managed" : "third_party";
    return context.scopes.has(`read_${family}_fulfillment_orders`);
  });
}
