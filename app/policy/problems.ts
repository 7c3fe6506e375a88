import { REASONS } from "./kinds.ts";
import type { RequestReason } from "./kinds.ts";
import { REASONS_OF_CHANGE, REASONS_OF_TASTE } from "./policy.ts";
import type { Offer, Policy, ReasonPolicy } from "./policy.ts";
import { GOODS_AT_SHOPPER, isPossible } from "./possible.ts";
import { REASON_WORDS } from "./words.en.ts";

/** Something about a policy that a merchant should see before it is published; an error keeps it from being published. */
export type PolicyProblem = { path: readonly (string | number)[]; message: string; level: "error" | "warning" };

/** Contradictions that a policy's shape allows. Everything it names is in one document; the shop is not asked. */
export function problems(policy: Policy): PolicyProblem[] {
  return [...REASONS.flatMap((reason) => ofReason(policy, reason)), ...ofWhole(policy)];
}

const error = (path: PolicyProblem["path"], message: string): PolicyProblem => ({ path, message, level: "error" });
const warning = (path: PolicyProblem["path"], message: string): PolicyProblem => ({ path, message, level: "warning" });

function ofReason(policy: Policy, reason: RequestReason): PolicyProblem[] {
  const terms = policy.reasons[reason];
  if (!terms.enabled) return [];
  const path = ["reasons", reason];
  const words = REASON_WORDS[reason];
  const found: PolicyProblem[] = terms.offers.flatMap((offer, index) => ofOffer(policy, reason, offer, index));
  const { autoUpTo, approvalUpTo, windowDays, waitWorkingDays, goodsBackAbove, photo } = terms;
  if (terms.offers.length === 0) {
    found.push(warning([...path, "offers"], `Nothing is offered for ${words}: every such request goes to a person.`));
  }
  if (approvalUpTo !== null && (autoUpTo === null || autoUpTo > approvalUpTo)) {
    const message =
      "The limit for approval is below the automatic one: what lies between goes to a person all the same.";
    found.push(error([...path, "approvalUpTo"], message));
  }
  const waits = reason === "lost" || reason === "not_received";
  if (!waits && waitWorkingDays > 0) {
    found.push(warning([...path, "waitWorkingDays"], `A waiting period has no effect for ${words}.`));
  }
  // Five working days make a week at least.
  if (waits && windowDays !== null && (waitWorkingDays / 5) * 7 >= windowDays) {
    const message =
      "The waiting period is longer than the time in which shoppers may ask: nobody would ever get anything.";
    found.push(error([...path, "waitWorkingDays"], message));
  }
  if (goodsBackAbove !== null && !GOODS_AT_SHOPPER.has(reason)) {
    found.push(warning([...path, "goodsBackAbove"], `The shopper has nothing to send back for ${words}.`));
  }
  if (typeof photo === "object" && approvalUpTo !== null && photo.above >= approvalUpTo) {
    found.push(
      warning([...path, "photo"], "Above that amount a person takes over anyway: no photo is ever asked for."),
    );
  }
  if (REASONS_OF_CHANGE.has(reason) && (photo !== "never" || windowDays !== null)) {
    const message = `Photos and time limits do not suit ${words}: how far preparation is decides.`;
    found.push(warning(path, message));
  }
  return found;
}

function ofOffer(policy: Policy, reason: RequestReason, offer: Offer, index: number): PolicyProblem[] {
  const terms = policy.reasons[reason];
  const path = ["reasons", reason, "offers", index];
  const { kind, portion } = offer;
  const found: PolicyProblem[] = [];
  if (!isPossible(reason, offer)) {
    found.push(error(path, `This can never be offered for ${REASON_WORDS[reason]}.`));
  }
  if (terms.offers.slice(0, index).some((earlier) => isSame(earlier, offer))) {
    found.push(error(path, "The same offer is listed twice."));
  }
  if (offer.lateByWorkingDays > 0 && reason !== "late") {
    found.push(warning([...path, "lateByWorkingDays"], "Only lateness is counted in working days past the promise."));
  }
  if (portion.of === "share" && portion.percent === 100) {
    const returned = terms.offers.some((other) => other.kind === "return" || other.kind === "exchange");
    const message = "All of the price while the shopper keeps the items";
    found.push(
      returned
        ? error([...path, "portion"], `${message}, beside a return: nobody would ever send anything back.`)
        : warning([...path, "portion"], `${message} is a refund: offer that instead.`),
    );
  }
  if (kind === "store_credit" && portion.of === "items" && policy.refunds.destination === "store_credit") {
    const refunded = terms.offers.some((other) => other.kind === "refund" && other.portion.of === "items");
    if (refunded) found.push(warning(path, "Refunds are store credit already: this offers the same twice."));
  }
  if (kind === "return" && REASONS_OF_TASTE.has(reason) && neverWorthIt(policy, terms)) {
    found.push(error(path, "The fees of a return eat up everything that the agent may give back."));
  }
  return found;
}

function isSame(a: Offer, b: Offer): boolean {
  const share = (offer: Offer): number | null => (offer.portion.of === "share" ? offer.portion.percent : null);
  return a.kind === b.kind && a.portion.of === b.portion.of && share(a) === share(b);
}

function neverWorthIt({ returns }: Policy, { approvalUpTo }: ReasonPolicy): boolean {
  if (returns.restockingPercent === 100) return true;
  return (
    approvalUpTo !== null && returns.fee > 0 && (approvalUpTo * (100 - returns.restockingPercent)) / 100 <= returns.fee
  );
}

function ofWhole(policy: Policy): PolicyProblem[] {
  const { refunds, customerLimit, exchanges, neverAutomate, returns, vip } = policy;
  const found: PolicyProblem[] = [];
  const offers = REASONS.flatMap((reason) => (policy.reasons[reason].enabled ? policy.reasons[reason].offers : []));
  if (REASONS.every((reason) => !policy.reasons[reason].enabled)) {
    found.push(warning(["reasons"], "Every reason is switched off: every request goes to a person."));
  }
  if (refunds.storeCreditBonusPercent > 0 && refunds.destination === "original_payment") {
    const credited = offers.some(({ kind, portion }) => kind === "store_credit" && portion.of === "items");
    if (!credited) {
      found.push(
        warning(["refunds", "storeCreditBonusPercent"], "No money goes to store credit: the bonus is never given."),
      );
    }
  }
  if (customerLimit.count === 0 || customerLimit.amount === 0) {
    found.push(warning(["customerLimit"], "The limit for each customer is nothing: every request goes to a person."));
  }
  if (neverAutomate.orderTotalAbove === 0) {
    found.push(
      warning(["neverAutomate", "orderTotalAbove"], "Every order costs more than nothing: all go to a person."),
    );
  }
  if (exchanges.absorbUpTo > 0 && !offers.some(({ kind }) => kind === "exchange" || kind === "change_items")) {
    found.push(warning(["exchanges", "absorbUpTo"], "No exchange is offered: there is no difference to bear."));
  }
  if (returns.labelUrl !== null && returns.returnShipping === "shopper") {
    const message = "Shoppers pay for changes of mind themselves, and yet are shown a label.";
    found.push(warning(["returns", "labelUrl"], message));
  }
  const both = vip.customerTags.find((tag) => includes(neverAutomate.customerTags, tag));
  if (both !== undefined) {
    found.push(
      error(["vip", "customerTags"], `Customers with the tag "${both}" are kept to people and cannot be favored.`),
    );
  }
  const final = policy.exclusions.finalSaleTags.find((tag) => includes(policy.exclusions.productTags, tag));
  if (final !== undefined) {
    const message = `Products with the tag "${final}" are excluded altogether: that it is a final sale has no effect.`;
    found.push(warning(["exclusions", "finalSaleTags"], message));
  }
  return found;
}

function includes(tags: readonly string[], tag: string): boolean {
  return tags.some((other) => other.toLowerCase() === tag.toLowerCase());
}
