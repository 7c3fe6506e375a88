import { orderTotals, lineQuantities } from "./order-money.ts";
import type { LineRecord, OrderRecord } from "./records.ts";
import {
  lineRefund,
  maximumRefundable,
  type RefundPart,
  shippingLeft,
  shippingRefundTax,
  spreadOverPayments,
} from "./refund-money.ts";

/** Units to take back; duties only when asked for, in minor units. */
export type RefundQuestion = {
  lines: { line: LineRecord; quantity: number }[];
  /** In minor units; null for none. */
  shipping: number | null;
  duties: number;
};

export type RefundSums = {
  lines: { line: LineRecord; quantity: number; subtotal: number; tax: number }[];
  subtotal: number;
  /** Of lines and shipping. */
  tax: number;
  shipping: number;
  duties: number;
  /** What all of it comes to for the shopper. */
  owed: number;
};

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** What units, shipping and duties of an order come to in a refund, in presentment minor units. Tips are never part of it. */
export function refundSums(order: OrderRecord, question: RefundQuestion, now: string): RefundSums {
  const before = new Map<LineRecord, number>();
  const lines = question.lines.map(({ line, quantity }) => {
    const taken = before.get(line) ?? 0;
    before.set(line, taken + quantity);
    return { line, quantity, ...lineRefund(line, quantity, now, taken) };
  });
  const shipping = question.shipping ?? 0;
  const subtotal = sum(lines.map((line) => line.subtotal));
  const tax = sum(lines.map((line) => line.tax)) + shippingRefundTax(order, shipping, now);
  const owed = subtotal + shipping + question.duties + (order.taxesIncluded ? 0 : tax);
  return { lines, subtotal, tax, shipping, duties: question.duties, owed };
}

export type RefundSuggestion = RefundSums & {
  amount: number;
  maximum: number;
  shippingLeft: number;
  parts: RefundPart[];
};

/** Shopify's own suggestion: never more than came in and has not gone back, spread over the payments. */
export function suggestRefund(order: OrderRecord, question: RefundQuestion, now: string): RefundSuggestion {
  const sums = refundSums(order, question, now);
  const maximum = maximumRefundable(order, now);
  const amount = Math.min(sums.owed, maximum);
  return {
    ...sums,
    amount,
    maximum,
    shippingLeft: shippingLeft(order, now),
    parts: spreadOverPayments(order, amount, now),
  };
}

/** Everything that is still part of the order. */
export function wholeOrder(order: OrderRecord, now: string): RefundQuestion {
  const lines = order.lineItems.flatMap((line) => {
    const { current } = lineQuantities(line, now);
    return current > 0 ? [{ line, quantity: current }] : [];
  });
  return { lines, shipping: shippingLeft(order, now), duties: orderTotals(order, now).duties };
}
