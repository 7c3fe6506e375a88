import { describe, expect, test } from "vitest";
import { ORDER_1001 } from "#tests/support/agent-turn.ts";
import type { ConversationEvent } from "../../conversations/events.ts";
import type { LedgerRow } from "../../resolutions/ledger-row.ts";
import type { BriefSubject } from "./brief.ts";
import { makeBrief } from "./make-brief.ts";

const at = (minute: number) => `2026-11-22T12:${String(minute).padStart(2, "0")}:00.000Z`;
const said = (seq: number, author: "shopper" | "staff" | "agent", text: string, photos: string[] = []) =>
  ({
    seq,
    at: at(seq),
    type: "message",
    author,
    messageId: `m${seq}`,
    text,
    attachments: photos.map((id) => ({ id, width: 1, height: 1 })),
  }) satisfies ConversationEvent;
const tool = (seq: number, name: string, args: object, result: object, more: object = {}) =>
  ({
    seq,
    at: at(seq),
    type: "tool",
    author: "agent",
    callId: `c${seq}`,
    name,
    arguments: JSON.stringify(args),
    outcome: { kind: "ok", result },
    evidence: [],
    milliseconds: 3,
    ...more,
  }) satisfies ConversationEvent;
const READ = tool(2, "get_order", { orderName: "1001" }, ORDER_1001.facts, { evidence: ORDER_1001.evidence });
const RULED = tool(
  3,
  "resolution_options",
  { orderName: "1001", reason: "damaged", items: [] },
  {},
  {
    ruled: {
      reason: "damaged",
      wanted: null,
      verdict: "escalate",
      sentence: "The customer carries a tag for people alone.",
      rules: [{ id: "never_automate.customer_tag", said: "tagged fraud" }],
    },
  },
);
const subject: BriefSubject = {
  reason: "policy_says_so",
  name: null,
  email: null,
  isCustomer: false,
  vip: false,
  withPeople: true,
  waitsFor: "team",
  timeZone: "UTC",
};
const row = (state: LedgerRow["state"], attempts = 0, shop = { minor: 4250, currency: "EUR" }) =>
  ({
    id: "r1",
    state,
    attempts,
    orderName: "#1001",
    proposal: { kind: "refund", value: { shop, presentment: { minor: 4250, currency: "EUR" } } },
  }) as unknown as LedgerRow;

describe("A brief", () => {
  test("tells the situation of an order with the entry of the log that each figure was read in", () => {
    const [order] = makeBrief([said(1, "shopper", "Where is it?"), READ], [], subject).orders;
    expect(order).toMatchObject({ name: "#1001", situation: { text: ORDER_1001.facts.headline } });
    expect(order?.situation.evidence.map(({ value, seq }) => [value, seq])).toEqual([
      ["#1001", 2],
      ["2026-11-24", 2],
    ]);
  });

  test("tells an amount as the shopper saw it, and in the shop's money where that is another one", () => {
    const worth = (shop?: { minor: number; currency: string }) =>
      makeBrief([], [row("awaiting_approval", 0, shop)], subject).resolutions[0]?.worth.text;
    expect(worth()).toBe("€42.50");
    expect(worth({ minor: 4600, currency: "USD" })).toBe("€42.50 ($46.00)");
  });

  test("tells what the policy said, in the rules' words, and what the model wanted", () => {
    const wanted = tool(4, "propose_resolution", { orderName: "1001", kind: "refund" }, {});
    const { policySaid, modelWanted } = makeBrief([said(1, "shopper", "It broke"), READ, RULED, wanted], [], subject);
    expect(policySaid).toMatchObject([{ verdict: "escalate", rules: [{ id: "never_automate.customer_tag" }], seq: 3 }]);
    expect(modelWanted).toMatchObject({ resolution: "refund", seq: 4 });
  });

  test("keeps a model's words out that hold a figure the log does not", () => {
    const made = tool(
      4,
      "escalate",
      { reason: "other", brief: "Refund €500.00 for #1001, they were promised it." },
      {},
    );
    expect(makeBrief([said(1, "shopper", "Hi"), READ, made], [], subject).modelWanted).toBeNull();
    const borneOut = tool(4, "escalate", { reason: "other", brief: "Wants a refund of €84.00 for #1001." }, {});
    expect(
      makeBrief([said(1, "shopper", "Hi"), READ, borneOut], [], subject).modelWanted?.text?.evidence,
    ).toMatchObject([
      { value: "#1001", seq: 2 },
      { value: "EUR 8400", seq: 2 },
    ]);
  });

  test("begins anew after people were done with it", () => {
    const back = { seq: 3, at: at(3), type: "takeover", author: "staff", state: "handed_back", name: "Robin" } as const;
    const events = [said(1, "shopper", "Old"), said(2, "staff", "Done"), back, said(4, "shopper", "New")];
    expect(makeBrief(events, [], subject).asked).toMatchObject([{ text: "New", seq: 4 }]);
    expect(makeBrief(events, [], subject).waiting).toEqual({ for: "team", since: at(4) });
  });

  test.each<[string, ConversationEvent[], LedgerRow[], Partial<BriefSubject>, object]>([
    ["to approve what waits for a yes", [], [row("awaiting_approval")], {}, { kind: "approve", resolutionId: "r1" }],
    ["to try again what stopped halfway", [], [row("needs_attention")], {}, { kind: "retry", resolutionId: "r1" }],
    ["to settle what was tried too often", [], [row("needs_attention", 3)], {}, { kind: "settle", resolutionId: "r1" }],
    ["to look at photos nobody has seen", [said(1, "shopper", "", ["p1"])], [], {}, { kind: "look_at_photos" }],
    [
      "to reply where photos were answered",
      [said(1, "shopper", "", ["p1"]), said(2, "staff", "Seen")],
      [],
      {},
      { kind: "reply" },
    ],
    [
      "to reply before all else where words are grave",
      [said(1, "shopper", "", ["p1"])],
      [],
      { reason: "safety" },
      { kind: "reply" },
    ],
    ["nothing while it is carried out", [], [row("executing")], {}, { kind: "nothing" }],
    ["nothing while the shopper's turn is", [], [], { waitsFor: "shopper" }, { kind: "nothing" }],
    ["nothing while the agent has it", [], [], { withPeople: false }, { kind: "nothing" }],
  ])("suggests %s", (_, events, rows, changes, suggestion) => {
    expect(makeBrief(events, rows, { ...subject, ...changes }).suggestion).toMatchObject(suggestion);
  });

  test("of an empty or odd log is empty, and no error", () => {
    const odd = tool(1, "get_order", {}, { headline: 7 }, { arguments: "{" });
    expect(makeBrief([], [], subject)).toMatchObject({ orders: [], asked: [], tried: [] });
    expect(makeBrief([odd], [], subject)).toMatchObject({ orders: [], tried: [{ tool: "get_order", outcome: "ok" }] });
  });
});
