import { parseMoney } from "../../orders/money.ts";
import type { MoneyPair } from "../../policy/money-pair.ts";
import type { MoneyPairFragment } from "../../shopify/generated/admin.ts";

/** Shopify's `MoneyBag` in minor units; null when one of its amounts cannot be read exactly. */
export function readPair(set: MoneyPairFragment): MoneyPair | null {
  const shop = parseMoney(set.shopMoney.amount, set.shopMoney.currencyCode);
  const presentment = parseMoney(set.presentmentMoney.amount, set.presentmentMoney.currencyCode);
  return shop && presentment ? { shop, presentment } : null;
}

export function zeroPair(shop: string, presentment: string): MoneyPair {
  return { shop: { minor: 0, currency: shop }, presentment: { minor: 0, currency: presentment } };
}

/** Arithmetic on both amounts at once. */
export function combine(a: MoneyPair, b: MoneyPair, join: (x: number, y: number) => number): MoneyPair {
  return {
    shop: { minor: join(a.shop.minor, b.shop.minor), currency: a.shop.currency },
    presentment: { minor: join(a.presentment.minor, b.presentment.minor), currency: a.presentment.currency },
  };
}

export function change(pair: MoneyPair, to: (minor: number) => number): MoneyPair {
  return combine(pair, pair, to);
}
