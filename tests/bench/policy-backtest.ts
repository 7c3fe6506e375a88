/** How long it takes to run two policies over as many requests as a backtest takes at most. */
import { backtest } from "#app/policy/backtest.ts";
import type { BacktestRequest } from "#app/policy/backtest.ts";
import { REASONS } from "#app/policy/kinds.ts";
import {
  euros,
  NOW,
  place,
  policyFacts,
  policyLine,
  policyRequest,
  policyWith,
  prior,
} from "#app/policy/policy-facts.fixture.ts";
import type { Figure } from "./figures.ts";

const REQUESTS = 10_000;

/** Orders of one to five lines, some delivered, some not sent, some silent; customers with and without a history. */
const requests = Array.from({ length: REQUESTS }, (_, index): BacktestRequest => {
  const situation = (["delivered", "received", "delivered_recently"] as const)[index % 3] ?? "delivered";
  const lines = Array.from({ length: 1 + (index % 5) }, (_line, at) =>
    policyLine({
      lineId: `L${String(at + 1)}`,
      unitPaid: euros(500 + ((index * 37) % 20_000)),
      places: [place(situation)],
    }),
  );
  const facts = policyFacts({
    lines,
    refundable: euros(200_000),
    history: Array.from({ length: index % 4 }, () => prior()),
  });
  const reason = REASONS[index % REASONS.length] ?? "damaged";
  return { source: "possible", request: policyRequest(reason), facts, at: NOW };
});

export function backtestFigure(): Promise<Figure[]> {
  const [before, after] = [policyWith("cautious"), policyWith("generous")];
  const runs = Array.from({ length: 5 }, () => {
    const begin = performance.now();
    backtest(before, after, requests);
    return (performance.now() - begin) / 1_000;
  });
  return Promise.resolve([
    { scenario: "backtest", figure: "10,000 requests under two policies", unit: "s", runs, goal: "≤ 3" },
  ]);
}
