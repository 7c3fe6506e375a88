import type { Money } from "../../orders/money.ts";
import type { MoneyPair } from "../../policy/money-pair.ts";
import type { SuggestedRefundQuery } from "../../shopify/generated/admin.ts";
import { readPair } from "../facts/pairs.ts";

export type Payback = { parentId: string; gateway: string; amount: Money };

/** What Shopify would give back, and to which payments; amounts of payments in the shopper's currency. */
export type Suggestion = {
  amount: MoneyPair;
  /** Of it, shipping (without a tax that comes on top). */
  shipping: Money;
  payments: readonly (Payback & { maximum: Money })[];
};

/** Null when Shopify suggests nothing or one of its amounts cannot be read. */
export function readSuggestion(answer: SuggestedRefundQuery): Suggestion | null {
  const suggested = answer.order?.suggestedRefund;
  if (!suggested) return null;
  const amount = readPair(suggested.amountSet);
  const shipping = readPair(suggested.shipping.amountSet);
  if (!amount || !shipping) return null;
  const payments: (Payback & { maximum: Money })[] = [];
  for (const { gateway, parentTransaction, amountSet, maximumRefundableSet } of suggested.suggestedTransactions) {
    const part = readPair(amountSet);
    const maximum = readPair(maximumRefundableSet ?? amountSet);
    if (!part || !maximum) return null;
    if (!parentTransaction) continue;
    payments.push({
      parentId: parentTransaction.id,
      gateway: gateway ?? "",
      amount: part.presentment,
      maximum: maximum.presentment,
    });
  }
  return { amount, shipping: shipping.presentment, payments };
}

/** Money that people moved by hand goes back by hand: a refund in Shopify would only say that it did. */
const BY_HAND = /^(?:manual|cash|cod\b|bank|money.?order|invoice)/i;

export function isByHand({ gateway }: Payback): boolean {
  return BY_HAND.test(gateway);
}

/**
 * Spreads an amount over payments: first what Shopify suggested for each, then what each still allows. Null when they do not
 * allow as much, are in another currency, or would have to go back by hand.
 */
export function spread(amount: Money, payments: Suggestion["payments"]): Payback[] | null {
  if (payments.some((payment) => payment.amount.currency !== amount.currency)) return null;
  let left = amount.minor;
  const taken = payments.map(({ amount: suggested, maximum }) => {
    const part = Math.min(left, suggested.minor, maximum.minor);
    left -= part;
    return part;
  });
  payments.forEach(({ maximum }, index) => {
    const part = Math.min(left, maximum.minor - (taken[index] ?? 0));
    taken[index] = (taken[index] ?? 0) + part;
    left -= part;
  });
  if (left > 0) return null;
  const paybacks = payments.flatMap(({ parentId, gateway }, index) => {
    const minor = taken[index] ?? 0;
    return minor > 0 ? [{ parentId, gateway, amount: { minor, currency: amount.currency } }] : [];
  });
  return paybacks.some(isByHand) ? null : paybacks;
}
