import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CONVERSATION_FILTERS, type ConversationFilter } from "#app/conversations/conversation-filters.ts";
import { createConversation } from "#app/conversations/conversations.server.ts";
import type { NewEvent } from "#app/conversations/events.ts";
import { conversationFigures, unansweredQuestions } from "#app/conversations/figures.server.ts";
import { latelyFigures } from "#app/conversations/lately.server.ts";
import { append } from "#app/conversations/log.server.ts";
import { listQueue } from "#app/inbox/queue/list-queue.server.ts";
import { indexAll } from "#app/inbox/search/index-search.server.ts";
import { db, sql } from "#app/platform/db.server.ts";
import type { ResolutionKind } from "#app/policy/kinds.ts";
import { listResolutions } from "#app/resolutions/list-resolutions.server.ts";
import { moneyMoved } from "#app/resolutions/money-moved.server.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { openTestDatabase, setTestEnvironment } from "#tests/support/open-database.ts";
import { until } from "#tests/support/until.ts";

setTestEnvironment();

const says = (text: string): NewEvent => ({ type: "message", author: "shopper", messageId: randomUUID(), text });
const handed = (reason: string): NewEvent => ({ type: "escalation", author: "system", reason, text: "Passed on." });
const told = (worry: string): NewEvent => ({
  type: "tool",
  author: "agent",
  callId: "1",
  name: "get_order",
  arguments: "{}",
  outcome: { kind: "ok", result: { orderName: "#1001", worry } },
  evidence: [],
  milliseconds: 1,
});

describe.each(databaseKinds())("The home page's figures, on %s", (kind) => {
  let close: () => Promise<void>;
  let shop: string;
  beforeAll(async () => void (close = await openTestDatabase(kind)));
  afterAll(() => close());
  beforeEach(() => void (shop = `store-${randomUUID()}.myshopify.com`));

  type Talk = { daysAgo?: number; status?: "escalated"; waiting?: boolean };

  async function converse(events: NewEvent[], { daysAgo = 0, status, waiting }: Talk = {}): Promise<string> {
    const key = await createConversation({ shop, customerId: null, locale: "en" });
    await append(key, events, status ? { handOver: { reason: "other", priority: 3, dueAt: new Date() } } : {});
    await sql().query(
      `UPDATE conversation SET created_at = now() - make_interval(days => $3::int), unanswered_seq = $4::int
       WHERE shop = $1 AND id = $2::uuid`,
      [shop, key.conversationId, daysAgo, waiting ? 1 : 0],
    );
    return key.conversationId;
  }

  async function ledgerHas(of: {
    kind: ResolutionKind;
    minor: number;
    currency?: string;
    state?: string;
    days?: number;
  }) {
    const id = randomUUID();
    const at = new Date(Date.now() - (of.days ?? 1) * 86_400_000);
    const order = { orderId: "gid://shopify/Order/1", orderName: "#1001", reason: "damaged", kind: of.kind };
    const money = { valueMinor: BigInt(of.minor), currency: of.currency ?? "EUR", locale: "en", digest: "0" };
    const state = of.state ?? "succeeded";
    await db().resolution.create({
      data: {
        shop,
        id,
        conversationId: randomUUID(),
        state,
        expiresAt: at,
        settledAt: at,
        proposal: {},
        ...order,
        ...money,
      },
    });
    return id;
  }

  test("count each conversation for what it is, and every figure is as long as the list it leads to", async () => {
    const ids = {
      plain: await converse([says("Where is my order?"), told("fine")]),
      late: await converse([says("And now?"), told("fine"), told("late")], { daysAgo: 3 }),
      asked: await converse([says("A person!"), handed("asked_for_person")], { status: "escalated", daysAgo: 3 }),
      stuck: await converse([says("Blorp?"), handed("not_understood")], { daysAgo: 4 }),
      waiting: await converse([says("Hello?")], { waiting: true, daysAgo: 5 }),
      old: await converse([says("Blorp?"), told("late"), handed("not_understood")], { daysAgo: 31 }),
    };
    await converse([]);
    const expected: Record<ConversationFilter, string[]> = {
      today: [ids.plain],
      unaided: [ids.plain, ids.late],
      late: [ids.late],
      unanswered: [ids.stuck],
    };
    await indexAll(10);
    const figures = await conversationFigures(shop, "UTC");
    expect(figures).toEqual({ today: 1, waiting: 1, answered: 4, unaided: 2, late: 1, unanswered: 1 });
    for (const filter of CONVERSATION_FILTERS) {
      const only = { filter, timeZone: "UTC" };
      const { rows } = await listQueue({ shop, me: "1", view: "all", filters: {}, only });
      expect(rows.map(({ id }) => id).sort(), filter).toEqual(expected[filter].sort());
    }
    expect((await listQueue({ shop, me: "1", view: "team", filters: {} })).rows).toHaveLength(figures.waiting);
    expect(await unansweredQuestions(shop, 3)).toEqual([{ conversationId: ids.stuck, question: "Blorp?" }]);
  });

  test("are counted anew each minute where they are of many, which nobody waits for, and at every look where they are of few", async () => {
    const now = Date.now();
    const answered = async (minutes: number, many = 1) =>
      (await latelyFigures(shop, now + minutes * 60_000, many)).answered;
    expect(await answered(0, 2)).toBe(0);
    await converse([says("Hello")]);
    expect(await answered(0, 2)).toBe(1);
    expect(await answered(0)).toBe(1);
    await converse([says("Hello again")]);
    expect([await answered(0.9), await answered(1.1)]).toEqual([1, 1]);
    await until("counted anew", async () => (await answered(1.2)) === 2);
    await converse([says("And again")]);
    expect(await answered(20)).toBe(3);
  });

  test("take the shop's own midnight for the beginning of today", async () => {
    const id = await converse([says("Hi")]);
    // A moment that is today in one zone and yesterday in another, whenever this runs.
    const [row] = await sql().query<{ at: Date }>(
      "SELECT date_trunc('day', now() AT TIME ZONE 'Pacific/Kiritimati') AT TIME ZONE 'Pacific/Kiritimati' AS at",
    );
    const before = new Date((row?.at.getTime() ?? 0) - 60_000);
    await db().conversation.update({ where: { shop_id: { shop, id } }, data: { createdAt: before } });
    expect((await conversationFigures(shop, "Pacific/Kiritimati")).today).toBe(0);
    await db().conversation.update({ where: { shop_id: { shop, id } }, data: { createdAt: row?.at ?? before } });
    expect((await conversationFigures(shop, "Pacific/Kiritimati")).today).toBe(1);
  });

  test("add up, currency by currency, what was given back lately, and nothing else", async () => {
    const counted = [
      await ledgerHas({ kind: "refund", minor: 1000 }),
      await ledgerHas({ kind: "store_credit", minor: 250 }),
      await ledgerHas({ kind: "cancel", minor: 700, currency: "JPY" }),
    ];
    await ledgerHas({ kind: "refund", minor: 99, state: "failed" });
    await ledgerHas({ kind: "refund", minor: 99, days: 31 });
    await ledgerHas({ kind: "replacement", minor: 99 });
    expect(await moneyMoved(shop)).toEqual([
      { amount: { minor: 1250, currency: "EUR" }, count: 2 },
      { amount: { minor: 700, currency: "JPY" }, count: 1 },
    ]);
    const { resolutions } = await listResolutions(shop, "done", null, "money");
    expect(resolutions.map(({ id }) => id).sort()).toEqual(counted.sort());
  });

  test("know nothing of another shop's (P7)", async () => {
    await converse([says("Blorp?"), told("late"), handed("not_understood")], { status: "escalated" });
    await ledgerHas({ kind: "refund", minor: 1000 });
    shop = `store-${randomUUID()}.myshopify.com`;
    expect(Object.values(await conversationFigures(shop, "UTC"))).toEqual([0, 0, 0, 0, 0, 0]);
    expect([await moneyMoved(shop), await unansweredQuestions(shop, 3)]).toEqual([[], []]);
  });
});
