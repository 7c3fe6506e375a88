import type { PolicyRequest } from "./facts.ts";
import type { Verdict } from "./verdict.ts";

/** What becomes of a request, the easiest for the shopper first. */
export const OUTCOMES = [
  "allow",
  "needs_evidence",
  "needs_approval",
  "wait_until",
  "escalate",
  "deny",
] as const satisfies readonly Verdict["kind"][];
export type BacktestOutcome = (typeof OUTCOMES)[number];

/** Asked for by a shopper, with the facts of that moment; or made up about an order as it stands. */
export type BacktestSource = "asked" | "possible";

/** What is given at once, after a person's yes, and once evidence was shown. */
export const MONEY_WHEN = ["allow", "needs_approval", "needs_evidence"] as const;
export type MoneyWhen = (typeof MONEY_WHEN)[number];

/** Minor units of the shop's currency, by its code: the best option of each request, as the policy prices it. */
export type MoneyByCurrency = Readonly<Record<string, number>>;
type BacktestSide = {
  outcomes: Readonly<Record<BacktestOutcome, number>>;
  money: Readonly<Record<MoneyWhen, MoneyByCurrency>>;
};

/** A request that the two policies treat differently. Plain data; `items` by their numbers in the order, from 1. */
export type BacktestExample = {
  source: BacktestSource;
  orderName: string;
  request: Pick<PolicyRequest, "reason" | "wanted" | "destination" | "evidence">;
  items: readonly { number: number; quantity: number; title: string }[];
  before: { outcome: BacktestOutcome; said: string };
  after: { outcome: BacktestOutcome; said: string };
};

export type BacktestReport = {
  requests: Readonly<Record<BacktestSource, number>>;
  before: BacktestSide;
  after: BacktestSide;
  /** Requests with which shoppers get further, and less far, under the second policy; and the first few of each. */
  easier: { count: number; examples: readonly BacktestExample[] };
  harder: { count: number; examples: readonly BacktestExample[] };
};

/** Of each kind. */
export const MOST_EXAMPLES = 10;

export function emptyReport(): BacktestReport {
  const none = { count: 0, examples: [] };
  return { requests: { asked: 0, possible: 0 }, before: emptyTally(), after: emptyTally(), easier: none, harder: none };
}

/** Two parts as one; the first part's examples come first. */
export function addReports(a: BacktestReport, b: BacktestReport): BacktestReport {
  return {
    requests: {
      asked: a.requests.asked + b.requests.asked,
      possible: a.requests.possible + b.requests.possible,
    },
    before: addSides(a.before, b.before),
    after: addSides(a.after, b.after),
    easier: addExamples(a.easier, b.easier),
    harder: addExamples(a.harder, b.harder),
  };
}

/** What the second policy gives more of a currency than the first, below zero where it gives less. */
export function moneyDifference({ before, after }: BacktestReport, when: MoneyWhen): MoneyByCurrency {
  const currencies = new Set([...Object.keys(before.money[when]), ...Object.keys(after.money[when])]);
  return Object.fromEntries(
    [...currencies]
      .toSorted()
      .map((currency) => [currency, (after.money[when][currency] ?? 0) - (before.money[when][currency] ?? 0)]),
  );
}

/** A side that is still being counted. */
export type Tally = { outcomes: Record<BacktestOutcome, number>; money: Record<MoneyWhen, Record<string, number>> };

export function emptyTally(): Tally {
  return {
    outcomes: { allow: 0, needs_evidence: 0, needs_approval: 0, wait_until: 0, escalate: 0, deny: 0 },
    money: { allow: {}, needs_approval: {}, needs_evidence: {} },
  };
}

function addSides(a: BacktestSide, b: BacktestSide): BacktestSide {
  const outcomes = emptyTally().outcomes;
  for (const outcome of OUTCOMES) outcomes[outcome] = a.outcomes[outcome] + b.outcomes[outcome];
  const { money } = emptyTally();
  for (const when of MONEY_WHEN) {
    for (const [currency, minor] of [...Object.entries(a.money[when]), ...Object.entries(b.money[when])]) {
      money[when][currency] = (money[when][currency] ?? 0) + minor;
    }
  }
  return { outcomes, money };
}

function addExamples(a: BacktestReport["easier"], b: BacktestReport["easier"]): BacktestReport["easier"] {
  return { count: a.count + b.count, examples: [...a.examples, ...b.examples].slice(0, MOST_EXAMPLES) };
}
