import { describe, expect, it } from "vitest";
import { eventSchema, isPublic, publicEventSchema } from "./events.ts";

const at = "2026-11-20T09:30:00.000Z";
const envelope = { seq: 4, at, author: "agent" } as const;
const item = { title: "Harbor Mug", variant: "Sand", quantity: 2 };
const tracking = { company: "DHL", number: "00340434518010696095", url: null };
const step = { label: "Ordered", state: "done", at, atText: "Nov 20", detail: null };
const group = {
  label: "Parcel",
  status: "Sent",
  tone: "good",
  items: [item],
  steps: [step],
  expected: null,
  tracking: [tracking],
};
const evidence = [{ kind: "date", value: "2026-11-24", source: "get_order #1001 fulfillments[0].deliveredAt" }];

const FOR_SHOPPERS = [
  { ...envelope, type: "message", messageId: "m1", text: "Hello", evidence, quickReplies: ["Yes"] },
  { ...envelope, author: "shopper", type: "message", messageId: "m2", text: "Hi", clientMessageId: "m2" },
  { ...envelope, type: "delta", messageId: "m1", text: "Hel" },
  { ...envelope, type: "status", text: "Looking up order #1001" },
  {
    ...envelope,
    type: "card",
    card: {
      kind: "order",
      orderName: "#1001",
      placedOn: "Friday",
      headline: "Sent",
      tone: "good",
      groups: [group],
      total: null,
    },
  },
  {
    ...envelope,
    type: "card",
    card: {
      kind: "orders",
      orders: [{ orderName: "#1001", placedOn: "Friday", headline: "Sent", tone: "good" }],
      more: false,
    },
  },
  { ...envelope, author: "system", type: "verification", state: "verified", orderName: "#1001" },
  { ...envelope, author: "system", type: "escalation", reason: "asked_for_person", text: "A person will read this." },
  { ...envelope, author: "system", type: "error", code: "turn_failed", text: "Sorry." },
  { ...envelope, author: "system", type: "closed" },
];

const FOR_STAFF = [
  {
    ...envelope,
    type: "tool",
    callId: "c1",
    name: "get_order",
    arguments: "{}",
    outcome: { kind: "not_found" },
    evidence: [],
    milliseconds: 3,
  },
  {
    ...envelope,
    type: "model",
    model: "embedded",
    calls: 1,
    inputTokens: 0,
    cachedInputTokens: 0,
    outputTokens: 0,
    milliseconds: 1,
    end: "answered",
    through: 3,
  },
  { ...envelope, type: "brief", reason: "asked_for_person", text: "Asked for a person." },
  { ...envelope, author: "shopper", type: "rating", score: 5, comment: "" },
];

describe("An event of a conversation", () => {
  it.each(FOR_SHOPPERS)("of type $type may be told to the shopper", (event) => {
    expect(publicEventSchema.parse(event)).toEqual(event);
    expect(isPublic(eventSchema.parse(event))).toBe(true);
  });

  it.each(FOR_STAFF)("of type $type stays with the staff", (event) => {
    expect(isPublic(eventSchema.parse(event))).toBe(false);
    expect(publicEventSchema.safeParse(event).success).toBe(false);
  });
});
