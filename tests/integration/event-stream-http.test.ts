import { readFileSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PublicEvent } from "../../app/conversations/events.ts";
import { type Chat, openSession, startChat } from "../support/chat.ts";
import { databaseKinds } from "../support/databases.ts";
import { blocksOf } from "../support/event-source.ts";
import { setTestEnvironment } from "../support/open-database.ts";
import { startSystem, type System } from "../support/system.ts";

const SSE = { Accept: "text/event-stream" };

describe.each(databaseKinds())("The event stream over HTTP on %s", (database) => {
  let system: System;
  const chats: Chat[] = [];
  beforeAll(async () => {
    system = await startSystem({ database, env: { CHAT_MESSAGES_PER_MINUTE: "2000" } });
  });
  afterAll(async () => {
    for (const chat of chats) chat.close();
    await system.close();
  });
  async function open(): Promise<Chat> {
    const chat = await startChat(system.devstore.url);
    chats.push(chat);
    return chat;
  }
  async function stream(chat: Chat, path = "/api/chat/events?after=0", headers: Record<string, string> = {}) {
    const response = await chat.request(path, { headers: { ...SSE, ...headers } });
    if (!response.body) throw new Error("The stream has no body.");
    return { response, blocks: blocksOf(response.body) };
  }
  async function readLog(chat: Chat): Promise<PublicEvent[]> {
    const polled = await chat.request("/api/chat/events?after=0", { headers: { Accept: "application/json" } });
    return ((await polled.json()) as { events: PublicEvent[] }).events;
  }

  it("says that it is there before anything has happened, in a way that nothing in between holds up", async () => {
    const chat = await open();
    const { response, blocks } = await stream(chat);
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toMatch(/^text\/event-stream/);
    expect(response.headers.get("Cache-Control")).toMatch(/no-cache.*no-transform/);
    expect(response.headers.get("X-Accel-Buffering")).toBe("no");
    expect(response.headers.get("Content-Encoding")).toBeNull();
    expect(await blocks.next()).toEqual({ comment: true });
    await blocks.leave();
  });

  it("numbers what is stored by `id:` lines, and nothing else", async () => {
    const chat = await open();
    const { blocks } = await stream(chat);
    await chat.post("Where is my order 1001? My email is ana@example.com");
    let deltas = 0;
    for (let block = await blocks.next(); block; block = await blocks.next()) {
      if (block.comment) continue;
      expect(block.id).toBe(block.event.type === "delta" ? null : block.event.seq);
      if (block.event.type === "delta") deltas += 1;
      if (block.event.type === "card") break;
    }
    expect(deltas).toBeGreaterThan(0);
    await blocks.leave();
  });

  it("resumes after Last-Event-ID, which counts more than `after`; a number from nowhere silences nothing", async () => {
    const chat = await open();
    await chat.ask("Hello");
    const log = await readLog(chat);
    const first = log[0]?.seq ?? 0;
    const resumed = await stream(chat, "/api/chat/events?after=0", { "Last-Event-ID": String(first) });
    expect(await resumed.blocks.next()).toEqual({ comment: true });
    expect(await resumed.blocks.next()).toMatchObject({ id: log[1]?.seq });
    await resumed.blocks.leave();
    for (const nonsense of ["-1", "abc", "1e9", "9".repeat(40)]) {
      const refused = await chat.request("/api/chat/events", { headers: { ...SSE, "Last-Event-ID": nonsense } });
      expect(refused.status).toBe(400);
    }
    const ahead = await stream(chat, "/api/chat/events?after=999999999");
    expect(await ahead.blocks.next()).toEqual({ comment: true });
    const posted = (await (await chat.post("Hello again")).json()) as { event: PublicEvent };
    expect(await ahead.blocks.next()).toMatchObject({ id: posted.event.seq });
    await ahead.blocks.leave();
  });

  it("gives cut and resumed readers what others write meanwhile, each event once", async () => {
    const chat = await open();
    const nodes = database === "postgres" ? [system.app.url, (await system.startAnother()).url] : [system.app.url];
    const total = 40;
    const writing = Promise.all(Array.from({ length: total }, (_, index) => chat.post(`Hello ${index}`)));
    const readers = Array.from({ length: 4 }, async (_, reader) => {
      const got: PublicEvent[] = [];
      const heard = () => got.filter(({ author }) => author === "shopper").length;
      for (let visit = 0; heard() < total || got.at(-1)?.author === "shopper"; visit++) {
        const base = nodes[(reader + visit) % nodes.length] ?? "";
        const headers = {
          ...SSE,
          Authorization: `Bearer ${chat.session.token}`,
          "Last-Event-ID": String(got.at(-1)?.seq ?? 0),
        };
        const { body } = await fetch(`${base}/api/chat/events`, { headers });
        if (!body) throw new Error("The stream has no body.");
        const blocks = blocksOf(body);
        for (let left = 5 + reader; left > 0;) {
          const block = await blocks.next();
          if (!block) break;
          if (block.comment || block.id === null) continue;
          got.push(block.event);
          left -= 1;
          if (heard() === total && block.event.author !== "shopper") break;
        }
        await blocks.leave();
      }
      return got;
    });
    for (const response of await writing) expect(response.status).toBe(202);
    const log = await Promise.all(readers).then(async (all) => ({ all, stored: await readLog(chat) }));
    for (const got of log.all) expect(got).toEqual(log.stored.slice(0, got.length));
  });

  it("ends with the token, which is then good for one thing: the next one", async () => {
    setTestEnvironment({ SHOPIFY_API_SECRET: system.apiSecret });
    const { signConversationToken, TOKEN_SECONDS } = await import("../../app/identity/token.server.ts");
    const chat = await open();
    await chat.ask("Hello");
    const claims = {
      shop: system.devstore.store.shop.domain,
      conversationId: chat.session.conversationId,
      customerId: null,
    };
    const { token } = await signConversationToken(claims, new Date(Date.now() - TOKEN_SECONDS * 1000 + 2_500));
    const headers = { Authorization: `Bearer ${token}` };
    const { blocks } = await stream(chat, "/api/chat/events?after=0", headers);
    let received = 0;
    for (let block = await blocks.next(); block; block = await blocks.next()) if (!block.comment) received += 1;
    expect(received).toBeGreaterThan(1);
    const late = await chat.request("/api/chat/events?after=0", { headers: { ...SSE, ...headers } });
    expect(late.status).toBe(401);
    expect(await late.json()).toMatchObject({ error: { code: "token_expired" } });
    const renewed = await openSession(system.devstore.url, { conversationToken: token });
    expect(await renewed.json()).toMatchObject({ conversationId: chat.session.conversationId });
  });

  it.runIf(database === "postgres" && process.platform === "linux")(
    "keeps nothing in memory for clients that do not read, and loses none of it when they do",
    async () => {
      const chat = await open();
      const { conversationId } = chat.session;
      const shop = system.devstore.store.shop.domain;
      const client = new pg.Client({ connectionString: system.database.env["DATABASE_URL"] });
      await client.connect();
      // About 16 MB of log, which 40 clients that are sent all of it would turn into 640 MB.
      await client.query(
        `INSERT INTO event (shop, conversation_id, seq, type, author, body)
         SELECT $1, $2::uuid, n, 'message', 'agent', jsonb_build_object('messageId', 'm' || n, 'text', repeat('x', 8000))
         FROM generate_series(1, 2000) AS n`,
        [shop, conversationId],
      );
      await client.query("UPDATE conversation SET last_seq = 2000 WHERE shop = $1 AND id = $2::uuid", [
        shop,
        conversationId,
      ]);
      await client.end();
      const memory = () =>
        Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${system.app.child.pid}/status`, "utf8"))?.[1]);
      const readThrough = async (body: AsyncIterable<Buffer | string>) => {
        let text = "";
        const seqs: number[] = [];
        for await (const chunk of body) {
          text += chunk.toString();
          const end = text.lastIndexOf("\n\n");
          for (const [, id] of text.slice(0, end).matchAll(/^id: (\d+)$/gm)) seqs.push(Number(id));
          text = text.slice(end);
          if (seqs.at(-1) === 2000) break;
        }
        return seqs;
      };
      const openPaused = () =>
        new Promise<IncomingMessage>((resolve, reject) => {
          const headers = { ...SSE, Authorization: `Bearer ${chat.session.token}` };
          get(`${chat.session.apiBase}/api/chat/events?after=0`, { headers }, resolve).on("error", reject);
        });
      const all = Array.from({ length: 2_000 }, (_, index) => index + 1);
      expect(await readThrough(await openPaused())).toEqual(all);
      const before = memory();
      const idle = await Promise.all(Array.from({ length: 40 }, openPaused));
      // Whoever reads gets it all meanwhile, so the others have had their chance to pile up.
      for (let reader = 0; reader < 3; reader++) expect(await readThrough(await openPaused())).toEqual(all);
      expect(memory() - before).toBeLessThan(300 * 1024);
      const [one, ...others] = idle;
      for (const other of others) other.destroy();
      if (one) expect(await readThrough(one)).toEqual(all);
    },
  );
});
