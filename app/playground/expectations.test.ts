import { expect, test } from "vitest";
import { expectedFrom, judge, type Expectation, type Happened } from "./expectations.ts";

const HAPPENED: Happened = {
  tools: ["get_order", "get_order", "propose_resolution"],
  verdicts: [
    { reason: "damaged", wanted: null, verdict: "needs_evidence" },
    { reason: "damaged", wanted: "refund", verdict: "allow" },
  ],
  said: ["Your order is on its way.", "I’m sorry. A **refund** of\n€42.00 is on the card."],
  escalated: false,
};

function held(expectation: Expectation): boolean | undefined {
  return judge([expectation], HAPPENED)[0]?.held;
}

test.each<[string, Expectation, boolean]>([
  ["a tool was called", { kind: "tool", name: "get_order", called: true }, true],
  ["a tool was not called", { kind: "tool", name: "get_order", called: false }, false],
  ["another tool was called", { kind: "tool", name: "escalate", called: true }, false],
  ["the last verdict on a reason", { kind: "verdict", reason: "damaged", wanted: null, verdict: "allow" }, true],
  ["a verdict on what was wanted", { kind: "verdict", reason: "damaged", wanted: "refund", verdict: "deny" }, false],
  ["a verdict that was never asked for", { kind: "verdict", reason: "lost", wanted: null, verdict: "allow" }, false],
  ["words in any answer", { kind: "words", text: "ON ITS WAY", present: true }, true],
  [
    "words across emphasis, lines and quotation marks",
    { kind: "words", text: "i'm sorry. a refund of €42", present: true },
    true,
  ],
  ["words that should not be there", { kind: "words", text: "€42.00", present: false }, false],
  ["nobody was called", { kind: "escalated", escalated: false }, true],
])("%s: %j is judged by what happened", (_what, expectation, isHeld) => {
  expect(held(expectation)).toBe(isHeld);
});

test("what did not hold says what happened instead", () => {
  const instead = (expectation: Expectation) => judge([expectation], HAPPENED)[0]?.instead;
  expect(instead({ kind: "tool", name: "escalate", called: true })).toEqual({
    kind: "tools",
    called: ["get_order", "propose_resolution"],
  });
  expect(instead({ kind: "verdict", reason: "lost", wanted: null, verdict: "allow" })).toEqual({
    kind: "verdict",
    verdict: null,
  });
  expect(instead({ kind: "words", text: "way", present: false })).toEqual({ kind: "said", text: HAPPENED.said[0] });
  expect(instead({ kind: "words", text: "nowhere", present: true })).toEqual({ kind: "said", text: HAPPENED.said[1] });
});

test("what happened, taken as what must hold, holds", () => {
  const expectations = expectedFrom(HAPPENED);
  expect(expectations).toHaveLength(4);
  expect(expectations).toContainEqual({ kind: "verdict", reason: "damaged", wanted: "refund", verdict: "allow" });
  expect(judge(expectations, HAPPENED).every((one) => one.held)).toBe(true);
});
