import { beforeEach, describe, expect, test } from "vitest";
import { gid } from "../../store/ids.ts";
import type { Store } from "../../store/store.ts";
import { teaOrder } from "../../store/test-store.ts";
import { ask, part, replacement, replacing, shopOf, variantOf } from "./testing.ts";

let store: Store;
let api: ReturnType<typeof ask>;
let steps: ReturnType<typeof replacing>;

beforeEach(() => {
  store = shopOf([teaOrder()]);
  api = ask(store);
  steps = replacing(store);
});

describe("Stock", () => {
  const sellable = (sku: string) => {
    const order = gid("Order", store.orders[0]?.id ?? "");
    const variants = api(
      `query ($id: ID!) { order(id: $id) { lineItems(first: 1) { nodes { product { variants(first: 9) {
        nodes { id sellableOnlineQuantity availableForSale } } } } } } }`,
      { id: order },
      "order.lineItems.nodes.0.product.variants.nodes",
    );
    return (variants as { id: string }[]).find((item) => item.id === variantOf(store, sku));
  };

  test("is taken when a draft is completed, and what is gone cannot be promised again", () => {
    expect(sellable("TEA-S")).toMatchObject({ sellableOnlineQuantity: 5, availableForSale: true });
    steps.complete(steps.readied());
    expect(sellable("TEA-S")).toMatchObject({ sellableOnlineQuantity: 3 });
    steps.complete(steps.readied({ lineItems: [{ variantId: variantOf(store, "TEA-S"), quantity: 3 }] }));
    expect(sellable("TEA-S")).toMatchObject({ sellableOnlineQuantity: 0, availableForSale: false });
    expect(steps.complete(steps.readied(), "userErrors.0.message")).toContain("enough inventory");
    expect(store.orders).toHaveLength(3);
  });

  test("is reserved by an open draft until its time, for that draft alone", () => {
    const four = { lineItems: [{ variantId: variantOf(store, "TEA-S"), quantity: 4 }] };
    const until = { reserveInventoryUntil: "2026-11-20T12:00:00Z" };
    const id = steps.readied({ ...four, ...until });
    expect(sellable("TEA-S")).toMatchObject({ sellableOnlineQuantity: 1 });
    expect(
      steps.run("ReplacementDraftCreate", { input: replacement(store, until) }, "draftOrderCreate.userErrors"),
    ).toHaveLength(1);
    store.advance("4h");
    expect(sellable("TEA-S")).toMatchObject({ sellableOnlineQuantity: 5 });
    store.advance("-4h");
    expect(steps.complete(id, "userErrors")).toEqual([]);
    expect(sellable("TEA-S")).toMatchObject({ sellableOnlineQuantity: 1 });
  });

  test("sends an order from the one place that has all of it, else from several", () => {
    const from = (quantity: number) => {
      const id = steps.readied({ lineItems: [{ variantId: variantOf(store, "TEA-L"), quantity }] });
      const order = steps.complete(id, "draftOrder.order");
      const record = store.order(String(part(order, "id")));
      return record?.fulfillmentOrders.map((item) => [item.location.name, item.lines[0]?.quantity]);
    };
    expect(from(3)).toEqual([["Shipfast", 3]]);
    expect(from(2)).toEqual([
      ["Leipzig", 1],
      ["Shipfast", 1],
    ]);
  });
});
