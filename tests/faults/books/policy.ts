import { REASONS_OF_CHANGE, type ReasonPolicy } from "../../../app/policy/policy.ts";
import type { RequestReason } from "../../../app/policy/kinds.ts";
import { type Agreed, shownSum } from "../hostile/books.ts";
import type { MoneyCase, OrderBefore } from "../hostile/case.ts";
import { forEach } from "../rules.ts";
import type { BookRule } from "./rule.ts";

const DAY = 86_400_000;
/** Of one unit's price in another currency, a cent may be rounded either way. */
const ROUNDED = 0.02;

/** A resolution of which something was done, with what the policy says to its reason. */
type Done = Agreed & { order: OrderBefore; reason: RequestReason; terms: ReasonPolicy };

/** Reckoned from the policy's own figures and the store's, not by the app's rules. `judge` says what is not allowed, or null. */
function policyRule(
  name: string,
  isAbout: (done: Done, file: MoneyCase) => boolean,
  judge: (done: Done, file: MoneyCase) => string | null,
): BookRule {
  return {
    name: `${name} (P2)`,
    check: (file, { agreed }) =>
      forEach(
        agreed.flatMap((one) => doneOf(one, file)).filter((done) => isAbout(done, file)),
        (done) => {
          const { card } = done.shown;
          const wrong = judge(done, file);
          return wrong === null ? null : `${card.kind} of ${card.orderName} for ${done.reason}: ${wrong}`;
        },
      ),
  };
}

function doneOf(one: Agreed, { policy }: MoneyCase): Done[] {
  const { order } = one;
  const [reason, terms] = Object.entries(policy.reasons).find(([name]) => name === one.shown.reason) ?? [];
  if (one.entries.length === 0 || !order || !terms) return [];
  return [{ ...one, order, reason: reason as RequestReason, terms }];
}

const known: BookRule = {
  name: "what is done is for a reason and an order that there are (P2)",
  check: (file, { agreed }) =>
    forEach(
      agreed.filter(({ entries }) => entries.length > 0),
      (one) => (doneOf(one, file).length === 0 ? `${one.shown.reason} of ${one.shown.card.orderName}` : null),
    ),
};

const offered = policyRule(
  "what is done is on offer for its reason",
  () => true,
  ({ terms, shown }) => {
    if (!terms.enabled) return "the policy leaves that to people";
    const kinds = terms.offers.map(({ kind }) => kind);
    return offers(kinds, shown.card.kind) ? null : "the policy does not offer it";
  },
);

const kept = policyRule(
  "nothing is done about an order that is kept to people",
  () => true,
  ({ order }, { policy }) =>
    order.tags.some((tag) => policy.neverAutomate.orderTags.includes(tag)) ? "never automated" : null,
);

const excluded = policyRule(
  "nothing is done about what is excluded",
  ({ reason }) => !REASONS_OF_CHANGE.has(reason) && reason !== "late",
  ({ order, shown }, { policy: { exclusions } }) => {
    if (order.country !== null && exclusions.countries.includes(order.country)) return `an order to ${order.country}`;
    const lines = order.lines.filter(({ title }) => shown.card.lines.some((line) => line.title === title));
    const not = lines.find(
      ({ tags, isGiftCard }) => isGiftCard || tags.some((tag) => exclusions.productTags.includes(tag)),
    );
    return not ? `${not.title} is excluded` : null;
  },
);

const inTime = policyRule(
  "nothing is done after its time",
  ({ terms, order }) => terms.windowDays !== null && order.deliveredAt !== null,
  ({ terms, order, entries }) => {
    const [first] = entries;
    const days = order.deliveredAt && first ? (Date.parse(first.at) - Date.parse(order.deliveredAt)) / DAY : 0;
    // Windows end with a day.
    return terms.windowDays !== null && days > terms.windowDays + 1 ? `${Math.floor(days)} days after delivery` : null;
  },
);

const isAbove = (limit: number | null, value: number) => limit !== null && value > limit * (1 + ROUNDED);

const suggested = policyRule(
  "nothing is suggested that is worth more than the policy lets",
  ({ terms }) => terms.approvalUpTo !== null,
  (done) => {
    const value = valueOf(done);
    return isAbove(done.terms.approvalUpTo, value) ? `worth ${value}, which is a person's` : null;
  },
);

const approved = policyRule(
  "what is worth more than goes without people was approved",
  (done) => isAbove(done.terms.autoUpTo, valueOf(done)),
  (done, file) =>
    file.approved.includes(done.shown.card.id) ? null : `worth ${valueOf(done)}, and nobody approved it`,
);

/** What is done is within the merchant's policy. */
export const POLICY_RULES: readonly BookRule[] = [known, offered, kept, excluded, inTime, suggested, approved];

/** A refund may be taken as store credit; what has to come back first is a return or an exchange. */
function offers(kinds: readonly string[], kind: string): boolean {
  const also: Record<string, string[]> = {
    store_credit: ["refund"],
    return: ["refund", "store_credit"],
    exchange: ["replacement"],
  };
  return [kind, ...(also[kind] ?? [])].some((one) => kinds.includes(one));
}

/** What it is worth in the shop's currency: the card's sum, or what the goods cost that are sent. */
function valueOf({ shown, order }: Done): number {
  const { card } = shown;
  const goods = card.lines.reduce((sum, { title, quantity }) => {
    const price = order.lines.find((line) => line.title === title)?.unitPrice ?? 0;
    return sum + price * quantity;
  }, 0);
  const minor = card.kind === "replacement" || card.kind === "exchange" ? goods : shownSum(shown);
  return Math.round(minor / order.rate);
}
