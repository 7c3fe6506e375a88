import { expect, test } from "vitest";
import { listedModel } from "#tests/support/agent-turn.ts";
import { metered } from "./metered.ts";
import type { ModelEvent, ModelRequest } from "./port.ts";

const REQUEST: ModelRequest = {
  system: "s".repeat(4_000),
  shopContext: "",
  messages: [],
  tools: [],
  maxOutputTokens: 10,
  stallMs: 1_000,
  deadlineMs: 1_000,
  signal: new AbortController().signal,
};
const PRICE = { input: 1, cachedInput: 1, output: 10 };
const END: ModelEvent = { type: "end", reason: "stop" };
const USAGE: ModelEvent = { type: "usage", usage: { inputTokens: 1_000, cachedInputTokens: 0, outputTokens: 100 } };

function under(test: { isSpent?: boolean; price?: typeof PRICE | null; events: ModelEvent[] }) {
  const added: (number | null)[] = [];
  const inner = { ...listedModel(test.events), price: test.price === undefined ? PRICE : test.price };
  const model = metered(inner, {
    isSpent: () => Promise.resolve(test.isSpent ?? false),
    add: (usd) => Promise.resolve(void added.push(usd)),
  });
  return { model, added, asked: inner.requests };
}

async function listen(model: ReturnType<typeof metered>, most = Infinity): Promise<ModelEvent[]> {
  const events: ModelEvent[] = [];
  for await (const event of model.stream(REQUEST)) if (events.push(event) >= most) break;
  return events;
}

test("a call counts what it cost", async () => {
  const { model, added } = under({ events: [{ type: "text", text: "Hi" }, USAGE, END] });
  expect((await listen(model)).at(-1)).toEqual(END);
  expect(added).toEqual([0.002]);
});

test("a call of unknown price counts as one that nobody can price", async () => {
  const { model, added } = under({ price: null, events: [USAGE, END] });
  await listen(model);
  expect(added).toEqual([null]);
});

test("once the limit is spent nobody is asked, and the reason is the failure", async () => {
  const { model, added, asked } = under({ isSpent: true, events: [USAGE, END] });
  expect(await listen(model)).toMatchObject([{ type: "failure", failure: { kind: "spending_limit" } }]);
  expect([added, asked]).toEqual([[], []]);
});

test("a call whose usage was never told counts by what was said, also when it was left early", async () => {
  const events: ModelEvent[] = [
    { type: "text", text: "x".repeat(400) },
    { type: "text", text: "more" },
  ];
  const { model, added } = under({ events });
  await listen(model, 1);
  expect(added).toHaveLength(1);
  expect(added[0]).toBeGreaterThan(0.002);
});

test("a call that failed before anything was said costs nothing", async () => {
  const { model, added } = under({ events: [{ type: "failure", failure: { kind: "unavailable", message: "500" } }] });
  await listen(model);
  expect(added).toEqual([]);
});
