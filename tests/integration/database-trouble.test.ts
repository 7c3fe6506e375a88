import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import type { PublicEvent } from "../../app/conversations/events.ts";
import { BROWSER_USER_AGENT } from "../support/browser.ts";
import { chatOver, startChat } from "../support/chat.ts";
import { startDatabaseLine } from "../support/database-line.ts";
import { makeDatabase, postgresUrl } from "../support/databases.ts";
import { expectPlainError, expectPlainWords } from "../support/plain-words.ts";
import { startScriptedOpenAi } from "../support/scripted-openai.ts";
import { say } from "../support/scripted-replies.ts";
import { startSystem, type System } from "../support/system.ts";
import { until } from "../support/until.ts";

const isAnswer = (event: { type: string; author: string }) => event.type === "message" && event.author === "agent";
const isQuestion = (event: { type: string; author: string }) => event.type === "message" && event.author === "shopper";
/** One message, however often it has to be posted. */
const SAME = randomUUID();
const ANSWER = "Thanks for waiting. How can I help you today?";

describe.runIf(postgresUrl() !== null)("When the database", () => {
  const opened: { close(): Promise<void> | void }[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0).reverse()) await one.close();
  });
  const keep = <One extends { close(): Promise<void> | void }>(one: One): One => {
    opened.push(one);
    return one;
  };

  /** A model that answers when it is let. */
  async function waitingModel() {
    const waiting: (() => void)[] = [];
    let asked: () => void = () => undefined;
    const reached = new Promise<void>((resolve) => (asked = resolve));
    let free = false;
    const model = keep(
      await startScriptedOpenAi(async () => {
        asked();
        if (!free) await new Promise<void>((resolve) => waiting.push(resolve));
        return say(ANSWER);
      }),
    );
    const env = { OPENAI_BASE_URL: model.baseURL, OPENAI_MODEL: "scripted" };
    const release = () => {
      free = true;
      for (const one of waiting.splice(0)) one();
    };
    return { env, reached, release };
  }

  /** Ends the app's connections as an administrator or a failover does. */
  async function terminate(system: System, application = "wherewithal%"): Promise<number> {
    const url = new URL(system.database.env["DATABASE_URL"] ?? "");
    const admin = new pg.Client({ connectionString: postgresUrl() ?? "" });
    await admin.connect();
    const { rowCount } = await admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name LIKE $2",
      [url.pathname.slice(1), application],
    );
    await admin.end();
    return rowCount ?? 0;
  }

  it("ends every connection in mid-turn, the turn is answered once and the shopper reads none of it", async () => {
    const { env, reached, release } = await waitingModel();
    const system = keep(await startSystem({ database: "postgres", env }));
    const chat = keep(await startChat(system.devstore.url));
    expect((await chat.post("Hello")).status).toBe(202);
    await reached;
    expect(await terminate(system)).toBeGreaterThan(0);
    release();
    // The stream may have ended with its connection; the conversation has not.
    const again = keep(chatOver(chat.session));
    expect(await again.waitFor("answer", isAnswer)).toMatchObject({ text: ANSWER });
    expect(again.events.filter(isAnswer)).toHaveLength(1);
    expect((await again.ask("Hello again")).text).toBe(ANSWER);
    expectPlainWords(again.events);
  });

  it("ends every connection while a lead looks on, their page hears of all that was written since", async () => {
    const system = keep(await startSystem({ database: "postgres" }));
    const chat = keep(await startChat(system.devstore.url));
    await chat.request("/api/chat/human", { method: "POST", body: "{}" });
    const headers = { Authorization: `Bearer ${await system.devstore.sessionToken({ userId: 548380009 })}` };
    const leaving = new AbortController();
    keep({ close: () => leaving.abort() });
    let heard = "";
    /** As the page does: whenever the stream ends, from the beginning for simplicity's sake. */
    const following = (async () => {
      while (!leaving.signal.aborted) {
        const path = `/app/conversations/${chat.session.conversationId}/stream?tab=${randomUUID()}&after=0`;
        const agent = { ...headers, "User-Agent": BROWSER_USER_AGENT };
        const response = await fetch(`${system.app.url}${path}`, { headers: agent, signal: leaving.signal });
        const body = response.body?.pipeThrough(new TextDecoderStream()) ?? [];
        for await (const chunk of body) heard += chunk;
      }
    })().catch(() => undefined);
    await until("the lead is told of the conversation", () => heard !== "");
    expect(await terminate(system)).toBeGreaterThan(0);
    await until("the message is accepted", async () => (await chat.post("Is anybody there?", SAME)).status === 202);
    await until("the lead reads it", () => heard.includes("Is anybody there?"));
    leaving.abort();
    await following;
  });

  it("ends connections again and again, messages are accepted once or refused in plain words, and all are answered", async () => {
    const system = keep(await startSystem({ database: "postgres", env: { CHAT_MESSAGES_PER_MINUTE: "600" } }));
    const chat = keep(await startChat(system.devstore.url));
    const texts = Array.from({ length: 12 }, (_, index) => `Hello number ${index}`);
    const refusals: { status: number; code: string }[] = [];
    let over = false;
    const storm = (async () => {
      while (!over) await terminate(system, "wherewithal");
    })();
    await Promise.all(
      texts.map(async (text) => {
        const id = randomUUID();
        await until(`“${text}” is accepted`, async () => {
          const response = await chat.post(text, id);
          if (response.status === 202) return true;
          refusals.push(await expectPlainError(response));
          if (refusals.length > 20) over = true;
          return false;
        });
      }),
    );
    over = true;
    await storm;
    for (const refusal of refusals) expect(refusal).toEqual({ status: 500, code: "internal" });

    const log = await until("every message is answered", async () => {
      const response = await chat.request("/api/chat/events?after=0", { headers: { Accept: "application/json" } });
      const { events = [] } = (await response.json()) as { events?: PublicEvent[] };
      return events.findLastIndex(isAnswer) > events.findLastIndex(isQuestion) && events.filter(isQuestion).length > 0
        ? events
        : null;
    });
    const asked = log.filter(isQuestion).flatMap((event) => (event.type === "message" ? [event.text] : []));
    expect(asked.sort()).toEqual(texts.sort());
    expectPlainWords(log);
  });

  it("is away for a while, it is asked with patience, and the turn that was under way is answered afterwards", async () => {
    const database = await makeDatabase("postgres");
    const line = await startDatabaseLine(database.env["DATABASE_URL"] ?? "");
    keep({ close: () => database.drop() });
    keep(line);
    const { env, reached, release } = await waitingModel();
    const system = keep(await startSystem({ env: { ...env, DATABASE_URL: line.url } }));
    const chat = keep(await startChat(system.devstore.url));
    expect((await chat.post("Hello")).status).toBe(202);
    await reached;
    line.cut();
    release();
    const id = randomUUID();
    expect(await expectPlainError(await chat.post("Are you there?", id))).toEqual({ status: 500, code: "internal" });
    const tries = () => {
      const lines = system.app.lines.filter((one) => one.includes('"could not listen yet"'));
      return lines.map((one) => (JSON.parse(one) as { time: number }).time);
    };
    await until("it has tried to listen six times", () => tries().length >= 6);
    const waits = tries().flatMap((at, index, all) => (index === 0 ? [] : [at - (all[index - 1] ?? 0)]));
    for (const wait of waits) expect(wait).toBeGreaterThanOrEqual(450);

    line.mend();
    await until("the message is accepted", async () => (await chat.post("Are you there?", id)).status === 202);
    const again = keep(chatOver(chat.session));
    const second = await again.waitFor("second message", (event) => isQuestion(event) && event.seq > 1);
    await again.waitFor("answer after it", (event) => isAnswer(event) && event.seq > second.seq);
    expect(again.events.filter(isQuestion)).toHaveLength(2);
    expectPlainWords(again.events);
  });

  it("says nothing any more, who writes hears so instead of waiting for ever", async () => {
    const database = await makeDatabase("postgres");
    const line = await startDatabaseLine(database.env["DATABASE_URL"] ?? "");
    keep({ close: () => database.drop() });
    keep(line);
    const system = keep(await startSystem({ env: { DATABASE_URL: line.url } }));
    const chat = keep(await startChat(system.devstore.url));
    await chat.ask("Hello");
    line.silence();
    const id = randomUUID();
    const askedAt = performance.now();
    expect(await expectPlainError(await chat.post("Hello again", id))).toEqual({ status: 500, code: "internal" });
    expect(performance.now() - askedAt).toBeLessThan(20_000);
    line.mend();
    await until("the message is accepted", async () => (await chat.post("Hello again", id)).status === 202);
  });

  it("cuts the connection that hears of other processes, open streams catch up with what they missed", async () => {
    const system = keep(await startSystem({ database: "postgres", env: { CHAT_MESSAGES_PER_MINUTE: "600" } }));
    const second = await system.startAnother();
    const writer = keep(await startChat(system.devstore.url));
    await writer.ask("Hello");
    const reader = keep(chatOver({ ...writer.session, apiBase: second.url }));
    await reader.waitFor("answer", isAnswer);
    for (let round = 0; round < 3; round++) {
      const heardBefore = second.lines.filter((one) => one.includes("the listening connection broke")).length;
      expect(await terminate(system, "wherewithal-listen")).toBeGreaterThanOrEqual(1);
      await until(
        "the second process has lost its ear",
        () => second.lines.filter((one) => one.includes("the listening connection broke")).length > heardBefore,
      );
      await writer.ask(`Hello again, ${round}`);
      const newest = Math.max(...writer.events.map(({ seq }) => seq));
      await reader.waitFor("what was missed", (event) => event.type !== "delta" && event.seq >= newest);
    }
    const stored = (events: typeof reader.events) => events.filter((event) => event.type !== "delta");
    expect(stored(reader.events)).toEqual(stored(writer.events));
  });
});
