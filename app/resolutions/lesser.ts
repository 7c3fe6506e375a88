import type { Money } from "../orders/money.ts";
import { canonical } from "./digest.ts";
import type { FrozenProposal, Plan, RefundPlan, StoreCreditPlan } from "./plan.ts";
import { spread } from "./plans/suggestion.ts";

/** `not_less`: nothing, all of it, or more than was confirmed. `not_money`: there is no less of a replacement. */
export type Lesser = { kind: "ok"; proposal: FrozenProposal } | { kind: "not_less" | "not_money" };

/**
 * What a proposal gives back in all, where it is money and nothing else, so that there is a less of it: to the payments, or as
 * store credit. Goods that have to come back first, are sent, or are not sent anymore hang together with their money.
 */
export function divisibleAmount(plan: Plan): Money | null {
  if (plan.kind === "refund") return plan.amount;
  if (plan.kind !== "store_credit") return null;
  const { refund, bonus } = plan;
  const currency = (refund?.amount ?? bonus)?.currency;
  return currency === undefined ? null : { minor: (refund?.amount.minor ?? 0) + (bonus?.minor ?? 0), currency };
}

/**
 * A proposal like the one that was confirmed, of which a smaller amount goes the same way: same order, same units, same
 * payments. Only amounts are less, and none is more.
 *
 * @param minor of the shopper's currency, in which the money moves
 */
export function lesserOf(confirmed: FrozenProposal, minor: number): Lesser {
  const most = divisibleAmount(confirmed.plan);
  if (!most) return { kind: "not_money" };
  if (!Number.isSafeInteger(minor) || minor <= 0 || minor >= most.minor) return { kind: "not_less" };
  const plan = lesserPlan(confirmed.plan, { minor, currency: most.currency });
  if (!plan) return { kind: "not_money" };
  const { shop, presentment } = confirmed.value;
  const part = (whole: Money): Money => ({ ...whole, minor: partOf(whole.minor, minor, most.minor) });
  return { kind: "ok", proposal: { ...confirmed, plan, value: { shop: part(shop), presentment: part(presentment) } } };
}

/** Whether a proposal is exactly what `lesserOf` makes of the confirmed one: checked again before it is carried out. */
export function isLesserOf(confirmed: FrozenProposal, proposal: FrozenProposal): boolean {
  const again = lesserOf(confirmed, divisibleAmount(proposal.plan)?.minor ?? 0);
  return again.kind === "ok" && canonical(again.proposal) === canonical(proposal);
}

function lesserPlan(plan: Plan, amount: Money): RefundPlan | StoreCreditPlan | null {
  if (plan.kind === "refund") {
    const transactions = spread(
      amount,
      plan.transactions.map((payment) => ({ ...payment, maximum: payment.amount })),
    );
    return transactions && { ...plan, amount, transactions, shipping: atMost(plan.shipping, amount) };
  }
  if (plan.kind !== "store_credit") return null;
  // What was paid comes first, and what was promised on top of it last.
  const { refund } = plan;
  if (!refund) return { ...plan, bonus: amount };
  const paid = atMost(refund.amount, amount);
  const rest = amount.minor - paid.minor;
  return {
    ...plan,
    refund: { ...refund, amount: paid, shipping: atMost(refund.shipping, paid) },
    bonus: rest > 0 ? { ...amount, minor: rest } : null,
  };
}

function atMost<Part extends Money | null>(part: Part, amount: Money): Part {
  return part && part.minor > amount.minor ? { ...part, minor: amount.minor } : part;
}

/** Rounded up: a limit is never passed by rounding. */
function partOf(whole: number, part: number, all: number): number {
  return Number((BigInt(whole) * BigInt(part) + BigInt(all) - 1n) / BigInt(all));
}
