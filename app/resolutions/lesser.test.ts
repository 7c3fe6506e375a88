import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { divisibleAmount, isLesserOf, lesserOf } from "./lesser.ts";
import type { FrozenProposal, Plan, RefundPlan, StoreCreditPlan } from "./plan.ts";

const eur = (minor: number) => ({ minor, currency: "EUR" });
const payment = (minor: number, parentId: string) => ({ parentId, gateway: "shopify_payments", amount: eur(minor) });

const REFUND: RefundPlan = {
  kind: "refund",
  lines: [{ lineId: "gid://shopify/LineItem/1", quantity: 1, restock: "NO_RESTOCK" }],
  shipping: null,
  transactions: [payment(3_000, "a"), payment(6_500, "b")],
  amount: eur(9_500),
  presentmentCurrency: "EUR",
};
const CREDIT: StoreCreditPlan = {
  kind: "store_credit",
  refund: { lines: REFUND.lines, shipping: null, amount: eur(9_500) },
  bonus: eur(500),
  customerId: "gid://shopify/Customer/1",
};
const proposal = (plan: Plan, shopMinor = 9_500): FrozenProposal => ({
  version: 1,
  orderId: "gid://shopify/Order/1",
  orderName: "#1",
  customerId: null,
  reason: "damaged",
  kind: plan.kind,
  units: [{ line: "gid://shopify/LineItem/1", quantity: 1, of: 1 }],
  value: { shop: { minor: shopMinor, currency: "USD" }, presentment: eur(9_500) },
  policyVersion: 1,
  rules: [],
  needsApproval: true,
  plan,
});
const planOf = (confirmed: FrozenProposal, minor: number) => {
  const made = lesserOf(confirmed, minor);
  return made.kind === "ok" ? made.proposal.plan : made.kind;
};

describe("Less than was confirmed", () => {
  test("goes back to the first payments first, and none gets more than it would have", () => {
    expect(planOf(proposal(REFUND), 4_000)).toEqual({
      ...REFUND,
      amount: eur(4_000),
      transactions: [payment(3_000, "a"), payment(1_000, "b")],
    });
    expect(planOf(proposal(REFUND), 2_000)).toMatchObject({ transactions: [payment(2_000, "a")] });
  });

  test("of shipping is less shipping", () => {
    const shipping: RefundPlan = {
      ...REFUND,
      lines: [],
      shipping: eur(490),
      amount: eur(590),
      transactions: [payment(590, "a")],
    };
    expect(planOf(proposal(shipping), 500)).toMatchObject({ shipping: eur(490) });
    expect(planOf(proposal(shipping), 300)).toMatchObject({ shipping: eur(300) });
  });

  test("of store credit takes from what was promised on top first", () => {
    expect(divisibleAmount(CREDIT)).toEqual(eur(10_000));
    expect(planOf(proposal(CREDIT), 9_700)).toEqual({ ...CREDIT, bonus: eur(200) });
    expect(planOf(proposal(CREDIT), 4_000)).toMatchObject({ refund: { amount: eur(4_000) }, bonus: null });
    expect(planOf(proposal({ ...CREDIT, refund: null }), 200)).toMatchObject({ refund: null, bonus: eur(200) });
  });

  test("is worth its share to the shop, rounded up", () => {
    expect(lesserOf(proposal(REFUND, 10_450), 1)).toMatchObject({
      proposal: { value: { shop: { minor: 2, currency: "USD" } } },
    });
  });

  test.each([0, -5, 9_500, 9_501, 0.5, NaN])("is not %d of 9500", (minor) => {
    expect(planOf(proposal(REFUND), minor)).toBe("not_less");
  });

  test("there is none of a cancellation", () => {
    const cancel: Plan = { kind: "cancel", refundTo: "original_payment", amount: eur(9_500), askPartner: [] };
    expect(planOf(proposal(cancel), 100)).toBe("not_money");
  });

  test("is known again, and nothing else passes for it", () => {
    const confirmed = proposal(REFUND);
    const made = lesserOf(confirmed, 4_000);
    if (made.kind !== "ok") throw new Error(made.kind);
    expect(isLesserOf(confirmed, made.proposal)).toBe(true);
    expect(isLesserOf(confirmed, confirmed)).toBe(false);
    expect(isLesserOf(confirmed, { ...made.proposal, orderId: "gid://shopify/Order/2" })).toBe(false);
    expect(isLesserOf(confirmed, { ...made.proposal, plan: { ...REFUND, amount: eur(4_000) } })).toBe(false);
  });

  test("adds up, whatever the payments and the amount", () => {
    const part = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 5 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (parts, share) => {
          const all = parts.reduce((sum, one) => sum + one, 0);
          const minor = Math.floor(all * share);
          const transactions = parts.map((one, index) => payment(one, String(index)));
          const confirmed = proposal({ ...REFUND, amount: eur(all), transactions }, all);
          const made = lesserOf(confirmed, minor);
          if (made.kind !== "ok") return minor <= 0 || minor >= all;
          const { plan, value } = made.proposal;
          if (plan.kind !== "refund") return false;
          const sum = plan.transactions.reduce((total, { amount }) => total + amount.minor, 0);
          const within = plan.transactions.every(
            ({ parentId, amount }) => amount.minor <= (parts[Number(parentId)] ?? 0),
          );
          return (
            sum === minor &&
            within &&
            plan.amount.minor === minor &&
            value.shop.minor <= all &&
            value.shop.minor >= minor
          );
        },
      ),
      { seed: 20261122, numRuns: 500 },
    );
  });
});
