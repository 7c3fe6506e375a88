import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createConversation } from "#app/conversations/conversations.server.ts";
import type { NewEvent } from "#app/conversations/events.ts";
import { forgetCustomer } from "#app/conversations/forget.server.ts";
import { append } from "#app/conversations/log.server.ts";
import { drawForReview, qualitySettings } from "#app/inbox/quality/draw.server.ts";
import type { QualitySettings } from "#app/inbox/quality/review.ts";
import { judge, reviewProgress, takeBack, waitingForReview } from "#app/inbox/quality/reviews.server.ts";
import { decideSuggestion, openSuggestions } from "#app/inbox/quality/suggestions.server.ts";
import { merchantAnswers } from "#app/knowledge/merchant-answers.server.ts";
import { db, sql } from "#app/platform/db.server.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { openTestDatabase } from "#tests/support/open-database.ts";

const ROBIN = { id: "101", name: "Robin Marsh" };
const SAM = { id: "102", name: "Sam Okafor" };
const CUSTOMER = "gid://shopify/Customer/7";
const NOW = new Date("2026-11-22T12:00:00Z");
const WRONG = { label: "wrong", reason: "not_true", comment: "" } as const;
const LEARN = { kind: "knowledge", question: "Do you ship to Malta?", answer: "Yes, in 6 days." } as const;

const said = (author: "shopper" | "agent"): NewEvent => ({
  type: "message",
  author,
  messageId: randomUUID(),
  text: "…",
});
const RATED: NewEvent = { type: "rating", author: "shopper", score: 1, comment: "" };

describe.each(databaseKinds())("Quality review, on %s", (kind) => {
  let closeDatabase: () => Promise<void>;
  let shop: string;
  beforeAll(async () => void (closeDatabase = await openTestDatabase(kind)));
  afterAll(() => closeDatabase());
  beforeEach(async () => {
    shop = `store-${randomUUID()}.myshopify.com`;
    const profile = { timeZone: "Pacific/Auckland", profileReadAt: new Date() };
    await db().shop.create({ data: { shop, name: "Tea", ...profile } });
  });

  async function conversation(at: string, events: NewEvent[] = [said("shopper"), said("agent")]): Promise<string> {
    const key = await createConversation({ shop, customerId: CUSTOMER, locale: "en" });
    await append(key, events);
    await sql().query("UPDATE conversation SET updated_at = $2 WHERE shop = $1 AND id = $3::uuid", [
      shop,
      new Date(at),
      key.conversationId,
    ]);
    return key.conversationId;
  }
  const many = (count: number) =>
    Promise.all(Array.from({ length: count }, () => conversation("2026-11-20T12:00:00Z")));
  const perDay = async (count: QualitySettings["perDay"]) => {
    const { version } = await qualitySettings.toEdit(shop);
    await qualitySettings.replace(shop, { perDay: count }, version);
  };
  const drawn = async () => (await waitingForReview(shop)).map(({ conversationId }) => conversationId);

  test("draws no more of a day than the shop wants, the same by whoever draws, once", async () => {
    await many(12);
    await perDay(3);
    await Promise.all([drawForReview(shop, NOW), drawForReview(shop, NOW)]);
    const sample = await drawn();
    expect(sample).toHaveLength(3);
    await drawForReview(shop, NOW);
    expect(await drawn()).toEqual(sample);
    await db().qualityReview.deleteMany({ where: { shop } });
    await drawForReview(shop, NOW);
    expect(await drawn()).toEqual(sample);
  });

  test("draws none where the shop wants none, and nothing of another shop's", async () => {
    await many(2);
    await perDay(0);
    expect(await drawForReview(shop, NOW)).toBe(0);
    expect(await drawForReview(`store-${randomUUID()}.myshopify.com`, NOW)).toBe(0);
    expect(await drawn()).toEqual([]);
  });

  test("draws from days that are over by the shop's own clock, where the agent spoke and owes nothing", async () => {
    await perDay(20);
    const over = await conversation("2026-11-22T10:30:00Z"); // 23:30 of the 22nd in Auckland, where it is the 23rd now
    await conversation("2026-11-22T11:30:00Z");
    await conversation("2026-11-21T12:00:00Z", [said("shopper")]);
    const owing = await conversation("2026-11-21T12:00:00Z");
    await sql().query("UPDATE conversation SET unanswered_seq = 1 WHERE shop = $1 AND id = $2::uuid", [shop, owing]);
    await drawForReview(shop, NOW);
    expect(await drawn()).toEqual([over]);
    expect((await waitingForReview(shop))[0]).toMatchObject({ day: "2026-11-22", drawnBy: "random" });
  });

  test("finds by risk what shoppers rated low", async () => {
    const rated = await conversation("2026-11-20T12:00:00Z", [said("shopper"), said("agent"), RATED]);
    await many(12);
    await perDay(3);
    await drawForReview(shop, NOW);
    const found = (await waitingForReview(shop)).find(({ conversationId }) => conversationId === rated);
    expect(found).toMatchObject({ risks: ["rated_low"] });
  });

  test("counts each judgement once, tells the share of those drawn by chance, and lets its maker take it back", async () => {
    await many(4);
    await perDay(5);
    await drawForReview(shop, NOW);
    const [one, two] = (await drawn()).map((conversationId) => ({ shop, conversationId }));
    if (!one || !two) throw new Error("nothing was drawn");
    const both = await Promise.all([judge(one, ROBIN, { label: "right" }), judge(one, SAM, { label: "right" })]);
    expect(both.toSorted()).toEqual([false, true]);
    await judge(two, ROBIN, { ...WRONG, suggestion: { kind: "none" } });
    expect(await reviewProgress(shop)).toMatchObject({ weeks: [{ random: 2, rightOfRandom: 1, risk: 0 }] });
    expect(await takeBack(two, SAM)).toBe(false);
    expect(await takeBack(two, ROBIN)).toBe(true);
    expect(await reviewProgress(shop)).toMatchObject({ weeks: [{ random: 1, rightOfRandom: 1 }] });
    const audited = await db().auditEntry.findMany({ where: { shop }, orderBy: { at: "asc" } });
    expect(audited.map(({ action }) => action).toSorted()).toEqual([
      "quality_review_undone",
      "quality_reviewed",
      "quality_reviewed",
    ]);
  });

  test("makes an accepted correction the merchant's answer, once, which goes when the shopper is forgotten", async () => {
    await many(2);
    await drawForReview(shop, NOW);
    const [one, two] = (await drawn()).map((conversationId) => ({ shop, conversationId }));
    if (!one || !two) throw new Error("nothing was drawn");
    await judge(one, ROBIN, { ...WRONG, suggestion: LEARN });
    await judge(two, ROBIN, { ...WRONG, suggestion: { kind: "policy", area: "late", change: "Offer credit." } });
    expect(await openSuggestions(shop)).toHaveLength(2);
    expect(await decideSuggestion({ ...one, shop: "other.myshopify.com" }, SAM, "accepted")).toBe(false);
    const both = await Promise.all([decideSuggestion(one, SAM, "accepted"), decideSuggestion(one, ROBIN, "dismissed")]);
    expect(both.toSorted()).toEqual([false, true]);
    await decideSuggestion(two, SAM, "accepted");
    const answers = (await merchantAnswers(shop)).map(({ question, answer }) => ({ question, answer }));
    const kept = { question: LEARN.question, answer: LEARN.answer };
    expect(answers).toEqual(both[0] ? [kept] : []);
    expect(await openSuggestions(shop)).toEqual([]);
    expect(await takeBack(one, ROBIN)).toBe(false);
    await forgetCustomer(shop, CUSTOMER, []);
    expect(await merchantAnswers(shop)).toEqual([]);
    expect(await db().qualityReview.count({ where: { shop } })).toBe(0);
  });
});
