import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PublicEvent } from "../../app/conversations/events.ts";
import { type Chat, openSession, startChat } from "../support/chat.ts";
import { expectPlainError, expectPlainWords } from "../support/plain-words.ts";
import { startSystem, type System } from "../support/system.ts";
import { until } from "../support/until.ts";

const ANA = "ana@example.com";
const AS_GUEST = `Where is my order 1001? My email is ${ANA}`;
/** A clear word that the shop cannot be asked now, and the way to a person. */
const SAYS_SO = /can't reach the order system|passed this to a person/i;

describe("When Shopify", () => {
  let system: System;
  const chats: Chat[] = [];
  beforeAll(async () => {
    system = await startSystem({ env: { CHAT_MESSAGES_PER_MINUTE: "600" } });
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

  /** The log as any client reads it holds what was shown, and each message of the shopper exactly once. */
  async function expectNothingLost(chat: Chat, ...sent: string[]): Promise<void> {
    const polled = await chat.request("/api/chat/events?after=0", { headers: { Accept: "application/json" } });
    const { events, last } = (await polled.json()) as { events: PublicEvent[]; last: number };
    await chat.waitFor("newest event", (event) => event.seq >= (events.at(-1)?.seq ?? last));
    expect(chat.events.filter((event) => event.type !== "delta")).toEqual(events);
    const texts = events.flatMap((event) =>
      event.type === "message" && event.author === "shopper" ? [event.text] : [],
    );
    expect(texts).toEqual(sent);
    expectPlainWords(events);
  }

  // Each trouble strikes one operation, so that they can be waited out side by side.
  const LASTING: [what: string, operationName: string, fault: object, login: string | null, question: string][] = [
    ["cuts every connection", "FindOrderByName", { networkCut: { next: 9_999 } }, null, AS_GUEST],
    ["is slower than any deadline", "OrderBySearchForAnswer", { latencyMs: 60_000 }, ANA, "Where is order 1001?"],
    ["answers in half sentences", "OrdersForList", { malformed: { next: 9_999 } }, ANA, "Show me all my orders"],
  ];
  it.concurrent.each(LASTING)(
    "%s, the shopper is told so in time, and later the same conversation goes on",
    async (_what, operationName, fault, login, question) => {
      const chat = await open(login);
      system.devstore.faults.set({ operationName, ...fault });
      const askedAt = performance.now();
      expect((await chat.ask(question)).text).toMatch(SAYS_SO);
      expect(performance.now() - askedAt).toBeLessThan(25_000);
      system.devstore.faults.set({ operationName });
      expect((await chat.ask("Please try again")).text).toContain("#1001");
      await expectNothingLost(chat, question, "Please try again");
    },
  );

  it("answers every call with 503, tries that found nobody there are not held against the shopper", async () => {
    const chat = await open();
    system.devstore.faults.set({ status5xx: { rate: 1 } });
    const verify = () =>
      chat.request("/api/chat/verification", {
        method: "POST",
        body: JSON.stringify({ orderName: "1001", email: ANA }),
      });
    // As many as an hour allows.
    const refused = await Promise.all(Array.from({ length: 6 }, async () => expectPlainError(await verify())));
    for (const one of refused) expect(one).toEqual({ status: 503, code: "shop_unavailable" });
    system.devstore.faults.clear();
    expect(await (await verify()).json()).toMatchObject({ event: { type: "verification", state: "verified" } });
    expect((await chat.ask("Where is my order 1001?")).text).toContain("#1001");
  });

  it("throttles for a while, the shopper only waits", async () => {
    const chat = await open();
    system.devstore.faults.set({ throttle: { next: 2 } });
    const answer = await chat.ask(AS_GUEST);
    expect(answer.text).toContain("#1001");
    await expectNothingLost(chat, AS_GUEST);
  });

  it("throttles for longer than a shopper can wait, it is told as any other silence", async () => {
    const chat = await open();
    system.devstore.faults.set({ throttle: { next: 9_999 } });
    expect((await chat.ask(AS_GUEST)).text).toMatch(SAYS_SO);
    system.devstore.faults.clear();
    expect((await chat.ask("Is it back now?")).text).toContain("#1001");
    await expectNothingLost(chat, AS_GUEST, "Is it back now?");
  });

  it("loses its answers after the work was done, reading again is harmless", async () => {
    const chat = await open();
    system.devstore.faults.set({ dropAnswer: { next: 2 } });
    expect((await chat.ask(AS_GUEST)).text).toContain("#1001");
    expect(chat.events.filter((event) => event.type === "verification")).toHaveLength(1);
    await expectNothingLost(chat, AS_GUEST);
  });

  it("hides names, addresses, phones and emails, a customer is answered without them", async () => {
    const chat = await open(ANA);
    system.devstore.faults.set({ hideProtected: ["name", "address", "phone", "email"] });
    const one = await chat.ask("Where is my order 1001?");
    expect(one.text).toContain("#1001");
    expect((await chat.ask("All my orders, please")).text).toContain("#1002");
    system.devstore.faults.clear();
    await expectNothingLost(chat, "Where is my order 1001?", "All my orders, please");
  });

  it("hides emails, a guest hears of an order that exists what they hear of one that does not", async () => {
    system.devstore.faults.set({ hideProtected: ["email"] });
    const [there, missing] = await Promise.all([open(), open()]);
    const existing = await there.ask(`Where is my order 1004? My email is ${ANA}`);
    const unknown = await missing.ask(`Where is my order 987654? My email is ${ANA}`);
    system.devstore.faults.clear();
    expect(existing.text.replaceAll("1004", "N")).toBe(unknown.text.replaceAll("987654", "N"));
    expect(existing.text).toMatch(/person/);
  });

  it.each([
    ["returns", ["read_returns"], null, AS_GUEST],
    [
      "fulfillment orders",
      ["read_merchant_managed_fulfillment_orders", "read_third_party_fulfillment_orders"],
      null,
      AS_GUEST,
    ],
    ["orders", ["read_orders"], ANA, "Where is my order 1001?"],
    ["customers", ["read_customers"], ANA, "Where is my order 1001?"],
    ["customers, and a list is wanted", ["read_customers"], ANA, "Show me all my orders"],
    ["customers, and no order is named", ["read_customers"], ANA, "Where is my newest order?"],
  ])(
    "denies the scope for %s, that is no reason to say an order does not exist",
    async (_what, denyScopes, login, question) => {
      const chat = await open(login);
      system.devstore.faults.set({ denyScopes });
      const answer = await chat.ask(question);
      expect(answer.text).not.toMatch(/can't find|couldn't find|couldn't match/i);
      expect(answer.text).toMatch(/#1001|can't reach|person/);
      system.devstore.faults.clear();
      expect((await chat.ask("Where is my order #1001?")).text).toContain("#1001");
      await expectNothingLost(chat, question, "Where is my order #1001?");
    },
  );

  it("lets the app's token run out, nobody notices", async () => {
    const chat = await open();
    system.devstore.tokens.expireAll();
    expect((await chat.ask(AS_GUEST)).text).toContain("#1001");
    await expectNothingLost(chat, AS_GUEST);
  });

  it("removes the app, open chats are told that nothing can be looked up, and an install brings them back", async () => {
    const chat = await open();
    const before = system.devstore.calls.last;
    system.devstore.installation.uninstall();
    const sorry = await chat.ask(AS_GUEST);
    expect(sorry.text).toMatch(SAYS_SO);
    const read = system.devstore.calls.list({ after: before }).filter(({ status }) => status === 200);
    expect(read).toEqual([]);
    // The storefront shows no widget any more; who asks all the same is refused in plain words.
    const refused = await openSession(system.devstore.url);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    await refused.body?.cancel();

    await system.devstore.install();
    await until("the app has a token again", async () => (await openSession(system.devstore.url)).status === 200);
    expect((await chat.ask("Please try again")).text).toContain("#1001");
    await expectNothingLost(chat, AS_GUEST, "Please try again");
  });
});
