import { describe, expect, test } from "vitest";
import type { Plan } from "../plan.ts";
import type { Claim } from "./free-units.ts";
import { referenceOf, unitsOf } from "./free-units.ts";
import { lineNode, orderNode, refundNode, returnNode } from "./order-node.fixture.ts";

const LINE = "gid://shopify/LineItem/1";
const REFUND: Plan = {
  kind: "refund",
  lines: [{ lineId: LINE, quantity: 1, restock: "NO_RESTOCK" }],
  shipping: null,
  transactions: [],
  amount: { minor: 1_000, currency: "EUR" },
  presentmentCurrency: "EUR",
};
const SHARE: Plan = { ...REFUND, lines: [] };
const REPLACEMENT = { kind: "replacement", lines: [] } as unknown as Plan;

function claim(changes: Partial<Claim> = {}): Claim {
  return { resolutionId: "r1", state: "confirmed", plan: REFUND, line: LINE, units: 1, ...changes };
}

function after(gone: number, changes: Parameters<typeof orderNode>[0] = {}) {
  return orderNode({
    lineItems: { nodes: [lineNode({ currentQuantity: 3 - gone })], pageInfo: { hasNextPage: false } },
    ...changes,
  });
}

describe("units that are free", () => {
  test("are all, where nothing happened", () => {
    expect(unitsOf(orderNode(), LINE, [])).toEqual({ free: 3, claimed: 0 });
  });

  test("are none of a line that the order does not have", () => {
    expect(unitsOf(orderNode(), "gid://shopify/LineItem/9", [])).toEqual({ free: 0, claimed: 0 });
  });

  test("are not those that an edit took out, or staff refunded", () => {
    expect(unitsOf(after(1), LINE, []).free).toBe(2);
    expect(unitsOf(after(2, { refunds: [refundNode(2)] }), LINE, []).free).toBe(1);
  });

  test("are not those in a return, unless it was called off; refunded ones count once", () => {
    expect(unitsOf(after(0, { returns: { nodes: [returnNode(1)] } }), LINE, []).free).toBe(2);
    expect(unitsOf(after(0, { returns: { nodes: [returnNode(1, { status: "CANCELED" })] } }), LINE, []).free).toBe(3);
    const refunded = { returns: { nodes: [returnNode(1, { refunded: 1 })] }, refunds: [refundNode(1)] };
    expect(unitsOf(after(1, refunded), LINE, []).free).toBe(2);
  });

  test("are not those that a row of the ledger has", () => {
    expect(unitsOf(orderNode(), LINE, [claim()])).toEqual({ free: 2, claimed: 1 });
    expect(unitsOf(orderNode(), LINE, [claim({ plan: REPLACEMENT, state: "succeeded" })]).free).toBe(2);
    expect(unitsOf(orderNode(), LINE, [claim({ plan: SHARE, state: "succeeded" })]).free).toBe(2);
  });

  test("are not taken twice by a refund that was carried out", () => {
    const order = after(1, { refunds: [refundNode(1, `Refund: damaged. ref ${referenceOf("r1")}`)] });
    expect(unitsOf(order, LINE, [claim({ state: "succeeded" })])).toEqual({ free: 2, claimed: 1 });
    expect(unitsOf(order, LINE, [claim({ state: "executing" })])).toEqual({ free: 2, claimed: 1 });
  });

  test("are taken by a row under way beside what staff refunded meanwhile", () => {
    const order = after(1, { refunds: [refundNode(1, "by staff")] });
    expect(unitsOf(order, LINE, [claim({ state: "executing" })]).free).toBe(1);
  });

  test("are never fewer than none", () => {
    expect(unitsOf(after(3), LINE, [claim({ units: 3, plan: REPLACEMENT })]).free).toBe(0);
  });
});
