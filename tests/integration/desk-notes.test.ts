import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createConversation } from "#app/conversations/conversations.server.ts";
import { forgetCustomer } from "#app/conversations/forget.server.ts";
import { readAfter } from "#app/conversations/log.server.ts";
import { isPublic } from "#app/conversations/events.ts";
import { mentionsOf, readMentions, unreadNotes } from "#app/inbox/mentions.server.ts";
import { addNote } from "#app/inbox/notes.server.ts";
import type { ConversationKey } from "#app/identity/scope.ts";
import { db } from "#app/platform/db.server.ts";
import type { Staff } from "#app/staff/staff.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { openTestDatabase } from "#tests/support/open-database.ts";

const ROBIN: Staff = { id: "101", name: "Robin Marsh", role: "lead", limit: null };
const SAM = "102";
const CUSTOMER = "gid://shopify/Customer/7";

describe.each(databaseKinds())("Notes among the staff, on %s", (kind) => {
  let closeDatabase: () => Promise<void>;
  let key: ConversationKey;
  beforeAll(async () => void (closeDatabase = await openTestDatabase(kind)));
  afterAll(() => closeDatabase());
  beforeEach(async () => {
    key = await createConversation({
      shop: `store-${randomUUID()}.myshopify.com`,
      customerId: CUSTOMER,
      locale: "en",
    });
    const member = (staffId: string, name: string, role: string) => ({ shop: key.shop, staffId, name, role });
    await db().staffMember.createMany({
      data: [
        member("101", "Robin Marsh", "lead"),
        member(SAM, "Sam Okafor", "agent"),
        member("103", "Kit Lane", "viewer"),
      ],
    });
  });

  const note = (mentions: string[], noteId = randomUUID(), text = "@Sam Okafor can you look?") =>
    addNote(key, ROBIN, { noteId, text, mentions });

  test("find whom they are meant for, once, and not who may not read them", async () => {
    const noteId = randomUUID();
    await Promise.all([1, 2, 3].map(() => note([SAM, "103", "999", ROBIN.id], noteId)));
    const events = await readAfter(key, 0);
    expect(events).toMatchObject([
      { type: "note", noteId, by: { id: "101" }, mentions: [{ id: "101" }, { id: SAM, name: "Sam Okafor" }] },
    ]);
    expect(await mentionsOf(key.shop, SAM)).toMatchObject({
      unread: 1,
      newest: [{ conversationId: key.conversationId, seq: 1, by: "Robin Marsh", read: false }],
    });
    for (const other of ["103", "999", ROBIN.id]) expect((await mentionsOf(key.shop, other)).newest).toEqual([]);
    const audited = await db().auditEntry.findMany({ where: { shop: key.shop } });
    expect(audited).toMatchObject([{ action: "conversation_noted", details: { mentions: 2 } }]);
  });

  test("are read with the conversation, by those who read it alone", async () => {
    await note([SAM]);
    await readMentions(key, ROBIN.id);
    expect(await unreadNotes(key.shop, SAM)).toEqual({
      count: 1,
      conversationId: key.conversationId,
      by: "Robin Marsh",
      excerpt: "@Sam Okafor can you look?",
    });
    expect(await unreadNotes(key.shop, ROBIN.id)).toBeNull();
    await readMentions(key, SAM);
    expect(await unreadNotes(key.shop, SAM)).toBeNull();
    expect(await mentionsOf(key.shop, SAM)).toMatchObject({ unread: 0, newest: [{ read: true }] });
  });

  test("never reach the shopper, and change nothing about whose turn it is", async () => {
    await note([]);
    const row = await db().conversation.findUniqueOrThrow({
      where: { shop_id: { shop: key.shop, id: key.conversationId } },
    });
    expect(row).toMatchObject({ status: "open", takenBy: null, lastSeq: 1 });
    expect((await readAfter(key, 0)).some(isPublic)).toBe(false);
  });

  test("go with their conversation, and none is written to another shop's", async () => {
    await note([SAM]);
    expect(
      await addNote({ ...key, shop: "other.myshopify.com" }, ROBIN, { noteId: randomUUID(), text: "Hi", mentions: [] }),
    ).toEqual({
      kind: "gone",
    });
    await forgetCustomer(key.shop, CUSTOMER, []);
    expect(await db().mention.count({ where: { shop: key.shop } })).toBe(0);
  });
});
