import { addRefund, type NewRefund, storeCreditGateway } from "../../store/add-refund.ts";
import type { BookedDeed } from "../../store/book.ts";
import { gid } from "../../store/ids.ts";
import { toDecimal } from "../../store/money.ts";
import type { OrderRecord, RefundRecord } from "../../store/records.ts";
import { addStoreCredit } from "../../store/store-credit.ts";
import type { CallContext } from "../context.ts";
import { idempotent, userError } from "../mutations.ts";
import { bookedUnits, record } from "../record.ts";
import type { RootFields } from "../resolvers.ts";
import { mayRead } from "../views/readable.ts";
import { readRefund, type RefundInput } from "./refund-input.ts";

type Deed = Extract<BookedDeed, { kind: "refund" }>;
type Asking = Pick<CallContext, "store" | "now" | "by">;

/**
 * Refunds within a write to the order: the refund's rows and transactions, the customer's store credit, and the book. `credit` is part of
 * the refund's money already. Call it inside `store.change`.
 */
export function makeRefund(
  asking: Asking,
  operation: string,
  order: OrderRecord,
  refund: NewRefund,
  credit: { amount: number; expiresAt: string | null } | null,
  of: Deed["of"] = null,
): RefundRecord {
  const made = addRefund(order, refund, asking.now);
  if (credit && order.customer)
    addStoreCredit(order.customer, { ...credit, currencyCode: order.currency, at: asking.now });
  record(asking, operation, { order }, deedOf(made, of));
  return made;
}

function deedOf(refund: RefundRecord, of: Deed["of"]): Deed {
  const { order } = refund;
  const decimal = (minor: number) => toDecimal(minor, order.currency);
  return {
    kind: "refund",
    refund: gid("Refund", refund.id),
    currency: order.currency,
    amount: decimal(refund.transactions.reduce((sum, item) => sum + item.amount, 0)),
    shipping: decimal(refund.shipping),
    lines: refund.lines.map((item) => ({
      ...bookedUnits(item.line, item.quantity, item.subtotal + (order.taxesIncluded ? 0 : item.tax)),
      restock: item.restockType,
    })),
    money: refund.transactions.map((item) => ({
      to: item.gateway === storeCreditGateway ? "store_credit" : "payment",
      gateway: item.gateway,
      parentTransaction: item.parent ? gid("OrderTransaction", item.parent.id) : null,
      amount: decimal(item.amount),
    })),
    note: refund.note,
    of,
  };
}

export const refundMutations: RootFields = {
  refundCreate: idempotent(({ input }: { input: RefundInput }, context) => {
    const { store, now } = context;
    const order = store.order(input.orderId);
    if (!order || !mayRead(order, context))
      return { refund: null, userErrors: [userError(["orderId"], "Order does not exist")] };
    const asked = readRefund(input, order, context);
    if (asked.kind === "refused") return { refund: null, userErrors: asked.errors };
    const made = store.change(order, now, () => makeRefund(context, "refundCreate", order, asked.refund, asked.credit));
    return { refund: context.views.refund(made, context), userErrors: [] };
  }),
};
