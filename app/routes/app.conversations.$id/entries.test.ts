import { describe, expect, test } from "vitest";
import type { ConversationEvent } from "../../conversations/events.ts";
import { entriesOf } from "./pieces.ts";

type Body<Event> = Event extends unknown ? Omit<Event, "seq" | "at"> : never;
const log = (...events: Body<ConversationEvent>[]) =>
  events.map((event, index) => ({ ...event, seq: index + 1, at: "2026-11-21T12:00:00.000Z" }));
const entries = (...events: Body<ConversationEvent>[]) =>
  entriesOf(
    log(...events),
    () => "noon",
    (id) => `/photo/${id}`,
  );

const says = (author: "shopper" | "agent" | "staff", text: string) =>
  ({ type: "message", author, messageId: "m", text }) as const;
const tool = (over: { arguments?: string; outcome?: unknown }): Body<Extract<ConversationEvent, { type: "tool" }>> => ({
  type: "tool",
  author: "agent",
  callId: "1",
  name: "get_order",
  arguments: "{}",
  outcome: { kind: "ok", result: {} },
  evidence: [],
  milliseconds: 12.4,
  ...over,
});

describe("A transcript", () => {
  test("puts what the agent did in a turn with what it said, and begins a new turn with each message", () => {
    const shown = entries(says("agent", "One"), tool({}), says("agent", "Two"), says("shopper", "Hm"), tool({}));
    expect(
      shown.map((entry) => [entry.kind, entry.kind === "agent" ? entry.tools.length : "text" in entry && entry.text]),
    ).toEqual([
      ["agent", 1],
      ["agent", 0],
      ["message", "Hm"],
      ["agent", 1],
    ]);
  });

  test("shows the shopper's photos where they were sent", () => {
    const [sent] = entries({ ...says("shopper", ""), attachments: [{ id: "p1", width: 300, height: 400 }] });
    expect(sent).toMatchObject({
      kind: "message",
      text: "",
      photos: [{ id: "p1", url: "/photo/p1", width: 300, height: 400 }],
    });
  });

  test("says of each figure what it is and where it was read", () => {
    const [answer] = entries({
      ...says("agent", "It was delivered."),
      evidence: [
        { kind: "date", value: "2026-11-19", source: "get_order #1001 fulfillments[0].deliveredAt" },
        { kind: "amount", value: "KWD 1250", source: "get_order #1001 currentTotalPriceSet" },
        { kind: "order", value: "#1001", source: "identify_shopper" },
        { kind: "link", value: "javascript:alert(1)", source: "get_order #1001 fulfillments[0].trackingInfo[0].url" },
        {
          kind: "link",
          value: "https://carrier.example/1",
          source: "get_order #1001 fulfillments[0].trackingInfo[0].url",
        },
      ],
    });
    expect(answer?.kind === "agent" && answer.evidence.map(({ label, value, url }) => [label, value, url])).toEqual([
      ["Delivered at", "Nov 19, 2026", null],
      ["Current total price", "KWD 1.250", null],
      ["Order", "#1001", null],
      ["Link", "javascript:alert(1)", null],
      ["Link", "https://carrier.example/1", "https://carrier.example/1"],
    ]);
  });

  test("says what a tool's reads of Shopify cost, where it read any", () => {
    const cost = { calls: 2, requested: 610, actual: 74 };
    const [turn] = entries({ ...tool({}), cost }, tool({}));
    expect(turn?.kind === "agent" && turn.tools.map((one) => one.cost)).toEqual([
      "2 Admin API calls, 74 points used (610 requested)",
      null,
    ]);
  });

  test("sums up a tool's outcome, and keeps arguments that are no JSON as they were written", () => {
    const [turn] = entries(
      tool({
        arguments: '{"orderName":"1001"}',
        outcome: { kind: "ok", result: { orderName: "#1001", headline: "Delivered." } },
      }),
      tool({ arguments: "{oops", outcome: { kind: "not_found", message: "No such order." } }),
    );
    expect(turn?.kind === "agent" && turn.tools).toMatchObject([
      {
        ok: true,
        outcome: "Done",
        summary: "#1001: Delivered.",
        arguments: '{\n  "orderName": "1001"\n}',
        time: "12 ms",
      },
      { ok: false, outcome: "Not found", summary: "No such order.", arguments: "{oops", result: null },
    ]);
  });

  test("tells what was used of a model, and what was not sent", () => {
    const use = {
      calls: 2,
      inputTokens: 1200,
      cachedInputTokens: 1000,
      outputTokens: 60,
      milliseconds: 900,
      end: "stop",
    };
    const withheld = [{ text: "You got $5.", why: "amount USD 500" }];
    const [turn] = entries({ type: "model", author: "agent", model: "openai:x", ...use, cost: 0.0012, withheld });
    expect(turn?.kind === "agent" && turn.models).toEqual([
      { line: "openai:x · 2 calls · 1,200 tokens in (1,000 cached), 60 out · 900 ms · $0.0012", withheld },
    ]);
  });

  test("shows a resolution's card as the shopper saw it, and what became of it, each with its row of the ledger", () => {
    const id = "0b9f4f7e-3c44-4a55-9d3d-0a6d1f0d2c11";
    const about = { id, kind: "refund", orderName: "#1001" } as const;
    const shown = entries(
      {
        type: "proposal",
        author: "system",
        ...about,
        digest: "",
        title: "Refund of €9.50",
        lines: [{ title: "Green tea", variant: "S", quantity: 1, image: null }],
        sends: [],
        amounts: [{ label: "Refund", text: "€9.50", total: true }],
        destination: "Back to the way you paid",
        address: null,
        notes: ["You keep the items."],
        confirm: "Confirm",
        decline: "No",
        approval: false,
        expiresAt: "2026-11-21T12:30:00.000Z",
      },
      {
        type: "resolution",
        author: "system",
        ...about,
        state: "succeeded",
        text: "Done.",
        outcome: { amount: "€9.50", newOrderName: null, url: null },
      },
    );
    expect(shown).toMatchObject([
      {
        kind: "resolution",
        resolutionId: id,
        state: "proposed",
        title: "Refund offered for order #1001",
        lines: [
          "Refund of €9.50",
          "1 × Green tea, S",
          "Refund: €9.50",
          "Back to the way you paid",
          "You keep the items.",
        ],
      },
      { kind: "resolution", state: "succeeded", title: "Refund for order #1001", lines: ["Done.", "Amount: €9.50"] },
    ]);
  });

  test("tells of identification, hand-over, rating and errors", () => {
    const shown = entries(
      { type: "verification", author: "system", state: "failed", orderName: null },
      { type: "verification", author: "system", state: "verified", orderName: "#1001" },
      { type: "brief", author: "agent", reason: "asked_for_person", text: "Wants a refund." },
      { type: "escalation", author: "system", reason: "a reason of tomorrow", text: "Passed on." },
      { type: "rating", author: "shopper", score: 4, comment: "" },
      { type: "error", author: "system", code: "turn_failed", text: "Sorry." },
    );
    expect(
      shown.map((entry) => (entry.kind === "note" ? [entry.title, entry.text, entry.problem] : entry.kind)),
    ).toEqual([
      ["An order number and email address did not match", null, true],
      ["Identified by order #1001 and its email address", null, false],
      ["Brief for your team: Asked for a person", "Wants a refund.", false],
      ["Handed to your team: Another reason", "Passed on.", false],
      ["The shopper rated the conversation 4 of 5", null, false],
      ["The shopper was shown an error", "Sorry.", true],
    ]);
  });
});
