import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { PublicEvent } from "../../app/conversations/events.ts";
import { type Chat, chatOver, startChat } from "../support/chat.ts";
import { expectPlainWords } from "../support/plain-words.ts";
import { type ScriptedOpenAi, startScriptedOpenAi } from "../support/scripted-openai.ts";
import { call, say, type Script, type ScriptedRequest } from "../support/scripted-replies.ts";
import { startSystem, type System } from "../support/system.ts";
import { until } from "../support/until.ts";

/**
 * Faults that were seen in a widely used chat agent for shops, and the tests that show each of them absent here.
 * Those without a file stand below.
 *
 * | fault                                                       | shown absent by                                                                          |
 * | ----------------------------------------------------------- | ---------------------------------------------------------------------------------------- |
 * | HTML in a model's text runs in the page                      | "carries HTML…"; e2e/widget-alone "is shown as text, whole or streamed, and runs nothing" |
 * | another conversation is readable by guessing its id          | identity "keeps one conversation's events from the token of another"; "by guessing…"      |
 * | … or writable                                                | "by guessing…"; chat-contract "refuses what carries no token, a tampered one…"           |
 * | a caller-chosen Origin decides whom the server talks to      | "whatever Origin…"; identity "lets the browser's Origin decide nothing"                   |
 * | a message of 20 MB is accepted and resent                    | chat-contract "does not read a 20 MB message to its end", "refuses more than 4,000…"     |
 * | a loop without a cap                                         | turns "has a cap on model calls however often the model asks for tools"                  |
 * | … that goes on after the shopper left                        | "stops by itself…"                                                                       |
 * | a failed tool call leaves the conversation unusable          | "keeps every transcript whole…"; turns "leaves a conversation usable after failed…"      |
 * | two messages at once break the next turn                     | "keeps every transcript whole…"; chat-contract "answers every one of two messages…"      |
 * | the same POST twice is two messages                          | "takes a message once…"; chat-contract "takes the same message once, however often…"     |
 * | a stalled model never times out                              | "waits for no model for ever…"; models/openai.test                                        |
 * | a stalled tool never times out                               | "waits for no shop for ever…"; bad-luck "is slower than any deadline…"                   |
 * | raw database errors reach the shopper                        | database-trouble, every test of it                                                       |
 * | a stream that ends early shows nothing                       | turns "shows what was said when a stream ends early, and says that it did"               |
 * | the request to the model grows without end                   | turns "sends the model a bounded request at turn 100"; "…with tool results in it"         |
 */
const QUESTION = "Where is my order 1001? My email is ana@example.com";
const isAnswer = (event: { type: string; author: string }) => event.type === "message" && event.author === "agent";
const GET_1001 = { name: "get_order", arguments: '{"orderName":"#1001"}' };
const IDENTIFY = { name: "identify_shopper", arguments: '{"orderName":"1001","email":"ana@example.com"}' };

describe("This agent, unlike others,", () => {
  let system: System;
  let model: ScriptedOpenAi;
  const chats: Chat[] = [];
  beforeAll(async () => {
    model = await startScriptedOpenAi(() => ({ status: 500 }));
    const env = { OPENAI_BASE_URL: model.baseURL, OPENAI_MODEL: "scripted", CHAT_MESSAGES_PER_MINUTE: "600" };
    system = await startSystem({ env });
  });
  afterEach(() => system.devstore.faults.clear());
  afterAll(async () => {
    for (const chat of chats) chat.close();
    await system.close();
    await model.close();
  });

  async function open(): Promise<Chat> {
    const chat = await startChat(system.devstore.url);
    chats.push(chat);
    return chat;
  }
  /** A new conversation, and a model that begins this script with its first request. */
  async function start(script: Script): Promise<Chat> {
    model.requests.length = 0;
    model.script = script;
    return open();
  }

  it("carries HTML in a model's text as text in JSON, and serves it as nothing else", async () => {
    const html = "Hello <img src=x onerror=alert(1)><script>alert(2)</script> [here](javascript:alert(3)) friend.";
    const chat = await start(() => say(html));
    await chat.ask("Hello");
    for (const accept of ["application/json", "text/html", "*/*"]) {
      const response = await chat.request("/api/chat/events?after=0", { headers: { Accept: accept } });
      expect(response.headers.get("Content-Type")).toMatch(/^application\/json/);
      await response.body?.cancel();
    }
  });

  it("lets nobody read or write a conversation by guessing its id", async () => {
    const chat = await start(() => say("How can I help?"));
    await chat.ask("My secret is safe");
    const thief = await open();
    const { conversationId } = chat.session;
    const [head = "", , signature = ""] = thief.session.token.split(".");
    const forgedBody = Buffer.from(
      JSON.stringify({
        dest: "x",
        sub: conversationId,
        cus: null,
        iat: 1,
        exp: 9_999_999_999,
        aud: "wherewithal:chat",
      }),
    ).toString("base64url");
    const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${forgedBody}.`;
    for (const token of [`${head}.${forgedBody}.${signature}`, unsigned, conversationId]) {
      const response = await fetch(`${chat.session.apiBase}/api/chat/messages`, {
        method: "POST",
        headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
        body: JSON.stringify({ clientMessageId: randomUUID(), text: "I am in" }),
      });
      expect(response.status).toBe(401);
    }
    const smuggled = await thief.request(`/api/chat/messages?conversationId=${conversationId}`, {
      method: "POST",
      headers: { "X-Conversation-Id": conversationId },
      body: JSON.stringify({
        clientMessageId: randomUUID(),
        text: "I am in",
        conversationId,
        conversation_id: conversationId,
      }),
    });
    expect(smuggled.status).toBe(202);
    const log = await readLog(chat);
    expect(JSON.stringify(log)).not.toContain("I am in");
    expect(JSON.stringify(await readLog(thief))).not.toContain("secret");
  });

  it("talks to the shop of the token whatever Origin, Referer, Host or shop a caller writes", async () => {
    const chat = await start(({ index }) => (index % 2 === 0 ? call(IDENTIFY) : call(GET_1001)));
    const before = system.devstore.calls.last;
    const evil = "evil.example";
    const response = await chat.request(`/api/chat/messages?shop=${evil}`, {
      method: "POST",
      headers: {
        Origin: `https://${evil}`,
        Referer: `https://${evil}/`,
        "X-Forwarded-Host": evil,
        "X-Shopify-Shop-Domain": evil,
      },
      body: JSON.stringify({ clientMessageId: randomUUID(), text: QUESTION, shop: evil, apiBase: `https://${evil}` }),
    });
    expect(response.status).toBe(202);
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    await chat.waitFor("answer", isAnswer);
    expect(system.devstore.calls.list({ after: before }).some(({ status }) => status === 200)).toBe(true);
    expect(system.app.lines.join("\n")).not.toContain(evil);
  });

  it("stops by itself when the shopper has left, and asks the model no more", async () => {
    let looping = true;
    const chat = await start(({ index }) =>
      looping
        ? call({ name: "get_order", arguments: JSON.stringify({ orderName: `#${5000 + index}` }) })
        : say("Hi there."),
    );
    expect((await chat.post(QUESTION)).status).toBe(202);
    chat.close();
    const again = chatOver(chat.session);
    chats.push(again);
    await again.waitFor("the end of the turn", isAnswer);
    const asked = model.requests.length;
    expect(asked).toBeLessThanOrEqual(8);
    // A whole other conversation later nothing was asked but for that one.
    looping = false;
    const other = await open();
    await other.ask("Hello");
    expect(model.requests.length).toBe(asked + 1);
  });

  it("keeps every transcript whole through failed tools, broken calls and messages sent at once", async () => {
    const replies = [
      call(GET_1001, { name: "drop_database", arguments: "{}" }, { name: "get_order", arguments: '{"orderName":' }),
      say("Could you send me the email address, please?"),
      call(IDENTIFY),
      call(GET_1001, { name: "list_orders", arguments: "" }),
    ];
    const chat = await start(({ index }) => replies[index] ?? say("All right, noted."));
    await chat.ask("Where is order 1001?");
    system.devstore.faults.set({ status5xx: { rate: 1 }, operationName: "OrdersForList" });
    await chat.ask("ana@example.com");
    system.devstore.faults.clear();
    const posts = await Promise.all(["One", "Two", "Three"].map((text) => chat.post(text)));
    const seqs = await Promise.all(posts.map(async (one) => ((await one.json()) as { event: PublicEvent }).event.seq));
    await chat.waitFor("answer to all", (event) => isAnswer(event) && event.seq > Math.max(...seqs));
    expect((await chat.ask("And now?")).text).toBe("All right, noted.");
    for (const request of model.requests) expectWholeTranscript(request);
    expectPlainWords(chat.events);
  });

  it("takes a message once though it is posted again and again, before and after its answer", async () => {
    const chat = await start(() => say("Hello! How can I help?"));
    const id = randomUUID();
    const bodies: unknown[] = [];
    const post = async () => bodies.push(await (await chat.post("A rare greeting", id)).json());
    await Promise.all([post(), post(), post()]);
    await chat.waitFor("answer", isAnswer);
    await post();
    // The same id with other words is the same message: the first words stand.
    bodies.push(await (await chat.post("Something else", id)).json());
    for (const body of bodies) expect(body).toEqual(bodies[0]);
    await chat.ask("Goodbye");
    const mine = model.requests.filter(({ body }) => JSON.stringify(body.messages).includes("A rare greeting"));
    expect(mine).toHaveLength(2);
    expect((await readLog(chat)).filter(({ type }) => type === "message")).toHaveLength(4);
  });

  it("waits for no model for ever: one that says nothing is left for the next, one that stops has said what it said", async () => {
    const chat = await start(({ body }) =>
      body.messages.at(-1)?.content?.includes("1001")
        ? [{ do: "stall" }]
        : [{ do: "text", text: "I am happy to help you with that. Let me just" }, { do: "stall" }],
    );
    const other = await open();
    const askedAt = performance.now();
    const [silent, stopped] = await Promise.all([chat.ask(QUESTION), other.ask("Hello")]);
    expect(performance.now() - askedAt).toBeLessThan(30_000);
    expect(silent.text).toContain("#1001");
    expect(stopped.text).toMatch(/^I am happy to help you with that\./);
    await other.waitFor("a person", ({ type }) => type === "escalation");
    await Promise.all(model.requests.map(({ left }) => left));
    expectPlainWords([...chat.events, ...other.events]);
  });

  it("waits for no shop for ever: its silence is told as a tool's outcome, and the model goes on", async () => {
    const replies = [call(IDENTIFY), say("I can't reach the order system right now.")];
    const chat = await start(({ index }) => replies[index] ?? say("Noted."));
    system.devstore.faults.set({ latencyMs: 120_000 });
    const askedAt = performance.now();
    expect((await chat.ask(QUESTION)).text).toContain("I can't reach the order system right now.");
    expect(performance.now() - askedAt).toBeLessThan(20_000);
    expect(model.requests[1]?.body.messages.at(-1)?.content).toContain("unavailable");
    for (const request of model.requests) expectWholeTranscript(request);
  });

  it("sends a model no more at turn 30 than at turn 15, with tool results in it", async () => {
    let step = 0;
    const chat = await start((request) => {
      const calledNow = request.body.messages.at(-1)?.role === "tool";
      if (calledNow) return say("Your order is on its way. Is there anything else?");
      return step++ === 0 ? call(IDENTIFY) : call(GET_1001);
    });
    const sizes: number[] = [];
    for (let turn = 0; turn < 30; turn++) {
      await chat.ask(`${QUESTION} Asked for the ${turn}th time, because I really want to know.`);
      sizes.push(model.requests.at(-1)?.bytes ?? 0);
    }
    expect(Math.max(...sizes)).toBeLessThan(64 * 1024);
    expect(sizes.at(-1)).toBeLessThan(1.3 * (sizes[15] ?? 0));
    for (const request of model.requests.slice(-10)) expectWholeTranscript(request);
  });

  async function readLog(chat: Chat): Promise<PublicEvent[]> {
    const polled = () => chat.request("/api/chat/events?after=0", { headers: { Accept: "application/json" } });
    return until("the log is read", async () => ((await (await polled()).json()) as { events: PublicEvent[] }).events);
  }
});

/** What providers insist on: every call is answered, at once, and nothing is answered that was not asked. */
function expectWholeTranscript({ index, body }: ScriptedRequest): void {
  const open = new Set<string>();
  for (const message of body.messages) {
    if (message.role === "tool") {
      const { tool_call_id: id } = message as { tool_call_id?: string };
      expect(open.delete(id ?? ""), `request ${index} answers a call that is not open`).toBe(true);
      continue;
    }
    expect([...open], `request ${index} leaves calls unanswered`).toEqual([]);
    for (const { id, function: asked } of message.tool_calls ?? []) {
      expect(() => JSON.parse(asked.arguments) as unknown).not.toThrow();
      open.add(id);
    }
  }
  expect([...open]).toEqual([]);
  expect(body.messages[0]?.role).toBe("system");
  expect(body.messages.filter(({ role }) => role === "system")).toHaveLength(1);
}
