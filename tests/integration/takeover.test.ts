import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { handBack, takeOver } from "#app/inbox/desk.server.ts";
import { reply } from "#app/inbox/reply.server.ts";
import { closeDatabase, openDatabase, sql } from "#app/platform/db.server.ts";
import { startLive, stopLive } from "#app/platform/live.server.ts";
import type { Staff } from "#app/staff/staff.ts";
import { startChat } from "../support/chat.ts";
import { postgresUrl } from "../support/databases.ts";
import { startScriptedOpenAi } from "../support/scripted-openai.ts";
import { say, type Script, type ScriptedRequest } from "../support/scripted-replies.ts";
import { startSystem } from "../support/system.ts";

const ROBIN: Staff = { id: "101", name: "Robin Marsh", role: "lead", limit: null };

/** The test's own process is the second one on the database: what it does reaches the app by the database alone. */
describe.skipIf(!postgresUrl())("A person who takes over in another process", () => {
  const opened: (() => Promise<void> | void)[] = [];
  afterEach(async () => {
    for (const close of opened.splice(0).reverse()) await close();
  });

  async function start(script: Script) {
    const model = await startScriptedOpenAi(script);
    opened.push(() => model.close());
    const env = { OPENAI_BASE_URL: model.baseURL, OPENAI_API_KEY: "sk-test", OPENAI_MODEL: "scripted" };
    const system = await startSystem({ database: "postgres", env });
    opened.push(() => system.close());
    await startLive(await openDatabase({ url: system.database.env["DATABASE_URL"], dataDir: "", poolSize: 2 }));
    opened.push(async () => {
      await stopLive();
      await closeDatabase();
    });
    const chat = await startChat(system.devstore.url);
    opened.push(() => chat.close());
    const key = await keyOf(chat.session.conversationId);
    return { chat, key, model };
  }

  async function keyOf(conversationId: string) {
    const [row] = await sql().query<{ shop: string }>("SELECT shop FROM conversation WHERE id = $1::uuid", [
      conversationId,
    ]);
    return { shop: row?.shop ?? "", conversationId };
  }

  it("stops the agent in mid-sentence: the model's call is ended and nothing of it is stored", async () => {
    let asked: (request: ScriptedRequest) => void = () => undefined;
    const inCall = new Promise<ScriptedRequest>((resolve) => (asked = resolve));
    const { chat, key } = await start((request) => {
      asked(request);
      return [{ do: "text", text: "Let me look into this for you. " }, { do: "stall" }];
    });
    await chat.opened;
    await chat.post("Hello, is anybody there?");
    const request = await inCall;
    await chat.waitFor("the first sentence", (event) => event.type === "delta");
    expect(await takeOver(key, ROBIN)).toMatchObject({ kind: "ok" });
    await request.left;
    const sent = await reply(key, ROBIN, { clientMessageId: randomUUID(), text: "Robin here. How can I help?" });
    expect(sent).toMatchObject({ kind: "sent" });
    await chat.waitFor("their message", (event) => event.type === "message" && event.author === "staff");
    expect(chat.events.filter(({ type, author }) => type === "message" && author === "agent")).toEqual([]);
    expect(chat.events.find(({ type }) => type === "takeover")).toMatchObject({ state: "taken", name: "Robin Marsh" });
  });

  it("is the only one to answer until the conversation is handed back, and then the agent answers what is open", async () => {
    const { chat, key, model } = await start(() => say("I can help with your order. What is its number?"));
    await chat.opened;
    await takeOver(key, ROBIN);
    expect((await chat.post("Are you a person?")).status).toBe(202);
    await reply(key, ROBIN, { clientMessageId: randomUUID(), text: "Yes, I am." });
    await chat.waitFor("their message", (event) => event.type === "message" && event.author === "staff");
    await chat.post("And can the assistant look up an order?");
    expect(model.requests).toHaveLength(0);
    await handBack(key, ROBIN);
    const answer = await chat.waitFor("the agent", (event) => event.type === "message" && event.author === "agent");
    expect(answer).toMatchObject({ text: "I can help with your order. What is its number?" });
    expect(JSON.stringify(model.requests[0]?.body.messages)).toContain("Yes, I am.");
    expect(chat.events.filter(({ type, author }) => type === "message" && author === "agent")).toHaveLength(1);
  });
});
