import { emptyTally, MONEY_WHEN, MOST_EXAMPLES, OUTCOMES } from "./backtest-report.ts";
import type { BacktestExample, BacktestReport, BacktestSource, MoneyWhen, Tally } from "./backtest-report.ts";
import { decide } from "./decide.ts";
import type { PolicyFacts, PolicyRequest } from "./facts.ts";
import type { Policy } from "./policy.ts";
import type { PricedOption, Verdict } from "./verdict.ts";

export type BacktestRequest = { source: BacktestSource; request: PolicyRequest; facts: PolicyFacts; at: Date };

/** What two policies say to the same requests. Pure; a report is the sum of the reports of its parts (`addReports`). */
export function backtest(before: Policy, after: Policy, requests: readonly BacktestRequest[]): BacktestReport {
  const sides = { before: emptyTally(), after: emptyTally() };
  const counts = { asked: 0, possible: 0 };
  const easier = { count: 0, examples: [] as BacktestExample[] };
  const harder = { count: 0, examples: [] as BacktestExample[] };
  for (const one of requests) {
    counts[one.source]++;
    const was = decide(before, one.request, one.facts, one.at);
    const is = decide(after, one.request, one.facts, one.at);
    count(sides.before, was);
    count(sides.after, is);
    const moved = further(was, is);
    if (moved === 0) continue;
    const side = moved > 0 ? easier : harder;
    side.count++;
    if (side.examples.length < MOST_EXAMPLES) side.examples.push(exampleOf(one, was, is));
  }
  return { requests: counts, ...sides, easier, harder };
}

function count({ outcomes, money }: Tally, verdict: Verdict): void {
  outcomes[verdict.kind]++;
  const worth = worthOf(verdict);
  if (!worth) return;
  const sums = money[worth.when];
  sums[worth.currency] = (sums[worth.currency] ?? 0) + worth.minor;
}

/** The best option that the verdict leads to; an allowing one's need nobody's yes. Null where nothing is given. */
function worthOf(verdict: Verdict): { when: MoneyWhen; minor: number; currency: string } | null {
  const when = MONEY_WHEN.find((one) => one === verdict.kind);
  if (!when || !("options" in verdict)) return null;
  const options: readonly PricedOption[] = verdict.options;
  const best = options.find(({ approval }) => when !== "allow" || !approval) ?? options[0];
  return best ? { when, ...best.value.shop } : null;
}

/** Above zero where the shopper gets further, or as far and more: by the outcome first, then by what it is worth. */
function further(was: Verdict, is: Verdict): number {
  const steps = OUTCOMES.indexOf(was.kind) - OUTCOMES.indexOf(is.kind);
  return steps !== 0 ? steps : (worthOf(is)?.minor ?? 0) - (worthOf(was)?.minor ?? 0);
}

function exampleOf({ source, request, facts }: BacktestRequest, was: Verdict, is: Verdict): BacktestExample {
  const { reason, wanted, destination, evidence } = request;
  return {
    source,
    orderName: facts.order.name,
    request: { reason, wanted, destination, evidence },
    items: request.items.flatMap(({ lineId, quantity }) => {
      const index = facts.lines.findIndex((line) => line.lineId === lineId);
      const line = facts.lines[index];
      return line ? [{ number: index + 1, quantity, title: line.title }] : [];
    }),
    before: { outcome: was.kind, said: was.merchant },
    after: { outcome: is.kind, said: is.merchant },
  };
}
