import type { OrderInput } from "../../store/schema.ts";
import { decimal, minorUnits } from "../orders/money.ts";
import { currencyOfOrder } from "../orders/totals.ts";
import type { Random } from "../random.ts";
import { at, dayOf, isPast, plus } from "../time.ts";

/** What happens to an order after delivery: it is archived, and a few are refunded in part or sent back. */
export function afterwards(order: OrderInput, doneAt: string, random: Random): OrderInput {
  const archived = plus(doneAt, { days: 1 });
  const closed = isPast(archived) ? { ...order, closedAt: archived } : order;
  const fate = random.weighted([
    [91, "kept"],
    [5, "returned"],
    [4, "refunded"],
  ] as const);
  const settled = at(dayOf(doneAt) + random.int(5, 16), random.clock(9, 15));
  const whole = order.transactions?.length === 1 && order.taxesIncluded !== false;
  if (fate === "kept" || !whole || !isPast(settled) || !order.shippingLines?.length) return closed;
  return { ...closed, ...(fate === "refunded" ? refunded(order, settled) : returned(order, doneAt, settled)) };
}

/** One unit of the first line is refunded; nothing comes back. */
function refunded(order: OrderInput, when: string): Partial<OrderInput> {
  return {
    refunds: [
      {
        at: when,
        note: "Arrived damaged, photo received",
        lines: [{ line: 1, quantity: 1 }],
        transactions: [
          {
            kind: "REFUND",
            parent: 1,
            gateway: order.gateway ?? "shopify_payments",
            amount: unitAmount(order),
            at: plus(when, { seconds: 5 }),
          },
        ],
      },
    ],
  };
}

/** One unit of the first line is sent back, inspected and refunded. */
function returned(order: OrderInput, doneAt: string, when: string): Partial<OrderInput> {
  const requestedAt = plus(doneAt, { days: 1, hours: 3 });
  const location = order.fulfillmentOrders?.[0]?.location === "venlo" ? "venlo" : "hamburg";
  return {
    returns: [
      {
        id: 1,
        requestedAt,
        approvedAt: plus(requestedAt, { hours: 14 }),
        closedAt: when,
        lines: [
          {
            line: 1,
            reason: "unwanted",
            processedQuantity: 1,
            refundedQuantity: 1,
            dispositions: [{ at: when, type: "RESTOCKED", location }],
          },
        ],
      },
    ],
    refunds: [
      {
        at: when,
        return: 1,
        lines: [{ line: 1, quantity: 1, restockType: "RETURN", location }],
        transactions: [
          {
            kind: "REFUND",
            parent: 1,
            gateway: order.gateway ?? "shopify_payments",
            amount: unitAmount(order),
            at: plus(when, { seconds: 5 }),
          },
        ],
      },
    ],
  };
}

/** What the shopper paid for one unit of the first line. */
function unitAmount(order: OrderInput): string {
  const currency = currencyOfOrder(order);
  const [line] = order.lineItems;
  const quantity = line?.quantity ?? 1;
  const off = (line?.discounts ?? []).reduce((sum, { amount }) => sum + minorUnits(amount, currency), 0);
  return decimal(Math.round((minorUnits(line?.price ?? "0", currency) * quantity - off) / quantity), currency);
}
