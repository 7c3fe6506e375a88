import { lineQuantities, orderTotals } from "../../store/order-money.ts";
import { gid, numericId, parseGid } from "../../store/ids.ts";
import { share, toMinor } from "../../store/money.ts";
import type { LineRecord, OrderRecord } from "../../store/records.ts";
import { shippingLeft } from "../../store/refund-money.ts";
import { type RefundQuestion, suggestRefund, wholeOrder } from "../../store/suggest-refund.ts";
import { apiError, type CallContext } from "../context.ts";
import { lineItemView } from "./line-item.ts";
import { moneyBag } from "./money.ts";
import { formattedGateway, transactionView } from "./refund.ts";

export type RefundLineInput = {
  lineItemId: string;
  quantity: number;
  restockType?: string | null;
  locationId?: string | null;
};
export type RefundDutyInput = { dutyId: string; refundType?: "FULL" | "PROPORTIONAL" | null };
export type SuggestedRefundArgs = {
  refundLineItems?: RefundLineInput[] | null;
  refundShipping?: boolean | null;
  shippingAmount?: string | null;
  refundDuties?: RefundDutyInput[] | null;
  suggestFullRefund?: boolean | null;
  refundMethodAllocation?: "ORIGINAL_PAYMENT_METHODS" | "STORE_CREDIT" | null;
};

/** The line of an order that a GID names, or null. */
export function lineOf(order: OrderRecord, id: string, now: string): LineRecord | null {
  const parsed = parseGid(id);
  const line = parsed?.type === "LineItem" ? order.lineItems.find((item) => item.id === parsed.number) : undefined;
  return line && (line.addedAt === null || line.addedAt <= now) ? line : null;
}

/** What duties come to: in full, or as much as the units that are refunded carry. Never more than is left of them. */
export function dutiesOf(order: OrderRecord, duties: RefundDutyInput[], lines: RefundQuestion["lines"], now: string) {
  let amount = 0;
  for (const line of order.lineItems) {
    const units = lines.filter((item) => item.line === line).reduce((sum, item) => sum + item.quantity, 0);
    line.duties.forEach((duty, index) => {
      const asked = duties.find((item) => item.dutyId === gid("Duty", numericId("Duty", index + 1, line.id)));
      if (asked) amount += asked.refundType === "PROPORTIONAL" ? share(duty.price, units, line.quantity) : duty.price;
    });
  }
  return Math.min(amount, orderTotals(order, now).duties);
}

/** Throws as Shopify does when asked about units that cannot be refunded any more. */
function questionOf(order: OrderRecord, args: SuggestedRefundArgs, now: string): RefundQuestion {
  if (args.suggestFullRefund) return wholeOrder(order, now);
  const asked = new Map<LineRecord, number>();
  for (const { lineItemId, quantity } of args.refundLineItems ?? []) {
    const line = lineOf(order, lineItemId, now);
    if (!line) throw apiError("BAD_REQUEST", `Line item ${lineItemId} is not part of the order`);
    asked.set(line, (asked.get(line) ?? 0) + quantity);
    if (quantity < 0 || (asked.get(line) ?? 0) > lineQuantities(line, now).current)
      throw apiError("BAD_REQUEST", "Quantity cannot refund more items than were purchased");
  }
  const lines = [...asked].flatMap(([line, quantity]) => (quantity > 0 ? [{ line, quantity }] : []));
  const left = shippingLeft(order, now);
  const amount = args.shippingAmount == null ? null : toMinor(args.shippingAmount, order.currency);
  const shipping = amount !== null ? Math.max(0, Math.min(amount, left)) : args.refundShipping ? left : null;
  return { lines, shipping, duties: dutiesOf(order, args.refundDuties ?? [], lines, now) };
}

export function suggestedRefundView(order: OrderRecord, args: SuggestedRefundArgs, context: CallContext): object {
  const { now } = context;
  const bag = (minor: number) => moneyBag(order, minor);
  const asked = suggestRefund(order, questionOf(order, args, now), now);
  const asCredit = args.refundMethodAllocation === "STORE_CREDIT";
  return {
    amountSet: bag(asked.amount),
    maximumRefundableSet: bag(asked.maximum),
    subtotalSet: bag(asked.subtotal),
    totalTaxSet: bag(asked.tax),
    totalDutiesSet: bag(asked.duties),
    shipping: { amountSet: bag(asked.shipping), maximumRefundableSet: bag(asked.shippingLeft) },
    refundLineItems: asked.lines.map((line) => ({
      id: null,
      quantity: line.quantity,
      restockType: "NO_RESTOCK",
      subtotalSet: bag(line.subtotal),
      lineItem: () => lineItemView(line.line, context),
    })),
    suggestedTransactions: asCredit
      ? []
      : asked.parts.map((part) => ({
          kind: "SUGGESTED_REFUND",
          gateway: part.parent.gateway,
          accountNumber: null,
          formattedGateway: formattedGateway(part.parent.gateway),
          amountSet: bag(part.amount),
          maximumRefundableSet: bag(part.maximum),
          parentTransaction: () => transactionView(part.parent, order, context),
        })),
    suggestedRefundMethods:
      asCredit && order.customer && context.store.shop.storeCreditEnabled
        ? [
            {
              __typename: "SuggestedStoreCreditRefund",
              amount: bag(asked.amount),
              maximumRefundable: bag(asked.maximum),
            },
          ]
        : [],
  };
}
