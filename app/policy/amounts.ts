import type { MoneyPair } from "./money-pair.ts";

/**
 * Arithmetic on both of Shopify's amounts at once, in integer minor units. The currencies are those of the first pair: that
 * they are the same everywhere is a rule's to check (`facts.currency`), so that nothing here throws.
 */
export function zero(like: MoneyPair): MoneyPair {
  return map(like, () => 0);
}

export function times(pair: MoneyPair, quantity: number): MoneyPair {
  return map(pair, (minor) => minor * quantity);
}

export function plus(a: MoneyPair, b: MoneyPair): MoneyPair {
  return both(a, b, (x, y) => x + y);
}

export function minus(a: MoneyPair, b: MoneyPair): MoneyPair {
  return both(a, b, (x, y) => x - y);
}

/** The smaller amount in each currency. */
export function least(a: MoneyPair, b: MoneyPair): MoneyPair {
  return both(a, b, Math.min);
}

export function abs(pair: MoneyPair): MoneyPair {
  return map(pair, Math.abs);
}

/** A share in percent, rounded half up to the minor unit. */
export function share(pair: MoneyPair, percent: number): MoneyPair {
  return map(pair, (minor) => Math.floor((minor * percent + 50) / 100));
}

/** An amount of the shop's currency in both, at the rate that `at` was paid at; rounded half up. */
export function inBoth(minor: number, at: MoneyPair): MoneyPair {
  const { shop, presentment } = at;
  const rate = shop.minor > 0 ? presentment.minor / shop.minor : 0;
  return {
    shop: { minor, currency: shop.currency },
    presentment: { minor: Math.floor(minor * rate + 0.5), currency: presentment.currency },
  };
}

/** Something in both currencies: below a minor unit of either there is nothing to give. */
export function isSomething({ shop, presentment }: MoneyPair): boolean {
  return shop.minor > 0 && presentment.minor > 0;
}

function map(pair: MoneyPair, change: (minor: number) => number): MoneyPair {
  const { shop, presentment } = pair;
  return {
    shop: { minor: change(shop.minor), currency: shop.currency },
    presentment: { minor: change(presentment.minor), currency: presentment.currency },
  };
}

function both(a: MoneyPair, b: MoneyPair, join: (x: number, y: number) => number): MoneyPair {
  return {
    shop: { minor: join(a.shop.minor, b.shop.minor), currency: a.shop.currency },
    presentment: { minor: join(a.presentment.minor, b.presentment.minor), currency: a.presentment.currency },
  };
}
