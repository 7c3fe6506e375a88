import type { Clock } from "../platform/clock.ts";
import { systemClock } from "../platform/clock.ts";

const MOST_SHOPS = 5_000;
const aheadMs = new Map<string, number>();

/** Notes how far a shop's clock is ahead of this machine's, from an answer of its Admin API. */
export function noteShopTime(shop: string, at: Date): void {
  aheadMs.delete(shop);
  if (aheadMs.size >= MOST_SHOPS) aheadMs.delete(aheadMs.keys().next().value as string);
  aheadMs.set(shop, at.getTime() - systemClock().getTime());
}

/** The shop's clock, by which what is said of its orders is judged; this machine's until Shopify has told its own. */
export function shopClock(shop: string): Clock {
  return () => new Date(systemClock().getTime() + (aheadMs.get(shop) ?? 0));
}
