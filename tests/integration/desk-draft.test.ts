import { createHash } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DraftOutcome } from "#app/inbox/draft.ts";
import { type Chat, startChat } from "#tests/support/chat.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { askAdmin } from "#tests/support/playground.ts";
import { type ScriptedOpenAi, startScriptedOpenAi } from "#tests/support/scripted-openai.ts";
import { call, say, type Script } from "#tests/support/scripted-replies.ts";
import { startSystem, type System } from "#tests/support/system.ts";
import { until } from "#tests/support/until.ts";

const kind = databaseKinds().at(-1) ?? "pglite";
const WRITTEN = ["event", "conversation", "resolution", "resolution_claim", "resolution_step", "identity_code"];

const chatAs = (system: System, order: string) => {
  const email = system.devstore.store.orderByName(order)?.email ?? "";
  return startChat(system.devstore.url, { headers: { Cookie: system.devstore.login(email) } });
};

async function draft(system: System, chat: Chat, signal?: AbortSignal): Promise<DraftOutcome> {
  const { conversationId } = chat.session;
  const response = await askAdmin(system, "/app/inbox/draft", { conversationId }, signal);
  expect(response.status).toBe(200);
  return (await response.json()) as DraftOutcome;
}

async function connect(system: System): Promise<pg.Client | null> {
  const url = system.database.env["DATABASE_URL"];
  if (url === undefined) return null;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

describe("A draft by the agent", () => {
  let system: System;
  let client: pg.Client | null = null;
  beforeAll(async () => {
    system = await startSystem({ database: kind });
    client = await connect(system);
  });
  afterAll(async () => {
    await client?.end();
    await system.close();
  });

  /** All that a turn writes, once no turn runs: what differs is named by its table. */
  async function books(): Promise<Record<string, string>> {
    const known = client;
    if (!known) return {};
    // What was said is put into the search a moment later, whoever drafts what.
    const busy = `SELECT 1 FROM conversation
      WHERE lease_owner IS NOT NULL OR unanswered_seq > 0 OR indexed_seq < last_seq`;
    await until("no turn runs and all can be searched", async () => (await known.query(busy)).rows.length === 0);
    const found: Record<string, string> = {};
    for (const table of WRITTEN) {
      const { rows } = await known.query(`SELECT * FROM ${table} ORDER BY 1, 2, 3`);
      found[table] = `${rows.length} rows ${createHash("sha256").update(JSON.stringify(rows)).digest("hex")}`;
    }
    return found;
  }

  test("says what the agent says, with its evidence, and leaves nothing behind", async () => {
    const chat = await chatAs(system, "#1040");
    const answer = await chat.ask("Where is my order #1040?");
    const before = await books();
    const drafted = await draft(system, chat);
    expect(drafted).toMatchObject({ kind: "drafted", text: answer.text, evidence: answer.evidence, proposed: null });
    expect(await books()).toEqual(before);
    chat.close();
  });

  test("tells nothing of another customer's order, whatever was typed of it", async () => {
    const other = system.devstore.store.orderByName("#1040")?.email ?? "";
    const stranger = await chatAs(system, "#1111");
    await stranger.ask("Where is order #1040?");
    const asked = await draft(system, stranger);
    expect(JSON.stringify(asked)).not.toMatch(/delivered|on hold|tracking/i);
    const guest = await startChat(system.devstore.url);
    await guest.ask(`Where is my order 9999? My email is ${other}`);
    const before = await books();
    expect(await draft(system, guest)).toEqual({ kind: "not_proven" });
    // A proof that would hold is for the shopper's own turn as well: nobody proves an order through a colleague's draft.
    await guest.ask("Hello");
    const { conversationId } = guest.session;
    if (client) {
      const told = { text: `Where is my order 1040? My email is ${other}`, messageId: conversationId };
      await client.query(
        `INSERT INTO event (shop, conversation_id, seq, type, author, body)
         SELECT shop, id, last_seq + 1, 'message', 'shopper', $2 FROM conversation WHERE id = $1`,
        [conversationId, told],
      );
      await client.query("UPDATE conversation SET last_seq = last_seq + 1 WHERE id = $1", [conversationId]);
      expect(await draft(system, guest)).toEqual({ kind: "not_proven" });
    }
    expect((await books())["identity_code"]).toBe(before["identity_code"]);
    stranger.close();
    guest.close();
  });

  test("names the card that it does not show", async () => {
    const chat = await chatAs(system, "#1099");
    await chat.ask("my parcel is lost, order 1099, I want a refund to my card");
    const before = await books();
    expect(await draft(system, chat)).toMatchObject({ kind: "drafted", proposed: { orderName: "#1099" } });
    expect(await books()).toEqual(before);
    chat.close();
  });

  test("has nothing to say where nobody has asked, and is made for no other shop's conversation", async () => {
    const chat = await startChat(system.devstore.url);
    expect(await draft(system, chat)).toEqual({ kind: "nothing_to_say" });
    const response = await askAdmin(system, "/app/inbox/draft", { conversationId: crypto.randomUUID() });
    expect(await response.json()).toEqual({ kind: "gone" });
    chat.close();
  });
});

describe("A draft by a provider's model", () => {
  let system: System;
  let model: ScriptedOpenAi;
  let script: Script = () => say("Hello there!");
  beforeAll(async () => {
    model = await startScriptedOpenAi((request) => script(request));
    const env = { OPENAI_BASE_URL: model.baseURL, OPENAI_API_KEY: "sk-test", OPENAI_MODEL: "scripted" };
    system = await startSystem({ database: kind, env });
  });
  afterAll(async () => {
    await system.close();
    await model.close();
  });

  test("is kept to what a tool bears out, and is counted in what models cost", async () => {
    const chat = await chatAs(system, "#1040");
    await chat.ask("Hello");
    const client = await connect(system);
    const calls = async () => (await client?.query<{ calls: number }>("SELECT calls FROM model_spending"))?.rows[0];
    const before = (await calls())?.calls ?? 0;
    script = ({ body }) =>
      body.messages.at(-1)?.role === "tool"
        ? say("We have looked into it for you. It arrives on January 1, 2031 with number ZZ999999999ZZ.")
        : call({ name: "list_orders", arguments: "{}" });
    const drafted = await draft(system, chat);
    expect(drafted).toMatchObject({ kind: "drafted", withheld: [{}] });
    expect(drafted.kind === "drafted" ? drafted.text : "2031").not.toContain("2031");
    if (client) expect((await calls())?.calls).toBe(before + 2);
    await client?.end();
    chat.close();
  });

  test("is made one at a time for each person, and is given up when nobody waits for it", async () => {
    const chat = await chatAs(system, "#1040");
    script = () => say("Hello there!");
    await chat.ask("Hello");
    let isAsked = false;
    script = () => {
      isAsked = true;
      return [{ do: "stall" }];
    };
    const controller = new AbortController();
    const first = draft(system, chat, controller.signal).catch(() => null);
    await until("the model is asked", () => isAsked);
    expect(await draft(system, chat)).toEqual({ kind: "busy" });
    script = () => say("Hello again!");
    controller.abort();
    expect(await first).toBeNull();
    await until("the next one is made", async () => (await draft(system, chat)).kind === "drafted");
    chat.close();
  });
});
