import { afterEach, describe, expect, it } from "vitest";
import { chatOver, startChat } from "../support/chat.ts";
import { databaseKinds, postgresUrl } from "../support/databases.ts";
import { type ScriptedOpenAi, startScriptedOpenAi } from "../support/scripted-openai.ts";
import { wismo } from "../support/scripted-openai-wismo.ts";
import { call, say, type Script } from "../support/scripted-replies.ts";
import { startSystem, type System, type SystemOptions } from "../support/system.ts";

const QUESTION = "Where is my order 1001? My email is ana@example.com";
const isAnswer = (event: { type: string; author: string }) => event.type === "message" && event.author === "agent";

describe("A turn", () => {
  const opened: { close(): Promise<void> | void }[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0).reverse()) await one.close();
  });

  async function start(
    script: Script,
    options: SystemOptions = {},
  ): Promise<{ system: System; model: ScriptedOpenAi }> {
    const model = await startScriptedOpenAi(script);
    opened.push(model);
    const env = { OPENAI_BASE_URL: model.baseURL, OPENAI_API_KEY: "sk-test", OPENAI_MODEL: "scripted", ...options.env };
    const system = await startSystem({ ...options, env });
    opened.push(system);
    return { system, model };
  }
  async function open(system: System, apiBase?: string) {
    const chat = await startChat(system.devstore.url, apiBase ? { apiBase } : {});
    opened.push(chat);
    return chat;
  }

  it("runs the tool-calling loop with a provider: identify, read, answer, with a card and evidence", async () => {
    const { system, model } = await start(wismo);
    const chat = await open(system);
    const answer = await chat.ask(QUESTION);
    expect(answer.text).toContain("#1001");
    expect(answer.evidence?.length).toBeGreaterThan(0);
    expect(chat.events.some((event) => event.type === "card")).toBe(true);
    expect(model.requests.length).toBeGreaterThanOrEqual(2);
  });

  it.each(databaseKinds())("that dies with its process is answered by the next one (P5, %s)", async (database) => {
    // The first process hangs in its model call when it is killed; the next one's model answers.
    let reached: (() => void) | undefined;
    const inModelCall = new Promise<void>((resolve) => (reached = resolve));
    let killed = false;
    const { system } = await start(
      (request) => {
        if (killed) return wismo(request);
        reached?.();
        return [{ do: "stall" }];
      },
      { database },
    );
    const chat = await open(system);
    expect((await chat.post(QUESTION)).status).toBe(202);
    await inModelCall;
    await system.app.stop("SIGKILL");
    killed = true;

    const next = await system.startAnother();
    const again = chatOver({ ...chat.session, apiBase: next.url });
    opened.push(again);
    const answer = await again.waitFor("answer by the next process", isAnswer);
    expect(answer).toMatchObject({ type: "message" });
    expect(again.events.filter(isAnswer)).toHaveLength(1);
    expect(again.events.filter((event) => event.type === "message" && event.author === "shopper")).toHaveLength(1);
  });

  it("finishes, or is handed over, when its process is asked to stop", async () => {
    const { system } = await start(() => [
      { do: "text", text: "Let me see what I can find out for you today.", tokenMs: 60 },
      { do: "finish", reason: "stop" },
    ]);
    const chat = await open(system);
    await chat.post("Hello there");
    await chat.waitFor("status or delta", () => chat.events.length > 0);
    await system.app.stop("SIGTERM");
    const next = await system.startAnother();
    const again = chatOver({ ...chat.session, apiBase: next.url });
    opened.push(again);
    await again.waitFor("answer", isAnswer);
    expect(again.events.filter(isAnswer)).toHaveLength(1);
  });

  it("goes on to its end when the shopper leaves, and is there when they come back", async () => {
    let release: (() => void) | undefined;
    const left = new Promise<void>((resolve) => (release = resolve));
    const { system } = await start(async () => {
      await left;
      return say("Thanks for waiting. How can I help?");
    });
    const chat = await open(system);
    await chat.post("Hello");
    chat.close();
    release?.();
    const again = chatOver(chat.session);
    opened.push(again);
    expect(await again.waitFor("answer", isAnswer)).toMatchObject({ text: "Thanks for waiting. How can I help?" });
  });

  it("is answered by the embedded model when the provider is down, refuses the key, or stalls", async () => {
    for (const script of [() => ({ status: 500 }), () => ({ status: 401 })] satisfies Script[]) {
      const { system } = await start(script);
      const chat = await open(system);
      const answer = await chat.ask(QUESTION);
      expect(answer.text).toContain("#1001");
    }
  });

  it("has a cap on model calls however often the model asks for tools", async () => {
    const { system, model } = await start(({ index }) =>
      call({ name: "get_order", arguments: JSON.stringify({ orderName: `#${4000 + index}` }) }),
    );
    const chat = await open(system);
    await chat.ask("Where is my order?");
    expect(model.requests.length).toBeLessThanOrEqual(8);
  });

  it("leaves a conversation usable after failed tool calls, malformed arguments and unknown tools", async () => {
    const { system } = await start(({ index }) => {
      if (index === 0) return call({ name: "get_order", arguments: '{"orderName": ' });
      if (index === 1) return call({ name: "drop_database", arguments: "{}" });
      return say("I can help with your order. What is its number?");
    });
    const chat = await open(system);
    await chat.ask("Hello");
    const second = await chat.ask("Hello again");
    expect(second.text).not.toBe("");
  });

  it("shows what was said when a stream ends early, and says that it did", async () => {
    const { system } = await start(() => [
      { do: "text", text: "I am happy to help you with that. Please tell me your order" },
      { do: "cut" },
    ]);
    const chat = await open(system);
    const answer = await chat.ask("Hello");
    expect(answer.text).toContain("I am happy to help you with that.");
  });

  it("sends the model a bounded request at turn 100", async () => {
    const { system, model } = await start(
      () => say("All right, I have noted that. Is there anything else I can do for you?"),
      {
        env: { CHAT_MESSAGES_PER_MINUTE: "1000" },
      },
    );
    const chat = await open(system);
    const sizes: number[] = [];
    for (let turn = 0; turn < 100; turn++) {
      await chat.ask(`Message ${turn}: ${"a fairly long remark about a parcel and its journey. ".repeat(8)}`);
      sizes.push(model.requests.at(-1)?.bytes ?? 0);
    }
    expect(sizes.at(-1)).toBeLessThan(64 * 1024);
    expect(sizes.at(-1)).toBeLessThan(1.5 * (sizes[50] ?? 0));
  });

  it.runIf(postgresUrl() !== null)("is followed on another process as it happens (LISTEN/NOTIFY)", async () => {
    const text = "I am looking into that for you. It may take a moment. Thank you for waiting so patiently.";
    const { system } = await start(
      () => [
        { do: "text", text, tokenMs: 25 },
        { do: "finish", reason: "stop" },
      ],
      { database: "postgres" },
    );
    const second = await system.startAnother();
    const writer = await open(system);
    const reader = chatOver({ ...writer.session, apiBase: second.url });
    opened.push(reader);
    await Promise.all([writer.opened, reader.opened]);
    const answer = await writer.ask("Hello");
    const seen = await reader.waitFor("the same answer", isAnswer);
    expect(seen).toEqual(answer);
    expect(reader.events.some((event) => event.type === "delta")).toBe(true);
    const stored = (events: typeof reader.events) => events.filter((event) => event.type !== "delta");
    expect(stored(reader.events)).toEqual(stored(writer.events));
  });

  it.runIf(postgresUrl() !== null)(
    "is one turn even when two processes take messages of one conversation at once",
    async () => {
      const { system } = await start(() => say("Hello, how can I help?"), { database: "postgres" });
      const second = await system.startAnother();
      const chat = await open(system);
      const other = chatOver({ ...chat.session, apiBase: second.url });
      opened.push(other);
      const posts = await Promise.all(
        Array.from({ length: 8 }, (_, i) => (i % 2 === 0 ? chat : other).post(`Hello number ${i}`)),
      );
      const seqs = await Promise.all(
        posts.map(async (post) => ((await post.json()) as { event: { seq: number } }).event.seq),
      );
      expect(new Set(seqs).size).toBe(8);
      const newest = Math.max(...seqs);
      await chat.waitFor("answer to the last", (event) => isAnswer(event) && event.seq > newest);
      const answers = chat.events.filter(isAnswer);
      expect(answers.length).toBeLessThanOrEqual(8);
      expect(new Set(answers.map((event) => event.seq)).size).toBe(answers.length);
    },
  );
});
