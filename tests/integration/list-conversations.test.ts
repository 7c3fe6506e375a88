import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { NewEvent } from "#app/conversations/events.ts";
import { createConversation } from "#app/conversations/conversations.server.ts";
import { findSummary } from "#app/conversations/find-summary.server.ts";
import { append, readNewest } from "#app/conversations/log.server.ts";
import { listQueue, PAGE_SIZE, type QueuePage } from "#app/inbox/queue/list-queue.server.ts";
import { sql } from "#app/platform/db.server.ts";
import { cursorText, type ListStep, readCursor } from "#app/platform/list-cursor.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { openTestDatabase, setTestEnvironment } from "#tests/support/open-database.ts";

setTestEnvironment();

const says = (author: "shopper" | "agent", text: string): NewEvent => ({
  type: "message",
  author,
  messageId: randomUUID(),
  text,
});
const ESCALATION: NewEvent = { type: "escalation", author: "system", reason: "asked_for_person", text: "Passed on." };

describe.each(databaseKinds())("The list of conversations, on %s", (kind) => {
  let close: () => Promise<void>;
  let shop: string;
  beforeAll(async () => void (close = await openTestDatabase(kind)));
  afterAll(() => close());
  beforeEach(() => void (shop = `store-${randomUUID()}.myshopify.com`));

  async function converse(events: NewEvent[], options: { status?: "escalated"; at?: string; of?: string } = {}) {
    const key = await createConversation({ shop: options.of ?? shop, customerId: null, locale: "en" });
    const handOver = { reason: "other", priority: 3, dueAt: new Date() };
    await append(key, events, options.status ? { handOver } : {});
    if (options.at !== undefined) {
      await sql().query("UPDATE conversation SET updated_at = $3::timestamptz WHERE shop = $1 AND id = $2::uuid", [
        key.shop,
        key.conversationId,
        options.at,
      ]);
    }
    return key.conversationId;
  }
  const ids = async (view: "all" | "team", step?: ListStep) => {
    const page = await listQueue({ shop, me: "1", view, filters: {} }, step ?? null);
    return { ...page, ids: page.rows.map(({ id }) => id) };
  };

  test("tells of each what was first asked, how much was said, and which orders it is about", async () => {
    const verified: NewEvent = { type: "verification", author: "system", state: "verified", orderName: "#1002" };
    const failed: NewEvent = { type: "verification", author: "system", state: "failed", orderName: null };
    const card = { kind: "order" as const, orderName: "#1001", placedOn: "", headline: "", total: null };
    const id = await converse([
      says("agent", "Welcome"),
      { ...says("shopper", ""), attachments: [{ id: randomUUID(), width: 3, height: 4 }] } as NewEvent,
      says("shopper", "Where is my order?"),
      failed,
      verified,
      verified,
      says("agent", "It was delivered."),
      { type: "card", author: "agent", card: { ...card, tone: "good", groups: [] } },
      says("shopper", "Not to me"),
    ]);
    expect((await ids("all")).rows).toMatchObject([{ id, messages: 5, orderNames: ["#1001", "#1002"] }]);
    expect(await findSummary({ shop, conversationId: id })).toMatchObject({
      id,
      customerId: null,
      status: "open",
      messages: 5,
      firstMessage: "Where is my order?",
      orderNames: ["#1001", "#1002"],
      escalationReason: null,
    });
  });

  test("shows with the escalated ones why they were handed over, and leaves the others out", async () => {
    await converse([says("shopper", "Hello")]);
    const id = await converse([says("shopper", "A person, please"), ESCALATION], { status: "escalated" });
    expect((await ids("team")).rows).toMatchObject([{ id, status: "escalated", reason: "other" }]);
    const summary = await findSummary({ shop, conversationId: id });
    expect(summary).toMatchObject({ status: "escalated", escalationReason: "asked_for_person" });
  });

  test("leaves out conversations in which nothing happened", async () => {
    await createConversation({ shop, customerId: null, locale: "en" });
    expect(await ids("all")).toMatchObject({ ids: [], newer: null, older: null });
  });

  test("knows nothing of another shop's (P7)", async () => {
    const other = `store-${randomUUID()}.myshopify.com`;
    const theirs = await converse([says("shopper", "Hello")], { of: other });
    expect((await ids("all")).ids).toEqual([]);
    expect(await findSummary({ shop, conversationId: theirs })).toBeNull();
    expect(await findSummary({ shop: other, conversationId: theirs })).not.toBeNull();
  });

  test("is paged by last activity to its end and back, also where many are of the same moment", async () => {
    const expected: string[] = [];
    for (let i = 0; i < PAGE_SIZE * 2 + 3; i++) {
      const day = String(10 + Math.floor(i / 10)).padStart(2, "0");
      expected.push(await converse([says("shopper", `Message ${i}`)], { at: `2026-07-${day}T12:00:00.123Z` }));
    }
    const first = await ids("all");
    expect(first.newer).toBeNull();
    const second = await ids("all", older(first));
    const third = await ids("all", older(second));
    expect(third.older).toBeNull();
    const all = [...first.ids, ...second.ids, ...third.ids];
    expect([...all].sort()).toEqual([...expected].sort());
    const times = [first, second, third].flatMap((page) => page.rows.map(({ activeAt }) => activeAt));
    expect(times).toEqual([...times].sort().reverse());

    const back = await ids("all", newer(third));
    expect(back.ids).toEqual(second.ids);
    expect((await ids("all", newer(back))).ids).toEqual(first.ids);
  });

  test("begins anew when a step leads past its end", async () => {
    const id = await converse([says("shopper", "Hello")], { at: "2026-07-01T12:00:00Z" });
    const cursor = { at: new Date("2026-07-01T12:00:00Z"), id };
    expect(await ids("all", { direction: "older", cursor })).toMatchObject({ ids: [id], newer: null, older: null });
    expect(await ids("all", { direction: "newer", cursor })).toMatchObject({ ids: [id], newer: null, older: null });
  });

  test("a very long conversation is read from its end, part by part", async () => {
    const id = await converse(Array.from({ length: 7 }, (_, i) => says("shopper", `Message ${i + 1}`)));
    const numbers = async (before?: number) =>
      (await readNewest({ shop, conversationId: id }, 3, before)).map(({ seq }) => seq);
    expect(await numbers()).toEqual([5, 6, 7]);
    expect(await numbers(5)).toEqual([2, 3, 4]);
    expect(await numbers(2)).toEqual([1]);
    expect(await numbers(1)).toEqual([]);
  });
});

describe("A place in the list, in an address", () => {
  test("comes back as it went in", () => {
    const cursor = { at: new Date("2026-07-01T12:00:00.123Z"), id: randomUUID() };
    expect(readCursor(cursorText(cursor))).toEqual(cursor);
  });

  test.each([null, "", "1.2", "x.00000000-0000-4000-8000-000000000000", "1'--.00000000-0000-4000-8000-000000000000"])(
    "is none where it says %j",
    (text) => expect(readCursor(text)).toBeNull(),
  );
});

type Page = QueuePage;
const older = ({ older: cursor }: Page): ListStep => ({ direction: "older", cursor: cursor! });
const newer = ({ newer: cursor }: Page): ListStep => ({ direction: "newer", cursor: cursor! });
