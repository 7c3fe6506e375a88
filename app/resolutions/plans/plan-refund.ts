import type { RefundPlan } from "../plan.ts";
import { claimedUnits, isRounding, plainValue, refundedLines, smaller, unitsIn } from "./planned.ts";
import type { Planned, PlanInput } from "./planned.ts";
import { spread } from "./suggestion.ts";
import type { Suggestion } from "./suggestion.ts";

/**
 * A refund to the payments it came from. Of items and shipping Shopify says how much that is, and it must be what the policy
 * decided on but for rounding; of a share the policy says how much, and Shopify to which payments. Never more than the policy.
 */
export function planRefund(input: PlanInput, suggestion: Suggestion): Planned<RefundPlan> {
  const { option, chosen, material } = input;
  const allowed = plainValue(option);
  const { of } = option.portion;
  const amount = of === "share" ? allowed.presentment : smaller(suggestion.amount.presentment, allowed.presentment);
  if (of !== "share" && !isRounding(suggestion.amount.presentment, allowed.presentment, unitsIn(chosen))) {
    return { kind: "differs", why: "Shopify suggests another refund than was worked out." };
  }
  if (amount.minor <= 0) return { kind: "differs", why: "Shopify suggests to refund nothing." };
  const transactions = spread(amount, suggestion.payments);
  if (!transactions)
    return { kind: "differs", why: "The payments do not allow as much to be given back by themselves." };
  return {
    kind: "ok",
    plan: {
      kind: "refund",
      lines: of === "items" ? refundedLines(chosen) : [],
      shipping: of === "shipping" ? suggestion.shipping : null,
      transactions,
      amount,
      presentmentCurrency: material.presentment,
    },
    units: claimedUnits(input),
    value: allowed,
  };
}
