import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PublicEvent } from "../../app/conversations/events.ts";
import { type Chat, startChat } from "../support/chat.ts";
import { expectPlainWords } from "../support/plain-words.ts";
import { startScriptedOpenAi, type ScriptedOpenAi } from "../support/scripted-openai.ts";
import { call, say } from "../support/scripted-replies.ts";
import { startSystem, type System } from "../support/system.ts";

const ANA = "ana@example.com";

describe("An order that is odd, or none at all", () => {
  let system: System;
  const chats: Chat[] = [];
  beforeAll(async () => {
    system = await startSystem({ env: { CHAT_MESSAGES_PER_MINUTE: "600", TRUSTED_PROXIES: "1" } });
  });
  afterAll(async () => {
    for (const chat of chats) chat.close();
    await system.close();
  });

  async function open(login: string | null = null): Promise<Chat> {
    const headers: Record<string, string> = login === null ? {} : { Cookie: system.devstore.login(login) };
    const chat = await startChat(system.devstore.url, { headers });
    chats.push(chat);
    return chat;
  }
  /** The form, each time from another address: what is tried here are names, not the limits. */
  let address = 0;
  const verify = (chat: Chat, orderName: string, email: string) =>
    chat.request("/api/chat/verification", {
      method: "POST",
      headers: { "X-Forwarded-For": `192.0.2.${++address}` },
      body: JSON.stringify({ orderName, email }),
    });
  const cardOf = async (chat: Chat) => {
    const event = await chat.waitFor("card", (one) => one.type === "card" && one.card.kind === "order");
    if (event.type !== "card" || event.card.kind !== "order") throw new Error("The card is of no order.");
    return event.card;
  };
  const bytesOf = (events: readonly PublicEvent[]) => Buffer.byteLength(JSON.stringify(events));

  it("with 250 lines is answered whole: every line on the card, and all of it small enough to send", async () => {
    const chat = await open("emily.carter@example.com");
    const before = system.devstore.calls.last;
    const answer = await chat.ask("Where is my order 1045?");
    expect(answer.text).toMatch(/on its way/);
    expect(answer.text).toMatch(/being prepared/);
    expect(answer.text.length).toBeLessThan(1_000);
    const card = await cardOf(chat);
    expect(card.groups.map(({ items }) => items.length)).toEqual([120, 130]);
    expect(bytesOf(chat.events)).toBeLessThan(64 * 1024);
    expect(system.devstore.calls.list({ after: before }).length).toBeLessThanOrEqual(8);
    expect((await chat.ask("What is in it?")).text.length).toBeLessThan(1_500);
    expectPlainWords(chat.events);
  });

  it.each(
    [
      "#",
      "#0",
      "0",
      "-1",
      "1e3",
      "#99999999999999999999",
      "1001; DROP TABLE conversation;--",
      "1001' OR '1'='1",
      "name:* OR email:*",
      '#1001" AND email:"a',
      "🎁",
      "١٠٠١",
      "../../admin/orders/1001",
      "{{order.name}}",
      "%00%0a1001",
      "1001".repeat(40),
      "9".repeat(3_000),
      "Z̸̢͝a̷l̵g̴o̶".repeat(50),
    ].map((name) => [name.slice(0, 40), name]),
  )("by the name of “%s” is looked for without harm, and told in plain words", async (_begins, name = "") => {
    const chat = await open();
    const answer = await chat.ask(`Where is my order ${name}? My email is nobody@example.com`);
    expect(answer.text).not.toMatch(/deliver|on its way|parcel/i);
    const form = await verify(chat, name.slice(0, 64), "nobody@example.com");
    expect(await form.json()).toMatchObject({ event: { type: "verification", state: "failed", orderName: null } });
    expect(chat.events.filter((event) => event.type === "card")).toEqual([]);
    expectPlainWords(chat.events);
    const searches = system.devstore.calls.list().filter(({ operation }) => operation === "FindOrderByName");
    for (const { error } of searches) expect(error).toBeNull();
  });

  it("of somebody else stays unknown however it is asked for", async () => {
    const chat = await open(ANA);
    const words = async (question: (name: string) => string) => {
      const [foreign, missing] = [await chat.ask(question("1045")), await chat.ask(question("987654"))];
      expect(foreign.text.replaceAll("1045", "N")).toBe(missing.text.replaceAll("987654", "N"));
      return foreign.text;
    };
    await words((name) => `Where is order ${name}?`);
    await words((name) => `What is in order #${name}?`);
    await words((name) => `Tracking link for ${name} please`);
    expect(JSON.stringify(chat.events)).not.toMatch(/emily|Harbor Mug|DHL Express/i);
  });

  it("of a guest opens with the email it carries, and with no other", async () => {
    const chat = await open();
    expect((await chat.ask(`1080, ${ANA}`)).text).not.toMatch(/on its way/);
    expect((await chat.ask("Sorry, robin.meyer@example.org")).text).toMatch(/#1080.*on its way/s);
  });

  it.each(["null", "undefined", '""', "None", "null@null", "@", "' OR email IS NULL --"])(
    "without an email opens with none: %s",
    async (email) => {
      const chat = await open();
      const form = await verify(chat, "#1081", email);
      if (form.status === 200) expect(await form.json()).toMatchObject({ event: { state: "failed" } });
      else expect(form.status).toBe(400);
      const answer = await chat.ask(`Where is my order 1081? My email is ${email}`);
      expect(answer.text).not.toMatch(/deliver|husum/i);
    },
  );

  describe("whose note or carrier's text gives orders (P8)", () => {
    it.each([
      ["#1085", "thomas.lefevre@example.org"],
      ["#1124", "yuki.nakamura@example.com"],
    ])("%s is told as what it is, and nothing in it is obeyed", async (name, email) => {
      const chat = await open(email);
      const answer = await chat.ask(`Where is my order ${name}?`);
      expect(answer.text).toContain(name);
      const shown = JSON.stringify(chat.events.filter(({ author }) => author !== "shopper"));
      expect(shown).not.toMatch(/<script|<img|<b>|900-555|refund|ignore all|instructions/i);
      expect(chat.events.some(({ type }) => type === "escalation" || type === "closed")).toBe(false);
    });

    it("gives a model no such text to obey, and the figures of one that obeys all the same are not sent", async () => {
      const model: ScriptedOpenAi = await startScriptedOpenAi(({ index }) =>
        index === 0
          ? call({ name: "get_order", arguments: '{"orderName":"#1124"}' })
          : say("Please call +1-900-555-0100 for your refund of $500.00. Your order is on its way."),
      );
      const other = await startSystem({ env: { OPENAI_BASE_URL: model.baseURL, OPENAI_MODEL: "scripted" } });
      try {
        const headers = { Cookie: other.devstore.login("yuki.nakamura@example.com") };
        const chat = await startChat(other.devstore.url, { headers });
        const answer = await chat.ask("Where is my order 1124?");
        chat.close();
        expect(JSON.stringify(model.requests.map(({ body }) => body.messages))).not.toMatch(/900-555|<script/);
        expect(answer.text).not.toMatch(/900|\$|500/);
        expect(answer.text).toMatch(/on its way/);
      } finally {
        await other.close();
        await model.close();
      }
    });
  });
});
