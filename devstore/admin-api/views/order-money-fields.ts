import { orderTotals, type OrderTotals, outstanding, payments, type Payments } from "../../store/order-money.ts";
import type { OrderRecord } from "../../store/records.ts";
import { moneyBag } from "./money.ts";

/** Which figure each of an order's money fields shows. */
const figures: Record<string, (totals: OrderTotals, paid: Payments) => number> = {
  originalTotalPriceSet: (totals) => totals.original,
  totalPriceSet: (totals) => totals.total,
  currentTotalPriceSet: (totals) => totals.current,
  subtotalPriceSet: (totals) => totals.subtotal,
  currentSubtotalPriceSet: (totals) => totals.currentSubtotal,
  totalTaxSet: (totals) => totals.tax,
  currentTotalTaxSet: (totals) => totals.currentTax,
  totalShippingPriceSet: (totals) => totals.shipping,
  currentShippingPriceSet: (totals) => totals.currentShipping,
  totalDiscountsSet: (totals) => totals.discounts,
  currentTotalDiscountsSet: (totals) => totals.currentDiscounts,
  currentTotalDutiesSet: (totals) => totals.duties,
  totalRefundedShippingSet: (totals) => totals.refundedShipping,
  totalReceivedSet: (_totals, paid) => paid.received,
  totalRefundedSet: (_totals, paid) => paid.refunded,
  netPaymentSet: (_totals, paid) => paid.received - paid.refunded,
  totalCapturableSet: (_totals, paid) => Math.max(0, paid.authorized - paid.received),
};

export function orderMoneyFields(order: OrderRecord, now: string) {
  let totals: OrderTotals | undefined;
  let paid: Payments | undefined;
  const field = (figure: (totals: OrderTotals, paid: Payments) => number) => () => {
    totals ??= orderTotals(order, now);
    paid ??= payments(order, now);
    return moneyBag(order, figure(totals, paid));
  };
  return {
    ...Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, field(figure)])),
    totalTipReceivedSet: () => moneyBag(order, order.tip),
    totalOutstandingSet: () => moneyBag(order, outstanding(order, now)),
  };
}
