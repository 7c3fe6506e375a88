import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { mailAnswers } from "#app/channels/email/mail-answers.server.ts";
import { unmailedAnswers } from "#app/conversations/away.server.ts";
import type { PublicEvent } from "#app/conversations/events.ts";
import { forgetCustomer } from "#app/conversations/forget.server.ts";
import { topicOf } from "#app/conversations/log.server.ts";
import type { ConversationKey } from "#app/identity/scope.ts";
import { close, handBack, takeOver } from "#app/inbox/desk.server.ts";
import { reply } from "#app/inbox/reply.server.ts";
import { db, sql } from "#app/platform/db.server.ts";
import { follow, publishPassing } from "#app/platform/live.server.ts";
import { type Chat, openSession, startChat } from "#tests/support/chat.ts";
import { databaseKinds, postgresUrl } from "#tests/support/databases.ts";
import { setTestEnvironment } from "#tests/support/open-database.ts";
import { MAYA, sitAtDesk } from "#tests/support/staff-at-desk.ts";
import { startSystem, type System } from "#tests/support/system.ts";
import { until } from "#tests/support/until.ts";

const chats: Chat[] = [];
async function newChat(system: System): Promise<Chat> {
  const chat = await startChat(system.devstore.url);
  chats.push(chat);
  return chat;
}
const post = (chat: Chat, path: string, body: unknown) =>
  chat.request(`/api/chat/${path}`, { method: "POST", body: JSON.stringify(body) });
const eventOf = async (response: Response) => ((await response.json()) as { event: PublicEvent }).event;
const codeOf = async (response: Response) => ((await response.json()) as { error: { code: string } }).error.code;
const log = async (chat: Chat) => {
  const response = await chat.request("/api/chat/events?after=0", { headers: { Accept: "application/json" } });
  return ((await response.json()) as { events: PublicEvent[] }).events;
};

afterAll(() => {
  for (const chat of chats) chat.close();
});

describe.each(databaseKinds())("What a shopper can ask of people, on %s", (database) => {
  let system: System;
  beforeAll(async () => void (system = await startSystem({ database, mail: true })));
  afterAll(() => system.close());
  const mailTo = (address: string) => system.devstore.mail.messages.filter(({ to }) => to.includes(address));

  test("leaves an address once, however often it is sent, and changes it", async () => {
    const chat = await newChat(system);
    const first = await post(chat, "contact", { email: " ana@example.com " });
    expect(first.status).toBe(200);
    const event = await eventOf(first);
    expect(event).toMatchObject({ type: "contact", author: "shopper", email: "ana@example.com" });
    expect(event).toMatchObject({ text: expect.stringContaining("ana@example.com") as string });
    const again = await Promise.all([1, 2, 3].map(() => post(chat, "contact", { email: "ana@example.com" })));
    for (const response of again) expect(await eventOf(response)).toEqual(event);
    expect(await eventOf(await post(chat, "contact", { email: "other@example.com" }))).toMatchObject({ seq: 2 });
    expect(await eventOf(await post(chat, "contact", { email: "ana@example.com" }))).toMatchObject({ seq: 3 });
    expect((await log(chat)).map(({ type }) => type)).toEqual(["contact", "contact", "contact"]);
  });

  test.each(["nobody", "a@b", "ana@example.com\r\nBcc: all@example.com", `${"a".repeat(250)}@example.com`, 7])(
    "takes no %j for an address",
    async (email) => {
      const chat = await newChat(system);
      const response = await post(chat, "contact", { email });
      expect([response.status, await codeOf(response)]).toEqual([400, "invalid_request"]);
      expect(await log(chat)).toEqual([]);
    },
  );

  test("says in its settings that email can be sent", async () => {
    const chat = await newChat(system);
    expect(chat.session.settings).toMatchObject({ mail: true });
  });

  test("mails what was said to the address that was left, without photos and internal events", async () => {
    const chat = await newChat(system);
    await chat.ask("Where is my order 1001? My email is ana@example.com");
    const to = `${randomUUID()}@example.com`;
    expect(await codeOf(await post(chat, "transcript", {}))).toBe("email_missing");
    await post(chat, "contact", { email: to });
    expect((await post(chat, "transcript", {})).status).toBe(202);
    await until("the transcript", () => mailTo(to).length === 1);
    const [mail] = mailTo(to);
    expect(mail?.subject).toMatch(/^Your chat with /);
    expect(mail?.text).toContain("Where is my order 1001? My email is [link]");
    expect(mail?.text).toMatch(/#1001 \(/);
    expect(mail?.text).not.toContain("get_order");
  });

  test("mails it three times a day, and not before anything was answered", async () => {
    const chat = await newChat(system);
    const to = `${randomUUID()}@example.com`;
    expect(await codeOf(await post(chat, "transcript", { email: to }))).toBe("nothing_said");
    await chat.ask("Hello");
    const answers = [];
    for (let i = 0; i < 4; i++) answers.push((await post(chat, "transcript", { email: to })).status);
    expect(answers).toEqual([202, 202, 202, 429]);
    await until("three transcripts", () => mailTo(to).length === 3);
  });

  test("keeps one rating after the other, and the same one once", async () => {
    const chat = await newChat(system);
    for (const body of [{ score: 2 }, { score: 2 }, { score: 5, comment: "Better" }, { score: 5, comment: "Better" }]) {
      expect((await post(chat, "rating", body)).status).toBe(204);
    }
    const response = await chat.request("/api/chat/events?after=0", { headers: { Accept: "application/json" } });
    expect(await response.json()).toEqual({ events: [], last: 2 });
  });

  test("is told that a shopper writes at most so often, and nothing else about it", async () => {
    const chat = await newChat(system);
    expect((await post(chat, "typing", { on: "yes" })).status).toBe(400);
    const answers = await Promise.all(Array.from({ length: 30 }, () => post(chat, "typing", { on: true })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204, 429]));
    expect(await log(chat)).toEqual([]);
  });
});

test("Without a mail server nothing is offered, and nothing is promised", async () => {
  const system = await startSystem();
  try {
    const chat = await newChat(system);
    expect(chat.session.settings).toMatchObject({ mail: false });
    await chat.ask("Hello");
    const response = await post(chat, "transcript", { email: "ana@example.com" });
    expect([response.status, await codeOf(response)]).toEqual([409, "mail_unavailable"]);
  } finally {
    await system.close();
  }
});

describe.runIf(postgresUrl())("With somebody at the desk", () => {
  let system: System;
  let leave: () => Promise<void>;
  let chat: Chat;
  let key: ConversationKey;
  beforeAll(async () => {
    system = await startSystem({ database: "postgres", mail: true });
    setTestEnvironment({ SMTP_URL: "smtp://127.0.0.1:1" });
    leave = await sitAtDesk(system);
  });
  afterAll(async () => {
    await leave();
    await system.close();
  });
  beforeEach(async () => {
    chat = await newChat(system);
    key = { shop: system.devstore.store.shop.domain, conversationId: chat.session.conversationId };
  });

  const write = (text: string) => reply(key, MAYA, { clientMessageId: randomUUID(), text });
  const row = () =>
    db().conversation.findUniqueOrThrow({ where: { shop_id: { shop: key.shop, id: key.conversationId } } });
  const mailTo = (address: string) => system.devstore.mail.messages.filter(({ to }) => to.includes(address));
  /** A shopper who asked for people, left an address and went away. */
  async function goneAway(): Promise<string> {
    const email = `${randomUUID()}@example.com`;
    await post(chat, "human", {});
    await post(chat, "contact", { email });
    await chat.opened;
    chat.close();
    return email;
  }
  /** Everything that staff wrote, and the look at it, happened so long ago. */
  const longAgo = async (seconds: number) => {
    const values = [key.shop, key.conversationId, seconds];
    const back = "- make_interval(secs => $3)";
    await sql().query(`UPDATE event SET at = at ${back} WHERE shop = $1 AND conversation_id = $2::uuid`, values);
    await sql().query(`UPDATE conversation SET mail_at = mail_at ${back} WHERE shop = $1 AND id = $2::uuid`, values);
  };

  test("a shopper sees who took over, who writes and what they wrote, as it happens", async () => {
    await chat.opened;
    await post(chat, "human", {});
    await takeOver(key, MAYA);
    await chat.waitFor("takeover", (event) => event.type === "takeover" && event.name === "Maya Chen");
    const typing = {
      type: "typing",
      seq: 2,
      at: new Date().toISOString(),
      author: "staff",
      name: "Maya Chen",
      on: true,
    };
    publishPassing(topicOf(key), [typing]);
    await chat.waitFor("typing", (event) => event.type === "typing" && event.name === "Maya Chen");
    const long = "שלום 👩🏽‍💻 ".repeat(1_000).slice(0, 10_000);
    await write(long);
    const got = await chat.waitFor("message", (event) => event.type === "message" && event.author === "staff");
    expect(got).toMatchObject({ text: long, name: "Maya Chen" });
    await handBack(key, MAYA);
    await chat.waitFor("hand-back", (event) => event.type === "takeover" && event.state === "handed_back");
  });

  test("people see a shopper write only once the conversation is theirs", async () => {
    const heard: object[] = [];
    const unfollow = follow<object>(topicOf(key), (message) => {
      if (message.kind === "events") heard.push(...message.events);
    });
    expect((await post(chat, "typing", { on: true })).status).toBe(204);
    await post(chat, "human", {});
    expect((await post(chat, "typing", { on: false })).status).toBe(204);
    await until("the shopper's typing", () => heard.length > 0);
    unfollow();
    expect(heard).toMatchObject([{ type: "typing", author: "shopper", on: false }]);
  });

  test("a closed conversation is taken up again for a month, and writing opens it", async () => {
    const resumed = async () => {
      const response = await openSession(system.devstore.url, { conversationToken: chat.session.token });
      return ((await response.json()) as { conversationId: string }).conversationId;
    };
    await write("All done?");
    await close(key, MAYA, "solved");
    expect(await resumed()).toBe(key.conversationId);
    await chat.post("No, it broke again");
    expect(await row()).toMatchObject({ status: "escalated", closedAt: null });
    await close(key, MAYA, "solved");
    await sql().query(
      "UPDATE conversation SET closed_at = now() - interval '31 days' WHERE shop = $1 AND id = $2::uuid",
      [key.shop, key.conversationId],
    );
    expect(await resumed()).not.toBe(key.conversationId);
  });

  test("a rating does not open a closed conversation, and the newest counts", async () => {
    await close(key, MAYA, "solved");
    await post(chat, "rating", { score: 1 });
    await post(chat, "rating", { score: 4, comment: "After all" });
    expect(await row()).toMatchObject({ status: "closed", rating: 4 });
  });

  test("a shopper who has left is mailed several answers in one email, once", async () => {
    const email = await goneAway();
    await write("Hello <b>Ana</b>");
    await write("Your parcel was found.");
    expect(mailTo(email)).toEqual([]);
    await longAgo(61);
    await until("the email", () => mailTo(email).length > 0);
    await until("the note of it", async () => (await row()).mailAt === null);
    expect(mailTo(email)).toHaveLength(1);
    const [mail] = mailTo(email);
    expect(mail?.subject).toContain("has answered you");
    expect(mail?.text.replaceAll("\r\n", "\n")).toMatch(
      /Maya Chen:\nHello <b>Ana<\/b>[^]*Maya Chen:\nYour parcel was found\./,
    );
    expect(mail?.text).toContain(`https://${key.shop}`);
    expect(mail?.html).toContain("Hello &lt;b&gt;Ana&lt;/b&gt;");
    await mailAnswers(key);
    expect(await unmailedAnswers(key)).toMatchObject({ messages: [] });
  });

  test("an email that does not get out is tried again, and the conversation goes on", async () => {
    const email = await goneAway();
    await write("Hello?");
    // This process knows a mail server that is not there; the app's own does its work afterwards.
    await expect(mailAnswers(key, new Date(Date.now() + 61_000))).rejects.toThrow("unreachable");
    expect(await row()).toMatchObject({ mailedSeq: 0, mailAt: expect.any(Date) as Date });
    await write("Are you there?");
    expect((await chat.post("I am back")).status).toBe(202);
    await longAgo(61);
    await until("the email", () => mailTo(email).length > 0);
  });

  test("somebody who is still writing is waited for, but not for ever", async () => {
    await goneAway();
    await write("One");
    await longAgo(200);
    await write("Two");
    await mailAnswers(key);
    expect(await row()).toMatchObject({ mailedSeq: 0 });
    expect((await row()).mailAt?.getTime()).toBeGreaterThan(Date.now());
    await longAgo(101);
    await until("the email of both", async () => (await row()).mailedSeq > 0);
  });

  test("a shopper whose stream or poll has delivered the answer is not mailed", async () => {
    await chat.opened;
    await post(chat, "contact", { email: "here@example.com" });
    await write("By stream");
    await until("what was seen by stream", async () => (await row()).shopperSeenSeq > 0);
    chat.close();
    await until("the look that is not needed", async () => (await row()).mailAt === null);
    await until("the end of the stream", async () => {
      await write("By poll");
      await log(chat);
      const { shopperSeenSeq, lastSeq } = await row();
      return shopperSeenSeq === lastSeq;
    });
    expect(await unmailedAnswers(key)).toMatchObject({ messages: [] });
  });

  test("an agent's answer costs no note of having been seen", async () => {
    await chat.ask("Hello");
    expect(await row()).toMatchObject({ shopperSeenSeq: 0, mailAt: null });
  });

  test("without an address nobody is mailed, and nobody looks again", async () => {
    chat.close();
    await write("Hello?");
    await longAgo(61);
    await until("the end of looking", async () => (await row()).mailAt === null);
    expect(await row()).toMatchObject({ mailedSeq: 0 });
  });

  test("a customer's redaction takes along the conversations that are to be answered at their email", async () => {
    const email = await goneAway();
    expect(await forgetCustomer(key.shop, "gid://shopify/Customer/404", [], email.toUpperCase())).toBe(1);
    expect(await db().conversation.count({ where: { shop: key.shop, id: key.conversationId } })).toBe(0);
  });
});
