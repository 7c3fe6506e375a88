import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createConversation, findConversation } from "#app/conversations/conversations.server.ts";
import { append, readAfter } from "#app/conversations/log.server.ts";
import { postMessage } from "#app/conversations/post-message.server.ts";
import { assign, claim, unassign } from "#app/inbox/assign.server.ts";
import { close, handBack, reopen, snooze, takeOver } from "#app/inbox/desk.server.ts";
import { reply } from "#app/inbox/reply.server.ts";
import type { ConversationKey } from "#app/identity/scope.ts";
import { db, sql } from "#app/platform/db.server.ts";
import { personOf, type Staff } from "#app/staff/staff.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { openTestDatabase } from "#tests/support/open-database.ts";

const member = (id: string, name: string): Staff => ({ id, name, role: "lead", limit: null });
const ROBIN = member("101", "Robin Marsh");
const SAM = member("102", "Sam Okoye");
const ESCALATION = { type: "escalation", author: "system", reason: "other", text: "Passed on." } as const;

describe.each(databaseKinds())("The desk, on %s", (kind) => {
  let closeDatabase: () => Promise<void>;
  let key: ConversationKey;
  beforeAll(async () => void (closeDatabase = await openTestDatabase(kind)));
  afterAll(() => closeDatabase());
  beforeEach(async () => {
    key = await createConversation({ shop: `store-${randomUUID()}.myshopify.com`, customerId: null, locale: "en" });
    await say("Where is it?");
    const handOver = { reason: "other", priority: 3, dueAt: new Date() };
    await append(key, [ESCALATION], { handOver });
  });

  const say = (text: string) => postMessage(key, { clientMessageId: randomUUID(), text }, randomUUID());
  const write = (staff: Staff, text = "Hello", clientMessageId = randomUUID()) =>
    reply(key, staff, { clientMessageId, text });
  const row = () =>
    db().conversation.findUniqueOrThrow({ where: { shop_id: { shop: key.shop, id: key.conversationId } } });
  const types = async () => (await readAfter(key, 0)).map(({ type }) => type);

  test("gives what is nobody's to one of two who reach for it at once", async () => {
    const both = await Promise.all([claim(key, ROBIN), claim(key, SAM)]);
    expect(both.map(({ kind: outcome }) => outcome).toSorted()).toEqual(["not_now", "ok"]);
    const { assignedTo } = await row();
    expect(both.find(({ kind: outcome }) => outcome === "not_now")).toMatchObject({ now: { assignedTo } });
    expect((await types()).filter((type) => type === "handling")).toHaveLength(1);
    expect(await db().auditEntry.count({ where: { shop: key.shop, action: "conversation_assigned" } })).toBe(1);
  });

  test("lets one person at a time write, and tells the other one who does", async () => {
    expect(await takeOver(key, ROBIN)).toMatchObject({ kind: "ok" });
    expect(await takeOver(key, SAM)).toMatchObject({ kind: "not_now", now: { takenBy: ROBIN.id } });
    expect(await write(SAM)).toMatchObject({ kind: "not_now" });
    expect(await takeOver(key, SAM, { from: ROBIN.id })).toMatchObject({ kind: "ok" });
    expect(await row()).toMatchObject({ takenBy: SAM.id, assignedTo: SAM.id });
  });

  test("silences the agent as long as a person writes, and owes the shopper no turn", async () => {
    await write(ROBIN);
    const outcome = await say("And now?");
    expect(outcome).toMatchObject({ kind: "stored", leased: false });
    expect(await findConversation(key)).toMatchObject({ takenBy: ROBIN.id, unansweredSeq: 0 });
    expect(await row()).toMatchObject({ waitsFor: "team", status: "escalated" });
  });

  test("takes the lease of the turn that is running when somebody takes over", async () => {
    const before = await row();
    expect(before.leaseOwner).not.toBeNull();
    await takeOver(key, ROBIN);
    const lost = await append(key, [{ type: "status", author: "agent", text: "Still here" }], {
      leaseOwner: before.leaseOwner as string,
    });
    expect(lost).toBeNull();
  });

  test("hands back what nobody has answered as a message that waits for the agent", async () => {
    await takeOver(key, ROBIN);
    const asked = await say("Hello?");
    expect(await handBack(key, ROBIN)).toMatchObject({ kind: "ok" });
    expect(await row()).toMatchObject({
      status: "open",
      takenBy: null,
      dueAt: null,
      unansweredSeq: asked.kind === "stored" ? asked.event.seq : 0,
    });
  });

  test("hands what the agent has over in words before it is somebody's, and gives it a reason and a due time", async () => {
    await handBack(key, ROBIN);
    const heard = await readAfter(key, 0);
    expect(await assign(key, ROBIN, personOf(SAM))).toMatchObject({ kind: "ok" });
    const since = (await readAfter(key, heard.length)).map(({ type }) => type);
    expect(since).toEqual(["brief", "escalation", "handling"]);
    expect(await row()).toMatchObject({ status: "escalated", assignedTo: SAM.id, takenBy: null });
    expect(await row()).toMatchObject({ escalationReason: "taken_over", waitsFor: "team" });
  });

  test("tells the shopper when who wrote to them no longer does, and says nothing where nobody did", async () => {
    await claim(key, ROBIN);
    await unassign(key, ROBIN);
    expect((await types()).slice(-2)).toEqual(["handling", "handling"]);
    await takeOver(key, ROBIN);
    expect(await unassign(key, SAM)).toMatchObject({ kind: "ok" });
    expect((await readAfter(key, 0)).at(-1)).toMatchObject({
      type: "escalation",
      text: expect.stringContaining("Nobody is writing to you right now.") as string,
    });
    expect(await row()).toMatchObject({ status: "escalated", assignedTo: null, takenBy: null });
  });

  test("hands back what was answered without owing anything", async () => {
    await write(ROBIN);
    await handBack(key, ROBIN);
    expect(await row()).toMatchObject({ status: "open", unansweredSeq: 0 });
  });

  test("sends the same message once, however often it is posted", async () => {
    const id = randomUUID();
    const sent = await Promise.all([write(ROBIN, "Hi", id), write(ROBIN, "Hi", id), write(ROBIN, "Hi", id)]);
    expect(new Set(sent.map((one) => (one.kind === "sent" ? one.event.seq : one.kind))).size).toBe(1);
    expect((await types()).filter((type) => type === "message")).toHaveLength(2);
    expect(await row()).toMatchObject({ waitsFor: "shopper" });
  });

  test("opens a closed conversation again when the shopper writes, for the one who had it", async () => {
    await write(ROBIN);
    await close(key, ROBIN, "solved");
    expect(await row()).toMatchObject({ status: "closed", outcome: "solved", takenBy: null });
    const outcome = await say("It is broken again");
    expect(outcome).toMatchObject({ kind: "stored", leased: true });
    expect(await row()).toMatchObject({
      status: "escalated",
      assignedTo: ROBIN.id,
      escalationReason: "reopened",
      closedAt: null,
    });
    expect((await types()).slice(-2)).toEqual(["handling", "message"]);
    const events = await readAfter(key, 0);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  });

  test("wakes what is snoozed when the shopper writes", async () => {
    await snooze(key, ROBIN, new Date(Date.now() + 86_400_000));
    expect((await row()).snoozedUntil).not.toBeNull();
    await say("Any news?");
    expect((await row()).snoozedUntil).toBeNull();
  });

  test("undoes a close, and an assignment", async () => {
    await assign(key, ROBIN, { id: SAM.id, name: "Sam Okoye" });
    await close(key, ROBIN, "spam");
    expect(await reopen(key, ROBIN)).toMatchObject({ kind: "ok" });
    expect(await row()).toMatchObject({ status: "escalated", assignedTo: SAM.id });
    await unassign(key, ROBIN);
    expect(await row()).toMatchObject({ assignedTo: null });
  });

  test("does nothing to another shop's conversation", async () => {
    const other = { ...key, shop: `store-${randomUUID()}.myshopify.com` };
    expect(await takeOver(other, ROBIN)).toEqual({ kind: "gone" });
    expect(await sql().query("SELECT 1 FROM event WHERE shop = $1", [other.shop])).toEqual([]);
  });
});
