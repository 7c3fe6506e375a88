import type { MaterialVariant } from "../facts/material.ts";
import type { Address, CancelPlan, ChangeAddressPlan, ChangeItemsPlan } from "../plan.ts";
import { titleOf } from "./plan-replacement.ts";
import { claimedUnits, isRounding, smaller, unitsIn } from "./planned.ts";
import type { Planned, PlanInput } from "./planned.ts";
import { isByHand, spread } from "./suggestion.ts";
import type { Suggestion } from "./suggestion.ts";

/** Everything that was paid goes back, and a partner is asked where it has the order. */
export function planCancel(input: PlanInput, suggestion: Suggestion): Planned<CancelPlan> {
  const { option, material, destination } = input;
  const units = material.lines.reduce((sum, { current }) => sum + current, 0);
  const { presentment } = suggestion.amount;
  if (!isRounding(presentment, option.value.presentment, units)) {
    return { kind: "differs", why: "Shopify works out another refund for cancelling." };
  }
  if (destination === "original_payment" && presentment.minor > 0 && suggestion.payments.some(isByHand)) {
    return { kind: "differs", why: "A payment that was made by hand has to be given back by hand." };
  }
  return {
    kind: "ok",
    plan: {
      kind: "cancel",
      refundTo: destination,
      amount: smaller(presentment, option.value.presentment),
      askPartner: material.withPartner,
    },
    units: claimedUnits(input),
    value: option.value,
  };
}

export function planChangeAddress(input: PlanInput, after: Address): Planned<ChangeAddressPlan> {
  const { material, option } = input;
  return {
    kind: "ok",
    plan: { kind: "change_address", before: material.address, after },
    units: claimedUnits(input),
    value: option.value,
  };
}

/**
 * Fewer units, or another variant for some. `chosen` are the units that go. What goes must be worth to Shopify what the
 * policy decided on; what comes instead is the policy's difference: it takes off what is dearer and gives back what is less.
 */
export function planChangeItems(
  input: PlanInput,
  instead: MaterialVariant | null,
  suggestion: Suggestion,
): Planned<ChangeItemsPlan> {
  const { option, chosen, refundable } = input;
  const units = unitsIn(chosen);
  const [first] = chosen;
  if (!first) return { kind: "differs", why: "No item to change was chosen." };
  const { currency } = option.value.presentment;
  const goods = chosen.reduce((sum, { line, quantity }) => sum + line.unitPaid.presentment.minor * quantity, 0);
  const expected = { minor: Math.min(goods, refundable.presentment.minor), currency };
  if (!isRounding(suggestion.amount.presentment, expected, units)) {
    return { kind: "differs", why: "Shopify works out another amount for the items that go." };
  }
  const more = instead ? (option.difference?.presentment.minor ?? null) : -suggestion.amount.presentment.minor;
  if (more === null) return { kind: "differs", why: "It is not known what the new item costs." };
  const back = Math.min(Math.max(0, -more), option.value.presentment.minor, suggestion.amount.presentment.minor);
  const giveBack = { minor: back, currency };
  const transactions = spread(giveBack, suggestion.payments);
  if (!transactions)
    return { kind: "differs", why: "The payments do not allow as much to be given back by themselves." };
  return {
    kind: "ok",
    plan: {
      kind: "change_items",
      quantities: chosen.map(({ line, quantity }) => ({
        lineId: line.lineId,
        variantId: line.variantId,
        from: line.current,
        to: line.current - quantity,
      })),
      add: instead
        ? [
            {
              variantId: instead.id,
              quantity: units,
              discount: more > 0 ? { minor: more, currency } : null,
              title: titleOf({ title: first.line.title, variant: instead.title }),
            },
          ]
        : [],
      giveBack,
      transactions,
    },
    units: claimedUnits(input),
    value: option.value,
  };
}
