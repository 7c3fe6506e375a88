import { POLICY_AREAS } from "./areas.ts";
import type { PolicyArea } from "./areas.ts";
import { amountWords, namesWords, offerWords } from "./field-words.en.ts";
import { REASONS } from "./kinds.ts";
import type { RequestReason } from "./kinds.ts";
import type { Policy } from "./policy.ts";
import { list, plural } from "./words.en.ts";

/** A policy in plain sentences for the merchant, each area's own, in the order of the page. No area is without any. */
export function sentencesByArea(policy: Policy): { area: PolicyArea; sentences: string[] }[] {
  const reasons = REASONS.map((reason) => [reason, ofReason(policy, reason)] as const);
  const sentences: Record<PolicyArea, string[]> = {
    ...(Object.fromEntries(reasons) as Record<RequestReason, string[]>),
    returns: returnsWords(policy),
    refunds: refundsWords(policy),
    limits: [limitsWords(policy)],
    exclusions: exclusionsWords(policy),
    vip: [vipWords(policy)],
    never: neverWords(policy),
  };
  return POLICY_AREAS.map((area) => ({ area, sentences: sentences[area] }));
}

function ofReason(policy: Policy, reason: RequestReason): string[] {
  const { enabled, offers, windowDays, waitWorkingDays, autoUpTo, approvalUpTo, photo, description, goodsBackAbove } =
    policy.reasons[reason];
  const money = (minor: number): string => amountWords(minor, policy);
  if (!enabled || offers.length === 0) return ["A person decides about every such request."];
  const waits = waitWorkingDays > 0 ? ` after ${plural(waitWorkingDays, "working day")} of waiting` : "";
  const within = windowDays === null ? "" : `, when it is asked for within ${plural(windowDays, "day")}`;
  const asked = [
    ...(description ? ["what is wrong"] : []),
    ...(photo === "always" ? ["a photo"] : []),
    ...(typeof photo === "object" ? [`a photo above ${money(photo.above)}`] : []),
  ];
  return [
    `The agent offers ${withArticle(list(offers.map(offerWords), "or"))}${waits}${within}.`,
    ...(asked.length > 0 ? [`The shopper is asked for ${list(asked, "and")}.`] : []),
    ...(goodsBackAbove === null ? [] : [`Items above ${money(goodsBackAbove)} have to come back first.`]),
    limits(autoUpTo, approvalUpTo, money),
  ];
}

const withArticle = (words: string): string => `${/^[aeiou]/.test(words) ? "an" : "a"} ${words}`;

function limits(auto: number | null, approval: number | null, money: (minor: number) => string): string {
  if (auto === null) return "It is done without a person, whatever it is worth.";
  if (approval === null) return `Up to ${money(auto)} it is done without a person, above that with your approval.`;
  if (approval <= auto) return `Up to ${money(auto)} it is done without a person; above that a person takes over.`;
  const first = auto === 0 ? "" : `Up to ${money(auto)} it is done without a person. `;
  return `${first}Up to ${money(approval)} it needs your approval; above that a person takes over.`;
}

function returnsWords(policy: Policy): string[] {
  const { returns, exchanges, stock } = policy;
  const costs = [
    returns.returnShipping === "shopper" ? "shoppers pay the way back" : "you pay the way back",
    ...(returns.restockingPercent > 0 ? [`${returns.restockingPercent}% is kept for restocking`] : []),
    ...(returns.fee > 0 ? [`${amountWords(returns.fee, policy)} is kept as a fee`] : []),
  ];
  const bears =
    exchanges.absorbUpTo === 0
      ? "A person arranges any difference when the new item costs more."
      : `You bear a difference of up to ${amountWords(exchanges.absorbUpTo, policy)} when the new item costs more.`;
  const given = exchanges.cheaper === "store_credit" ? "as store credit" : "where it was paid from";
  return [
    `For a change of mind ${list(costs, "and")}; for what went wrong you always pay.`,
    `Items are exchanged for ${exchanges.sameProductOnly ? "another variant of the same product" : "any product"}.`,
    bears,
    `When it costs less, the rest is given back ${given}.`,
    stock.outOfStock === "refund"
      ? "A replacement that is out of stock becomes a refund."
      : "When a replacement is out of stock, only what else is on offer is left.",
  ];
}

function refundsWords({ refunds }: Policy): string[] {
  const credit = refunds.storeCreditBonusPercent;
  const bonus = credit > 0 ? `, with ${credit}% on top as store credit` : "";
  return [
    {
      original_payment: "Money goes back to where it was paid from.",
      store_credit: `Money is given as store credit${bonus}.`,
      shopper_chooses: `Shoppers choose between their original payment method and store credit${bonus}.`,
    }[refunds.destination],
  ];
}

function limitsWords(policy: Policy): string {
  const { days, count, amount } = policy.customerLimit;
  const most = [
    ...(count === null ? [] : [plural(count, "time")]),
    ...(amount === null ? [] : [amountWords(amount, policy)]),
  ];
  if (most.length === 0) return "There is no limit for one customer.";
  return `One customer is given at most ${list(most, "and")} within ${plural(days, "day")}; then a person takes over.`;
}

function exclusionsWords({ exclusions }: Policy): string[] {
  const excluded = [
    ...(exclusions.giftCards ? ["gift cards"] : []),
    ...(exclusions.products.length > 0 ? [plural(exclusions.products.length, "product")] : []),
    ...tagged("products", exclusions.productTags),
    ...(exclusions.collections.length > 0 ? [plural(exclusions.collections.length, "collection")] : []),
    ...(exclusions.countries.length > 0 ? [`orders to ${namesWords(exclusions.countries)}`] : []),
  ];
  return [
    excluded.length > 0 ? `Not covered: ${list(excluded, "and")}.` : "Nothing is left out.",
    ...(exclusions.finalSaleTags.length > 0
      ? [`No change of mind about products tagged ${namesWords(exclusions.finalSaleTags, "or")}.`]
      : []),
  ];
}

function vipWords({ vip }: Policy): string {
  if (vip.customerTags.length === 0) return "No customers are favored.";
  const favors = [
    ...(vip.autoLimitPercent > 100 ? [`limits of ${vip.autoLimitPercent}% of everybody’s`] : []),
    ...(vip.extraWindowDays > 0 ? [`${plural(vip.extraWindowDays, "more day", "more days")} to ask`] : []),
    ...(vip.skipPhoto ? ["no need for photos"] : []),
  ];
  const have = favors.length > 0 ? list(favors, "and") : "nothing that others do not have";
  return `Customers tagged ${namesWords(vip.customerTags, "or")} have ${have}.`;
}

function neverWords(policy: Policy): string[] {
  const { neverAutomate, changes } = policy;
  const kept = [
    ...(neverAutomate.highRisk ? ["orders with a high risk of fraud"] : []),
    ...(neverAutomate.orderTotalAbove === null
      ? []
      : [`orders above ${amountWords(neverAutomate.orderTotalAbove, policy)}`]),
    ...(neverAutomate.testOrders ? ["test orders"] : []),
    ...tagged("orders", neverAutomate.orderTags),
    ...tagged("customers", neverAutomate.customerTags),
  ];
  const partner = changes.withPartner === "ask_partner" ? "the partner is asked" : "a person takes over";
  return [
    kept.length > 0 ? `Always for a person: ${list(kept, "and")}.` : "Nothing is kept for a person from the start.",
    `Where a logistics partner already has an order, ${partner} before it is changed.`,
  ];
}

function tagged(what: string, tags: readonly string[]): string[] {
  return tags.length === 0 ? [] : [`${what} tagged ${namesWords(tags, "or")}`];
}
