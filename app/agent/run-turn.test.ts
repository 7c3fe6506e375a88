import { describe, expect, test } from "vitest";
import {
  fakeContext,
  listedModel,
  messageOf,
  NOW,
  ORDER_1001,
  shopperSays,
  testEnvironment,
  testTurn,
  text,
  toolCalls,
  type TestTurn,
} from "#tests/support/agent-turn.ts";
import type { ConversationEvent } from "../conversations/events.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import type { Model, ModelEvent } from "./models/port.ts";
import { runTurn } from "./run-turn.server.ts";
import type { TurnOutcome } from "./turn.ts";

function run(turn: TestTurn, bugs: unknown[] = []): Promise<TurnOutcome> {
  return runTurn(turn.input, testEnvironment(bugs));
}

const readOrder = toolCalls(["get_order", { orderName: "1001" }]);
const failure = (kind: "unavailable" | "cut" | "stalled"): ModelEvent => ({
  type: "failure",
  failure: { kind, message: kind },
});
const types = (turn: TestTurn) => turn.stored.map((event) => event.type);

describe("an ordinary turn", () => {
  test("verifies the guest, reads the order, and answers with evidence, a card and a record of it all", async () => {
    const model = listedModel(
      toolCalls(["identify_shopper", { orderName: "1001", email: "ana@example.com" }]),
      readOrder,
      text("Order #1001 is on its way. The carrier expects it on Tuesday, 24 November."),
    );
    const turn = testTurn([model]);
    expect(await run(turn)).toEqual({ kind: "answered" });
    expect(types(turn)).toEqual(["status", "status", "message", "tool", "tool", "card", "model"]);
    expect(messageOf(turn)?.text).toBe("Order #1001 is on its way. The carrier expects it on Tuesday, 24 November.");
    expect(messageOf(turn)?.evidence?.map(({ value }) => value)).toEqual(["#1001", "2026-11-24"]);
    expect(turn.deltas.join("")).toBe(messageOf(turn)?.text);
    expect(turn.deltas).toHaveLength(2);
  });

  test("names no order in a status that only the model has spoken of", async () => {
    const made = listedModel(toolCalls(["get_order", { orderName: "#2077" }]), text("I could not find that order."));
    const turn = testTurn([made]);
    await runTurn(turn.input, testEnvironment());
    expect(types(turn)).not.toContain("status");
    expect(turn.context.asked).toEqual(["getOrder #2077"]);
  });

  test("stores a turn with one tool call in two goes: the status, and all the rest at the end", async () => {
    const turn = testTurn([listedModel(readOrder, text("It is on its way."))]);
    await run(turn);
    expect(turn.stores).toBe(2);
    expect(turn.stored[0]).toMatchObject({ type: "status", text: "Looking up order #1001" });
  });

  test("stores a turn without tools in one go", async () => {
    const turn = testTurn([listedModel(text("Hello! How can I help you today?"))]);
    await run(turn);
    expect(turn.stores).toBe(1);
    expect(types(turn)).toEqual(["message", "model"]);
  });

  test("begins the second call's words as a new paragraph", async () => {
    const preamble: ModelEvent[] = [{ type: "text", text: "One moment." }, ...readOrder];
    const turn = testTurn([listedModel(preamble, text("It is on its way."))]);
    await run(turn);
    expect(messageOf(turn)?.text).toBe("One moment.\n\nIt is on its way.");
    expect(turn.deltas.join("")).toBe(messageOf(turn)?.text);
  });

  test("shows one card for an order that was read twice", async () => {
    const turn = testTurn([
      listedModel(
        toolCalls(["get_order", { orderName: "1001" }], ["get_order", { orderName: null }]),
        text("It is on its way."),
      ),
    ]);
    await run(turn);
    expect(types(turn).filter((type) => type === "card")).toHaveLength(1);
  });

  test("records what the model used, adding its calls up", async () => {
    const usage: ModelEvent = { type: "usage", usage: { inputTokens: 100, cachedInputTokens: 50, outputTokens: 10 } };
    const turn = testTurn([listedModel([usage, ...readOrder], [usage, ...text("It is on its way.")])]);
    await run(turn);
    expect(turn.stored.at(-1)).toMatchObject({
      type: "model",
      calls: 2,
      inputTokens: 200,
      outputTokens: 20,
      end: "stop",
    });
  });
});

describe("a person is called", () => {
  test("by the model: the outcome says so, and its last words are kept", async () => {
    const model = listedModel(
      toolCalls(["escalate", { reason: "asked_for_person", brief: "Wants a refund for #1001." }]),
      text("I've passed this on to the team. They usually answer within 2 hours."),
    );
    const turn = testTurn([model]);
    expect(await run(turn)).toEqual({ kind: "escalated", reason: "asked_for_person" });
    expect(turn.context.escalations).toHaveLength(1);
    expect(messageOf(turn)?.text).toBe("I've passed this on to the team. They usually answer within 2 hours.");
  });

  test("only once, however often the model asks for it", async () => {
    const again = toolCalls(
      ["escalate", { reason: "other", brief: "a" }],
      ["escalate", { reason: "other", brief: "b" }],
    );
    const turn = testTurn([listedModel(again, again, text("A person will answer."))]);
    await run(turn);
    expect(turn.context.escalations).toHaveLength(1);
  });

  test("without a word more from the model, which is enough", async () => {
    const turn = testTurn([
      listedModel(toolCalls(["escalate", { reason: "other", brief: "x" }]), [{ type: "end", reason: "stop" }]),
    ]);
    expect(await run(turn)).toEqual({ kind: "escalated", reason: "other" });
    expect(messageOf(turn)).toBeUndefined();
  });
});

describe("a model that fails", () => {
  test("before it has said anything gives way to the next", async () => {
    const turn = testTurn([listedModel([failure("unavailable")]), listedModel(readOrder, text("It is on its way."))]);
    expect(await run(turn)).toEqual({ kind: "answered" });
    expect(messageOf(turn)?.text).toBe("It is on its way.");
  });

  test("after its tools have answered leaves what they said to the next", async () => {
    const next = listedModel(text("It is on its way."));
    const turn = testTurn([listedModel(readOrder, [failure("cut")]), next]);
    await run(turn);
    expect(turn.context.asked).toHaveLength(1);
    expect(next.requests[0]?.messages.at(-1)).toMatchObject({ role: "tool", name: "get_order" });
  });

  test("in the middle of its answer: what was whole stays, an honest word follows, and a person is called", async () => {
    const half: ModelEvent[] = [
      { type: "text", text: "Your order is on its way. It will probably be delivered by" },
      failure("cut"),
    ];
    const turn = testTurn([listedModel(readOrder, half), listedModel(text("Never asked."))]);
    expect(await run(turn)).toEqual({ kind: "escalated", reason: "model_unavailable" });
    expect(messageOf(turn)?.text).toBe(
      "Your order is on its way.\n\nSorry, something went wrong before I could finish.",
    );
    expect(turn.context.escalations[0]?.brief).toContain("Where is my order 1001?");
  });

  test("with no other behind it, after the order was read: code tells the facts", async () => {
    const turn = testTurn([listedModel(readOrder, [failure("stalled")])]);
    expect(await run(turn)).toEqual({ kind: "answered" });
    expect(messageOf(turn)?.text).toContain(ORDER_1001.facts.headline);
    expect(messageOf(turn)?.quickReplies).toEqual(["Talk to a person"]);
  });

  test("with no other behind it and nothing known: an apology and a person", async () => {
    const turn = testTurn([listedModel([failure("unavailable")])]);
    expect(await run(turn)).toEqual({ kind: "escalated", reason: "model_unavailable" });
    expect(messageOf(turn)?.text).toBe("Sorry, I can't answer this right now.");
  });

  test("by throwing, which adapters must not, is a failure like any other, and logged", async () => {
    const bugs: unknown[] = [];
    const throwing: Model = {
      id: "throwing",
      async *stream() {
        await Promise.resolve();
        throw new Error("bug");
      },
    };
    const turn = testTurn([throwing, listedModel(text("Hello!"))]);
    expect(await run(turn, bugs)).toEqual({ kind: "answered" });
    expect(bugs).toHaveLength(1);
  });

  test("by never answering, deadline or not, is left behind", async () => {
    const silent: Model = {
      id: "silent",
      async *stream() {
        await new Promise(() => undefined);
      },
    };
    const turn = testTurn([silent, listedModel(text("Hello!"))], { limits: { ...DEFAULT_LIMITS, deadlineMs: 1_000 } });
    expect(await run(turn)).toEqual({ kind: "answered" });
  });

  test("with an empty answer is asked once more, then the next", async () => {
    const empty: ModelEvent[] = [{ type: "end", reason: "stop" }];
    const first = listedModel(empty);
    const turn = testTurn([first, listedModel(text("Hello!"))]);
    await run(turn);
    expect(first.requests).toHaveLength(2);
    expect(messageOf(turn)?.text).toBe("Hello!");
  });

  test("by refusing: a clear word, and a person offered", async () => {
    const turn = testTurn([listedModel([{ type: "end", reason: "refusal" }])]);
    expect(await run(turn)).toEqual({ kind: "answered" });
    expect(messageOf(turn)).toMatchObject({ quickReplies: ["Talk to a person"] });
    expect(messageOf(turn)?.text).toContain("I can't help with that here.");
  });

  test("at its length limit loses its unfinished sentence, and says so", async () => {
    const long: ModelEvent[] = [
      { type: "text", text: "Your order is on its way. It is" },
      { type: "end", reason: "length" },
    ];
    const turn = testTurn([listedModel(long)]);
    await run(turn);
    expect(messageOf(turn)?.text).toBe(
      "Your order is on its way.\n\nThat is as much as I can say in one message. Ask me, and I'll go on.",
    );
  });
});

describe("a hostile model", () => {
  test("that calls tools for ever is stopped, and the shopper hears what is known", async () => {
    const model = listedModel(readOrder);
    const turn = testTurn([model]);
    await run(turn);
    expect(model.requests.length).toBeLessThanOrEqual(DEFAULT_LIMITS.modelCalls);
    expect(turn.context.asked).toHaveLength(1);
    expect(messageOf(turn)?.text).toContain(ORDER_1001.facts.headline);
  });

  test("that makes 1,000 calls in one message gets as many as the limit allows, each with its answer", async () => {
    const many = Array.from({ length: 1_000 }, (_, index): [string, unknown] => [
      "get_order",
      { orderName: String(2_000 + index) },
    ]);
    const model = listedModel(toolCalls(...many), text("I could not find it."));
    const turn = testTurn([model]);
    await run(turn);
    expect(turn.context.asked).toHaveLength(DEFAULT_LIMITS.toolCalls);
    const messages = model.requests[1]?.messages ?? [];
    const asked = messages.flatMap((message) => (message.role === "assistant" ? message.toolCalls : []));
    const answered = messages.filter((message) => message.role === "tool");
    expect(asked.map(({ id }) => id)).toEqual(answered.map(({ toolCallId }) => toolCallId));
    expect(model.requests[1]?.tools).toEqual([]);
  });

  test("that writes broken JSON is told once, and does better", async () => {
    const model = listedModel(toolCalls(["get_order", '{"orderName": "10']), readOrder, text("It is on its way."));
    const turn = testTurn([model]);
    expect(await run(turn)).toEqual({ kind: "answered" });
    expect(model.requests[1]?.messages.at(-1)).toMatchObject({
      content: expect.stringContaining("not valid JSON") as string,
    });
  });

  test("that writes broken JSON again gives way to the next, which reads nothing of it", async () => {
    const next = listedModel(text("Hello!"));
    const turn = testTurn([listedModel(toolCalls(["get_order", "{{"])), next]);
    expect(await run(turn)).toEqual({ kind: "answered" });
    expect(next.requests[0]?.messages).toEqual([{ role: "user", text: "Where is my order 1001? ana@example.com" }]);
  });

  test("that makes figures up is asked again, then the shopper is, and then a person is called", async () => {
    const model = listedModel(text("Your order arrives on November 30."));
    const first = testTurn([model]);
    expect(await run(first)).toEqual({ kind: "answered" });
    expect(model.requests).toHaveLength(2);
    expect(messageOf(first)).toMatchObject({ quickReplies: ["Talk to a person"] });
    const said = { ...messageOf(first), seq: 2, at: NOW.toISOString() } as ConversationEvent;
    const [again] = shopperSays("But when?");
    const history = [...shopperSays("When?"), said, { ...again, seq: 3 } as ConversationEvent];
    const turn = testTurn([model], { history });
    expect(await run(turn)).toEqual({ kind: "escalated", reason: "not_understood" });
    expect(turn.deltas.join("")).not.toContain("30");
    expect(turn.stored.at(-1)).toMatchObject({ withheld: [{ why: "November 30" }, { why: "November 30" }] });
  });

  test("that makes figures up about an order that was read is replaced by what was read", async () => {
    const turn = testTurn([listedModel(readOrder, text("It arrives on November 30. You will get €500.00 back."))]);
    expect(await run(turn)).toEqual({ kind: "answered" });
    expect(messageOf(turn)?.text).toBe(`**#1001**: ${ORDER_1001.facts.headline}`);
  });

  test("that claims a deed is corrected", async () => {
    const turn = testTurn([listedModel(readOrder, text("Of course. I have refunded your order."))]);
    await run(turn);
    expect(messageOf(turn)?.text).not.toContain("refunded");
    expect(messageOf(turn)?.text).toContain(ORDER_1001.facts.headline);
  });

  test("that claims a deed without having looked anything up is contradicted by code", async () => {
    const turn = testTurn([listedModel(text("Of course. I have cancelled your order."))]);
    await run(turn);
    expect(messageOf(turn)?.text).toBe(
      "Of course.\n\nTo be clear: I have not changed anything about your order. A person from the team can do that.",
    );
  });

  test("that writes without end is stopped", async () => {
    const endless: Model = {
      id: "endless",
      async *stream() {
        for (;;) {
          yield { type: "text", text: "and so on. " };
          await Promise.resolve();
        }
      },
    };
    const turn = testTurn([endless], { limits: { ...DEFAULT_LIMITS, outputTokens: 100 } });
    expect(await run(turn)).toEqual({ kind: "answered" });
    expect(messageOf(turn)?.text.length).toBeLessThan(1_000);
  });

  test("cannot have control characters, hidden marks or halves of characters stored", async () => {
    const turn = testTurn([listedModel(text("Hel\u0000lo \u202ethere\u200b \ud800 <b onclick=x>you</b>."))]);
    await run(turn);
    expect(messageOf(turn)?.text).toBe("Hello there \ufffd <b onclick=x>you</b>.");
  });

  test("cannot hide a figure behind marks that nobody sees", async () => {
    const turn = testTurn([listedModel(text("It arrives on Nov\u200bember 3\u20600."))]);
    await run(turn);
    expect(turn.deltas.join("")).not.toContain("3");
  });
});

describe("bad luck", () => {
  test("a tool with a bug is an answer to the model, and nothing of the error gets out", async () => {
    const bugs: unknown[] = [];
    const context = fakeContext({ getOrder: () => Promise.reject(new Error("SELECT secret FROM orders")) });
    const model = listedModel(readOrder, text("I can't see that right now."));
    const turn = testTurn([model], { context });
    expect(await run(turn, bugs)).toEqual({ kind: "answered" });
    expect(JSON.stringify([turn.stored, model.requests[1]])).not.toContain("secret");
    expect(bugs).toHaveLength(1);
  });

  test("a turn that is cancelled stores nothing final", async () => {
    const controller = new AbortController();
    const context = fakeContext({
      getOrder() {
        controller.abort();
        return new Promise(() => undefined);
      },
    });
    const signalled = { ...context, signal: controller.signal };
    const turn = testTurn([listedModel(readOrder)], { context: signalled, signal: controller.signal });
    expect(await run(turn)).toEqual({ kind: "abandoned" });
    expect(types(turn)).toEqual(["status"]);
  });

  test("a store that fails ends the turn with that failure, so that another may run it", async () => {
    const turn = testTurn([listedModel(readOrder, text("Hello!"))]);
    turn.input.sink.store = () => Promise.reject(new Error("lease lost"));
    await expect(run(turn)).rejects.toThrow("lease lost");
  });

  test("what was read in an earlier turn may be said in this one", async () => {
    const earlier: ConversationEvent[] = [
      ...shopperSays("Where is my order?"),
      {
        seq: 2,
        at: NOW.toISOString(),
        type: "tool",
        author: "agent",
        callId: "call_1",
        name: "get_order",
        arguments: "{}",
        outcome: { kind: "ok", result: ORDER_1001.facts },
        evidence: ORDER_1001.evidence,
        milliseconds: 1,
      },
    ];
    const turn = testTurn([listedModel(text("As I said, on 24 November."))], {
      history: [...earlier, ...shopperSays("When?")],
    });
    await run(turn);
    expect(messageOf(turn)?.text).toBe("As I said, on 24 November.");
  });
});
