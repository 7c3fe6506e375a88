import type { Case } from "../case.ts";
import type { ResolutionKind } from "../kinds.ts";
import type { PricedOption } from "../verdict.ts";
import type { ReasonPolicy } from "../policy.ts";
import { keep, pass } from "./rule.ts";
import type { Rule } from "./rule.ts";

const DAY = 86_400_000;

/** Nothing is given by these: the order is changed before it is sent. */
const CHANGES: ReadonlySet<ResolutionKind> = new Set(["cancel", "change_address", "change_items"]);
const gives = ({ kind }: { kind: ResolutionKind }): boolean => !CHANGES.has(kind);

/** How much the agent may do, for one customer and at once. They only narrow: who has to wait or show something does so first. */
export const LIMIT_RULES: readonly Rule[] = [
  {
    id: "customer_limit.count",
    about: "How often the agent gave this customer something",
    judge: (c) => {
      const { count } = c.policy.customerLimit;
      if (count === null) return pass("there is no such limit");
      const given = givenLately(c).length;
      if (given < count) return pass(`${given} of ${count} times so far`);
      const gone = { why: "customer_limit", said: `${given} times in ${c.policy.customerLimit.days} days` } as const;
      return keep(c, (option) => !gives(option), gone, "nothing would be given");
    },
  },
  {
    id: "customer_limit.amount",
    about: "How much the agent gave this customer",
    judge: (c) => {
      const { amount, days } = c.policy.customerLimit;
      if (amount === null) return pass("there is no such limit");
      const left = amount - amountGiven(c);
      const fits = (option: PricedOption): boolean => !gives(option) || option.value.shop.minor <= left;
      const gone = { why: "customer_limit", said: `more than the amount for ${days} days` } as const;
      return keep(c, fits, gone, "it stays within the amount");
    },
  },
  {
    id: "{reason}.approval_limit",
    about: "What is worth too much even to suggest",
    judge: (c) => {
      const fits = (option: PricedOption): boolean => {
        const limit = limitsFor(c, option).approval;
        return limit === null || option.value.shop.minor <= limit;
      };
      return keep(c, fits, { why: "not_covered", said: "worth more than the agent may suggest" }, "it is not");
    },
  },
  {
    id: "{reason}.auto_limit",
    about: "What is worth more than goes without a person",
    judge: (c) => {
      const needs = (option: PricedOption): boolean => {
        const limit = limitsFor(c, option).auto;
        return limit !== null && option.value.shop.minor > limit;
      };
      if (!c.options.some(needs)) return pass("it is not");
      const options = c.options.map((option) => (needs(option) ? { ...option, approval: true } : option));
      return { kind: "narrow", said: "above the automatic limit", options };
    },
  },
];

/** What counts towards the limits: given by the agent, not by people, within the period. */
export function givenLately({ facts, policy, now }: Case): Case["facts"]["history"] {
  const since = now.getTime() - policy.customerLimit.days * DAY;
  return facts.history.filter((prior) => prior.by === "agent" && gives(prior) && prior.at.getTime() >= since);
}

/** In the policy's currency; without end where something was given in another one, which cannot be counted. */
function amountGiven(c: Case): number {
  return givenLately(c).reduce(
    (sum, { value }) => sum + (value.currency === c.policy.currency ? value.minor : Number.POSITIVE_INFINITY),
    0,
  );
}

/** Null: no limit. Cancelling what is late goes by the limits of cancelling. */
export function limitsFor(c: Case, { kind }: PricedOption): { auto: number | null; approval: number | null } {
  const terms: ReasonPolicy = kind === "cancel" ? c.policy.reasons.cancel : c.terms;
  const { autoUpTo, approvalUpTo } = terms;
  const auto = autoUpTo === null || !c.vip ? autoUpTo : Math.floor((autoUpTo * c.policy.vip.autoLimitPercent) / 100);
  // A raised automatic limit goes past the other one rather than ending at it.
  const approval = approvalUpTo === null ? null : Math.max(approvalUpTo, c.vip ? (auto ?? 0) : 0);
  return { auto, approval };
}
