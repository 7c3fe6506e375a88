import type { MaterialVariant } from "../facts/material.ts";
import type { ExchangePlan } from "../plan.ts";
import { backWards } from "./plan-return.ts";
import { titleOf } from "./plan-replacement.ts";
import { claimedUnits, isRounding, unitsIn } from "./planned.ts";
import type { Planned, PlanInput } from "./planned.ts";
import { returnNote } from "./return-lines.ts";
import type { ReturnedMoney } from "./returned-money.ts";

/**
 * An exchange within one return. What the new item costs more is taken off it, as far as the policy bears it; what it costs
 * less goes back. A replacement whose old item has to come back is an exchange for the same thing, whatever it costs by now.
 */
export function planExchange(
  input: PlanInput,
  lines: ExchangePlan["lines"],
  instead: MaterialVariant,
  money: ReturnedMoney,
): Planned<ExchangePlan> {
  const { option, chosen, reason, description } = input;
  const units = unitsIn(chosen);
  const [first] = chosen;
  if (!first) return { kind: "differs", why: "No item to exchange was chosen." };
  const { currency } = money.goods.presentment;
  const more = money.exchange.presentment.minor - money.goods.presentment.minor;
  if (option.kind === "exchange") {
    const { difference } = option;
    if (!difference || !isRounding({ minor: more, currency }, difference.presentment, 2 * units)) {
      return { kind: "differs", why: "Shopify works out another difference for the exchange." };
    }
  }
  return {
    kind: "ok",
    plan: {
      kind: "exchange",
      lines,
      note: returnNote(reason, description),
      instead: {
        variantId: instead.id,
        quantity: units,
        title: titleOf({ title: first.line.title, variant: shown(instead.title) }),
      },
      discount: more > 0 ? { minor: beforeTax(more, money), currency } : null,
      difference: { minor: Math.max(0, -more), currency },
      differenceTo: option.destinations[0] ?? "original_payment",
      sendNow: false,
      ...backWards(input),
    },
    units: claimedUnits(input),
    value: option.value,
  };
}

/** A discount lowers the tax on top as well: the part of the difference that is price. */
function beforeTax(minor: number, { exchange, exchangeBeforeTax }: ReturnedMoney): number {
  const { minor: all } = exchange.presentment;
  return all > 0 ? Math.min(minor, Math.ceil((minor * exchangeBeforeTax.presentment.minor) / all)) : minor;
}

function shown(title: string): string | null {
  return title === "Default Title" ? null : title;
}
