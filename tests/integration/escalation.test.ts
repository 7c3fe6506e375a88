import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createConversation } from "#app/conversations/conversations.server.ts";
import { askForPerson, escalate } from "#app/conversations/escalate.server.ts";
import { openingHours } from "#app/conversations/hours/expectation.server.ts";
import { NO_HOURS } from "#app/conversations/hours/opening-hours.ts";
import { append, readAfter } from "#app/conversations/log.server.ts";
import { postMessage } from "#app/conversations/post-message.server.ts";
import type { ConversationKey } from "#app/identity/scope.ts";
import { briefOf } from "#app/inbox/brief/brief.server.ts";
import { close, handBack, takeOver } from "#app/inbox/desk.server.ts";
import { reply } from "#app/inbox/reply.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Staff } from "#app/staff/staff.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { openTestDatabase, setTestEnvironment } from "#tests/support/open-database.ts";
import { until } from "#tests/support/until.ts";

setTestEnvironment();
const ROBIN: Staff = { id: "101", name: "Robin Marsh", role: "lead", limit: null };
const HOUR = 3_600_000;

describe.each(databaseKinds())("Escalation, on %s", (kind) => {
  let closeDatabase: () => Promise<void>;
  let key: ConversationKey;
  beforeAll(async () => void (closeDatabase = await openTestDatabase(kind)));
  afterAll(() => closeDatabase());
  beforeEach(async () => {
    const shop = `store-${randomUUID()}.myshopify.com`;
    await db().shop.create({
      data: { shop, name: "Tea & Co", currency: "EUR", timeZone: "UTC", profileReadAt: new Date() },
    });
    key = await createConversation({ shop, customerId: null, locale: "en" });
    await say("Where is it?");
  });

  const say = (text: string) => postMessage(key, { clientMessageId: randomUUID(), text }, randomUUID());
  const row = () =>
    db().conversation.findUniqueOrThrow({ where: { shop_id: { shop: key.shop, id: key.conversationId } } });
  const count = async (type: string) => (await readAfter(key, 0)).filter((event) => event.type === type).length;
  const hoursAhead = (at: Date | null) => ((at?.getTime() ?? 0) - Date.now()) / HOUR;

  test("is told once, however often and from how many sides it is asked for", async () => {
    const both = await Promise.all([askForPerson(key), askForPerson(key), escalate(key, "cannot_do_yet", "x")]);
    const again = await askForPerson(key);
    expect(new Set([...both.map((one) => (one && "event" in one ? one.event.seq : one?.seq)), again?.seq]).size).toBe(
      1,
    );
    expect(await count("escalation")).toBe(1);
    expect(await count("brief")).toBe(4);
    expect(await row()).toMatchObject({ status: "escalated", waitsFor: "team" });
  });

  test("is due by what is at stake, and sooner when something graver comes up", async () => {
    expect(await escalate(key, "asked_for_person", "x")).toMatchObject({ told: true });
    const first = await row();
    expect(first).toMatchObject({ priority: 3, escalationReason: "asked_for_person" });
    expect(hoursAhead(first.dueAt)).toBeCloseTo(8, 1);
    expect(await escalate(key, "safety", "It burns.")).toMatchObject({ told: false });
    const raised = await row();
    expect(raised).toMatchObject({ priority: 1, escalationReason: "safety" });
    expect(hoursAhead(raised.dueAt)).toBeCloseTo(1, 1);
    await escalate(key, "other", "And another thing.");
    expect(await row()).toMatchObject({ priority: 1, escalationReason: "safety", dueAt: raised.dueAt });
    expect(await count("escalation")).toBe(1);
  });

  test("counts a customer who counts more, and the dearest order that was looked at", async () => {
    await db().conversation.updateMany({ where: { shop: key.shop }, data: { vip: true } });
    const evidence = [{ kind: "amount", value: "EUR 25000", source: "get_order #1001 currentTotalPriceSet" }] as const;
    const call = { callId: "1", name: "get_order", arguments: "{}", outcome: { kind: "ok" }, milliseconds: 1 };
    await append(key, [{ type: "tool", author: "agent", ...call, evidence: [...evidence] }]);
    await escalate(key, "asked_for_person", "x");
    expect(await row()).toMatchObject({ priority: 1 });
  });

  test("is a new one after it was handed back, and after it was closed and they wrote again", async () => {
    await askForPerson(key);
    await handBack(key, ROBIN);
    expect(await row()).toMatchObject({ status: "open", escalationReason: null });
    expect(await escalate(key, "not_understood", "x")).toMatchObject({ told: true });
    await close(key, ROBIN, "solved");
    await say("It is broken again");
    expect(await row()).toMatchObject({ status: "escalated", escalationReason: "reopened" });
    expect(await escalate(key, "asked_for_person", "x")).toMatchObject({ told: true });
    expect(await count("escalation")).toBe(3);
    expect(await row()).toMatchObject({ escalationReason: "asked_for_person" });
  });

  test("says no word beside a person who writes already", async () => {
    await takeOver(key, ROBIN);
    expect(await escalate(key, "approval_needed", "A refund waits.")).toMatchObject({
      told: false,
      event: { type: "takeover" },
    });
    expect(await count("escalation")).toBe(0);
    expect(await row()).toMatchObject({ escalationReason: "approval_needed", takenBy: ROBIN.id });
  });

  test("calls for what is new in what had been answered, and counts its time from now", async () => {
    await askForPerson(key);
    await reply(key, ROBIN, { clientMessageId: randomUUID(), text: "Hello" });
    await db().conversation.updateMany({ where: { shop: key.shop }, data: { dueAt: new Date(Date.now() - HOUR) } });
    await escalate(key, "approval_needed", "A refund waits.");
    const { waitsFor, dueAt, escalationReason } = await row();
    expect({ waitsFor, escalationReason }).toEqual({ waitsFor: "team", escalationReason: "approval_needed" });
    expect(hoursAhead(dueAt)).toBeGreaterThan(7);
  });

  test("is due anew, by the hours that the team keeps, when they write after an answer", async () => {
    await askForPerson(key);
    await reply(key, ROBIN, { clientMessageId: randomUUID(), text: "Hello" });
    await openingHours.replace(key.shop, { ...NO_HOURS, answerHours: 30 }, null);
    await say("And now?");
    const due = await until("the message is due by the team's hours", async () => {
      const { dueAt } = await row();
      return hoursAhead(dueAt) > 20 ? dueAt : null;
    });
    expect(hoursAhead(due)).toBeCloseTo(30, 1);
  });

  test("tells the shopper when somebody is there, and that they can leave an address until then", async () => {
    const day = [{ from: "09:00", to: "09:01" }];
    const tomorrow = new Date(Date.now() + 24 * HOUR).getUTCDay();
    const weekly = NO_HOURS.weekly.map((_, index) => (index === (tomorrow + 6) % 7 ? day : []));
    await openingHours.replace(key.shop, { ...NO_HOURS, weekly }, null);
    const escalated = await escalate(key, "safety", "It burns.");
    expect(escalated?.event).toMatchObject({
      text: expect.stringMatching(
        /^I'm sorry, please stop using it.*team at Tea & Co.*from 9:00 AM.*leave your email/s,
      ) as string,
    });
    const other = await createConversation({ shop: key.shop, customerId: null, locale: "de", channel: "text" });
    const told = await escalate(other, "other", "x");
    expect(told?.event).toMatchObject({ text: expect.not.stringContaining("E-Mail") as string });
  });

  test("leaves people a brief of who, what and what next", async () => {
    await askForPerson(key);
    expect(await briefOf(key.shop, key.conversationId)).toMatchObject({
      reason: "asked_for_person",
      who: { isCustomer: false },
      asked: [{ text: "Where is it?" }],
      waiting: { for: "team" },
      suggestion: { kind: "reply" },
    });
    expect(await briefOf(key.shop, randomUUID())).toBeNull();
    expect(await briefOf("other.myshopify.com", key.conversationId)).toBeNull();
  });
});
