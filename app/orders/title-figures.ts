import type { Evidence } from "./evidence.ts";
import { parseMoney } from "./money.ts";

/** Signs that shops put in titles ("Gift card €50"), with the currencies they may stand for. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  "€": ["EUR"],
  "£": ["GBP"],
  "¥": ["JPY"],
  $: ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"],
};
const AMOUNT = /([€£¥$])\s?(\d+(?:[.,]\d{1,2})?)|(\d+(?:[.,]\d{1,2})?)\s?([€£¥])/g;

/**
 * Amounts in an item's title are names, not prices, but whoever names the item says them:
 * they are evidence as what was read. `currency` is the order's own, which a `$` then means.
 */
export function figuresInTitle(title: string, currency: string | null): Pick<Evidence, "kind" | "value">[] {
  return [...title.matchAll(AMOUNT)].flatMap((match) => {
    const possible = SIGNS[match[1] ?? match[4] ?? ""] ?? [];
    const meant = possible.find((code) => code === currency) ?? possible[0];
    const money = meant === undefined ? null : parseMoney((match[2] ?? match[3] ?? "").replace(",", "."), meant);
    return money ? [{ kind: "amount" as const, value: `${money.currency} ${String(money.minor)}` }] : [];
  });
}
