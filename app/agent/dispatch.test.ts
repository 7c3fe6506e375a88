import { describe, expect, test } from "vitest";
import { z } from "zod";
import { fakeContext } from "#tests/support/agent-turn.ts";
import { Dispatcher, type Dispatched, toolEvent } from "./dispatch.ts";
import { ARGUMENT_CHARACTERS } from "./limits.ts";
import type { ToolCall } from "./models/port.ts";
import { TOOL_SPECS, TOOLS } from "./tools/index.ts";
import type { Tool, ToolContext } from "./tools/tool.ts";

let calls = 0;
const asked = (name: string, args: unknown): ToolCall => ({
  id: `call_${calls++}`,
  name,
  arguments: typeof args === "string" ? args : JSON.stringify(args),
});

function dispatcher(
  context: ToolContext = fakeContext(),
  tools: ReadonlyMap<string, Tool> = TOOLS,
  bugs: unknown[] = [],
) {
  return new Dispatcher({
    tools,
    context,
    now: () => performance.now(),
    onBug: (_tool, error) => void bugs.push(error),
  });
}

const run = (one: Dispatcher, ...list: ToolCall[]): Promise<Dispatched[]> => one.prepare(list).run();

/** A tool that ends when told to. */
function slowTool(name: string, effect: Tool["effect"], log: string[], timeoutMs = 1_000): Tool {
  return {
    name,
    description: "",
    arguments: z.strictObject({ n: z.number().optional() }),
    effect,
    status: () => null,
    timeoutMs,
    async run() {
      log.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      log.push(`${name} ends`);
      return { kind: "ok", result: {}, evidence: [], card: null };
    },
  };
}

describe("arguments", () => {
  test.each<[string, unknown]>([
    ["an empty string", { orderName: "" }],
    ["null", { orderName: null }],
    ["nothing", {}],
    ["no text at all", ""],
  ])("%s for an optional one means that it is absent", async (_name, args) => {
    const context = fakeContext();
    await run(dispatcher(context), asked("get_order", args));
    expect(context.asked).toEqual(["getOrder newest"]);
  });

  test.each<[string, string, unknown]>([
    ["an unknown tool", "drop_tables", {}],
    ["broken JSON", "get_order", '{"orderName":'],
    ["a list instead of an object", "get_order", []],
    ["a number for a text", "get_order", { orderName: 7 }],
    ["an argument that does not exist", "get_order", { orderName: "1001", customerId: "gid://shopify/Customer/1" }],
    ["an order name as long as a novel", "get_order", { orderName: "1".repeat(500) }],
    ["a novel", "get_order", { orderName: "1".repeat(100_000) }],
    ["an unknown reason", "escalate", { reason: "because", brief: "x" }],
    ["an email address that is none", "identify_shopper", { orderName: "1001", email: "ana" }],
    ["half of what identifies", "identify_shopper", { orderName: "1001", email: "" }],
  ])("%s is told to the model in a few words, and nothing is run", async (_name, tool, args) => {
    const context = fakeContext();
    const [done] = await run(dispatcher(context), asked(tool, args));
    expect(done?.outcome.kind).toBe("invalid");
    expect(done?.content.length).toBeLessThan(600);
    expect([...context.asked, ...context.escalations]).toEqual([]);
  });

  test("never name who the shopper is (P1)", () => {
    const properties = TOOL_SPECS.flatMap(({ parameters }) => Object.keys(parameters["properties"] ?? {}));
    expect(properties).not.toContain("customerId");
    expect(properties).not.toContain("shop");
  });

  test("are closed and wholly required, as strict mode wants", () => {
    for (const { parameters } of TOOL_SPECS) {
      expect(parameters["additionalProperties"]).toBe(false);
      expect(parameters["required"]).toEqual(Object.keys(parameters["properties"] ?? {}));
    }
  });
});

describe("order of work", () => {
  test("reads run side by side, writes alone and in the order asked for", async () => {
    const log: string[] = [];
    const tools = new Map(
      [slowTool("a", "read", log), slowTool("b", "read", log), slowTool("w", "write", log)].map((tool) => [
        tool.name,
        tool,
      ]),
    );
    await run(dispatcher(fakeContext(), tools), asked("a", {}), asked("b", {}), asked("w", {}), asked("a", { n: 1 }));
    expect(log).toEqual(["a begins", "b begins", "a ends", "b ends", "w begins", "w ends", "a begins", "a ends"]);
  });

  test("an order that could not be read is read again once the shopper is verified", async () => {
    let verified = false;
    const context = fakeContext({
      identify() {
        verified = true;
        return Promise.resolve({ kind: "verified", orderName: "#1001" });
      },
      getOrder: (name) => (verified ? fakeContext().getOrder(name) : Promise.resolve({ kind: "needs_identity" })),
    });
    const read = () => asked("get_order", { orderName: "1001" });
    const done = await run(
      dispatcher(context),
      read(),
      asked("identify_shopper", { orderName: "1001", email: "ana@example.com" }),
      read(),
    );
    expect(done.map(({ outcome }) => outcome.kind)).toEqual(["needs_identity", "ok", "ok"]);
  });

  test("the same question is answered from memory, and noticed", async () => {
    const context = fakeContext();
    const one = dispatcher(context);
    for (let i = 0; i < 3; i++) await run(one, asked("get_order", { orderName: "1001" }));
    expect(context.asked).toHaveLength(1);
    expect(one.circling).toBe(true);
  });

  test("the same verification is not tried twice, so that a model cannot use up a shopper's tries", async () => {
    const context = fakeContext();
    const one = dispatcher(context);
    const guess = () => asked("identify_shopper", { orderName: "1001", email: "eve@example.com" });
    await run(one, guess(), guess());
    expect(context.asked).toHaveLength(1);
  });

  test("what failed for a passing reason is tried once more", async () => {
    let tries = 0;
    const context = fakeContext({
      listOrders: () => Promise.resolve((tries++, { kind: "unavailable", why: "throttled" } as const)),
    });
    const one = dispatcher(context);
    for (let i = 0; i < 3; i++) await run(one, asked("list_orders", {}));
    expect(tries).toBe(2);
  });
});

describe("bad luck", () => {
  test("a tool that takes too long is given up, and told to stop", async () => {
    let stopped = false;
    const never: Tool = {
      ...slowTool("never", "read", [], 20),
      run: (_args, context) => {
        context.signal.addEventListener("abort", () => (stopped = true));
        return new Promise(() => undefined);
      },
    };
    const [done] = await run(dispatcher(fakeContext(), new Map([["never", never]])), asked("never", {}));
    expect(done?.outcome.kind).toBe("unavailable");
    expect(stopped).toBe(true);
  });

  test("a tool that throws is unavailable, and only the log hears why", async () => {
    const bugs: unknown[] = [];
    const context = fakeContext({ listOrders: () => Promise.reject(new Error("password=hunter2")) });
    const [done] = await run(dispatcher(context, TOOLS, bugs), asked("list_orders", {}));
    expect(done?.content).not.toContain("hunter2");
    expect(bugs).toHaveLength(1);
  });

  test("a tool that throws before it promises anything is no different", async () => {
    const context = fakeContext({
      listOrders() {
        throw new Error("bug");
      },
    });
    const [done] = await run(dispatcher(context), asked("list_orders", {}));
    expect(done?.outcome.kind).toBe("unavailable");
  });

  test("what a read cost stands in the record of its call, once, and is not told to the model", async () => {
    const cost = { calls: 1, requested: 555, actual: 74 };
    const plain = fakeContext();
    const context = fakeContext({
      async listOrders() {
        const outcome = await plain.listOrders();
        return outcome.kind === "ok" ? { ...outcome, cost } : outcome;
      },
    });
    const done = await run(dispatcher(context), asked("list_orders", {}));
    const [first, again] = [...done, ...(await run(dispatcher(plain), asked("list_orders", {})))].map(toolEvent);
    expect(first).toMatchObject({ type: "tool", cost });
    expect(again).not.toHaveProperty("cost");
    expect(done[0]?.content).not.toContain("555");
  });

  test("what is remembered is not paid for again", async () => {
    const cost = { calls: 1, requested: 555, actual: 74 };
    const read: Tool = {
      ...slowTool("read", "read", []),
      run: () => Promise.resolve({ kind: "ok", result: {}, evidence: [], card: null, cost }),
    };
    const one = dispatcher(fakeContext(), new Map([["read", read]]));
    const done = [...(await run(one, asked("read", {}))), ...(await run(one, asked("read", {})))];
    expect(done.map(toolEvent).map((event) => event.type === "tool" && event.cost)).toEqual([cost, undefined]);
  });

  test("an outcome of any size stays small enough to tell, and is JSON", async () => {
    const big: Tool = {
      ...slowTool("big", "read", []),
      run: () => Promise.resolve({ kind: "ok", result: { text: "x".repeat(500_000) }, evidence: [], card: null }),
    };
    const [done] = await run(dispatcher(fakeContext(), new Map([["big", big]])), asked("big", {}));
    expect(done?.content.length).toBeLessThan(13_000);
    expect(JSON.parse(done?.content ?? "")).toMatchObject({ kind: "ok" });
  });

  test("the record of a call is bounded and fit for the database", async () => {
    const call = asked("get_order", `{"orderName":"\u0000${"1".repeat(100_000)}"}`);
    const [done] = await run(dispatcher(), call);
    const event = toolEvent(done as Dispatched);
    expect(JSON.stringify(event).length).toBeLessThan(ARGUMENT_CHARACTERS * 2);
    expect(JSON.stringify(event)).not.toContain("\\u0000");
  });
});

test("status lines show an order number, and nothing that only pretends to be one", () => {
  const { statuses } = dispatcher().prepare([
    asked("get_order", { orderName: "1001" }),
    asked("get_order", { orderName: "1001" }),
    asked("get_order", { orderName: "see https://evil.example" }),
  ]);
  expect(statuses).toEqual(["Looking up order #1001", "Looking up your order"]);
});
