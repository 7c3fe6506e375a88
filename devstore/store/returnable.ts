import { isCancelled, returnState, visible, visibleFulfillments } from "./derive.ts";
import type {
  ExchangeLineRecord,
  FulfillmentLineRecord,
  LineRecord,
  OrderRecord,
  ReturnLineRecord,
} from "./records.ts";

/** Units of a return's line that are processed by a time: what the file says, or what has been inspected. */
export function processedUnits(line: ReturnLineRecord, now: string): number {
  const inspected = line.dispositions.filter((item) => item.at <= now).reduce((sum, item) => sum + item.quantity, 0);
  return Math.min(line.quantity, Math.max(line.processedQuantity, inspected));
}

/** Units of an exchange that have become part of the order by a time. */
export function sentUnits(exchange: ExchangeLineRecord, now: string): number {
  const made = exchange.lines.filter((line) => line.addedAt === null || line.addedAt <= now);
  return Math.min(
    exchange.quantity,
    made.reduce((sum, line) => sum + line.quantity, 0),
  );
}

/**
 * Units that can be sent back, by parcel and line: what was sent, less what a return has already (unless it was declined or
 * canceled) and what was refunded without one. Nothing of a canceled order.
 */
export function returnableUnits(order: OrderRecord, now: string): Map<FulfillmentLineRecord, number> {
  const left = new Map<FulfillmentLineRecord, number>();
  if (visible(order.cancel?.at, now)) return left;
  for (const fulfillment of visibleFulfillments(order, now)) {
    if (isCancelled(fulfillment, now) || fulfillment.status === "FAILURE" || fulfillment.status === "ERROR") continue;
    for (const part of fulfillment.lines) left.set(part, part.quantity);
  }
  const takeFrom = (part: FulfillmentLineRecord, units: number): number => {
    const taken = Math.min(units, left.get(part) ?? 0);
    if (taken > 0) left.set(part, (left.get(part) ?? 0) - taken);
    return units - taken;
  };
  const loose: { line: LineRecord; units: number }[] = [];
  for (const item of order.returns) {
    const state = item.createdAt <= now ? returnState(item, now) : "CANCELED";
    if (state === "CANCELED" || state === "DECLINED") continue;
    for (const { line, quantity, fulfillmentLine } of item.lines)
      loose.push({ line, units: fulfillmentLine ? takeFrom(fulfillmentLine, quantity) : quantity });
  }
  for (const refund of order.refunds) {
    if (refund.at > now || refund.return) continue;
    for (const { line, quantity, restockType } of refund.lines)
      if (restockType !== "CANCEL") loose.push({ line, units: quantity });
  }
  for (const { line, units } of loose) {
    let missing = units;
    for (const part of left.keys()) if (part.line === line) missing = takeFrom(part, missing);
  }
  return left;
}
