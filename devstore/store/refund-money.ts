import { share } from "./money.ts";
import { linePaid, lineQuantities, orderTotals, payments, shippingPaid, visibleTransactions } from "./order-money.ts";
import type { LineRecord, OrderRecord, TransactionRecord } from "./records.ts";

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/**
 * What `units` of a line are worth in a refund at a time, in presentment minor units, after discounts of line and order. The first
 * units carry rounded shares and the last of the line the rest, so that refunds by unit add up to what was paid.
 * `before` counts units of the line that the same refund has taken already.
 */
export function lineRefund(
  line: LineRecord,
  units: number,
  now: string,
  before = 0,
): { subtotal: number; tax: number } {
  const { ordered, removed, refunded, current, refundedSubtotal, refundedTax } = lineQuantities(line, now);
  const kept = ordered - removed;
  const upTo = (whole: number, taken: number, count: number) => {
    if (count >= current) return Math.max(0, whole - taken);
    return share(whole, refunded + count, kept) - share(whole, refunded, kept);
  };
  const of = (amount: number, taken: number) => {
    const whole = Math.round((amount * kept) / line.quantity);
    return upTo(whole, taken, before + units) - upTo(whole, taken, before);
  };
  return {
    subtotal: of(linePaid(line), refundedSubtotal),
    tax: of(sum(line.taxLines.map((tax) => tax.price)), refundedTax),
  };
}

/** Shipping that was paid and not refunded yet, before tax where tax comes on top. */
export function shippingLeft(order: OrderRecord, now: string): number {
  return orderTotals(order, now).currentShipping;
}

/** The tax that goes back with some of the shipping; the last of it takes the rest. */
export function shippingRefundTax(order: OrderRecord, amount: number, now: string): number {
  const lines = order.shippingLines.filter((line) => !line.removed);
  const paid = sum(lines.map(shippingPaid));
  const tax = sum(lines.flatMap((line) => line.taxLines.map((item) => item.price)));
  const left = shippingLeft(order, now);
  return paid === 0 ? 0 : share(tax, left, paid) - share(tax, Math.max(0, left - amount), paid);
}

/** Money that came in and has not gone back. */
export function maximumRefundable(order: OrderRecord, now: string): number {
  const paid = payments(order, now);
  return Math.max(0, paid.received - paid.refunded);
}

/** Payments that money can go back to. */
export function refundablePayments(order: OrderRecord, now: string): TransactionRecord[] {
  return visibleTransactions(order, now).filter(
    (item) => (item.kind === "SALE" || item.kind === "CAPTURE") && item.status === "SUCCESS",
  );
}

/** What may still go back to one payment: less its refunds, and never more than the whole order has left. */
export function refundableOf(payment: TransactionRecord, order: OrderRecord, now: string): number {
  const refunds = visibleTransactions(order, now).filter(
    (item) => item.kind === "REFUND" && item.status === "SUCCESS" && item.parent === payment,
  );
  return Math.max(0, Math.min(payment.amount - sum(refunds.map((item) => item.amount)), maximumRefundable(order, now)));
}

export type RefundPart = { parent: TransactionRecord; amount: number; maximum: number };

/**
 * Spreads an amount over the order's payments: gift cards first, then the others in the order in which they were made. Shopify documents
 * no order; this is the devstore's.
 */
export function spreadOverPayments(order: OrderRecord, amount: number, now: string): RefundPart[] {
  const isCard = (payment: TransactionRecord) => (payment.gateway === "gift_card" ? 0 : 1);
  const found = refundablePayments(order, now).sort((a, b) => isCard(a) - isCard(b));
  let left = Math.min(amount, maximumRefundable(order, now));
  return found.flatMap((parent) => {
    const maximum = refundableOf(parent, order, now);
    const part = Math.min(left, maximum);
    left -= part;
    return maximum > 0 ? [{ parent, amount: part, maximum }] : [];
  });
}
