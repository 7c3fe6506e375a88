import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NOW, ORDER_1001 } from "#tests/support/agent-turn.ts";
import type { ConversationEvent } from "../conversations/events.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import { EARLIER, FROM_SYSTEM, FROM_TEAM, sizeOf, transcript } from "./transcript.ts";

type Part = { by: "shopper" | "agent" | "staff"; text: string } | { read: string };

function history(...parts: Part[]): ConversationEvent[] {
  return parts.map((part, index): ConversationEvent => {
    const envelope = { seq: index + 1, at: NOW.toISOString() };
    if ("read" in part) {
      return {
        ...envelope,
        type: "tool",
        author: "agent",
        callId: `call_${index}`,
        name: "get_order",
        arguments: JSON.stringify({ orderName: part.read }),
        outcome: { kind: "ok", result: { ...ORDER_1001.facts, orderName: part.read } },
        evidence: [{ kind: "order", value: part.read, source: "get_order" }],
        milliseconds: 1,
      };
    }
    return { ...envelope, type: "message", author: part.by, messageId: `m${index}`, text: part.text };
  });
}

/** One exchange of an ordinary conversation. */
const exchange = (n: number): Part[] => [
  { by: "shopper", text: `Question ${n}: where is order #${1000 + n}? ${"I really want to know. ".repeat(5)}` },
  { read: `#${1000 + n}` },
  { by: "agent", text: `Answer ${n}: it is on its way. ${"It will be fine. ".repeat(10)}` },
];

describe("a photo of the shopper's", () => {
  test("is told as being there, and by nothing that somebody could have written into it", () => {
    const [sent] = history({ by: "shopper", text: "It arrived like this" });
    const photo = { id: "0b9f4f7e-3c44-4a55-9d3d-0a6d1f0d2c11", width: 300, height: 400 };
    const events = [
      { ...sent, attachments: [photo] },
      { ...sent, seq: 2, text: "", attachments: [photo] },
    ];
    expect(transcript(events as ConversationEvent[], 24_000)).toEqual([
      { role: "user", text: "It arrived like this\n[photo attached]\n\n[photo attached]" },
    ]);
  });
});

describe("a short conversation", () => {
  test("is told whole: questions, calls with their outcomes, answers", () => {
    const messages = transcript(history(...exchange(1), { by: "shopper", text: "And now?" }), 24_000);
    expect(messages.map(({ role }) => role)).toEqual(["user", "assistant", "tool", "assistant", "user"]);
    expect(messages[2]).toMatchObject({
      toolCallId: "call_1",
      content: expect.stringContaining("00340434161094042557") as string,
    });
  });

  test("joins what the shopper wrote in a row", () => {
    const messages = transcript(history({ by: "shopper", text: "Hi" }, { by: "shopper", text: "Order 1001?" }), 24_000);
    expect(messages).toEqual([{ role: "user", text: "Hi\n\nOrder 1001?" }]);
  });

  test("says which words are a person's", () => {
    const messages = transcript(history({ by: "shopper", text: "Hi" }, { by: "staff", text: "Kim here." }), 24_000);
    expect(messages[1]).toEqual({ role: "assistant", text: `${FROM_TEAM}\nKim here.`, toolCalls: [] });
  });

  test("passes HTML on as the data it is, and drops what nobody can see", () => {
    const [message] = transcript(history({ by: "shopper", text: "<script>\u0000a\u202e</script>" }), 24_000);
    expect(message).toEqual({ role: "user", text: "<script>a</script>" });
  });
});

describe("a long conversation", () => {
  const long = (turns: number) =>
    history(...Array.from({ length: turns }, (_, n) => exchange(n)).flat(), { by: "shopper", text: "And now?" });

  test("is as big at turn 100 as it ever gets", () => {
    const limit = DEFAULT_LIMITS.contextCharacters;
    const sizes = [1, 10, 30, 100, 200].map((turns) => sizeOf(transcript(long(turns), limit)));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(limit);
    expect(sizes[3]).toBeGreaterThan(limit / 2);
    expect(Math.abs((sizes[4] ?? 0) - (sizes[3] ?? 0))).toBeLessThan(limit / 10);
  });

  test("keeps the newest whole, the older in short, and a list of the oldest with the orders read", () => {
    const messages = transcript(long(100), 12_000);
    const [first] = messages;
    expect(first).toMatchObject({ role: "user", text: expect.stringContaining(EARLIER) as string });
    expect(first?.role === "user" && first.text).toContain("#1087");
    const results = messages.flatMap((message) => (message.role === "tool" ? [message.content] : []));
    expect(results[0]).toMatch(/^\{"kind":"ok","summary":"#10\d\d: Order/);
    expect(results.at(-1)).toContain("tracking");
    expect(messages.at(-1)).toEqual({ role: "user", text: "And now?" });
  });

  test("is the same every time, so that a provider's cache can work", () => {
    expect(transcript(long(60), 12_000)).toEqual(transcript(long(60), 12_000));
  });
});

test("fifty long messages at once keep their beginning and their end", () => {
  const parts = Array.from({ length: 50 }, (_, n): Part => ({
    by: "shopper",
    text: `Message ${n} ${"blah ".repeat(800)}`,
  }));
  const [message] = transcript(history(...parts, { by: "shopper", text: "So where is it?" }), 24_000);
  const text = message?.role === "user" ? message.text : "";
  expect(text.length).toBeLessThan(24_000);
  expect(text.startsWith("Message 0")).toBe(true);
  expect(text.endsWith("So where is it?")).toBe(true);
});

test("every call has its answer and the size its bound, whatever the conversation was like", () => {
  const part = fc.oneof(
    fc.record({
      by: fc.constantFrom("shopper" as const, "agent" as const, "staff" as const),
      text: fc.string({ maxLength: 3_000 }),
    }),
    fc.record({ read: fc.constantFrom("#1001", "#1002") }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 80 }), fc.integer({ min: 2_000, max: 30_000 }), (parts, limit) => {
      const messages = transcript(history(...parts), limit);
      const calls = messages.flatMap((message) =>
        message.role === "assistant" ? message.toolCalls.map(({ id }) => id) : [],
      );
      const answers = messages.flatMap((message) => (message.role === "tool" ? [message.toolCallId] : []));
      expect(answers).toEqual(calls);
      const asked = history(...parts, { by: "shopper", text: "And now?" });
      expect(sizeOf(transcript(asked, limit))).toBeLessThanOrEqual(limit * 1.1);
    }),
    { seed: 2, numRuns: 150 },
  );
});

describe("resolutions", () => {
  const base = { seq: 1, at: "2026-11-22T10:00:00Z", author: "system" } as const;
  const card: ConversationEvent = {
    ...base,
    type: "proposal",
    id: "r1",
    digest: "d",
    kind: "refund",
    orderName: "#1001",
    title: "Erstattung von 42,50 €",
    lines: [],
    sends: [],
    amounts: [{ label: "Erstattung", text: "42,50 €", total: true }],
    destination: null,
    address: null,
    notes: [],
    confirm: "Ja",
    decline: "Nein",
    approval: false,
    expiresAt: "2026-11-22T10:30:00Z",
  };

  test("a card is told as waiting, and its news in the ledger's words", () => {
    const news: ConversationEvent = {
      ...base,
      seq: 2,
      type: "resolution",
      id: "r1",
      kind: "refund",
      orderName: "#1001",
      state: "succeeded",
      text: "€42.50 went back to your card.",
      outcome: null,
    };
    const told = transcript([card, news], 10_000).map((message) => ("text" in message ? message.text : ""));
    expect(told.join("\n")).toMatch(
      /#1001: refund, 42,50 €. Not done[\s\S]*#1001, refund: succeeded. €42.50 went back/,
    );
    expect(told.every((text) => text === "" || text.startsWith(FROM_SYSTEM))).toBe(true);
  });
});
