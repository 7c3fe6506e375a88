import type { ReturnPlan } from "../plan.ts";
import { claimedUnits, isRounding, plainValue, smaller, unitsIn } from "./planned.ts";
import type { Planned, PlanInput } from "./planned.ts";
import { returnNote } from "./return-lines.ts";
import type { ReturnedMoney } from "./returned-money.ts";

/** The shop's label where the shop pays, and its instructions either way. */
export function backWards({ policy, option }: PlanInput): { labelUrl: string | null; instructions: string } {
  const { labelUrl, instructions } = policy.returns;
  return { labelUrl: option.goods.returnShipping === "shop_label" ? labelUrl : null, instructions };
}

/** A return that is approved already; what comes back once the goods are there must be what the policy decided on. */
export function planReturn(input: PlanInput, lines: ReturnPlan["lines"], money: ReturnedMoney): Planned<ReturnPlan> {
  const { option, chosen, destination, reason, description } = input;
  const allowed = plainValue(option);
  const { goods, kept } = money;
  const left = { ...goods.presentment, minor: Math.max(0, goods.presentment.minor - kept.presentment.minor) };
  // What payments allow may be less than the goods cost: the policy has seen to that.
  const calculated = smaller(left, input.refundable.presentment);
  if (!isRounding(calculated, allowed.presentment, unitsIn(chosen))) {
    return { kind: "differs", why: "Shopify works out another amount for the return." };
  }
  return {
    kind: "ok",
    plan: {
      kind: "return",
      lines,
      note: returnNote(reason, description),
      restockingPercent: option.restockingPercent,
      shippingFee: option.returnFee?.presentment ?? null,
      ...backWards(input),
      expectedRefund: smaller(calculated, allowed.presentment),
      bonus: destination === "store_credit" ? (option.bonus?.presentment ?? null) : null,
      destination,
    },
    units: claimedUnits(input),
    value: option.value,
  };
}
