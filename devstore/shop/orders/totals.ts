import type { OrderInput } from "../../store/schema.ts";
import { type CurrencyCode, minorUnits } from "./money.ts";

/** Sums of an order in minor units of the currency it was paid in. */
export type OrderTotals = {
  /** What the shopper owed when placing it. */
  placed: number;
  /** What it comes to with everything that order edits added and took away. */
  edited: number;
};

/**
 * Lines − discounts + shipping + tip, plus tax where prices do not include it.
 * A line that an edit added counts only in `edited`; one that an edit removed counts there with what was kept of it.
 */
export function orderTotal(order: OrderInput): OrderTotals {
  const currency = currencyOfOrder(order);
  const minor = (text: string | null | undefined): number => minorUnits(text ?? "0", currency);
  const onTop = order.taxesIncluded === false;
  const removed = new Map<string, number>();
  for (const edit of order.edits ?? []) {
    for (const { line, quantity } of edit.removed ?? [])
      removed.set(String(line), (removed.get(String(line)) ?? 0) + quantity);
  }

  let placed = minor(order.tip);
  let edited = placed;
  order.lineItems.forEach((item, index) => {
    if (item.price === undefined) throw new Error(`${order.name}: line ${index + 1} has no price`);
    const quantity = item.quantity ?? 1;
    const off = (item.discounts ?? []).reduce((sum, { amount }) => sum + minor(amount), 0);
    const tax = onTop ? (item.taxLines ?? []).reduce((sum, { price }) => sum + minor(price), 0) : 0;
    const whole = minor(item.price) * quantity - off + tax;
    const kept = quantity - (removed.get(String(item.id ?? index + 1)) ?? 0);
    if (!item.addedAt) placed += whole;
    edited += kept === quantity ? whole : Math.round((whole * kept) / quantity);
  });
  for (const shipping of order.shippingLines ?? []) {
    const off = (shipping.discounts ?? []).reduce((sum, { amount }) => sum + minor(amount), 0);
    const tax = onTop ? (shipping.taxLines ?? []).reduce((sum, { price }) => sum + minor(price), 0) : 0;
    placed += minor(shipping.price) - off + tax;
    if (!shipping.removed) edited += minor(shipping.price) - off + tax;
  }
  return { placed, edited };
}

export function currencyOfOrder(order: OrderInput): CurrencyCode {
  return (order.presentment?.currencyCode ?? "EUR") as CurrencyCode;
}
