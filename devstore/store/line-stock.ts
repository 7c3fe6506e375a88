import type { LineRecord, LocationRecord } from "./records.ts";
import { restock } from "./stock.ts";

/** Where a line is, or was, sent from: the location of its newest fulfillment order. */
function locationOf(line: LineRecord): LocationRecord | null {
  const item = line.order.fulfillmentOrders.findLast(
    (candidate) => candidate.movedAt === null && candidate.lines.some((part) => part.line === line),
  );
  return item?.location ?? null;
}

/** Units go back on a shelf: of the location named, else of the one they were to be sent from. */
export function putBack(line: LineRecord, quantity: number, location: LocationRecord | null = null): void {
  const to = location ?? locationOf(line);
  if (line.variant && to) restock(line.variant, to, quantity);
}
