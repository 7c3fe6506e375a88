import type { LineRecord, OrderRecord, ShippingLineRecord, TransactionRecord } from "./records.ts";

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** Units that are still part of the order at a time: less what edits removed and refunds took back. */
export function lineQuantities(line: LineRecord, now: string) {
  const order = line.order;
  let removed = 0;
  for (const edit of order.edits) {
    if (edit.at > now) continue;
    for (const removal of edit.removed) if (removal.line === line) removed += removal.quantity;
  }
  let refunded = 0;
  let cancelled = 0;
  let refundedSubtotal = 0;
  let refundedTax = 0;
  for (const refund of order.refunds) {
    if (refund.at > now) continue;
    for (const item of refund.lines) {
      if (item.line !== line) continue;
      refunded += item.quantity;
      refundedSubtotal += item.subtotal;
      refundedTax += item.tax;
      if (item.restockType === "CANCEL") cancelled += item.quantity;
    }
  }
  const ordered = line.addedAt !== null && line.addedAt > now ? 0 : line.quantity;
  const current = Math.max(0, ordered - removed - refunded);
  return { ordered, removed, refunded, cancelled, current, refundedSubtotal, refundedTax };
}

export function lineDiscount(line: LineRecord): number {
  return sum(line.discounts.map((discount) => discount.amount));
}

export function linePaid(line: LineRecord): number {
  return line.unitPrice * line.quantity - lineDiscount(line);
}

export function shippingPaid(line: ShippingLineRecord): number {
  return line.price - sum(line.discounts.map((discount) => discount.amount));
}

const taxOf = (lines: { price: number }[]) => sum(lines.map((line) => line.price));

export type OrderTotals = {
  /** When it was placed; after edits; and after edits, refunds and returns. */
  original: number;
  total: number;
  current: number;
  subtotal: number;
  currentSubtotal: number;
  tax: number;
  currentTax: number;
  shipping: number;
  currentShipping: number;
  discounts: number;
  currentDiscounts: number;
  duties: number;
  refundedShipping: number;
};

/** What the order costs at a time, in presentment minor units. */
export function orderTotals(order: OrderRecord, now: string): OrderTotals {
  const parts = {
    original: 0,
    subtotal: 0,
    currentSubtotal: 0,
    tax: 0,
    originalTax: 0,
    currentTax: 0,
    discounts: 0,
    currentDiscounts: 0,
    duties: 0,
  };
  for (const line of order.lineItems) {
    const { ordered, removed, current, refundedSubtotal, refundedTax } = lineQuantities(line, now);
    const of = (amount: number, units: number) => Math.round((amount * units) / line.quantity);
    const paid = linePaid(line);
    const tax = taxOf(line.taxLines);
    const kept = Math.max(0, ordered - removed);
    if (line.addedAt === null) {
      parts.original += paid;
      parts.originalTax += tax;
    }
    parts.subtotal += of(paid, kept);
    // Less what refunds took, not the share of what is left: so no cent of rounding is ever owed.
    parts.currentSubtotal += Math.max(0, of(paid, kept) - refundedSubtotal);
    parts.tax += of(tax, kept);
    parts.currentTax += Math.max(0, of(tax, kept) - refundedTax);
    parts.discounts += of(lineDiscount(line), kept);
    parts.currentDiscounts += of(lineDiscount(line), current);
    parts.duties += taxOf(line.duties);
  }
  const shippingLines = order.shippingLines.filter((line) => !line.removed);
  const shipping = sum(shippingLines.map(shippingPaid));
  const shippingTax = sum(shippingLines.map((line) => taxOf(line.taxLines)));
  const refunds = order.refunds.filter((refund) => refund.at <= now);
  const refundedShipping = sum(refunds.map((refund) => refund.shipping));
  const currentDuties = Math.max(0, parts.duties - sum(refunds.map((refund) => refund.duties)));
  const currentShipping = Math.max(0, shipping - refundedShipping);
  const currentShippingTax = shipping === 0 ? 0 : Math.round((shippingTax * currentShipping) / shipping);
  const shippingDiscounts = sum(shippingLines.flatMap((line) => line.discounts.map((discount) => discount.amount)));
  const fees = sum(order.returns.flatMap((item) => item.fees.map((fee) => (fee.at <= now ? fee.amount : 0))));
  const onTop = (tax: number) => (order.taxesIncluded ? 0 : tax);
  return {
    original: parts.original + shipping + onTop(parts.originalTax + shippingTax) + parts.duties + order.tip,
    total: parts.subtotal + shipping + onTop(parts.tax + shippingTax) + parts.duties + order.tip + fees,
    current:
      parts.currentSubtotal +
      currentShipping +
      onTop(parts.currentTax + currentShippingTax) +
      currentDuties +
      order.tip +
      fees -
      sum(refunds.map((refund) => refund.adjustment)),
    subtotal: parts.subtotal,
    currentSubtotal: parts.currentSubtotal,
    tax: parts.tax + shippingTax,
    currentTax: parts.currentTax + currentShippingTax,
    shipping,
    currentShipping,
    discounts: parts.discounts + shippingDiscounts,
    currentDiscounts: parts.currentDiscounts + shippingDiscounts,
    duties: currentDuties,
    refundedShipping,
  };
}

/** Every payment and refund visible at a time, oldest first. */
export function visibleTransactions(order: OrderRecord, now: string): TransactionRecord[] {
  return [...order.transactions, ...order.refunds.flatMap((refund) => refund.transactions)]
    .filter((item) => item.at <= now)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

export type Payments = {
  received: number;
  refunded: number;
  authorized: number;
  voided: boolean;
  expired: boolean;
  pending: number;
};

export function payments(order: OrderRecord, now: string): Payments {
  const result: Payments = { received: 0, refunded: 0, authorized: 0, voided: false, expired: false, pending: 0 };
  for (const item of visibleTransactions(order, now)) {
    if (item.status === "PENDING" && (item.kind === "SALE" || item.kind === "CAPTURE")) result.pending += item.amount;
    if (item.status !== "SUCCESS") continue;
    if (item.kind === "SALE" || item.kind === "CAPTURE") result.received += item.amount;
    else if (item.kind === "CHANGE") result.received -= item.amount;
    else if (item.kind === "REFUND") result.refunded += item.amount;
    else if (item.kind === "VOID") result.voided = true;
    else if (item.kind === "AUTHORIZATION" || item.kind === "EMV_AUTHORIZATION") {
      if (item.authorizationExpiresAt !== null && item.authorizationExpiresAt <= now) result.expired = true;
      else result.authorized += item.amount;
    }
  }
  return result;
}

/** What is still owed, or (negative) still to be given back; nobody owes anything on a canceled order. */
export function outstanding(order: OrderRecord, now: string): number {
  const paid = payments(order, now);
  const owed = orderTotals(order, now).current - (paid.received - paid.refunded);
  const cancelled = order.cancel !== null && order.cancel.at <= now;
  return cancelled ? Math.min(0, owed) : owed;
}

export function financialStatus(order: OrderRecord, now: string): OrderRecord["displayFinancialStatus"] {
  if (order.displayFinancialStatus !== undefined) return order.displayFinancialStatus;
  const paid = payments(order, now);
  const total = orderTotals(order, now).total;
  if (paid.received <= 0) {
    if (paid.voided || (paid.authorized > 0 && order.cancel !== null && order.cancel.at <= now)) return "VOIDED";
    if (paid.authorized > 0) return "AUTHORIZED";
    if (paid.expired) return "EXPIRED";
    return total === 0 ? "PAID" : "PENDING";
  }
  if (paid.refunded >= paid.received) return "REFUNDED";
  if (paid.refunded > 0) return "PARTIALLY_REFUNDED";
  return paid.received < total ? "PARTIALLY_PAID" : "PAID";
}
