import type { Portion, RequestReason, ResolutionKind } from "./kinds.ts";
import type { MoneyPair } from "./money-pair.ts";

/** A rule of a policy that had a say: a stable id such as `damaged.auto_limit`, and what it said in a few words for people. */
export type FiredRule = { id: string; said: string };

/**
 * One way to put it right that the policy offers, priced. `value` is what it costs the shop at most, in both currencies:
 * with the bonus where the shopper may take store credit, without it where they chose their original payment method.
 */
export type PricedOption = {
  kind: ResolutionKind;
  portion: Portion;
  value: MoneyPair;
  /** Store credit on top of what was paid; part of `value`. */
  bonus: MoneyPair | null;
  /** Whether the chosen items have to come back, and who pays for that. */
  goods: { comeBack: boolean; returnShipping: "shop_label" | "shopper" | "none" };
  /** Percentage of the items' price kept back, and a fixed fee for return shipping in the shop's currency. */
  restockingPercent: number;
  returnFee: MoneyPair | null;
  /** Empty where no money moves. */
  destinations: readonly ("original_payment" | "store_credit")[];
  /**
   * For an exchange or a change of items, once the item wanted instead is known: what it costs more (the shop's to bear)
   * or, below zero, what goes back to the shopper.
   */
  difference: MoneyPair | null;
  /** A person has to say yes to this one. */
  approval: boolean;
};

type Said = {
  rules: readonly FiredRule[];
  /** One sentence each. The shopper's never names limits, tags, other customers or why somebody is not trusted. */
  shopper: string;
  merchant: string;
};

/** What the policy says to one request. */
export type Verdict = Said &
  /** At least one option needs nobody's yes; others may, and say so. */
  (
    | { kind: "allow"; options: readonly [PricedOption, ...PricedOption[]] }
    /** Best first; a person has to say yes to any of them. */
    | { kind: "needs_approval"; options: readonly [PricedOption, ...PricedOption[]] }
    | { kind: "needs_evidence"; photo: boolean; description: boolean; options: readonly PricedOption[] }
    | { kind: "wait_until"; until: Date; options: readonly PricedOption[] }
    /** `alternatives`: what the policy would allow instead, for the same reason and items. */
    | { kind: "deny"; why: DenyReason; alternatives: readonly PricedOption[] }
    | { kind: "escalate"; why: EscalateReason }
  );

/** What a policy said to one request, for the record: `sentence` is the merchant's, and no shopper or model reads it. */
export type Ruled = {
  reason: RequestReason;
  /** What was asked for, where something was. */
  wanted: ResolutionKind | null;
  verdict: Verdict["kind"];
  sentence: string;
  rules: readonly FiredRule[];
};

export type DenyReason =
  | "window_over"
  | "excluded"
  | "already_resolved"
  | "not_offered"
  | "out_of_stock"
  | "too_late_to_change"
  | "nothing_left"
  | "not_borne_out"
  | "order_cancelled";

export type EscalateReason =
  | "never_automate"
  | "customer_limit"
  | "facts_incomplete"
  | "not_covered"
  | "partner_has_it"
  | "price_difference"
  | "switched_off";
