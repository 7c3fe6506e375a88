import { describe, expect, test } from "vitest";
import { addReports, emptyReport, moneyDifference, OUTCOMES } from "./backtest-report.ts";
import { backtest } from "./backtest.ts";
import type { BacktestRequest } from "./backtest.ts";
import { REASONS } from "./kinds.ts";
import { euros, NOW, place, policyFacts, policyLine, policyRequest, policyWith } from "./policy-facts.fixture.ts";
import { possibleRequests } from "./possible-requests.ts";

const cautious = policyWith("cautious");
const generous = policyWith("generous");

function asked(reason: (typeof REASONS)[number], unit = 2_000, photos = 1): BacktestRequest {
  const facts = policyFacts({ lines: [policyLine({ unitPaid: euros(unit) })], refundable: euros(100_000) });
  const request = policyRequest(reason, { evidence: { photos, description: true } });
  return { source: "asked", request, facts, at: NOW };
}

const total = (outcomes: Readonly<Record<string, number>>): number =>
  Object.values(outcomes).reduce((a, b) => a + b, 0);

describe("A backtest of two policies", () => {
  const mixed = REASONS.flatMap((reason) => [asked(reason), asked(reason, 9_000), asked(reason, 40_000, 0)]);

  test("of a policy with itself finds no difference", () => {
    const report = backtest(generous, generous, mixed);
    expect(report.before).toEqual(report.after);
    expect([report.easier.count, report.harder.count]).toEqual([0, 0]);
    expect(Object.values(moneyDifference(report, "allow")).every((minor) => minor === 0)).toBe(true);
  });

  test("counts every request once on each side", () => {
    const report = backtest(cautious, generous, mixed);
    expect(report.requests).toEqual({ asked: mixed.length, possible: 0 });
    expect([total(report.before.outcomes), total(report.after.outcomes)]).toEqual([mixed.length, mixed.length]);
  });

  test("says what more is given at once, in the shop's currency", () => {
    const report = backtest(cautious, generous, [asked("damaged", 5_000)]);
    expect(report.before.outcomes).toMatchObject({ needs_approval: 1, allow: 0 });
    expect(report.after.outcomes).toMatchObject({ needs_approval: 0, allow: 1 });
    expect(moneyDifference(report, "allow")).toEqual({ EUR: 5_000 });
    expect(moneyDifference(report, "needs_approval")).toEqual({ EUR: -5_000 });
  });

  test("shows whom it helps, with both policies' words and the item's number", () => {
    const report = backtest(cautious, generous, [asked("damaged", 5_000)]);
    expect(report.easier).toMatchObject({
      count: 1,
      examples: [
        {
          orderName: "#1001",
          request: { reason: "damaged" },
          items: [{ number: 1, quantity: 1, title: "Mug" }],
          before: { outcome: "needs_approval" },
          after: { outcome: "allow" },
        },
      ],
    });
    expect(report.harder.count).toBe(0);
  });

  test("turned around shows the same requests the other way", () => {
    const [there, back] = [backtest(cautious, generous, mixed), backtest(generous, cautious, mixed)];
    expect([there.easier.count, there.harder.count]).toEqual([back.harder.count, back.easier.count]);
  });

  test("counts as further what has the same outcome and is worth more", () => {
    const bonus = policyWith("generous", { refunds: { destination: "store_credit", storeCreditBonusPercent: 50 } });
    const plain = policyWith("generous", { refunds: { destination: "store_credit", storeCreditBonusPercent: 0 } });
    const request = { ...asked("lost"), request: policyRequest("damaged", { wanted: "refund" as const }) };
    expect(backtest(plain, bonus, [request]).easier.count).toBe(1);
  });

  test("keeps ten examples and counts all", () => {
    const report = backtest(
      cautious,
      generous,
      Array.from({ length: 25 }, () => asked("damaged", 5_000)),
    );
    expect([report.easier.count, report.easier.examples.length]).toEqual([25, 10]);
  });

  test("is the sum of its parts, wherever it is cut", () => {
    const whole = backtest(cautious, generous, mixed);
    for (const cut of [0, 1, 7, mixed.length]) {
      const parts = [backtest(cautious, generous, mixed.slice(0, cut)), backtest(cautious, generous, mixed.slice(cut))];
      expect(parts.reduce(addReports, emptyReport())).toEqual(whole);
    }
  });

  test("knows every outcome that a policy has", () => {
    expect(new Set(OUTCOMES).size).toBe(OUTCOMES.length);
    expect(total(backtest(cautious, generous, mixed).before.outcomes)).toBe(mixed.length);
  });
});

describe("Requests that could come about an order", () => {
  const reasonsOf = (facts: Parameters<typeof policyFacts>[0]) => [
    ...new Set(possibleRequests(policyFacts(facts)).map(({ reason }) => reason)),
  ];

  test("are those that its facts bear out", () => {
    expect(reasonsOf({ lines: [policyLine({ places: [place("delivered")] })] })).toContain("damaged");
    expect(reasonsOf({ lines: [policyLine({ places: [place("delivered")] })] })).not.toContain("lost");
    expect(reasonsOf({ lines: [policyLine({ places: [place("received")] })] })).toContain("cancel");
  });

  test("are about one unit of each line, but for what is about the whole order", () => {
    const two = policyFacts({ lines: [policyLine(), policyLine({ lineId: "L2", places: [place("received")] })] });
    const requests = possibleRequests(two);
    expect(requests.filter(({ reason }) => reason === "cancel").map(({ items }) => items)).toEqual([[]]);
    expect(requests.filter(({ reason }) => reason === "damaged").map(({ items }) => items)).toEqual([
      [{ lineId: "L1", quantity: 1 }],
    ]);
  });

  test("are none where everything was made good", () => {
    expect(possibleRequests(policyFacts({ lines: [policyLine({ free: 0 })] }))).toEqual([]);
  });

  test("ask for another size only where there is one", () => {
    expect(reasonsOf({ lines: [policyLine({ variant: null })] })).not.toContain("wrong_size");
    expect(reasonsOf({ lines: [policyLine({ variant: "Blue" })] })).toContain("wrong_size");
  });

  test("are the same each time", () => {
    const facts = policyFacts({ lines: [policyLine(), policyLine({ lineId: "L2" })] });
    expect(possibleRequests(facts)).toEqual(possibleRequests(structuredClone(facts)));
  });
});
