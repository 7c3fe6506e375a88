import { beforeEach, describe, expect, test } from "vitest";
import type { Store } from "../../store/store.ts";
import { teaOrder } from "../../store/test-store.ts";
import { ask, part, replacement, replacing, shopOf, variantOf } from "./testing.ts";

let store: Store;
let api: ReturnType<typeof ask>;
let steps: ReturnType<typeof replacing>;

function start(orders = [teaOrder(), teaOrder({ name: "#1007", createdAt: "2026-12-24T09:00:00Z" })]): void {
  store = shopOf(orders);
  api = ask(store);
  steps = replacing(store);
}
beforeEach(() => {
  start();
});

const run: (typeof steps)["run"] = (...given) => steps.run(...given);
const created = (): string => steps.created();
const readied = (): string => steps.readied();
const complete: (typeof steps)["complete"] = (...given) => steps.complete(...given);

describe("A draft order", () => {
  test("is calculated without being made: its worth, and what is off it", () => {
    const sums = run("ReplacementCalculate", { input: replacement(store) }, "draftOrderCalculate.calculatedDraftOrder");
    expect(part(sums, "totalLineItemsPriceSet.shopMoney")).toEqual({ amount: "19.0", currencyCode: "EUR" });
    expect(part(sums, "totalDiscountsSet.shopMoney.amount")).toBe("19.0");
    expect(part(sums, "totalPriceSet.shopMoney.amount")).toBe("0.0");
    expect(store.drafts).toHaveLength(0);
    expect(store.book.list()).toHaveLength(0);
  });

  test("takes a fixed amount off, spread over its lines to the cent, and is taxed as the country is", () => {
    start([teaOrder({ taxes: [{ title: "VAT", rate: 0.19 }] })]);
    const input = replacement(store, {
      taxExempt: false,
      lineItems: ["TEA-S", "TEA-S", "TEA-L"].map((sku) => ({ variantId: variantOf(store, sku), quantity: 1 })),
      appliedDiscount: { value: 10, valueType: "FIXED_AMOUNT" },
    });
    const sums = run("ReplacementCalculate", { input }, "draftOrderCalculate.calculatedDraftOrder");
    expect(part(sums, "totalDiscountsSet.shopMoney.amount")).toBe("10.0");
    expect(part(sums, "totalTaxSet.shopMoney.amount")).toBe("4.55");
    expect(part(sums, "totalPriceSet.shopMoney.amount")).toBe("28.55");
  });

  test("is priced in the currency the customer paid in, at the rate of the newest such order", () => {
    start([teaOrder({ presentment: { currencyCode: "JPY", rate: 160 } })]);
    const input = replacement(store, { presentmentCurrencyCode: "JPY", shippingLine: null });
    expect(
      run("ReplacementCalculate", { input }, "draftOrderCalculate.calculatedDraftOrder.totalDiscountsSet"),
    ).toEqual({
      presentmentMoney: { amount: "3040.0", currencyCode: "JPY" },
      shopMoney: { amount: "19.0", currencyCode: "EUR" },
    });
  });

  test("is still being calculated at the first look, and ready at the second", () => {
    const id = created();
    expect(run("ReplacementDraft", { id }, "draftOrder")).toMatchObject({ status: "OPEN", ready: false, order: null });
    expect(run("ReplacementDraft", { id }, "draftOrder.ready")).toBe(true);
    expect(run("ReplacementsMade", { query: "tag:case-7" }, "draftOrders.nodes")).toMatchObject([{ id, ready: true }]);
  });

  test("is ready a minute later even if nobody looked", () => {
    const id = created();
    store.advance("1m");
    expect(complete(id, "userErrors")).toEqual([]);
  });

  test("cannot be completed before it is ready", () => {
    const id = created();
    expect(complete(id)).toMatchObject({ draftOrder: null, userErrors: [{ field: ["id"] }] });
    expect(store.orders).toHaveLength(2);
  });

  test("becomes an order with everything it said, paid at zero, under the next name of the shop", () => {
    const id = readied();
    const completed = complete(id);
    expect(completed).toMatchObject({ draftOrder: { status: "COMPLETED", order: { name: "#1008" } }, userErrors: [] });
    const order = api(
      `query ($id: ID!) { order(id: $id) { displayFinancialStatus displayFulfillmentStatus note email tags
        customer { numberOfOrders } customAttributes { key value } shippingAddress { city }
        currentTotalPriceSet { shopMoney { amount } }
        lineItems(first: 5) { nodes { quantity } }
        fulfillmentOrders(first: 5) { nodes { status assignedLocation { name } lineItems(first: 5) { nodes { remainingQuantity } } } }
      } }`,
      { id: part(completed, "draftOrder.order.id") },
      "order",
    );
    expect(order).toMatchObject({
      displayFinancialStatus: "PAID",
      displayFulfillmentStatus: "UNFULFILLED",
      note: "Lost on the way",
      email: "ana@example.com",
      tags: ["case-7"],
      customer: { numberOfOrders: "2" },
      customAttributes: [{ key: "case", value: "7" }],
      shippingAddress: { city: "Bonn" },
      currentTotalPriceSet: { shopMoney: { amount: "0.0" } },
      lineItems: { nodes: [{ quantity: 2 }] },
      fulfillmentOrders: {
        nodes: [
          { status: "OPEN", assignedLocation: { name: "Leipzig" }, lineItems: { nodes: [{ remainingQuantity: 2 }] } },
        ],
      },
    });
  });

  test("of something digital becomes an order that is delivered at once", () => {
    const id = steps.readied({ lineItems: [{ variantId: variantOf(store, "GUIDE"), quantity: 1 }] });
    expect(complete(id, "userErrors")).toEqual([]);
    expect(
      api('{ orders(first: 1, query: "tag:case-7") { nodes { displayFulfillmentStatus } } }', {}, "orders.nodes.0"),
    ).toEqual({ displayFulfillmentStatus: "FULFILLED" });
  });

  test("and its order are found by their tag", () => {
    const id = readied();
    const order = complete(id, "draftOrder.order");
    const found = run("ReplacementsMade", { query: "tag:'case-7'" });
    expect(part(found, "draftOrders.nodes")).toMatchObject([{ id, status: "COMPLETED", order }]);
    expect(part(found, "orders.nodes")).toMatchObject([{ id: part(order, "id") }]);
    expect(run("ReplacementsMade", { query: "tag:case-70" })).toMatchObject({
      draftOrders: { nodes: [] },
      orders: { nodes: [] },
    });
  });

  test("is completed once only", () => {
    const id = readied();
    complete(id);
    expect(complete(id, "userErrors.0.message")).toContain("already been completed");
    expect(store.orders).toHaveLength(3);
    expect(complete("gid://shopify/DraftOrder/1", "userErrors.0.message")).toContain("does not exist");
  });

  test("is deleted while it is open, and not found then; its number is not used again", () => {
    const id = created();
    expect(run("ReplacementDraftDelete", { id }, "draftOrderDelete")).toEqual({ deletedId: id, userErrors: [] });
    expect(run("ReplacementDraft", { id }, "draftOrder")).toBeNull();
    expect(run("ReplacementDraftDelete", { id }, "draftOrderDelete.userErrors")).toHaveLength(1);
    const next = readied();
    expect(next).not.toBe(id);
    complete(next);
    expect(run("ReplacementDraftDelete", { id: next }, "draftOrderDelete.deletedId")).toBeNull();
  });

  test("is written in the book: when it was made, completed and deleted", () => {
    complete(readied());
    run("ReplacementDraftDelete", { id: created() });
    expect(store.book.list()).toMatchObject([
      { kind: "draft", name: "#D1", total: "0.0", units: [{ title: "Green tea", quantity: 2 }], tags: ["case-7"] },
      { kind: "order_made", order: { name: "#1008" }, value: "19.0", total: "0.0", by: "app" },
      { kind: "draft", name: "#D2" },
      { kind: "draft_deleted", name: "#D2" },
    ]);
  });

  test("tells webhooks of the order it became", () => {
    const told: string[] = [];
    store.onChange((change) => told.push(`${change.topic} ${String(change.payload["name"])}`));
    complete(readied());
    expect(told).toEqual(["orders/create #1008", "orders/updated #1008"]);
  });
});

describe("A draft order is refused", () => {
  test.each<[string, Record<string, unknown>, string]>([
    ["without a line", { lineItems: [] }, "lineItems"],
    [
      "with an unknown variant",
      { lineItems: [{ variantId: "gid://shopify/ProductVariant/1", quantity: 1 }] },
      "variantId",
    ],
    ["with no units", { lineItems: [{ variantId: "TEA-S", quantity: 0 }] }, "quantity"],
    ["with an archived product", { lineItems: [{ variantId: "OLD", quantity: 1 }] }, "variantId"],
    ["for an unknown customer", { purchasingEntity: { customerId: "gid://shopify/Customer/1" } }, "customerId"],
    ["in a currency nobody paid in yet", { presentmentCurrencyCode: "JPY" }, "presentmentCurrencyCode"],
    ["with more than all of it off", { appliedDiscount: { value: 101, valueType: "PERCENTAGE" } }, "value"],
    ["with a tag that is too long", { tags: ["x".repeat(41)] }, "tags"],
    ["reserving into the past", { reserveInventoryUntil: "2026-11-01T00:00:00Z" }, "reserveInventoryUntil"],
  ])("%s", (_case, more, field) => {
    const lineItems = more["lineItems"] as { variantId: string; quantity: number }[] | undefined;
    const input = replacement(store, {
      ...more,
      ...(lineItems && {
        lineItems: lineItems.map((line) =>
          line.variantId.startsWith("gid:") ? line : { ...line, variantId: variantOf(store, line.variantId) },
        ),
      }),
    });
    for (const [operation, root] of [
      ["ReplacementCalculate", "draftOrderCalculate"],
      ["ReplacementDraftCreate", "draftOrderCreate"],
    ] as const) {
      const userErrors = run(operation, { input }, `${root}.userErrors`);
      expect(userErrors).toHaveLength(1);
      expect(part(userErrors, "0.field")).toContain(field);
    }
    expect(store.drafts).toHaveLength(0);
  });
});
