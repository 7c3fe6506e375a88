import { embeddedModel } from "#app/agent/models/embedded/embedded-model.ts";
import type { ModelEvent, ModelMessage, ToolCall } from "#app/agent/models/port.ts";
import type { GroupFacts, OrderFacts } from "#app/orders/facts.ts";

/** What the shop knows in a scripted conversation, and who is asking. */
export type Shop = {
  orders: OrderFacts[];
  /** Email by order name; `identify_shopper` compares with it. */
  emails: Record<string, string>;
  /** A logged-in customer sees all orders; a guest those that were verified. */
  customer: boolean;
  down?: boolean;
  tooOld?: string[];
  /** Failed tries before identity says "limited". */
  tries?: number;
  /** What tools answer instead, for conversations with a shop that misbehaves. */
  answers?: (call: ToolCall, at: number) => unknown;
};

export type Told = { reply: string; calls: { name: string; args: Record<string, unknown> }[]; modelCalls: number };

/** One conversation with the embedded model, with the loop and the tools played by plain code. */
export class Chat {
  readonly messages: ModelMessage[] = [];
  private readonly shop: Shop;
  private readonly verified = new Set<string>();
  private failures = 0;
  private tools = [
    "identify_shopper",
    "list_orders",
    "get_order",
    "resolution_options",
    "propose_resolution",
    "escalate",
  ];
  /** Plays the two resolution tools; without it they do not answer. */
  desk: ((call: ToolCall) => unknown) | null = null;

  constructor(shop: Shop) {
    this.shop = shop;
  }

  withTools(...names: string[]): this {
    this.tools = names;
    return this;
  }

  async say(...texts: string[]): Promise<Told> {
    for (const text of texts) this.messages.push({ role: "user", text });
    const calls: Told["calls"] = [];
    for (let modelCalls = 1; modelCalls <= 12; modelCalls++) {
      const events = await this.ask(modelCalls >= 5 ? [] : this.tools);
      const made = events.flatMap((event) => (event.type === "tool_call" ? [event.call] : []));
      const reply = events.flatMap((event) => (event.type === "text" ? [event.text] : [])).join("");
      this.messages.push({ role: "assistant", text: reply, toolCalls: made });
      if (made.length === 0) return { reply, calls, modelCalls };
      for (const [at, call] of made.entries()) {
        calls.push({ name: call.name, args: JSON.parse(call.arguments) as Record<string, unknown> });
        const outcome = this.shop.answers ? this.shop.answers(call, at) : this.answer(calls.at(-1)?.args ?? {}, call);
        this.messages.push({ role: "tool", toolCallId: call.id, name: call.name, content: JSON.stringify(outcome) });
      }
    }
    throw new Error("The model never came to an end.");
  }

  /** As the loop asks: with a turn's fifth call no tools are offered any more. */
  async ask(offered = this.tools): Promise<ModelEvent[]> {
    const events: ModelEvent[] = [];
    const request = {
      system: "",
      shopContext: "",
      messages: this.messages,
      tools: offered.map((name) => ({ name, description: "", parameters: {} })),
      maxOutputTokens: 4_000,
      stallMs: 1_000,
      deadlineMs: 1_000,
      signal: new AbortController().signal,
    };
    for await (const event of embeddedModel.stream(request)) events.push(event);
    return events;
  }

  private answer(args: Record<string, unknown>, call: ToolCall): unknown {
    const { shop } = this;
    const { name } = call;
    if (name === "escalate") return ok({ escalated: true, shown: "They usually reply within a few hours." });
    if (shop.down) return { kind: "unavailable", message: "The shop's order system did not answer." };
    const order = find(shop.orders, args["orderName"]);
    if (name === "identify_shopper") {
      if (this.failures >= (shop.tries ?? 5)) return { kind: "limited", message: "Too many tries." };
      const email = order && shop.emails[order.orderName];
      if (!order || !email || email.toLowerCase() !== String(args["email"]).toLowerCase()) {
        this.failures += 1;
        return { kind: "not_found", message: "No order matches." };
      }
      this.verified.add(order.orderName);
      return ok({ verified: true, orderName: order.orderName });
    }
    if (!shop.customer && this.verified.size === 0) return { kind: "needs_identity", message: "Ask for both." };
    const visible = shop.orders.filter(({ orderName }) => shop.customer || this.verified.has(orderName));
    if (name === "list_orders") {
      const orders = visible.map(({ orderName, placedOn, headline, tone, groups, money }) => ({
        orderName,
        placedOn,
        headline,
        tone,
        itemCount: groups.flatMap(({ items }) => items).length,
        total: money.total,
      }));
      return ok({ orders, more: false });
    }
    if (name === "resolution_options" || name === "propose_resolution")
      return this.desk?.(call) ?? { kind: "unavailable", message: "Nothing is decided here." };
    if (shop.tooOld?.includes(String(args["orderName"])))
      return { kind: "limited", message: "placed more than 60 days ago" };
    const seen = args["orderName"] === null ? visible[0] : visible.find((one) => one === order);
    return seen ? ok(seen) : { kind: "not_found", message: "This shopper has no such order." };
  }
}

function ok(result: unknown) {
  return { kind: "ok", result };
}

function find(orders: OrderFacts[], name: unknown): OrderFacts | undefined {
  const key = (one: unknown) => String(one).replace("#", "").toUpperCase();
  return orders.find(({ orderName }) => key(orderName) === key(name));
}

export function parcel(over: Partial<GroupFacts> = {}): GroupFacts {
  return {
    kind: "parcel",
    label: "Your parcel",
    items: [{ title: "Linen Sheet Set", variant: "Sage", quantity: 1 }],
    situation: "in_transit",
    tone: "good",
    text: "It is on its way and moving normally.",
    expected: "The carrier expects it on Tuesday, November 24.",
    tracking: [{ company: "DHL", number: "00340434161094042557", url: "https://track.example/00340434161094042557" }],
    since: null,
    turn: "carrier",
    worry: "fine",
    reasons: [],
    ...over,
  };
}

export function order(orderName: string, over: Partial<OrderFacts> = {}): OrderFacts {
  return {
    orderName,
    placedOn: "Tuesday, November 3, 2026",
    situation: "in_transit",
    tone: "good",
    turn: "carrier",
    worry: "fine",
    headline: "Your order is on its way with DHL.",
    groups: [parcel()],
    money: { total: "€84.00", payment: "It is paid in full.", refunds: [] },
    deliveryMethod: "Standard shipping",
    gaps: [],
    ...over,
  };
}

export const delivered = (name: string, over: Partial<OrderFacts> = {}) =>
  order(name, {
    situation: "delivered",
    headline: "Your order was delivered on Monday, November 9.",
    groups: [
      parcel({
        situation: "delivered",
        text: "It was delivered on Monday, November 9.",
        expected: null,
        turn: "nobody",
        items: [
          { title: "Walnut Desk Lamp", variant: "Large / Blue", quantity: 1 },
          { title: "Ceramic Mug", variant: "White", quantity: 2 },
        ],
      }),
    ],
    ...over,
  });

export const inTwoParcels = (name: string) =>
  order(name, {
    situation: "partly_shipped",
    headline: "One of your two parcels is here, and the other is on its way.",
    groups: [
      parcel({
        label: "Parcel 1 of 2",
        situation: "delivered",
        text: "It was delivered on Monday, November 9.",
        expected: null,
        tracking: [],
        turn: "nobody",
      }),
      parcel({ label: "Parcel 2 of 2", items: [{ title: "Wool Throw", variant: "Blue", quantity: 1 }] }),
    ],
  });
