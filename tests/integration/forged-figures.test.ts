import { expect, test } from "vitest";
import { check } from "#app/agent/grounding/check.ts";
import type { Figure } from "#app/agent/grounding/figure.ts";
import { figuresIn } from "#app/agent/grounding/figures.ts";
import { Knowledge } from "#app/agent/grounding/knowledge.ts";
import { readOrder } from "#app/orders/read-orders.server.ts";
import { shopInProcess } from "#tests/support/shop-in-process.ts";

const FORGED: ReadonlySet<Figure["kind"]> = new Set(["date", "amount", "tracking", "link"]);

/** The sentence with one digit of one of its figures changed, for every such digit. */
function forgeries(sentence: string, knowledge: Knowledge): { kind: Figure["kind"]; text: string }[] {
  return figuresIn(knowledge.withoutTitles(sentence)).flatMap(({ kind, text }) => {
    if (!FORGED.has(kind) || !sentence.includes(text)) return [];
    return [...text.matchAll(/\d/g)].map(({ 0: digit, index }) => {
      const forged = `${text.slice(0, index)}${(Number(digit) + 3) % 10}${text.slice(index + 1)}`;
      return { kind, text: sentence.replace(text, forged) };
    });
  });
}

/**
 * A model that gets one digit wrong, in every sentence about every third order of the example shop. What still gets through is
 * another date of the same order, which was read as well: the grounding knows figures, not which fact they belong to.
 */
test("of figures with one wrong digit, no amount, number or link is sent, and hardly a date", async () => {
  const shop = await shopInProcess();
  const timeZone = shop.store.shop.ianaTimezone;
  const sent: Record<string, number> = {};
  let tried = 0;
  for (const { id } of shop.store.visibleOrders().filter((_order, index) => index % 3 === 0)) {
    const scope = { shop: shop.client.shop, customerId: null, orderIds: [`gid://shopify/Order/${id}`] };
    const outcome = await readOrder(shop.client, scope, null, { profile: { timeZone, locale: "en" } });
    if (outcome.kind !== "ok") throw new Error(outcome.kind);
    const { facts, evidence } = outcome.told;
    const knowledge = new Knowledge(shop.store.now(), timeZone);
    knowledge.addEvidence(evidence);
    knowledge.addOutcome({ kind: "ok", result: facts });
    const tracking = facts.groups.flatMap((group) => group.tracking.flatMap(({ number, url }) => [number, url ?? ""]));
    const sentences = [facts.headline, facts.money.total, ...facts.groups.map(({ text }) => text), ...tracking];
    for (const { kind, text } of sentences.flatMap((sentence) => forgeries(sentence, knowledge))) {
      tried += 1;
      if (check(text, "", knowledge, false).kind === "grounded") sent[kind] = (sent[kind] ?? 0) + 1;
    }
  }
  expect(tried).toBeGreaterThan(1_000);
  expect(Object.keys(sent).filter((kind) => kind !== "date")).toEqual([]);
  expect((sent["date"] ?? 0) / tried).toBeLessThan(0.01);
});
