import type { Policy } from "../../policy/policy.ts";
import type { RequestReason } from "../../policy/kinds.ts";
import type { MoneyPair } from "../../policy/money-pair.ts";
import type { PricedOption } from "../../policy/verdict.ts";
import type { Money } from "../../orders/money.ts";
import type { Chosen } from "../choose-items.ts";
import { combine } from "../facts/pairs.ts";
import type { OrderMaterial } from "../facts/material.ts";
import type { ClaimedUnits, Plan, RefundedLine } from "../plan.ts";

/** What every plan is made from, besides Shopify's own figures. */
export type PlanInput = {
  material: OrderMaterial;
  reason: RequestReason;
  option: PricedOption;
  chosen: readonly Chosen[];
  destination: "original_payment" | "store_credit";
  /** What payments allow to be given back in all. */
  refundable: MoneyPair;
  policy: Policy;
  /** The shopper's words, for Shopify's own notes. */
  description: string | null;
};

export type Planned<P extends Plan = Plan> =
  | { kind: "ok"; plan: P; units: ClaimedUnits[]; value: MoneyPair }
  /** Shopify's figures are not ours, or it cannot be done as far as Shopify goes: a person has to look. */
  | { kind: "differs"; why: string };

/** Rounding may move one minor unit for each unit of goods, and never more. */
export function isRounding(a: Money, b: Money, units: number): boolean {
  return a.currency === b.currency && Math.abs(a.minor - b.minor) <= Math.max(1, units);
}

export function smaller(a: Money, b: Money): Money {
  return a.minor <= b.minor ? a : b;
}

export function unitsIn(chosen: readonly Chosen[]): number {
  return chosen.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** What the option is worth without a bonus. */
export function plainValue({ value, bonus }: PricedOption): MoneyPair {
  return bonus ? combine(value, bonus, (a, b) => a - b) : value;
}

/**
 * The units a resolution takes. `of` is what the ledger may give away: what is free, and what its rows have already. Money for
 * lateness takes the lateness, and the shipping where it is that; it leaves the items to whatever else may be wrong with them.
 */
export function claimedUnits({ material, option, reason, chosen }: PlanInput): ClaimedUnits[] {
  const once = (line: "shipping" | "lateness"): ClaimedUnits => ({ line, quantity: 1, of: 1 });
  const shipping = option.portion.of === "shipping" ? [once("shipping")] : [];
  if (option.kind === "change_address") return [];
  if (option.kind === "cancel") {
    const lines = material.lines.filter(({ free }) => free > 0);
    return lines.map(({ lineId, free, claimed }) => ({ line: lineId, quantity: free, of: free + claimed }));
  }
  if (reason === "late") return [once("lateness"), ...shipping];
  if (option.portion.of === "shipping") return shipping;
  return chosen.map(({ line, quantity }) => ({ line: line.lineId, quantity, of: line.free + line.claimed }));
}

/** Units at the shopper are refunded first and stay with them; units that were never sent are then not sent anymore. */
export function refundedLines(chosen: readonly Chosen[]): RefundedLine[] {
  return chosen.flatMap(({ line, quantity }) => {
    const sent = Math.min(quantity, Math.max(0, line.current - line.unfulfilled));
    const lines: RefundedLine[] = [];
    if (sent > 0) lines.push({ lineId: line.lineId, quantity: sent, restock: "NO_RESTOCK" });
    if (quantity > sent) lines.push({ lineId: line.lineId, quantity: quantity - sent, restock: "CANCEL" });
    return lines;
  });
}
