import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { DataSettings } from "#app/conversations/retention/data-settings.ts";
import { dataSettings } from "#app/conversations/retention/data-settings.server.ts";
import { expireShop } from "#app/conversations/retention/expire.server.ts";
import { forgetShop } from "#app/conversations/forget.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { ResolutionState } from "#app/resolutions/states.ts";
import { BROWSER_USER_AGENT } from "#tests/support/browser.ts";
import { type ChatSession, openSession, startChat } from "#tests/support/chat.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { openTestDatabase, setTestEnvironment } from "#tests/support/open-database.ts";
import { startSystem, type System } from "#tests/support/system.ts";
import { until } from "#tests/support/until.ts";

setTestEnvironment();

const NOW = new Date("2026-11-22T12:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 24 * 60 * 60 * 1000);

describe.each(databaseKinds())("What a shop keeps no longer, on %s", (kind) => {
  let close: () => Promise<void>;
  let shop: string;
  beforeAll(async () => void (close = await openTestDatabase(kind)));
  afterAll(() => close());
  beforeEach(async () => {
    shop = `${randomUUID()}.myshopify.com`;
    await db().shop.create({ data: { shop } });
  });

  async function keep(settings: Partial<DataSettings>): Promise<void> {
    const { value, version } = await dataSettings.toEdit(shop);
    expect(await dataSettings.replace(shop, { ...value, ...settings }, version)).toMatchObject({ kind: "saved" });
  }

  async function conversation(days: number, over: { shop?: string; unansweredSeq?: number } = {}): Promise<string> {
    const id = randomUUID();
    const at = daysAgo(days);
    const events = { create: { seq: 1, type: "message", author: "shopper", body: { text: "It is for Ana" } } };
    await db().conversation.create({ data: { shop, id, createdAt: at, updatedAt: at, events, ...over } });
    await db().attachment.create({
      data: {
        shop: over.shop ?? shop,
        id: randomUUID(),
        conversationId: id,
        mediaType: "image/jpeg",
        width: 8,
        height: 8,
        bytes: Buffer.from("photo"),
        sentSeq: 1,
        createdAt: at,
      },
    });
    return id;
  }

  async function resolution(conversationId: string, state: ResolutionState): Promise<string> {
    const id = randomUUID();
    const at = daysAgo(900);
    const person = { customerId: "gid://shopify/Customer/1", outcome: { text: "Sent to Ana Lind" } };
    const plan = {
      kind: "replacement",
      lines: [],
      customerId: person.customerId,
      email: "ana@example.com",
      address: null,
    };
    const proposal = { kind: "replacement", customerId: person.customerId, plan };
    const order = { orderId: "gid://shopify/Order/1", orderName: "#1001", reason: "damaged", kind: "replacement" };
    const money = { valueMinor: 9500n, currency: "EUR", locale: "en", digest: "0" };
    await db().resolution.create({
      data: { shop, id, conversationId, state, createdAt: at, expiresAt: at, proposal, ...order, ...money, ...person },
    });
    await db().resolutionClaim.create({ data: { shop, orderId: order.orderId, line: id, unit: 1, resolutionId: id } });
    return id;
  }
  const left = async () => (await db().conversation.findMany({ where: { shop } })).map(({ id }) => id);

  test("goes by its last word, with its events and photos, and nothing of another shop or of younger ones goes", async () => {
    const other = `${randomUUID()}.myshopify.com`;
    const [, young] = await Promise.all([conversation(91), conversation(89)]);
    const theirs = await conversation(91, { shop: other });
    await keep({ conversationDays: 90, photoDays: null });
    expect(await expireShop(shop, NOW)).toEqual({ conversations: 1, photos: 0 });
    expect(await left()).toEqual([young]);
    expect(await db().event.count({ where: { shop } })).toBe(1);
    expect(await db().attachment.count({ where: { shop } })).toBe(1);
    expect(await db().conversation.count({ where: { shop: other, id: theirs } })).toBe(1);
    expect(await expireShop(shop, NOW)).toEqual({ conversations: 0, photos: 0 });
  });

  test("is two years of conversations and one of photos, where the shop says nothing", async () => {
    const kept = await conversation(729);
    await conversation(731);
    await conversation(364);
    expect(await expireShop(shop, NOW)).toEqual({ conversations: 1, photos: 1 });
    expect(await left()).toContain(kept);
    expect(await db().attachment.count({ where: { shop } })).toBe(1);
  });

  test("is nothing where it keeps all forever", async () => {
    await conversation(3_000);
    await keep({ conversationDays: null, photoDays: null });
    expect(await expireShop(shop, NOW)).toEqual({ conversations: 0, photos: 0 });
  });

  test.each<ResolutionState>([
    "proposed",
    "confirmed",
    "awaiting_approval",
    "approved",
    "executing",
    "needs_attention",
  ])("is never a conversation in which something is %s, nor its photos", async (state) => {
    const id = await conversation(2_000);
    const row = await resolution(id, state);
    expect(await expireShop(shop, NOW)).toEqual({ conversations: 0, photos: 0 });
    expect(await left()).toEqual([id]);
    expect(await db().resolution.findUniqueOrThrow({ where: { shop_id: { shop, id: row } } })).toMatchObject({
      state,
      customerId: "gid://shopify/Customer/1",
    });
  });

  test("leaves the ledger its rows and units, with nobody in them", async () => {
    const row = await resolution(await conversation(2_000), "succeeded");
    expect((await expireShop(shop, NOW)).conversations).toBe(1);
    const stored = await db().resolution.findUniqueOrThrow({ where: { shop_id: { shop, id: row } } });
    expect(stored).toMatchObject({ state: "succeeded", customerId: null, outcome: null, orderName: "#1001" });
    expect(JSON.stringify(stored.proposal)).not.toMatch(/ana@|Customer\/1/);
    expect(await db().resolutionClaim.count({ where: { shop, resolutionId: row } })).toBe(1);
  });

  test("is no conversation whose shopper still waits for an answer", async () => {
    const id = await conversation(2_000, { unansweredSeq: 1 });
    await expireShop(shop, NOW);
    expect(await left()).toEqual([id]);
  });

  test("goes in batches until all of it is gone", async () => {
    const at = daysAgo(2_000);
    const many = Array.from({ length: 230 }, () => ({ shop, id: randomUUID(), createdAt: at, updatedAt: at }));
    await db().conversation.createMany({ data: many });
    expect((await expireShop(shop, NOW)).conversations).toBe(230);
    expect(await left()).toEqual([]);
  });

  test("is said by one editor at a time, and forgotten with the shop", async () => {
    await keep({ conversationDays: 60 });
    const { value } = await dataSettings.toEdit(shop);
    expect(await dataSettings.replace(shop, value, null)).toEqual({ kind: "conflict" });
    await forgetShop(shop);
    expect((await dataSettings.toEdit(shop)).version).toBeNull();
  });
});

describe("A shop that removes the app and comes back", () => {
  let system: System;
  beforeAll(async () => void (system = await startSystem()));
  afterAll(() => system.close());

  async function choose(onUninstall: DataSettings["onUninstall"], version: string | null): Promise<string> {
    const forever = { forever: true, days: "" };
    const form = { conversationDays: forever, photoDays: forever, onUninstall };
    const response = await fetch(`${system.app.url}/app/settings/data.data`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${await system.devstore.sessionToken()}`,
        "Content-Type": "application/json",
        "User-Agent": BROWSER_USER_AGENT,
      },
      body: JSON.stringify({ form, version }),
    });
    const answer = await response.text();
    expect(answer).toContain('"saved"');
    return /\d{4}-\d\d-\d\dT[\d:.]+Z/.exec(answer)?.[0] ?? "";
  }

  /** The conversation the shopper's old token leads to after all that. */
  async function leaveAndComeBack(): Promise<{ before: string; after: string }> {
    const chat = await startChat(system.devstore.url);
    await chat.ask("Hello");
    chat.close();
    const told = system.devstore.webhooks.deliveries.length;
    system.devstore.installation.uninstall();
    await until("the app has heard that it was removed", () =>
      system.devstore.webhooks.deliveries.slice(told).some(({ state }) => state === "delivered"),
    );
    await system.devstore.install();
    const body = { conversationToken: chat.session.token };
    const again = (await (await openSession(system.devstore.url, body)).json()) as ChatSession;
    return { before: chat.session.conversationId, after: again.conversationId };
  }

  test("finds all as it was, or nothing, as it has chosen", async () => {
    const version = await choose("keep", null);
    const kept = await leaveAndComeBack();
    expect(kept.after).toBe(kept.before);
    await choose("forget", version);
    const forgotten = await leaveAndComeBack();
    expect(forgotten.after).not.toBe(forgotten.before);
  });
});
