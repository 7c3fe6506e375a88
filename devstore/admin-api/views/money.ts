import { convert, toDecimal } from "../../store/money.ts";
import type { OrderRecord } from "../../store/records.ts";

export function moneyV2(minor: number, currencyCode: string) {
  return { amount: toDecimal(minor, currencyCode), currencyCode };
}

/** The currencies of an order, or of what is to become one. */
export type Currencies = Pick<OrderRecord, "currency" | "shopCurrency" | "rate">;

/** An order's amount in the currency the shopper paid in and in the shop's. */
export function moneyBag(order: Currencies, minor: number) {
  return {
    presentmentMoney: moneyV2(minor, order.currency),
    shopMoney: moneyV2(shopAmount(order, minor), order.shopCurrency),
  };
}

function shopAmount(order: Currencies, minor: number): number {
  if (order.currency === order.shopCurrency) return minor;
  return convert(minor, order.currency, order.shopCurrency, 1 / order.rate);
}
