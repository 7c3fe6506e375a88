import type { StoreCreditPlan } from "../plan.ts";
import { claimedUnits, isRounding, plainValue, refundedLines, smaller, unitsIn } from "./planned.ts";
import type { Planned, PlanInput } from "./planned.ts";
import type { Suggestion } from "./suggestion.ts";

/**
 * Store credit: what was paid goes back as a refund to it, by Shopify's figure, and a bonus is credited on top. A share of the
 * price for goods that stay with the shopper is goodwill and credited on its own.
 */
export function planStoreCredit(input: PlanInput, suggestion: Suggestion): Planned<StoreCreditPlan> {
  const { option, chosen, material } = input;
  const { customerId } = material;
  if (customerId === null) return { kind: "differs", why: "The order has no customer who could be credited." };
  const allowed = plainValue(option).presentment;
  const { of } = option.portion;
  const units = claimedUnits(input);
  if (of === "share") {
    const plan = { kind: "store_credit", refund: null, bonus: option.value.presentment, customerId } as const;
    return { kind: "ok", plan, units, value: option.value };
  }
  const amount = smaller(suggestion.amount.presentment, allowed);
  if (!isRounding(suggestion.amount.presentment, allowed, unitsIn(chosen)) || amount.minor <= 0) {
    return { kind: "differs", why: "Shopify suggests another refund than was worked out." };
  }
  return {
    kind: "ok",
    plan: {
      kind: "store_credit",
      refund: {
        lines: of === "items" ? refundedLines(chosen) : [],
        shipping: of === "shipping" ? suggestion.shipping : null,
        amount,
      },
      bonus: option.bonus?.presentment ?? null,
      customerId,
    },
    units,
    value: option.value,
  };
}
