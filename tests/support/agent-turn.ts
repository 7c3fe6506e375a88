import type { ConversationEvent, NewEvent } from "#app/conversations/events.ts";
import type { Evidence } from "#app/orders/evidence.ts";
import { DEFAULT_LIMITS } from "#app/agent/limits.ts";
import type { Model, ModelEvent, ModelRequest } from "#app/agent/models/port.ts";
import type { ToolContext } from "#app/agent/tools/tool.ts";
import type { TurnInput } from "#app/agent/turn.ts";
import type { TurnEnvironment } from "#app/agent/turn-state.ts";
import type { OrderTold } from "#app/orders/facts.ts";

/** Sunday, 22 November 2026, at noon in UTC. */
export const NOW = new Date("2026-11-22T12:00:00Z");

export const ORDER_1001: OrderTold = {
  orderId: "gid://shopify/Order/1",
  facts: {
    orderName: "#1001",
    placedOn: "Monday, 16 November",
    situation: "in_transit_on_time",
    tone: "good",
    turn: "carrier",
    worry: "fine",
    headline: "Order #1001 is on its way with DHL. The carrier expects it on Tuesday, 24 November.",
    groups: [
      {
        kind: "parcel",
        label: "Parcel 1 of 1",
        items: [
          { title: "Linen apron", variant: "Sand", quantity: 1 },
          { title: "Advent calendar, 24 December edition", variant: null, quantity: 2 },
        ],
        situation: "in_transit_on_time",
        tone: "good",
        text: "On its way with DHL.",
        expected: "The carrier expects it on Tuesday, 24 November",
        tracking: [
          { company: "DHL", number: "00340434161094042557", url: "https://www.dhl.com/track?id=00340434161094042557" },
        ],
        since: null,
        turn: "carrier",
        worry: "fine",
        reasons: [],
      },
    ],
    money: { total: "€84.00", payment: "Paid", refunds: [] },
    deliveryMethod: "Standard",
    gaps: [],
  },
  card: {
    kind: "order",
    orderName: "#1001",
    placedOn: "Monday, 16 November",
    headline: "On its way with DHL.",
    tone: "good",
    groups: [],
    total: "€84.00",
  },
  evidence: [
    { kind: "order", value: "#1001", source: "get_order #1001 name" },
    { kind: "date", value: "2026-11-16", source: "get_order #1001 processedAt" },
    { kind: "date", value: "2026-11-24", source: "get_order #1001 fulfillments[0].estimatedDeliveryAt" },
    { kind: "amount", value: "EUR 8400", source: "get_order #1001 totalPriceSet" },
    { kind: "tracking", value: "00340434161094042557", source: "get_order #1001 fulfillments[0].trackingInfo[0]" },
    {
      kind: "link",
      value: "https://www.dhl.com/track?id=00340434161094042557",
      source: "get_order #1001 fulfillments[0].trackingInfo[0]",
    },
  ] satisfies Evidence[],
};

export type FakeContext = ToolContext & { asked: string[]; escalations: { reason: string; brief: string }[] };

/** A shop with order #1001, which `ana@example.com` placed. */
export function fakeContext(changes: Partial<ToolContext> = {}): FakeContext {
  let identified = false;
  const asked: string[] = [];
  const escalations: { reason: string; brief: string }[] = [];
  return {
    shop: "linen.myshopify.com",
    signal: new AbortController().signal,
    asked,
    escalations,
    identify(orderName, email) {
      asked.push(`identify ${orderName} ${email}`);
      identified = /1001/.test(orderName) && email === "ana@example.com";
      return Promise.resolve(identified ? { kind: "verified", orderName: "#1001" } : { kind: "no_match" });
    },
    enterCode(code) {
      asked.push(`enterCode ${code}`);
      identified = code === "123456";
      return Promise.resolve(identified ? { kind: "verified", orderName: "#1001" } : { kind: "no_match" });
    },
    isIdentified: () => identified,
    listOrders() {
      asked.push("listOrders");
      const { facts, card, evidence } = ORDER_1001;
      const orders = [{ ...facts, itemCount: 3, total: "€84.00" }];
      return Promise.resolve({
        kind: "ok",
        told: { orders, more: false, card: { kind: "orders", orders: [card], more: false }, evidence },
      });
    },
    getOrder(orderName) {
      asked.push(`getOrder ${orderName ?? "newest"}`);
      if (orderName !== null && !/^#?1001$/.test(orderName)) return Promise.resolve({ kind: "not_found" });
      return Promise.resolve({ kind: "ok", told: ORDER_1001 });
    },
    resolutionOptions(ask) {
      asked.push(`resolutionOptions ${ask.orderName ?? "newest"} ${ask.reason}`);
      return Promise.resolve({ kind: "unavailable", why: "nothing is decided here" });
    },
    proposeResolution(ask) {
      asked.push(`proposeResolution ${ask.orderName ?? "newest"} ${ask.kind}`);
      return Promise.resolve({ kind: "unavailable", why: "nothing is decided here" });
    },
    escalate(reason, brief) {
      escalations.push({ reason, brief });
      const told = escalations.length === 1;
      return Promise.resolve({ kind: "ok", shown: "The team usually answers within 2 hours.", told });
    },
    ...changes,
  };
}

export function shopperSays(...texts: string[]): ConversationEvent[] {
  return texts.map((text, index) => ({
    seq: index + 1,
    at: NOW.toISOString(),
    type: "message",
    author: "shopper",
    messageId: `shopper-${index + 1}`,
    text,
  }));
}

export type TestTurn = { input: TurnInput; context: FakeContext; stored: NewEvent[]; stores: number; deltas: string[] };

/** A turn with everything recorded. */
export function testTurn(models: readonly [Model, ...Model[]], changes: Partial<TurnInput> = {}): TestTurn {
  const context = (changes.context as FakeContext | undefined) ?? fakeContext();
  const turn: TestTurn = {
    context,
    stored: [],
    stores: 0,
    deltas: [],
    input: {
      history: shopperSays("Where is my order 1001? ana@example.com"),
      models,
      context,
      shop: { name: "Linen & Co", agentName: "Lina", tone: "warm and brief", timeZone: "UTC", locale: "en" },
      limits: DEFAULT_LIMITS,
      signal: new AbortController().signal,
      sink: {
        delta: (_id, text) => void turn.deltas.push(text),
        store(events) {
          turn.stores += 1;
          turn.stored.push(...events);
          return Promise.resolve();
        },
      },
      ...changes,
    },
  };
  return turn;
}

export function testEnvironment(bugs: unknown[] = []): TurnEnvironment {
  return { clock: () => NOW, warn: () => undefined, error: (error) => void bugs.push(error) };
}

/** A model that answers from a list of event lists, one for each call, the last one for all after it. */
export function listedModel(...calls: ModelEvent[][]): Model & { requests: ModelRequest[] } {
  const requests: ModelRequest[] = [];
  return {
    id: "listed",
    requests,
    async *stream(request) {
      requests.push({ ...request, messages: [...request.messages] });
      yield* calls[Math.min(requests.length, calls.length) - 1] ?? [];
      await Promise.resolve();
    },
  };
}

export const text = (words: string): ModelEvent[] => [
  { type: "text", text: words },
  { type: "end", reason: "stop" },
];

export function toolCalls(...calls: [name: string, args: unknown][]): ModelEvent[] {
  return [
    ...calls.map(([name, args], index): ModelEvent => ({
      type: "tool_call",
      call: { id: `call_${index}`, name, arguments: typeof args === "string" ? args : JSON.stringify(args) },
    })),
    { type: "end", reason: "tool_calls" },
  ];
}

export function messageOf(turn: TestTurn): Extract<NewEvent, { type: "message" }> | undefined {
  return turn.stored.find((event) => event.type === "message");
}
