import type { MoneyPair } from "../../policy/money-pair.ts";
import type { Address } from "../plan.ts";

/** What plans are made of, besides what policies decide on: read in the same breath. Plain data. */
export type OrderMaterial = {
  orderId: string;
  orderName: string;
  email: string | null;
  /** The order's customer; null for an order without one. */
  customerId: string | null;
  /** The shop's currency, and the one the shopper paid in. */
  currency: string;
  presentment: string;
  taxesIncluded: boolean;
  /** Null when it may not be read in full. */
  address: Address | null;
  /** In Shopify's order, which never changes: an item's number is its place here, from 1. */
  lines: readonly MaterialLine[];
  /** Payments that money can go back to. */
  payments: readonly { id: string; gateway: string }[];
  /** Fulfillment orders at a logistics partner, which has to be asked. */
  withPartner: readonly string[];
  /** Ledger rows have the order's shipping, or made good its lateness. */
  shippingClaimed: boolean;
  latenessClaimed: boolean;
};

export type MaterialLine = {
  lineId: string;
  title: string;
  variant: string | null;
  variantId: string | null;
  image: string | null;
  quantity: number;
  /** Units still in the order by Shopify's count. */
  current: number;
  /** Units not sent yet. */
  unfulfilled: number;
  free: number;
  /** Units that ledger rows have. */
  claimed: number;
  /** What one unit cost, rounded up to the minor unit, with tax wherever the tax comes on top. */
  unitPaid: MoneyPair;
  /** Of it, the tax that came on top of the price; zero where prices hold it. */
  unitTax: MoneyPair;
  /** The same product's variants, the line's own among them; empty when it is no longer sold. */
  variants: readonly MaterialVariant[];
};

export type MaterialVariant = {
  id: string;
  title: string;
  options: readonly string[];
  /** Catalog price of one unit in the shop's currency, in minor units; null when it cannot be read. */
  price: number | null;
  inStock: number | null;
};
