import { beforeAll, describe, expect, test } from "vitest";
import { CASE_INDEX } from "#devstore/shop/case-index.ts";
import { check } from "#app/agent/grounding/check.ts";
import { figuresIn } from "#app/agent/grounding/figures.ts";
import { Knowledge } from "#app/agent/grounding/knowledge.ts";
import { SentenceSplitter } from "#app/agent/grounding/sentences.ts";
import { cardSchema } from "#app/conversations/events.ts";
import type { OrderTold } from "#app/orders/facts.ts";
import { listOrders, readOrder } from "#app/orders/read-orders.server.ts";
import { GROUP_SITUATIONS, ORDER_SITUATIONS } from "#app/orders/situation-ids.ts";
import { EXPECTED_SITUATIONS } from "#tests/support/expected-situations.ts";
import { shopInProcess } from "#tests/support/shop-in-process.ts";
import type { ShopInProcess } from "#tests/support/shop-in-process.ts";

type Answer = { name: string; told: OrderTold; calls: number };

let shop: ShopInProcess;
const answers: Answer[] = [];

beforeAll(async () => {
  shop = await shopInProcess();
  const profile = { timeZone: shop.store.shop.ianaTimezone, locale: "en" };
  for (const order of shop.store.visibleOrders()) {
    const before = shop.calls.length;
    const scope = { shop: shop.client.shop, customerId: null, orderIds: [`gid://shopify/Order/${order.id}`] };
    const outcome = await readOrder(shop.client, scope, null, { profile });
    if (outcome.kind !== "ok") throw new Error(`${order.name}: ${JSON.stringify(outcome)}`);
    answers.push({ name: order.name, told: outcome.told, calls: shop.calls.length - before });
  }
});

/** Every text of an answer that a shopper may see. */
function textsOf({ facts, card }: OrderTold): string[] {
  const groups = [...facts.groups.flatMap((group) => [group.text, group.expected, group.label])];
  const steps = card.groups.flatMap((group) => [
    group.status,
    ...group.steps.flatMap((step) => [step.atText, step.detail]),
  ]);
  const money = [facts.money.total, facts.money.payment, ...facts.money.refunds];
  const all = [facts.orderName, facts.placedOn, facts.headline, ...groups, ...steps, ...money, ...facts.gaps];
  return all.filter((text) => text !== null);
}

function sentencesOf(text: string): string[] {
  const splitter = new SentenceSplitter();
  return [...splitter.push(text), splitter.flush()].filter((sentence) => sentence.trim() !== "");
}

describe("the answers to the example shop's orders", () => {
  test("each hand-written order is found in the situation it was written to show", () => {
    const found = Object.fromEntries(
      answers
        .filter(({ name }) => Object.hasOwn(CASE_INDEX, name))
        .map(({ name, told }) => {
          const groups = told.facts.groups.map((group) => group.situation);
          const alone = groups.length === 1 && groups[0] === told.facts.situation;
          return [name, alone ? told.facts.situation : `${told.facts.situation}: ${groups.join(", ")}`];
        }),
    );
    expect(found).toEqual(EXPECTED_SITUATIONS);
  });

  test("every situation has an order that is in it, but for those that only lists say", () => {
    const shown = new Set(
      answers.flatMap(({ told }) => [told.facts.situation, ...told.facts.groups.map((group) => group.situation)]),
    );
    const unseen = Object.keys({ ...GROUP_SITUATIONS, ...ORDER_SITUATIONS }).filter((id) => !shown.has(id));
    expect(unseen).toEqual(["return_in_progress", "no_details"]);
  });

  test("every order has one headline, made of a few whole sentences", () => {
    for (const { name, told } of answers) {
      const { headline } = told.facts;
      expect(headline, name).toMatch(/^[A-Z£€$¥].*\.$/s);
      expect(headline, name).not.toMatch(/undefined|null|NaN|\[object|!|[A-Z]{3,}_| {2}|\.\./);
      expect(headline.length, `${name}: ${headline}`).toBeLessThan(500);
      expect(told.card.headline, name).toBe(headline);
    }
  });

  test("nothing that has passed is told as something to come", () => {
    const promise =
      /(?:expects to deliver it|estimated to arrive|expected|estimated for|promised|should be (?:sent|ready))/;
    const past = /so it is late|was promised [^.]*so it|It was expected|should have/;
    for (const { name, told } of answers) {
      for (const text of [...told.facts.groups.map((group) => group.expected ?? ""), told.facts.headline]) {
        for (const sentence of sentencesOf(text)) {
          if (!promise.test(sentence) || past.test(sentence)) continue;
          const last = figuresIn(sentence.slice(sentence.search(promise))).findLast((figure) => figure.kind === "date");
          if (last?.kind !== "date") continue;
          const days = told.evidence.filter(({ kind }) => kind === "date").map(({ value }) => value);
          const [told1] = last.readings;
          const matching = days.filter((day) => {
            const [, month, date] = day.split("-").map(Number);
            return told1 !== undefined && date === told1.day && month === told1.month;
          });
          expect(
            matching.some((day) => day >= "2026-11-20"),
            `${name}: ${sentence}`,
          ).toBe(true);
        }
      }
    }
  });

  test("every figure in every text rests on the answer's own evidence, and no sentence claims a deed", () => {
    const zone = shop.store.shop.ianaTimezone;
    for (const { name, told } of answers) {
      const knowledge = new Knowledge(shop.store.now(), zone);
      knowledge.addEvidence(told.evidence);
      for (const { title, variant } of told.facts.groups.flatMap((group) => group.items)) {
        knowledge.addOutcome({ title, variant });
      }
      // The fact of a refund or cancellation is spoken of by the tool's own words; figures come from evidence alone.
      knowledge.addOutcome({ situation: told.facts.situation, words: "refunded canceled replaced removed" });
      for (const text of textsOf(told)) {
        for (const sentence of sentencesOf(text)) {
          const verdict = check(sentence, "", knowledge, false);
          expect(verdict, `${name}: ${sentence}`).toMatchObject({ kind: "grounded" });
        }
      }
      for (const { number, url } of told.facts.groups.flatMap((group) => group.tracking)) {
        expect(knowledge.findEvidence("tracking", number), `${name} ${number}`).toBeDefined();
        if (url !== null) expect(knowledge.findEvidence("link", url), `${name} ${url}`).toBeDefined();
      }
      expect(knowledge.findEvidence("order", told.facts.orderName), name).toBeDefined();
    }
  });

  test("every unit of every line is in exactly one group", () => {
    for (const { name, told } of answers) {
      const order = shop.store.orderByName(name);
      const ordered = (order?.lineItems ?? []).reduce((sum, line) => sum + line.quantity, 0);
      const grouped = told.facts.groups.flatMap((group) => group.items).reduce((sum, item) => sum + item.quantity, 0);
      expect(grouped, name).toBe(ordered);
    }
  });

  test("cards fit the event log", () => {
    for (const { told } of answers) expect(cardSchema.safeParse(told.card).success).toBe(true);
  });

  test("one Admin call each, further ones only for the order of 250 lines, none above 1,000 points", () => {
    for (const { name, calls } of answers) {
      if (name === "#1045") expect(calls).toBeGreaterThan(1);
      else expect(calls, name).toBe(1);
    }
    expect(Math.max(...shop.calls.map((call) => call.requested))).toBeLessThan(1_000);
  });

  test("internal notes, hold notes and carriers' texts are told to nobody", () => {
    const all = answers.map(({ told }) => JSON.stringify({ facts: told.facts, card: told.card })).join("\n");
    for (const secret of [
      "chargeback",
      "Difficult customer",
      "fraud",
      "FRAUD",
      "Mill pushed",
      "<script>",
      "Özdemir",
      "SYSTEM:",
    ]) {
      expect(all, secret).not.toContain(secret);
    }
  });

  test("a list tells every order of a customer in a line, in one call", async () => {
    const profile = { timeZone: shop.store.shop.ianaTimezone, locale: "en" };
    const ana = shop.store.customerByEmail("ana@example.com") ?? shop.store.visibleOrders()[0]?.customer;
    const before = shop.calls.length;
    const scope = { shop: shop.client.shop, customerId: `gid://shopify/Customer/${String(ana?.id)}`, orderIds: [] };
    const outcome = await listOrders(shop.client, scope, { profile });
    expect(shop.calls.length - before).toBe(1);
    if (outcome.kind !== "ok") throw new Error(outcome.kind);
    expect(outcome.told.orders.length).toBeGreaterThan(3);
    const full = new Map(answers.map(({ name, told }) => [name, told]));
    for (const summary of outcome.told.orders) {
      expect(summary.tone, summary.orderName).toBe(full.get(summary.orderName)?.facts.tone);
      expect(summary.total).toBe(full.get(summary.orderName)?.facts.money.total);
      expect(summary.itemCount).toBeGreaterThan(0);
    }
  });
});
