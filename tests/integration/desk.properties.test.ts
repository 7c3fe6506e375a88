import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createConversation } from "#app/conversations/conversations.server.ts";
import { askForPerson } from "#app/conversations/escalate.server.ts";
import type { ConversationEvent } from "#app/conversations/events.ts";
import { readAfter } from "#app/conversations/log.server.ts";
import { postMessage } from "#app/conversations/post-message.server.ts";
import type { ConversationKey } from "#app/identity/scope.ts";
import { assign, claim, unassign } from "#app/inbox/assign.server.ts";
import { close, handBack, reopen, snooze, takeOver, wake } from "#app/inbox/desk.server.ts";
import { reply } from "#app/inbox/reply.server.ts";
import { db } from "#app/platform/db.server.ts";
import { personOf, type Staff } from "#app/staff/staff.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { openTestDatabase } from "#tests/support/open-database.ts";

const seed = Number(process.env["FC_SEED"] ?? 20261122);

const member = (id: string, name: string): Staff => ({ id, name, role: "lead", limit: null });
const TEAM = [member("101", "Robin Marsh"), member("102", "Sam Okoye"), member("103", "Kim Vogel")] as const;

type Deed = (key: ConversationKey, staff: Staff, other: Staff) => Promise<unknown>;
const DEEDS: Record<string, Deed> = {
  shopper_writes: (key) => postMessage(key, { clientMessageId: randomUUID(), text: "Hello?" }, randomUUID()),
  reply: (key, staff) => reply(key, staff, { clientMessageId: randomUUID(), text: "Hello." }),
  take_over: (key, staff) => takeOver(key, staff),
  take_from: (key, staff, other) => takeOver(key, staff, { from: other.id }),
  hand_back: (key, staff) => handBack(key, staff),
  claim: (key, staff) => claim(key, staff),
  assign: (key, staff, other) => assign(key, staff, personOf(other)),
  unassign: (key, staff) => unassign(key, staff),
  snooze: (key, staff) => snooze(key, staff, new Date(Date.now() + 3_600_000)),
  wake: (key, staff) => wake(key, staff),
  close: (key, staff) => close(key, staff, "solved"),
  reopen: (key, staff) => reopen(key, staff),
  shopper_asks_for_people: (key) => askForPerson(key),
};

const step = fc.record({
  deed: fc.constantFrom(...Object.keys(DEEDS), "shopper_writes", "reply"),
  by: fc.nat(TEAM.length - 1),
  other: fc.nat(TEAM.length - 1),
});
/** Steps of one round happen at the same time. */
const rounds = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });

/** Who held the conversation when each message of the staff was stored, as the log tells it, against who wrote it. */
function strangers(events: readonly ConversationEvent[]): string[] {
  let holder: string | null = null;
  return events.flatMap((event) => {
    if (event.type === "takeover") holder = event.state === "taken" ? event.name : null;
    else if (event.type === "closed") holder = null;
    else if (event.type === "handling" && event.what === "unassigned") holder = null;
    else if (event.type === "handling" && event.what === "assigned" && holder !== null) holder = event.to?.name ?? null;
    else if (event.type === "message" && event.author === "staff" && event.name !== holder) {
      return [`${event.name ?? ""} wrote while ${holder ?? "nobody"} had it`];
    }
    return [];
  });
}

describe.each(databaseKinds())("Whatever people and a shopper do at the same time, on %s", (kind) => {
  let closeDatabase: () => Promise<void>;
  beforeAll(async () => void (closeDatabase = await openTestDatabase(kind)));
  afterAll(() => closeDatabase());

  test("the log has no gap, one person at a time writes, and no message is owed an answer by nobody", async () => {
    await fc.assert(
      fc.asyncProperty(rounds, async (told) => {
        const shop = `store-${randomUUID()}.myshopify.com`;
        const key = await createConversation({ shop, customerId: null, locale: "en" });
        for (const round of told) {
          await Promise.all(
            round.map(({ deed, by, other }) => (DEEDS[deed] as Deed)(key, TEAM[by] as Staff, TEAM[other] as Staff)),
          );
        }
        const row = await db().conversation.findUniqueOrThrow({ where: { shop_id: { shop, id: key.conversationId } } });
        const events = await readAfter(key, 0);
        const messages = events.filter(({ type }) => type === "message");
        const last = messages.at(-1);

        expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: row.lastSeq }, (_, index) => index + 1));
        expect(strangers(events)).toEqual([]);
        if (row.takenBy !== null) {
          expect(row).toMatchObject({
            status: "escalated",
            unansweredSeq: 0,
            leaseOwner: null,
            assignedTo: row.takenBy,
          });
        }
        if (row.status === "escalated") expect([row.escalatedAt !== null, row.closedAt]).toEqual([true, null]);
        if (row.status === "closed") {
          expect(row.closedAt).not.toBeNull();
          expect(row).toMatchObject({ unansweredSeq: 0, snoozedUntil: null });
        }
        if (row.status === "open") {
          expect(row).toMatchObject({ assignedTo: null, snoozedUntil: null, dueAt: null });
          // The agent runs no turn here, so what the shopper wrote last waits for it, or for nobody if a person has answered.
          if (last?.author === "shopper") expect(row.unansweredSeq).toBe(last.seq);
        }
        // Called once more in the moment of an answer, people may be owed a look that they have just had; never the reverse.
        const isCalled = events.some(({ type }) => type === "brief");
        if (last?.author === "staff" && !isCalled) expect(row.waitsFor).toBe("shopper");
        if (row.takenBy !== null) {
          const taken = events.findLast(({ type }) => type === "takeover" || type === "escalation");
          expect(taken).toMatchObject({ type: "takeover", state: "taken" });
        }
        if (last?.author === "shopper") expect(row.waitsFor).toBe("team");

        const deeds = events.filter(({ type, author }) => author === "staff" && type !== "closed").length;
        expect(await db().auditEntry.count({ where: { shop } })).toBe(deeds);
      }),
      { seed, numRuns: kind === "pglite" ? 15 : 60 },
    );
  });
});
