import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createConversation } from "#app/conversations/conversations.server.ts";
import type { NewEvent } from "#app/conversations/events.ts";
import { forgetCustomer } from "#app/conversations/forget.server.ts";
import { append } from "#app/conversations/log.server.ts";
import { doToEach, type Seen } from "#app/inbox/bulk.server.ts";
import { assign } from "#app/inbox/assign.server.ts";
import { close, handBack, snooze } from "#app/inbox/desk.server.ts";
import { countViews } from "#app/inbox/queue/counts.server.ts";
import { listQueue, PAGE_SIZE } from "#app/inbox/queue/list-queue.server.ts";
import { nextInView } from "#app/inbox/queue/next-in-view.server.ts";
import { changeView, dropView, savedViews, saveView } from "#app/inbox/queue/saved-views.server.ts";
import { COUNTED_VIEWS, type Filters, QUEUE_VIEWS, type QueueView } from "#app/inbox/queue/views.ts";
import { excerptsOf } from "#app/inbox/search/excerpt.server.ts";
import { indexAll } from "#app/inbox/search/index-search.server.ts";
import { db, sql } from "#app/platform/db.server.ts";
import { personOf, type Staff } from "#app/staff/staff.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { openTestDatabase, setTestEnvironment } from "#tests/support/open-database.ts";

setTestEnvironment();

const member = (id: string, name: string): Staff => ({ id, name, role: "lead", limit: null });
const ROBIN = member("101", "Robin Marsh");
const SAM = member("102", "Sam Okoye");
const says = (text: string, author: "shopper" | "agent" = "shopper"): NewEvent => ({
  type: "message",
  author,
  messageId: randomUUID(),
  text,
});
const about = (orderName: string): NewEvent => ({
  type: "verification",
  author: "system",
  state: "verified",
  orderName,
});
const told = (worry: string): NewEvent => ({
  type: "tool",
  author: "agent",
  callId: "1",
  name: "get_order",
  arguments: `{"secretword":"unsaid"}`,
  outcome: { kind: "ok", result: { orderName: "#9", worry, note: "unsaid" } },
  evidence: [],
  milliseconds: 1,
});

describe.each(databaseKinds())("The inbox, on %s", (kind) => {
  let closeDatabase: () => Promise<void>;
  let shop: string;
  beforeAll(async () => void (closeDatabase = await openTestDatabase(kind)));
  afterAll(() => closeDatabase());
  beforeEach(() => void (shop = `store-${randomUUID()}.myshopify.com`));

  type Talk = {
    events?: NewEvent[];
    /** Minutes from now by when people should answer; absent where it stays with the agent. */
    due?: number;
    reason?: string;
    priority?: number;
    set?: Record<string, string | number | null>;
    locale?: string;
    customerId?: string;
    of?: string;
  };
  async function talk({ events = [says("Hello")], due, reason = "other", priority = 3, ...more }: Talk = {}) {
    const { set = {}, locale = "en", customerId = null, of = shop } = more;
    const key = await createConversation({ shop: of, customerId, locale });
    const handOver =
      due === undefined ? {} : { handOver: { reason, priority, dueAt: new Date(Date.now() + due * 60_000) } };
    await append(key, events, handOver);
    for (const [column, value] of Object.entries(set)) {
      await sql().query(`UPDATE conversation SET ${column} = $3 WHERE shop = $1 AND id = $2::uuid`, [
        of,
        key.conversationId,
        value,
      ]);
    }
    return key.conversationId;
  }
  async function resolution(conversationId: string, state: string, outcome: object | null = null) {
    const order = {
      orderId: "gid://shopify/Order/1",
      orderName: "#1001",
      reason: "damaged",
      kind: "refund",
      digest: "0",
    };
    const rest = { valueMinor: 100n, currency: "EUR", locale: "en", expiresAt: new Date(), proposal: {} };
    await db().resolution.create({
      data: { shop, id: randomUUID(), conversationId, state, ...order, ...rest, ...(outcome ? { outcome } : {}) },
    });
  }
  const list = async (view: QueueView, filters: Filters = {}, me = ROBIN.id) => {
    const { rows } = await listQueue({ shop, me, view, filters });
    return rows.map(({ id }) => id);
  };
  const find = (q: string, view: QueueView = "all") => list(view, { q });

  test("shows each conversation in the views it belongs to, by when it is due, and counts as it shows", async () => {
    const late = await talk({ due: -60 });
    const soon = await talk({ due: 20, set: { assigned_to: ROBIN.id } });
    const sams = await talk({ due: 10, set: { assigned_to: SAM.id } });
    const answered = await talk({ due: 30, set: { waits_for: "shopper", assigned_to: ROBIN.id } });
    const asleep = await talk({ due: -90, set: { assigned_to: ROBIN.id } });
    await snooze({ shop, conversationId: asleep }, ROBIN, new Date(Date.now() + 3_600_000));
    const awake = await talk({ due: 40, set: { snoozed_until: new Date(Date.now() - 1_000).toISOString() } });
    const approval = await talk({ due: 50, reason: "approval_needed" });
    await resolution(approval, "awaiting_approval");
    const broken = await talk({ due: 60, reason: "resolution_failed" });
    await resolution(broken, "failed");
    const settled = await talk({ due: 70 });
    await resolution(settled, "failed", { settledBy: "Robin" });
    const unknown = await talk();
    await resolution(unknown, "needs_attention");
    const done = await talk({ due: 5 });
    await resolution(done, "failed");
    await close({ shop, conversationId: done }, ROBIN, "solved");
    const open = await talk();
    await talk({ due: -5, of: `store-${randomUUID()}.myshopify.com` });
    await createConversation({ shop, customerId: null, locale: "en" });

    expect(await list("team")).toEqual([late, sams, soon, awake, approval, broken, settled]);
    expect(await list("mine")).toEqual([soon, answered]);
    expect(await list("mine", {}, SAM.id)).toEqual([sams]);
    expect(await list("unassigned")).toEqual([late, awake, approval, broken, settled]);
    expect(await list("shopper")).toEqual([answered]);
    expect(await list("approvals")).toEqual([approval]);
    expect(await list("attention")).toEqual([broken, unknown]);
    expect(await list("snoozed")).toEqual([asleep]);
    expect(await list("done")).toEqual([done]);
    expect((await list("all")).sort()).toEqual(
      [late, soon, sams, answered, asleep, awake, approval, broken, settled, unknown, done, open].sort(),
    );
    const counts = await countViews(shop, ROBIN.id);
    for (const view of COUNTED_VIEWS) expect(counts[view], view).toBe((await list(view)).length);
  });

  test("is paged to its end and back without losing or repeating one, also where many are due at once or never", async () => {
    const due = new Date(Date.now() + 60_000).toISOString();
    const expected: string[] = [];
    for (let i = 0; i < PAGE_SIZE * 2 + 4; i++) {
      expected.push(await talk({ due: 0, set: { due_at: i % 3 === 0 ? null : due } }));
    }
    const asked = { shop, me: ROBIN.id, view: "unassigned", filters: {} } as const;
    const first = await listQueue(asked);
    const second = await listQueue(asked, { direction: "older", cursor: first.older! });
    const third = await listQueue(asked, { direction: "older", cursor: second.older! });
    expect(third.older).toBeNull();
    const all = [...first.rows, ...second.rows, ...third.rows];
    expect(all.map(({ id }) => id).sort()).toEqual(expected.sort());
    expect(all.findIndex(({ dueAt }) => dueAt === null)).toBe(all.filter(({ dueAt }) => dueAt !== null).length);
    const back = await listQueue(asked, { direction: "newer", cursor: third.newer! });
    expect(back.rows).toEqual(second.rows);
  });

  test("tells of each who it is, what was last said, which orders it is about, and how it stands", async () => {
    const id = await talk({
      due: 20,
      priority: 1,
      reason: "asked_for_person",
      events: [says("Where is it?"), about("#1002"), says("It was delivered.", "agent"), says("Not to me 😠")],
      set: { shopper_name: "Ana Lima", assigned_to: SAM.id },
    });
    const row = async () => (await listQueue({ shop, me: ROBIN.id, view: "team", filters: {} })).rows[0];
    const known = {
      id,
      name: "Ana Lima",
      orderNames: ["#1002"],
      lastMessage: { author: "shopper", text: "Not to me 😠" },
      messages: 3,
      reason: "asked_for_person",
      priority: 1,
      waitsFor: "team",
      assignedTo: SAM.id,
    };
    expect(await row()).toMatchObject(known);
    await indexAll(10);
    await append({ shop, conversationId: id }, [about("#1003"), says("One more", "agent")]);
    expect(await row()).toMatchObject({
      ...known,
      orderNames: ["#1002", "#1003"],
      messages: 4,
      lastMessage: { author: "agent", text: "One more" },
    });
  });

  test("knows what comes next, also after what has just left the view", async () => {
    const [first, second, third] = [await talk({ due: 1 }), await talk({ due: 2 }), await talk({ due: 3 })];
    const next = (after: string) => nextInView(shop, ROBIN.id, "team", after);
    expect(await next(first)).toBe(second);
    await close({ shop, conversationId: second }, ROBIN, "solved");
    expect(await next(second)).toBe(third);
    expect(await next(third)).toBe(first);
    await close({ shop, conversationId: first }, ROBIN, "solved");
    expect(await next(third)).toBeNull();
  });

  test("finds what was said in any script, by whole words, beginnings and parts, and nothing of another shop's (P7)", async () => {
    const ids = {
      german: await talk({ events: [says("Die Lieferung nach Zürich ist GROSS & beschädigt.")], locale: "de-CH" }),
      japanese: await talk({ events: [says("注文した商品がまだ届きません。返金してください")], locale: "ja" }),
      arabic: await talk({ events: [says("أين طلبي؟ لم يصل بعد")], locale: "ar" }),
      hebrew: await talk({ events: [says("איפה ההזמנה שלי")], locale: "he" }),
      korean: await talk({ events: [says("배송이 언제 도착하나요")], locale: "ko" }),
      emoji: await talk({ events: [says("So happy 🎉 thanks")] }),
      order: await talk({
        events: [says("Hi"), about("#1042"), says("Your parcel 1Z999AA10123456784 left.", "agent")],
      }),
      email: await talk({ set: { shopper_email: "Ana.Lima+shop@Example.com", shopper_name: "Ana Lima" } }),
      custom: await talk({ events: [says("it is WX-1001-EU")] }),
      long: await talk({ events: [says(`${"word ".repeat(1_990)}needle`)] }),
    };
    const other = `store-${randomUUID()}.myshopify.com`;
    await talk({ events: [says("Lieferung 注文 needle #1042")], of: other });
    await indexAll(20);
    const found: [string, keyof typeof ids][] = [
      ["zurich", "german"],
      ["BESCHAD", "german"],
      ["lieferung groß", "german"],
      ["届きません", "japanese"],
      ["商品", "japanese"],
      ["返", "japanese"],
      ["طلبي", "arabic"],
      ["ההזמנה", "hebrew"],
      ["배송", "korean"],
      ["🎉", "emoji"],
      ["1042", "order"],
      ["#1042", "order"],
      ["1z999aa10123456784", "order"],
      ["ana.lima+shop@example.com", "email"],
      ["lima ana", "email"],
      ["wx-1001", "custom"],
      ["1001", "custom"],
      ["needle", "long"],
    ];
    for (const [query, which] of found) expect(await find(query), query).toEqual([ids[which]]);
    for (const query of ["104", "lieferung 商品", "unsaid", "%", "'", "\\", "a & b | !c:*", "get_order"]) {
      expect(await find(query), query).toEqual([]);
    }
    expect((await listQueue({ shop: other, me: "1", view: "all", filters: { q: "needle" } })).rows).toHaveLength(1);
  });

  test("never finds what tools were called with or answered", async () => {
    await talk({ events: [says("Hello there"), told("late")] });
    await indexAll(10);
    expect([await find("unsaid"), await find("secretword")]).toEqual([[], []]);
    expect(await list("all", { late: "yes" })).toHaveLength(1);
  });

  test("searches on with what was said since, is narrowed by view and filters, and pages by last activity", async () => {
    const ids: string[] = [];
    for (let i = 0; i < PAGE_SIZE + 5; i++) {
      // So far apart that none was last active at the same moment as another.
      const set = { updated_at: new Date(Date.now() - 60_000 + i * 1_000).toISOString() };
      ids.push(await talk({ events: [says(`Kettle ${i}`)], set, ...(i < 3 ? { due: i, locale: "fr-FR" } : {}) }));
    }
    await indexAll(10);
    const asked = { shop, me: ROBIN.id, view: "all", filters: { q: "kettle" } } as const;
    const first = await listQueue(asked);
    const second = await listQueue(asked, { direction: "older", cursor: first.older! });
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(ids.toReversed());
    expect((await listQueue(asked, { direction: "newer", cursor: second.newer! })).rows).toEqual(first.rows);
    expect(await find("kettle", "team")).toEqual([ids[2], ids[1], ids[0]]);
    expect(await list("all", { language: "fr" })).toEqual([ids[2], ids[1], ids[0]]);
    expect(await list("team", { language: "fr", assignee: "none" })).toEqual(ids.slice(0, 3));
    expect(await list("team", { language: "de" })).toEqual([]);
    const [oldest = ""] = ids;
    await append({ shop, conversationId: oldest }, [says("and a teapot")]);
    await indexAll(10);
    expect(await find("kettle teapot")).toEqual([oldest]);
    expect((await find("kettle"))[0]).toBe(oldest);
    await handBack({ shop, conversationId: oldest }, ROBIN);
    expect(await find("kettle", "team")).not.toContain(oldest);
  });

  test("shows where the words are", async () => {
    const id = await talk({
      events: [says("Nothing"), says(`${"long ".repeat(30)} the Kéttle is broken`), says("bye")],
    });
    const found = await excerptsOf(shop, [id], "kettle brok");
    const pieces = found.get(id)?.pieces ?? [];
    expect(pieces.filter((piece) => piece.found).map(({ text }) => text)).toEqual(["Kéttle", "broken"]);
    expect(pieces[0]?.text.startsWith("…")).toBe(true);
    const japanese = await talk({ events: [says("注文した商品がまだ届きません")] });
    const part = (await excerptsOf(shop, [japanese], "届きません")).get(japanese)?.pieces;
    expect(part?.filter((piece) => piece.found)).toEqual([{ text: "届きません", found: true }]);
  });

  test("takes everybody in who is behind, once, however many look at the same time, and forgets with the conversation", async () => {
    const customerId = "gid://shopify/Customer/7";
    const ids = await Promise.all(Array.from({ length: 6 }, () => talk({ events: [says("samovar")], customerId })));
    await Promise.all([indexAll(5), indexAll(5), indexAll(5)]);
    const rows = await sql().query<{ messages: number; n: number }>(
      "SELECT messages, count(*)::int AS n FROM conversation_search WHERE shop = $1 GROUP BY messages",
      [shop],
    );
    expect(rows).toEqual([{ messages: 1, n: ids.length }]);
    expect(await find("samovar")).toHaveLength(ids.length);
    await forgetCustomer(shop, customerId, []);
    expect(await sql().query("SELECT 1 FROM conversation_search WHERE shop = $1", [shop])).toEqual([]);
  });

  describe("done to several at once", () => {
    const seen = async (ids: readonly string[]): Promise<Seen[]> => {
      const { rows } = await listQueue({ shop, me: ROBIN.id, view: "all", filters: {} });
      return ids.map((id) => {
        const row = rows.find((one) => one.id === id);
        return {
          id,
          activeAt: new Date(row?.activeAt ?? 0),
          assignedTo: row?.assignedTo ?? null,
          withAgent: row?.status === "open",
        };
      });
    };

    test("closes all but what has changed meanwhile, and undoes it", async () => {
      const ids = [await talk({ due: 1 }), await talk({ due: 2 }), await talk({ due: 3 })];
      const before = await seen(ids);
      await new Promise((resolve) => setTimeout(resolve, 3));
      await append({ shop, conversationId: ids[1]! }, [says("Wait!")]);
      const gone = { id: randomUUID(), activeAt: new Date(), assignedTo: null, withAgent: false };
      const done = await doToEach(shop, ROBIN, { kind: "close", outcome: "solved" }, [...before, gone]);
      expect(done.map(({ outcome }) => outcome)).toEqual(["done", "changed", "done", "gone"]);
      expect((await list("done")).sort()).toEqual([ids[0]!, ids[2]!].sort());
      expect(await db().auditEntry.count({ where: { shop, action: "conversation_closed" } })).toBe(2);
      await doToEach(shop, ROBIN, { kind: "reopen" }, [before[0]!, before[2]!]);
      expect(await list("done")).toEqual([]);
      expect(await list("team")).toEqual(ids);
    });

    test("gives nobody what somebody else has taken meanwhile, and gives back what was given", async () => {
      const ids = [await talk({ due: 1 }), await talk({ due: 2 })];
      const before = await seen(ids);
      await assign({ shop, conversationId: ids[1]! }, SAM, personOf(SAM));
      const done = await doToEach(shop, ROBIN, { kind: "assign", to: personOf(ROBIN) }, before);
      expect(done.map(({ outcome }) => outcome)).toEqual(["done", "changed"]);
      expect(await list("mine")).toEqual([ids[0]]);
      await doToEach(shop, ROBIN, { kind: "back" }, [before[0]!]);
      expect(await list("mine")).toEqual([]);
      expect(await list("unassigned")).toEqual([ids[0]]);
    });

    test("gives the agent back what it had, when its close or its assignment is undone", async () => {
      const id = await talk({ due: 1 });
      await handBack({ shop, conversationId: id }, ROBIN);
      const before = await seen([id]);
      const stands = () =>
        db().conversation.findUniqueOrThrow({
          where: { shop_id: { shop, id } },
          select: { status: true, assignedTo: true, closedAt: true, escalatedAt: true },
        });
      const withAgent = { status: "open", assignedTo: null, closedAt: null, escalatedAt: null };
      expect(await stands()).toEqual(withAgent);
      await doToEach(shop, ROBIN, { kind: "close", outcome: "solved" }, before);
      expect(await stands()).toMatchObject({ status: "closed" });
      await doToEach(shop, ROBIN, { kind: "reopen" }, before);
      expect(await stands()).toEqual(withAgent);
      await doToEach(shop, ROBIN, { kind: "assign", to: personOf(SAM) }, before);
      expect(await stands()).toMatchObject({ status: "escalated", assignedTo: SAM.id });
      await doToEach(shop, ROBIN, { kind: "back" }, before);
      expect(await stands()).toEqual(withAgent);
    });

    test("snoozes, and wakes again", async () => {
      const ids = [await talk({ due: 1 }), await talk({ due: 2 })];
      const before = await seen(ids);
      await doToEach(shop, ROBIN, { kind: "snooze", until: new Date(Date.now() + 3_600_000) }, before);
      expect([await list("team"), (await list("snoozed")).length]).toEqual([[], 2]);
      await doToEach(shop, ROBIN, { kind: "wake" }, before);
      expect(await list("team")).toEqual(ids);
    });
  });

  test("keeps views for one person or for all, written down where they are for all", async () => {
    const filters = { view: "team", language: "ja" } as const;
    const own = await saveView(shop, personOf(ROBIN), { name: "Japan", shared: false, filters });
    const shared = await saveView(shop, personOf(SAM), {
      name: "angry",
      shared: true,
      filters: { view: "done", q: "refund" },
    });
    if (own.kind !== "saved" || shared.kind !== "saved") throw new Error("A view was not saved.");
    expect(await savedViews(shop, ROBIN.id)).toEqual([
      { id: shared.id, name: "angry", shared: true, mine: false, filters: { view: "done", q: "refund" } },
      { id: own.id, name: "Japan", shared: false, mine: true, filters },
    ]);
    expect((await savedViews(shop, SAM.id)).map(({ name }) => name)).toEqual(["angry"]);
    expect(await changeView(shop, personOf(ROBIN), shared.id, { name: "mine now", shared: true })).toEqual({
      kind: "gone",
    });
    expect(await changeView(shop, personOf(ROBIN), own.id, { name: "Nippon", shared: true })).toEqual({
      kind: "saved",
    });
    expect((await savedViews(shop, SAM.id)).map(({ name }) => name)).toEqual(["angry", "Nippon"]);
    expect(await dropView(shop, personOf(SAM), own.id)).toEqual({ kind: "gone" });
    expect(await dropView(shop, personOf(ROBIN), own.id)).toEqual({ kind: "dropped" });
    const entries = await db().auditEntry.findMany({ where: { shop }, select: { action: true } });
    expect(entries.map(({ action }) => action).sort()).toEqual(["view_changed", "view_dropped", "view_shared"]);
    expect(await savedViews(`store-${randomUUID()}.myshopify.com`, ROBIN.id)).toEqual([]);
  });

  test("has something to say of every view of an empty shop", async () => {
    for (const view of QUEUE_VIEWS) expect(await list(view), view).toEqual([]);
    expect(Object.values(await countViews(shop, ROBIN.id))).toEqual(COUNTED_VIEWS.map(() => 0));
  });
});
