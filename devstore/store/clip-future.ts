import { isCancelled } from "./derive.ts";
import { lineQuantities } from "./order-money.ts";
import type { LineRecord, OrderRecord } from "./records.ts";

/**
 * A store file knows an order's future. After a change by hand some of it cannot come: parcels lose the units that are no longer part of
 * the order, and those with none left are never sent. A cancelled order has no future at all.
 */
export function clipFuture(order: OrderRecord, now: string): void {
  const cancelled = order.cancel !== null && order.cancel.at <= now;
  const left = new Map<LineRecord, number>();
  for (const line of order.lineItems) {
    const { ordered, removed, cancelled: gone } = lineQuantities(line, now);
    left.set(line, cancelled ? 0 : ordered - removed - gone);
  }
  const byTime = [...order.fulfillments].sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const fulfillment of byTime) {
    if (isCancelled(fulfillment, now) || fulfillment.status === "FAILURE") continue;
    for (const part of fulfillment.lines) {
      const units = left.get(part.line) ?? 0;
      if (fulfillment.at > now) part.quantity = Math.min(part.quantity, Math.max(0, units));
      left.set(part.line, units - part.quantity);
    }
    if (fulfillment.at > now) fulfillment.lines = fulfillment.lines.filter((part) => part.quantity > 0);
  }
  order.fulfillments = order.fulfillments.filter((item) => item.at <= now || item.lines.length > 0);
  if (!cancelled) return;
  order.edits = order.edits.filter((item) => item.at <= now);
  order.refunds = order.refunds.filter((item) => item.at <= now);
  order.returns = order.returns.filter((item) => item.createdAt <= now);
  order.transactions = order.transactions.filter((item) => item.at <= now);
}
