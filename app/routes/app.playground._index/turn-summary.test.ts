import { expect, test } from "vitest";
import type { Step, TurnEnd } from "../../playground/frames.ts";
import { modelLine, turnSummary } from "./turn-summary.ts";

const model = (over: Partial<Extract<Step, { kind: "model" }>> = {}): Extract<Step, { kind: "model" }> => ({
  ...{ kind: "model", model: "openai:gpt-5-mini", inputTokens: 1_200, cachedInputTokens: 800, outputTokens: 34 },
  ...{ milliseconds: 640, end: "tool_calls", cost: 0.0002 },
  ...over,
});
const end: TurnEnd = { kind: "end", outcome: "answered", milliseconds: 1_500, orderIds: [] };

test("a turn is summed up in calls, tokens, time and cost", () => {
  expect(turnSummary({ steps: [model(), model()], end })).toBe(
    "2 model calls · 2,468 tokens · 1,500 ms in all · $0.0004",
  );
});

test("the cost is not told where a price is not known", () => {
  expect(turnSummary({ steps: [model(), model({ cost: null })], end })).toContain("cost unknown");
});

test("a model call tells its tokens, time and cost, and what ended it where that was trouble", () => {
  expect(modelLine(model())).toBe("openai:gpt-5-mini · 1,200 tokens in (800 cached), 34 out · 640 ms · $0.0002");
  expect(modelLine(model({ end: "failure: stalled", inputTokens: 0, outputTokens: 0, cost: 0 }))).toBe(
    "openai:gpt-5-mini · 640 ms · failure: stalled",
  );
});
