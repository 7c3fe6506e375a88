import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { messageOf, testEnvironment, testTurn } from "#tests/support/agent-turn.ts";
import { type ScriptedOpenAi, startScriptedOpenAi } from "#tests/support/scripted-openai.ts";
import { wismo } from "#tests/support/scripted-openai-wismo.ts";
import { call, inTurn, say, type Reply } from "#tests/support/scripted-replies.ts";
import { runTurn } from "../run-turn.server.ts";
import { TOOL_SPECS } from "../tools/index.ts";
import { withBreaker } from "./breaker.ts";
import { openAiModel } from "./openai.server.ts";
import type { Model, ModelEvent, ModelRequest } from "./port.ts";

let server: ScriptedOpenAi;
let model: Model;

beforeEach(async () => {
  server = await startScriptedOpenAi(wismo);
  model = openAiModel({ apiKey: "test", baseURL: server.baseURL, model: "scripted", random: () => 0 });
});
afterEach(() => server.close());

function request(changes: Partial<ModelRequest> = {}): ModelRequest {
  return {
    system: "You answer shoppers.",
    shopContext: "The shop is Linen & Co.",
    messages: [{ role: "user", text: "Where is my order?" }],
    tools: TOOL_SPECS,
    maxOutputTokens: 500,
    stallMs: 2_000,
    deadlineMs: 10_000,
    signal: new AbortController().signal,
    ...changes,
  };
}

async function ask(changes: Partial<ModelRequest> = {}): Promise<ModelEvent[]> {
  const events: ModelEvent[] = [];
  for await (const event of model.stream(request(changes))) events.push(event);
  return events;
}

function replies(...list: Reply[]): void {
  server.script = inTurn(...list);
}

const textOf = (events: ModelEvent[]) => events.map((event) => (event.type === "text" ? event.text : "")).join("");
const failureOf = (events: ModelEvent[]) => events.find((event) => event.type === "failure")?.failure;
const callsOf = (events: ModelEvent[]) => events.flatMap((event) => (event.type === "tool_call" ? [event.call] : []));

describe("what comes in", () => {
  test("text arrives token by token, then what it cost, then the end", async () => {
    replies(say("Hello there, how can I help?"));
    const events = await ask();
    expect(textOf(events)).toBe("Hello there, how can I help?");
    expect(events.filter((event) => event.type === "text").length).toBeGreaterThan(5);
    expect(events.slice(-2)).toEqual([
      { type: "usage", usage: { inputTokens: 900, cachedInputTokens: 800, outputTokens: 7 } },
      { type: "end", reason: "stop" },
    ]);
  });

  test("tool calls that come in pieces, several at once, are put together", async () => {
    const calls = [
      { name: "get_order", arguments: '{"orderName":"1001"}' },
      { name: "get_order", arguments: '{"orderName":"1002"}' },
    ];
    replies([
      { do: "calls", calls, pieces: 7 },
      { do: "finish", reason: "tool_calls" },
    ]);
    const events = await ask();
    expect(callsOf(events)).toEqual([
      { id: "call_1", ...calls[0] },
      { id: "call_2", ...calls[1] },
    ]);
    expect(events.at(-1)).toEqual({ type: "end", reason: "tool_calls" });
  });

  test("calls without ids get ids of their own", async () => {
    const one = { name: "list_orders", arguments: "{}" };
    replies([
      { do: "calls", calls: [one, one], withoutIds: true },
      { do: "finish", reason: "tool_calls" },
    ]);
    const ids = callsOf(await ask()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(ids).not.toContain("");
  });

  test("arguments that are no JSON are passed on as they are", async () => {
    replies(call({ name: "get_order", arguments: '{"orderName": "10' }));
    expect(callsOf(await ask())[0]?.arguments).toBe('{"orderName": "10');
  });

  test("whole calls in single chunks, without an index or all with the same, stay apart", async () => {
    const chunk = (delta: object) => `data: ${JSON.stringify({ choices: [{ index: 0, delta }] })}\n\n`;
    const whole = (id: string, name: string, index?: number) =>
      chunk({ tool_calls: [{ ...(index === undefined ? {} : { index }), id, function: { name, arguments: "{}" } }] });
    const end = 'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\n';
    replies([{ do: "raw", text: whole("a", "list_orders") + whole("b", "get_order") + end }]);
    expect(callsOf(await ask()).map(({ name }) => name)).toEqual(["list_orders", "get_order"]);
    replies([{ do: "raw", text: whole("a", "list_orders", 0) + whole("b", "get_order", 0) + end }]);
    const events = await ask();
    expect(callsOf(events).map(({ id }) => id)).toEqual(["a", "b"]);
    expect(events.at(-1)).toEqual({ type: "end", reason: "tool_calls" });
  });

  test("chunks without choices, deltas without content and servers without usage do no harm", async () => {
    const chunks = [{}, { choices: [] }, { choices: [{}] }, { choices: [{ delta: { content: null } }] }];
    replies([
      { do: "raw", text: chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join("") },
      { do: "text", text: "Hello." },
      { do: "finish", reason: "stop" },
    ]);
    expect(await ask()).toEqual([
      { type: "text", text: "Hello." },
      { type: "end", reason: "stop" },
    ]);
  });

  test.each([
    ["length", "length"],
    ["content_filter", "refusal"],
  ] as const)("the reason %s is the end %s", async (reason, end) => {
    replies([
      { do: "text", text: "Well" },
      { do: "finish", reason },
    ]);
    expect((await ask()).at(-1)).toEqual({ type: "end", reason: end });
  });

  test("a refusal is one, and its words are not the agent's", async () => {
    replies([
      { do: "refuse", text: "I can't do that." },
      { do: "finish", reason: "stop" },
    ]);
    expect(await ask()).toEqual([{ type: "end", reason: "refusal" }]);
  });
});

describe("what goes out", () => {
  test("one system message, strict tools, a limit and a wish for usage", async () => {
    replies(say("Hello."));
    await ask();
    const { body } = server.requests[0] ?? {};
    expect(body).toMatchObject({
      model: "scripted",
      stream: true,
      max_completion_tokens: 500,
      stream_options: { include_usage: true },
      parallel_tool_calls: true,
    });
    expect(body?.messages.map(({ role }) => role)).toEqual(["system", "user"]);
    expect(body?.tools?.every((tool) => tool.function.strict === true)).toBe(true);
  });

  test("no tools at all rather than an empty list", async () => {
    replies(say("Hello."));
    await ask({ tools: [] });
    expect(server.requests[0]?.body).not.toHaveProperty("tools");
    expect(server.requests[0]?.body).not.toHaveProperty("parallel_tool_calls");
  });

  test("earlier calls with broken arguments as calls with none", async () => {
    replies(say("Hello."));
    const broken = { id: "call_1", name: "get_order", arguments: "{{" };
    await ask({
      messages: [
        { role: "user", text: "Hi" },
        { role: "assistant", text: "", toolCalls: [broken] },
        { role: "tool", toolCallId: "call_1", name: "get_order", content: "{}" },
      ],
    });
    const sent = server.requests[0]?.body.messages[2];
    expect(sent).toMatchObject({ content: null, tool_calls: [{ id: "call_1", function: { arguments: "{}" } }] });
  });

  test("a parameter that a server does not know is left out, then and from then on", async () => {
    const refused = (name: string): Reply => ({
      status: 400,
      body: { error: { message: `Unknown parameter: '${name}'.` } },
    });
    replies(refused("stream_options"), refused("max_completion_tokens"), say("Hello."));
    expect(textOf(await ask())).toBe("Hello.");
    await ask();
    expect(server.requests).toHaveLength(4);
    expect(server.requests[3]?.body).not.toHaveProperty("stream_options");
    expect(server.requests[3]?.body).toMatchObject({ max_tokens: 500 });
  });
});

describe("when things go wrong", () => {
  test("429 with Retry-After is waited for", async () => {
    replies({ status: 429, headers: { "retry-after-ms": "30" } }, say("Hello."));
    expect(textOf(await ask())).toBe("Hello.");
    expect(server.requests).toHaveLength(2);
  });

  test("429 with a Retry-After longer than a shopper waits is told at once", async () => {
    replies({ status: 429, headers: { "retry-after": "30" } });
    expect(failureOf(await ask())).toEqual({ kind: "rate_limited", retryAfterMs: 30_000, message: "429" });
    expect(server.requests).toHaveLength(1);
  });

  test("429 for an empty account is not tried again", async () => {
    replies({ status: 429, body: { error: { message: "quota", code: "insufficient_quota" } } });
    expect(failureOf(await ask())?.kind).toBe("unavailable");
    expect(server.requests).toHaveLength(1);
  });

  test("500 is tried again, three times in all", async () => {
    replies({ status: 500 });
    expect(failureOf(await ask())).toEqual({ kind: "unavailable", message: "500" });
    expect(server.requests).toHaveLength(3);
  });

  test.each([401, 400, 404])("%i is not tried again", async (status) => {
    replies({ status, body: { error: { message: "no", code: "nope" } } });
    expect(failureOf(await ask())).toEqual({ kind: "rejected", message: `${status} nope` });
    expect(server.requests).toHaveLength(1);
  });

  test("a stream that is cut before it said anything is tried again", async () => {
    replies([{ do: "cut" }], say("Hello."));
    expect(textOf(await ask())).toBe("Hello.");
  });

  test("a stream that is cut in mid-sentence is a failure after what it said", async () => {
    replies([{ do: "text", text: "Your order is" }, { do: "cut" }]);
    const events = await ask();
    expect(textOf(events)).toBe("Your order is");
    expect(failureOf(events)?.kind).toBe("cut");
    expect(server.requests).toHaveLength(1);
  });

  test("a stream that ends politely but too early is cut as well", async () => {
    replies([{ do: "text", text: "Your order is" }]);
    expect(failureOf(await ask())?.kind).toBe("cut");
  });

  test("a cut between pieces of a tool call gives no half call", async () => {
    const half = { index: 0, id: "a", function: { name: "get_order", arguments: '{"ord' } };
    const raw = `data: ${JSON.stringify({ choices: [{ index: 0, delta: { tool_calls: [half] } }] })}\n\n`;
    replies([{ do: "raw", text: raw }, { do: "cut" }], say("Hello."));
    const events = await ask();
    expect(callsOf(events)).toEqual([]);
    expect(textOf(events)).toBe("Hello.");
  });

  test("bytes that are no events are a cut stream, not a crash", async () => {
    replies([{ do: "raw", text: "data: {oops\n\n" }]);
    expect(failureOf(await ask())?.kind).toBe("cut");
  });

  test("an error inside the stream is a failure", async () => {
    replies([{ do: "raw", text: 'data: {"error":{"message":"overloaded","code":"overloaded"}}\n\n' }]);
    expect(failureOf(await ask())).toEqual({ kind: "unavailable", message: "stream overloaded" });
  });

  test("a server that goes silent is given up after the stall limit, and its connection closed", async () => {
    replies([{ do: "text", text: "Your" }, { do: "stall" }]);
    expect(failureOf(await ask({ stallMs: 60 }))?.kind).toBe("stalled");
    await server.requests[0]?.left;
  });

  test("a server that does not even answer is given up too", async () => {
    server.script = ({ left }) => left.then(() => []);
    expect(failureOf(await ask({ stallMs: 60 }))?.kind).toBe("stalled");
  });

  test("a server that trickles for ever is stopped at the deadline", async () => {
    replies([{ do: "text", text: "and so on ".repeat(500), tokenMs: 5 }]);
    expect(failureOf(await ask({ deadlineMs: 120 }))?.kind).toBe("stalled");
    await server.requests[0]?.left;
  });

  test("a turn that is cancelled hangs up", async () => {
    replies([{ do: "text", text: "One " }, { do: "stall" }]);
    const controller = new AbortController();
    const events: ModelEvent[] = [];
    for await (const event of model.stream(request({ signal: controller.signal }))) {
      events.push(event);
      controller.abort();
    }
    expect(failureOf(events)?.kind).toBe("cancelled");
    await server.requests[0]?.left;
  });

  test("a reader that leaves early hangs up", async () => {
    replies([{ do: "text", text: "One two three " }, { do: "stall" }]);
    for await (const event of model.stream(request())) if (event.type === "text") break;
    await server.requests[0]?.left;
    expect(server.left).toBe(1);
  });

  test("nobody listening is a failure", async () => {
    await server.close();
    expect(failureOf(await ask())).toEqual({ kind: "unavailable", message: "no connection" });
    server = await startScriptedOpenAi(wismo);
  });
});

describe("the breaker", () => {
  test("leaves a provider alone after failures in a row, and tries it again later", async () => {
    let now = 0;
    replies(
      { status: 401 },
      { status: 500 },
      { status: 500 },
      { status: 500 },
      { status: 500 },
      { status: 500 },
      { status: 500 },
      say("Back."),
    );
    const provider = model;
    model = withBreaker(provider, { failures: 2, restMs: 1_000, now: () => now });
    await ask();
    await ask();
    await ask();
    expect(server.requests).toHaveLength(7);
    expect(failureOf(await ask())?.message).toBe("left alone after failures");
    expect(server.requests).toHaveLength(7);
    now = 1_000;
    expect(textOf(await ask())).toBe("Back.");
    expect(textOf(await ask())).toBe("Back.");
  });
});

describe("a whole turn over HTTP", () => {
  test("verifies, reads and answers", async () => {
    const turn = testTurn([model]);
    expect(await runTurn(turn.input, testEnvironment())).toEqual({ kind: "answered" });
    expect(messageOf(turn)?.text).toBe(
      "Order #1001: Order #1001 is on its way with DHL. The carrier expects it on Tuesday, 24 November.",
    );
    expect(server.requests).toHaveLength(3);
  });

  test("begins every request with the same bytes, so that a provider can cache them", async () => {
    await runTurn(testTurn([model]).input, testEnvironment());
    await runTurn(
      testTurn([model], { shop: { name: "Other", agentName: "Bo", tone: "dry", timeZone: "UTC", locale: "de" } }).input,
      testEnvironment(),
    );
    const systems = server.requests.map(({ body }) => body.messages[0]?.content ?? "");
    const first = systems[0]?.split("\nThe shop is")[0] ?? "";
    expect(first.length).toBeGreaterThan(2_000);
    expect(systems.every((system) => system.startsWith(first))).toBe(true);
    expect(new Set(server.requests.map(({ body }) => JSON.stringify(body.tools))).size).toBe(1);
  });

  test("goes on with the next model when the provider is down", async () => {
    replies({ status: 500 });
    const next: Model = {
      id: "next",
      async *stream() {
        yield { type: "text", text: "Hello from the next." };
        yield { type: "end", reason: "stop" };
        await Promise.resolve();
      },
    };
    const turn = testTurn([model, next]);
    expect(await runTurn(turn.input, testEnvironment())).toEqual({ kind: "answered" });
    expect(messageOf(turn)?.text).toBe("Hello from the next.");
  });
});
