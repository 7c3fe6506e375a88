import fc from "fast-check";
import { expect, test } from "vitest";
import { GROUP_SITUATIONS, ORDER_SITUATIONS } from "../orders/situation-ids.ts";
import type { GroupSituationId, OrderSituationId } from "../orders/situation-ids.ts";
import { decide } from "./decide.ts";
import type { LinePlace, LinePolicyFacts, PolicyFacts, PolicyRequest } from "./facts.ts";
import { REASONS, RESOLUTION_KINDS } from "./kinds.ts";
import type { MoneyPair } from "./money-pair.ts";
import { NOW, policyFacts, policyLine, policyRequest } from "./policy-facts.fixture.ts";
import { portionSchema, policySchema } from "./policy.ts";
import type { Policy } from "./policy.ts";
import { presetPolicy, PRESETS } from "./presets.ts";
import { givenLately, limitsFor } from "./rules/limits.ts";
import { openCase } from "./case.ts";
import type { PricedOption, Verdict } from "./verdict.ts";

/** One shopper's dollar is half the shop's euro, so that a mix-up of the two would show. */
const money = (max: number) =>
  fc.nat(max).map((minor): MoneyPair => ({
    shop: { minor, currency: "EUR" },
    presentment: { minor: minor * 2, currency: "USD" },
  }));
const day = fc.date({ min: new Date("2026-08-01"), max: new Date("2026-12-20"), noInvalidDate: true });
const maybeDay = fc.option(day);
const place: fc.Arbitrary<LinePlace> = fc
  .record({
    units: fc.integer({ min: 0, max: 3 }),
    situation: fc.constantFrom(...(Object.keys(GROUP_SITUATIONS) as GroupSituationId[])),
    deliveredAt: maybeDay,
    lastScanAt: maybeDay,
    sentAt: maybeDay,
    dueBy: maybeDay,
  })
  .map((given) => {
    const { worry, reasons } = GROUP_SITUATIONS[given.situation];
    return { ...given, worry, reasons };
  });
const line = (lineId: string): fc.Arbitrary<LinePolicyFacts> =>
  fc.record({
    lineId: fc.constant(lineId),
    title: fc.constant("Mug"),
    variant: fc.constant(null),
    variantId: fc.option(fc.constant("gid://shopify/ProductVariant/1")),
    productId: fc.option(fc.constant("gid://shopify/Product/1")),
    productTags: fc.subarray(["final-sale", "hygiene"]),
    collectionIds: fc.constant([]),
    isGiftCard: fc.boolean(),
    requiresShipping: fc.boolean(),
    quantity: fc.integer({ min: 0, max: 4 }),
    free: fc.integer({ min: 0, max: 4 }),
    unitPaid: money(30_000),
    inStock: fc.option(fc.nat(4)),
    places: fc.array(place, { maxLength: 3 }),
  });
const anyFacts: fc.Arbitrary<PolicyFacts> = fc
  .record({
    lines: fc.tuple(line("L1"), line("L2")),
    situation: fc.constantFrom(...([...Object.keys(ORDER_SITUATIONS), "delivered"] as OrderSituationId[])),
    preparation: fc.constantFrom("not_begun", "with_partner", "begun", "sent" as const),
    cancelledAt: fc.option(day, { freq: 8 }),
    total: money(200_000),
    refundable: money(100_000),
    shippingLeft: money(1_500),
    tags: fc.subarray(["vip", "no-agent", "new"], { maxLength: 1 }),
    customerId: fc.option(fc.constant("gid://shopify/Customer/1")),
    storeCreditEnabled: fc.boolean(),
    history: fc.array(
      fc.record({
        at: day,
        by: fc.constantFrom("agent", "staff" as const),
        orderId: fc.constantFrom("gid://shopify/Order/1", "other"),
        kind: fc.constantFrom(...RESOLUTION_KINDS),
        reason: fc.option(fc.constantFrom(...REASONS)),
        value: fc.record({ minor: fc.nat(20_000), currency: fc.constantFrom("EUR", "EUR", "USD") }),
      }),
      { maxLength: 3 },
    ),
    rare: fc.record({ incomplete: rarely(), highRisk: rarely(), test: fc.boolean(), editable: fc.boolean() }),
  })
  .map(({ rare, customerId, tags, situation, preparation, cancelledAt, total, ...rest }) => {
    const { incomplete, ...ofOrder } = rare;
    return policyFacts({
      ...rest,
      incomplete,
      order: { ...ofOrder, situation, preparation, cancelledAt, total },
      customer: { id: customerId, tags, orderCount: null },
    });
  });
const anyRequest: fc.Arbitrary<PolicyRequest> = fc.record({
  reason: fc.constantFrom(...REASONS),
  items: fc.array(
    fc.record({ lineId: fc.constantFrom("L1", "L1", "L2", "L2", "L9"), quantity: fc.integer({ min: 0, max: 3 }) }),
    { maxLength: 2 },
  ),
  wanted: fc.option(fc.constantFrom(...RESOLUTION_KINDS)),
  destination: fc.option(fc.constantFrom("original_payment", "store_credit" as const)),
  evidence: fc.record({ photos: fc.nat(1), description: fc.boolean() }),
  instead: fc.option(
    fc.record({
      variantId: fc.constant("gid://shopify/ProductVariant/2"),
      unitPrice: money(30_000),
      inStock: fc.option(fc.nat(4)),
      sameProduct: fc.boolean(),
    }),
  ),
});
const anyOffer = fc.record({
  kind: fc.constantFrom(...RESOLUTION_KINDS),
  portion: fc
    .constantFrom({ of: "items" }, { of: "shipping" }, { of: "share", percent: 33 })
    .map((p) => portionSchema.parse(p)),
  lateByWorkingDays: fc.nat(3),
});
/** Any document that parses, however odd. */
const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    preset: fc.constantFrom(...PRESETS),
    offers: fc.array(anyOffer, { maxLength: 4 }),
    autoUpTo: fc.option(fc.nat(50_000)),
    approvalUpTo: fc.option(fc.nat(50_000)),
    returns: fc.record({ fee: fc.nat(3_000), restockingPercent: fc.nat(100) }),
    refunds: fc.record({
      destination: fc.constantFrom("original_payment", "store_credit", "shopper_chooses"),
      storeCreditBonusPercent: fc.nat(100),
    }),
    customerLimit: fc.record({ count: fc.option(fc.nat(3)), amount: fc.option(fc.nat(60_000)) }),
  })
  .map(({ preset, offers, autoUpTo, approvalUpTo, ...parts }) => {
    const policy = presetPolicy(preset, "EUR");
    const reasons = Object.fromEntries(
      REASONS.map((reason) => {
        const terms = policy.reasons[reason];
        return [reason, { ...terms, offers: [...offers, ...terms.offers], autoUpTo, approvalUpTo }];
      }),
    );
    return policySchema.parse({ ...policy, ...parts, reasons });
  });

function rarely(): fc.Arbitrary<boolean> {
  return fc.nat(9).map((n) => n === 0);
}

type Asked = { request: PolicyRequest; facts: PolicyFacts };

/** By chance nearly everything is refused early: half of the cases are of an order in which little stands in the way. */
function tamed({ request, facts }: Asked): Asked {
  const { reason } = request;
  const borneBy = reason === "wrong_size" ? "changed_mind" : reason;
  const changes = ["cancel", "change_address", "change_items"].includes(reason);
  const lines = facts.lines.map((one, index): LinePolicyFacts => {
    const { deliveredAt = null, lastScanAt = null, dueBy = null, sentAt = null } = one.places[0] ?? {};
    const here: LinePlace = {
      ...{ units: 3, situation: "delivered", worry: "fine", reasons: [borneBy], sentAt, dueBy },
      deliveredAt: deliveredAt && recent(deliveredAt),
      lastScanAt: lastScanAt && recent(lastScanAt),
    };
    const unitPaid = index === 0 ? { ...one.unitPaid } : euro(one.unitPaid.shop.minor % 4_000);
    return { ...one, productTags: [], isGiftCard: false, unitPaid, quantity: 3, free: 3, places: [here] };
  });
  const items = changes && reason !== "change_items" ? [] : [{ lineId: "L2", quantity: 1 }];
  const possible = request.instead && { ...request.instead, unitPrice: euro(lines[1]?.unitPaid.shop.minor ?? 0) };
  const order = {
    ...facts.order,
    situation: "delivered",
    cancelledAt: null,
    highRisk: false,
    total: euro(20_000),
  } as const;
  const preparation = changes ? (facts.order.preparation === "sent" ? "not_begun" : facts.order.preparation) : "sent";
  return {
    request: { ...request, items, instead: possible, wanted: facts.order.test ? null : request.wanted },
    facts: {
      ...facts,
      lines,
      order: { ...order, preparation },
      incomplete: false,
      history: facts.history.slice(2),
    },
  };
}

const euro = (minor: number): MoneyPair => ({
  shop: { minor, currency: "EUR" },
  presentment: { minor: minor * 2, currency: "USD" },
});
/** Within the last two weeks. */
const recent = (date: Date): Date => new Date(NOW.getTime() - (date.getTime() % (14 * 86_400_000)));

const asked: fc.Arbitrary<Asked> = fc
  .record({ request: anyRequest, facts: anyFacts })
  .chain((given) => fc.boolean().map((tame) => (tame ? tamed(given) : given)));
const anyCase = fc.tuple(anyPolicy, asked).map(([policy, given]) => ({ policy, ...given }));

const optionsOf = (verdict: Verdict): readonly PricedOption[] =>
  "options" in verdict ? verdict.options : verdict.kind === "deny" ? verdict.alternatives : [];
const PAYS = ["refund", "store_credit", "return", "cancel", "change_items"];
const seed = Number(process.env["FC_SEED"] ?? 20261122);
const runs = { seed, numRuns: 1_000 };

test("every request gets a verdict, and the same one again", () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(anyCase, ({ policy, request, facts }) => {
      const verdict = decide(policy, request, facts, NOW);
      kinds.add(verdict.kind);
      expect(decide(policy, request, facts, NOW)).toEqual(verdict);
      expect(verdict.rules.length).toBeGreaterThan(0);
    }),
    runs,
  );
  expect([...kinds].toSorted()).toEqual([
    "allow",
    "deny",
    "escalate",
    "needs_approval",
    "needs_evidence",
    "wait_until",
  ]);
});

test("no option is above what may be given back, the automatic limit or the customer's limit", () => {
  fc.assert(
    fc.property(anyCase, ({ policy, request, facts }) => {
      const opened = openCase(policy, request, facts, NOW);
      const given = givenLately(opened).reduce((sum, { value }) => sum + value.minor, 0);
      for (const option of optionsOf(decide(policy, request, facts, NOW))) {
        const { kind, value, bonus, portion } = option;
        const plain = value.shop.minor - (bonus?.shop.minor ?? 0);
        const paysBack = PAYS.includes(kind) && !(option.difference && option.difference.shop.minor > 0);
        if (paysBack) expect(plain).toBeLessThanOrEqual(facts.refundable.shop.minor);
        if (portion.of === "shipping") expect(plain).toBeLessThanOrEqual(facts.shippingLeft.shop.minor);
        const { auto, approval } = limitsFor(opened, option);
        if (!option.approval && auto !== null) expect(value.shop.minor).toBeLessThanOrEqual(auto);
        if (approval !== null) expect(value.shop.minor).toBeLessThanOrEqual(approval);
        const { amount } = policy.customerLimit;
        const counts = !["cancel", "change_address", "change_items"].includes(kind);
        if (amount !== null && counts) expect(given + value.shop.minor).toBeLessThanOrEqual(amount);
      }
    }),
    runs,
  );
});

test("never more units than are free, so that none is made good twice", () => {
  fc.assert(
    fc.property(anyCase, ({ policy, request, facts }) => {
      const options = optionsOf(decide(policy, request, facts, NOW));
      if (options.length === 0) return;
      if (options.some(({ kind }) => kind === "cancel")) {
        for (const one of facts.lines) expect(one.free).toBeGreaterThanOrEqual(one.quantity);
      }
      for (const { line: one, quantity } of openCase(policy, request, facts, NOW).items) {
        expect(quantity).toBeLessThanOrEqual(Math.min(one.free, one.quantity));
      }
    }),
    runs,
  );
});

test("what is no longer part of the order is not free, whatever else says so", () => {
  const lines = [policyLine({ quantity: 0, free: 1 }), policyLine({ lineId: "L2", quantity: 2, free: 2 })];
  const facts = policyFacts({ lines });
  const { items } = openCase(
    presetPolicy("balanced", "EUR"),
    { ...policyRequest("wrong_item"), items: [] },
    facts,
    NOW,
  );
  expect(items.map(({ line, quantity }) => [line.lineId, quantity])).toEqual([["L2", 2]]);
});

test("both currencies say the same, in whole minor units", () => {
  fc.assert(
    fc.property(anyCase, ({ policy, request, facts }) => {
      for (const { value, bonus, returnFee, difference } of optionsOf(decide(policy, request, facts, NOW))) {
        for (const pair of [value, bonus, returnFee, difference].filter((one) => one !== null)) {
          expect([pair.shop.currency, pair.presentment.currency]).toEqual(["EUR", "USD"]);
          expect(Number.isSafeInteger(pair.shop.minor) && Number.isSafeInteger(pair.presentment.minor)).toBe(true);
          // Shares are rounded in each currency by itself: base, restocking and bonus, half a cent of either each.
          expect(Math.abs(pair.presentment.minor - 2 * pair.shop.minor)).toBeLessThanOrEqual(6);
        }
        expect(value.shop.minor).toBeGreaterThanOrEqual(0);
      }
    }),
    runs,
  );
});

test("what is given and what is wanted are respected", () => {
  fc.assert(
    fc.property(anyCase, ({ policy, request, facts }) => {
      const verdict = decide(policy, request, facts, NOW);
      if (!("options" in verdict)) return;
      for (const { kind, destinations } of verdict.options) {
        if (request.wanted !== null) expect(kind).toBe(request.wanted);
        const paid = ["refund", "store_credit", "return", "cancel"].includes(kind);
        if (paid && request.destination !== null) expect(destinations).toEqual([request.destination]);
        const canTakeCredit = facts.storeCreditEnabled && facts.customer.id !== null;
        if (!canTakeCredit) expect(destinations).not.toContain("store_credit");
      }
    }),
    runs,
  );
});

test("no shopper reads of tags, limits or risk", () => {
  fc.assert(
    fc.property(anyCase, ({ policy, request, facts }) => {
      expect(decide(policy, request, facts, NOW).shopper).not.toMatch(/\btag|\blimit|\brisk|vip|no-agent|\bpolicy/i);
    }),
    runs,
  );
});

/**
 * Presets are ordered: whatever the stricter one allows, the more generous one allows; what the stricter one would give with
 * a person's yes, after a wait or for a photo, the more generous one does not refuse. Escalations are a person's matter and
 * have no place in that order.
 */
test.each([
  ["cautious", "balanced"],
  ["balanced", "generous"],
  ["cautious", "generous"],
] as const)("%s is stricter than %s", (stricter, looser) => {
  const [strict, loose] = [presetPolicy(stricter, "EUR"), presetPolicy(looser, "EUR")];
  let allowed = 0;
  fc.assert(
    fc.property(asked, ({ request, facts }) => {
      const first = decide(strict, request, facts, NOW).kind;
      const second = decide(loose, request, facts, NOW).kind;
      if (first === "allow") allowed += 1;
      if (first === "allow") expect(second).toBe("allow");
      else if (first !== "deny" && first !== "escalate") expect(second).not.toBe("deny");
    }),
    { seed, numRuns: 2_000 },
  );
  expect(allowed).toBeGreaterThan(20);
});
