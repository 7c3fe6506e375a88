import { describe, expect, test } from "vitest";
import type { Plan } from "../../resolutions/plan.ts";
import { planInWords, unitsInWords } from "./plan-words.ts";

const eur = (minor: number) => ({ minor, currency: "EUR" });
const tea = "gid://shopify/LineItem/1";
const titleOf = (line: string) => (line === tea ? "Green tea, S" : null);
const told = (plan: Plan) => planInWords(plan, titleOf).map(({ term, values }) => `${term}: ${values.join(" | ")}`);

describe("A frozen plan for people in the admin", () => {
  test("says of a refund how much goes where, and what becomes of the items", () => {
    expect(
      told({
        kind: "refund",
        lines: [{ lineId: tea, quantity: 1, restock: "NO_RESTOCK" }],
        shipping: eur(400),
        transactions: [
          { parentId: "1", gateway: "gift_card", amount: eur(350) },
          { parentId: "2", gateway: "paypal", amount: eur(1000) },
        ],
        amount: eur(1350),
        presentmentCurrency: "EUR",
      }),
    ).toEqual([
      "Refund: €13.50",
      "Of which shipping: €4.00",
      "Goes to: €3.50 to gift card | €10.00 to paypal",
      "The items: The shopper keeps the items.",
    ]);
  });

  test("says of store credit what is on top of it", () => {
    const refund = { lines: [], shipping: null, amount: eur(950) };
    expect(told({ kind: "store_credit", refund, bonus: eur(100), customerId: "1" })).toEqual([
      "Store credit: €10.50",
      "Of which on top: €1.00",
    ]);
    expect(told({ kind: "store_credit", refund: null, bonus: eur(500), customerId: "1" })).toEqual([
      "Store credit: €5.00",
    ]);
  });

  test("says of changed items how many are left of each, whether or not its title is still known", () => {
    const quantities = [
      { lineId: tea, variantId: null, from: 2, to: 1 },
      { lineId: "gid://shopify/LineItem/2", variantId: null, from: 1, to: 0 },
    ];
    expect(told({ kind: "change_items", quantities, add: [], giveBack: eur(0), transactions: [] })).toEqual([
      "Quantities: Green tea, S: 2 → 1 | An item: 1 → 0",
    ]);
  });

  test("names units of items, of shipping and of lateness", () => {
    const units = [tea, "shipping", "lateness", "gid://shopify/LineItem/2"].map((line) => ({ line, quantity: 1 }));
    expect(unitsInWords(units, titleOf)).toEqual([
      "1 × Green tea, S",
      "The shipping of the order",
      "The lateness of the order",
      "1 unit",
    ]);
  });
});
