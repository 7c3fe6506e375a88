import { describe, expect, test } from "vitest";
import { proposalCard } from "./card.ts";
import { option, orderMaterial, pair, planInput, suggestion } from "./material.fixture.ts";
import type { FrozenProposal } from "./plan.ts";
import { planRefund } from "./plans/plan-refund.ts";
import { planStoreCredit } from "./plans/plan-store-credit.ts";
import type { Planned } from "./plans/planned.ts";
import { proposalCardSchema } from "./proposal-card.ts";

function cardOf(planned: Planned, locale = "en", changes: Partial<FrozenProposal> = {}) {
  if (planned.kind !== "ok") throw new Error(planned.why);
  const { plan, units, value } = planned;
  const proposal: FrozenProposal = {
    version: 1,
    orderId: "gid://shopify/Order/1",
    orderName: "#1001",
    customerId: null,
    reason: "damaged",
    kind: plan.kind,
    units,
    value,
    policyVersion: 1,
    rules: [],
    needsApproval: false,
    plan,
    ...changes,
  };
  const expiresAt = new Date("2026-11-22T10:30:00Z");
  const card = proposalCard({
    id: "r1",
    digest: "d",
    expiresAt,
    proposal,
    material: orderMaterial(),
    locale,
    returnShipping: "none",
  });
  return proposalCardSchema.parse(card);
}

const PAYPAL = suggestion(2_000, [["paypal", 2_000, 3_490]]);

describe("the card of a refund", () => {
  test("shows its items, its sum and where the money goes", () => {
    expect(cardOf(planRefund(planInput(), PAYPAL))).toMatchObject({
      title: "Refund of €20.00",
      lines: [{ title: "Mug", variant: "Sand", quantity: 2 }],
      amounts: [{ label: "Refund", text: "€20.00", total: true }],
      destination: "Back to PayPal",
      notes: ["You can keep the items."],
      approval: false,
    });
  });

  test.each([
    ["de", "Erstattung von 20,00 €", "Zurück über PayPal"],
    ["fr-CA", "Remboursement de 20,00 €", "Via PayPal"],
    ["es", "Reembolso de 20,00 €", "A través de PayPal"],
    ["ja", "€20.00の返金", "PayPalに返金"],
    ["pt", "Refund of €20.00", "Back to PayPal"],
  ])("is in the shopper's language where the widget has it: %s", (locale, title, destination) => {
    expect(cardOf(planRefund(planInput(), PAYPAL), locale)).toMatchObject({ title, destination });
  });

  test("names each of several payments with its part", () => {
    const mixed = suggestion(2_000, [
      ["gift_card", 500, 500],
      ["shopify_payments", 1_500, 2_990],
    ]);
    expect(cardOf(planRefund(planInput(), mixed)).destination).toBe(
      "Back to your gift card: €5.00; Back to the way you paid: €15.00",
    );
  });

  test.each(["lost", "not_received", "missing_item"] as const)("gives away no items that never came: %s", (reason) => {
    expect(cardOf(planRefund(planInput(), PAYPAL), "en", { reason }).notes).toEqual([]);
  });

  test("marks that a person has to approve it, and leaves it to who shows the card to say so once", () => {
    const card = cardOf(planRefund(planInput(), PAYPAL), "en", { needsApproval: true });
    expect(card).toMatchObject({ approval: true });
    expect(card.notes).not.toContain("Someone from our team has a look before it is done.");
  });
});

test("the card of store credit shows the bonus as a row of its own", () => {
  const input = planInput({ option: option({ value: pair(2_100), bonus: pair(100) }), destination: "store_credit" });
  expect(cardOf(planStoreCredit(input, PAYPAL))).toMatchObject({
    kind: "store_credit",
    title: "Store credit of €21.00",
    amounts: [
      { label: "Items", text: "€20.00" },
      { label: "Bonus", text: "€1.00" },
      { label: "Store credit", text: "€21.00", total: true },
    ],
    destination: "To your store credit",
  });
});
