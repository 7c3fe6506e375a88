import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createConversation } from "#app/conversations/conversations.server.ts";
import { append, inboxTopicOf, readAfter } from "#app/conversations/log.server.ts";
import { snooze, wake } from "#app/inbox/desk.server.ts";
import { wakeSnoozed } from "#app/inbox/wake-snoozed.server.ts";
import type { ConversationKey } from "#app/identity/scope.ts";
import { db } from "#app/platform/db.server.ts";
import { follow } from "#app/platform/live.server.ts";
import type { Staff } from "#app/staff/staff.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { openTestDatabase } from "#tests/support/open-database.ts";

const ROBIN: Staff = { id: "101", name: "Robin Marsh", role: "lead", limit: null };
const PASSED = () => new Date(Date.now() - 60_000);
const LATER = () => new Date(Date.now() + 3_600_000);

describe.each(databaseKinds())("What is snoozed, on %s", (kind) => {
  let closeDatabase: () => Promise<void>;
  let key: ConversationKey;
  beforeAll(async () => void (closeDatabase = await openTestDatabase(kind)));
  afterAll(() => closeDatabase());
  beforeEach(async () => {
    key = await createConversation({ shop: `store-${randomUUID()}.myshopify.com`, customerId: null, locale: "en" });
    const handOver = { reason: "other", priority: 3, dueAt: new Date() };
    await append(key, [{ type: "escalation", author: "system", reason: "other", text: "Passed on." }], { handOver });
  });

  const woken = async () =>
    (await readAfter(key, 0)).filter((event) => event.type === "handling" && event.what === "woken");
  const until = async () =>
    (await db().conversation.findUniqueOrThrow({ where: { shop_id: { shop: key.shop, id: key.conversationId } } }))
      .snoozedUntil;

  test("wakes once when its moment has passed, however many look, and the queue hears of it", async () => {
    await snooze(key, ROBIN, PASSED());
    const heard: unknown[] = [];
    const stop = follow(inboxTopicOf(key.shop), (message) => heard.push(message));
    await Promise.all([wakeSnoozed(), wakeSnoozed(), wakeSnoozed()]);
    stop();
    expect(await woken()).toMatchObject([{ author: "system", by: null }]);
    expect(await until()).toBeNull();
    expect(heard.length).toBeGreaterThan(0);
    expect(await wakeSnoozed()).toBe(0);
  });

  test("sleeps on before its moment, and when it was snoozed anew", async () => {
    await snooze(key, ROBIN, PASSED());
    const again = LATER();
    await snooze(key, ROBIN, again);
    await wakeSnoozed();
    expect(await until()).toEqual(again);
    expect(await woken()).toEqual([]);
  });

  test("is not woken twice where somebody was quicker", async () => {
    await snooze(key, ROBIN, PASSED());
    await wake(key, ROBIN);
    await wakeSnoozed();
    expect(await woken()).toMatchObject([{ by: { id: ROBIN.id } }]);
    expect(await db().auditEntry.count({ where: { shop: key.shop, action: "conversation_woken" } })).toBe(1);
  });
});
