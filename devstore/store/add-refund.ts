import { clipFuture } from "./clip-future.ts";
import { numericId } from "./ids.ts";
import { outstanding } from "./order-money.ts";
import type {
  LineRecord,
  LocationRecord,
  OrderRecord,
  RefundRecord,
  ReturnRecord,
  TransactionRecord,
} from "./records.ts";
import { transaction } from "./resolve-transactions.ts";
import { putBack } from "./line-stock.ts";
import { refundSums } from "./suggest-refund.ts";

/** The gateway of money that went to the customer's store credit. */
export const storeCreditGateway = "shopify_store_credit";

export type NewRefund = {
  note: string | null;
  lines: {
    line: LineRecord;
    quantity: number;
    restockType: RefundRecord["lines"][number]["restockType"];
    location: LocationRecord | null;
  }[];
  /** Minor units, before tax where tax comes on top. */
  shipping: number;
  duties: number;
  /** Money that moves, in minor units; none is a refund on paper. */
  money: { gateway: string; parent: TransactionRecord | null; amount: number }[];
  return: ReturnRecord | null;
};

/**
 * Writes a refund into the order: its rows, its transactions, units back in stock, and parcels of the future without the units that
 * were cancelled. What moved beyond the rows' worth (or short of it) is an adjustment, so that nobody owes it afterwards.
 */
export function addRefund(order: OrderRecord, refund: NewRefund, now: string): RefundRecord {
  const sums = refundSums(order, { lines: refund.lines, shipping: refund.shipping, duties: refund.duties }, now);
  const ref = `made-${order.refunds.length + 1}`;
  const moved = refund.money.reduce((total, item) => total + item.amount, 0);
  const owedBefore = Math.max(0, -outstanding(order, now));
  const difference = moved - sums.owed;
  const record: RefundRecord = {
    id: numericId("Refund", ref, order.id),
    order,
    at: now,
    note: refund.note,
    lines: sums.lines.map((line, index) => ({
      id: numericId("RefundLineItem", index + 1, `${order.id}/${ref}`),
      line: line.line,
      quantity: line.quantity,
      restockType: refund.lines[index]?.restockType ?? "NO_RESTOCK",
      location: refund.lines[index]?.location ?? null,
      subtotal: line.subtotal,
      tax: line.tax,
    })),
    shipping: refund.shipping,
    duties: refund.duties,
    adjustment: moved === 0 ? 0 : difference > 0 ? difference - Math.min(difference, owedBefore) : difference,
    transactions: refund.money.map((item, index) =>
      transaction(
        order,
        `${ref}-${index + 1}`,
        { kind: "REFUND", gateway: item.gateway },
        item.amount,
        now,
        item.parent,
      ),
    ),
    return: refund.return,
  };
  order.refunds.push(record);
  for (const line of record.lines) {
    if (line.restockType === "RETURN" || line.restockType === "CANCEL")
      putBack(line.line, line.quantity, line.location);
  }
  clipFuture(order, now);
  return record;
}
