import { expect, test } from "vitest";
import type { ConversationEvent } from "../conversations/events.ts";
import { inOrderOfAnswers, isAnswered, newestFromShopper } from "./history.ts";
import { transcript } from "./transcript.ts";

const AT = "2026-11-22T12:00:00.000Z";

const said = (seq: number, author: "shopper" | "agent", text: string): ConversationEvent => ({
  seq,
  at: AT,
  type: "message",
  author,
  messageId: `${author}-${seq}`,
  text,
});
const model = (seq: number, over: { through?: number; handsOver?: boolean } = {}): ConversationEvent => ({
  seq,
  at: AT,
  type: "model",
  author: "agent",
  model: "listed",
  calls: 1,
  inputTokens: 0,
  cachedInputTokens: 0,
  outputTokens: 0,
  milliseconds: 1,
  end: "stop",
  ...over,
});
const brief: ConversationEvent = {
  seq: 9,
  at: AT,
  type: "brief",
  author: "agent",
  reason: "limits_reached",
  text: "…",
};

/** The second question came while the first was being answered. */
const OVERLAPPING = [
  said(1, "shopper", "Where is my order?"),
  said(2, "shopper", "And can I return it?"),
  said(3, "agent", "It is on its way."),
  model(4, { through: 1 }),
];

test("A question that came while another was answered is the one a model is asked next", () => {
  expect(transcript(OVERLAPPING, 10_000)).toEqual([
    { role: "user", text: "Where is my order?" },
    { role: "assistant", text: "It is on its way.", toolCalls: [] },
    { role: "user", text: "And can I return it?" },
  ]);
  expect(newestFromShopper(OVERLAPPING)).toBe(2);
});

test("Turns stay in the order of their questions once all are answered", () => {
  const history = [
    ...OVERLAPPING,
    said(5, "agent", "Yes, for 30 days."),
    model(6, { through: 2 }),
    said(7, "shopper", "Thanks"),
  ];
  expect(inOrderOfAnswers(history).map(({ seq }) => seq)).toEqual([1, 3, 4, 2, 5, 6, 7]);
});

test("A log from before turns said what they answer is read as it stands", () => {
  const history = [said(1, "shopper", "Hello"), said(2, "agent", "Hello!"), model(3), said(4, "shopper", "Bye")];
  expect(inOrderOfAnswers(history)).toEqual(history);
  expect(isAnswered(history, 1)).toBe(false);
});

test("A message is answered once its turn is stored, and, where a person is called, once they are", () => {
  expect(isAnswered(OVERLAPPING, 1)).toBe(true);
  expect(isAnswered(OVERLAPPING, 2)).toBe(false);
  const calls = [said(1, "shopper", "Help"), said(2, "agent", "Sorry."), model(3, { through: 1, handsOver: true })];
  expect(isAnswered(calls, 1)).toBe(false);
  expect(isAnswered([...calls, brief], 1)).toBe(true);
});
