import fc from "fast-check";
import { REASONS, RESOLUTION_KINDS } from "#app/policy/kinds.ts";
import { policySchema } from "#app/policy/policy.ts";
import type { Policy } from "#app/policy/policy.ts";

/** Any policy of a shape that parses, whatever sense it makes. */
const amount = fc.oneof(fc.constantFrom(0, 1, 1_000_000_000), fc.nat(100_000));
const limit = fc.option(amount);
const percent = fc.nat(100);
const tags = fc.uniqueArray(fc.stringMatching(/^[a-z0-9_-]{1,8}$/), { maxLength: 4 });
const offer = fc.record({
  kind: fc.constantFrom(...RESOLUTION_KINDS),
  portion: fc.oneof(
    fc.constantFrom({ of: "items" } as const, { of: "shipping" } as const),
    fc.integer({ min: 1, max: 100 }).map((share) => ({ of: "share", percent: share }) as const),
  ),
  lateByWorkingDays: fc.nat(120),
});
const reason = fc.record({
  enabled: fc.boolean(),
  offers: fc.array(offer, { maxLength: 4 }),
  windowDays: fc.option(fc.nat(3_650)),
  waitWorkingDays: fc.nat(120),
  photo: fc.oneof(
    fc.constantFrom("never" as const, "always" as const),
    amount.map((above) => ({ above })),
  ),
  description: fc.boolean(),
  autoUpTo: limit,
  approvalUpTo: limit,
  goodsBackAbove: limit,
});

export const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    name: fc.stringMatching(/^[A-Za-z]{1,20}$/),
    currency: fc.constantFrom("EUR", "JPY", "KWD"),
    reasons: fc.tuple(...REASONS.map(() => reason)),
    returns: fc.record({
      returnShipping: fc.constantFrom("shop_label", "shopper"),
      fee: amount,
      restockingPercent: percent,
      labelUrl: fc.option(fc.constantFrom("https://a.example/label", "https://b.example/label")),
      instructions: fc.constantFrom("", "Keep the box.", "Use the form."),
    }),
    refunds: fc.record({
      destination: fc.constantFrom("original_payment", "store_credit", "shopper_chooses"),
      storeCreditBonusPercent: percent,
    }),
    customerLimit: fc.record({
      days: fc.integer({ min: 1, max: 3_650 }),
      count: fc.option(fc.nat(1_000)),
      amount: limit,
    }),
    exclusions: fc.record({
      products: tags,
      productTags: tags,
      collections: tags,
      countries: fc.uniqueArray(fc.constantFrom("DE", "CH", "FR"), { maxLength: 3 }),
      giftCards: fc.boolean(),
      finalSaleTags: tags,
    }),
    vip: fc.record({
      customerTags: tags,
      autoLimitPercent: fc.integer({ min: 100, max: 1_000 }),
      extraWindowDays: fc.nat(3_650),
      skipPhoto: fc.boolean(),
    }),
    stock: fc.record({ outOfStock: fc.constantFrom("refund", "other_offers") }),
    neverAutomate: fc.record({
      customerTags: tags,
      orderTags: tags,
      highRisk: fc.boolean(),
      orderTotalAbove: limit,
      testOrders: fc.boolean(),
    }),
    exchanges: fc.record({
      sameProductOnly: fc.boolean(),
      absorbUpTo: amount,
      cheaper: fc.constantFrom("original_payment", "store_credit"),
    }),
    changes: fc.record({ withPartner: fc.constantFrom("ask_partner", "escalate") }),
  })
  .map(({ reasons, ...rest }) =>
    policySchema.parse({
      version: 1,
      ...rest,
      reasons: Object.fromEntries(REASONS.map((id, index) => [id, reasons[index]])),
    }),
  );
