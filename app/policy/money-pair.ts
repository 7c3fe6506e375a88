import type { Money } from "../orders/money.ts";

/**
 * One amount in both of Shopify's currencies: the shop's, in which policies count, and the shopper's, in which money moves
 * and is shown. They are never mixed (P6).
 */
export type MoneyPair = { shop: Money; presentment: Money };
