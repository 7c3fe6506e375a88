import { describe, expect, test } from "vitest";
import { gid } from "../../store/ids.ts";
import type { OrderInput } from "../../store/schema.ts";
import { presented, refunder, withOrder } from "./app-operations.ts";
import { part } from "./testing.ts";

/** An order with an edit begun, and its steps. */
function editing(order: Partial<OrderInput> = {}) {
  const shop = withOrder(order);
  const begun = shop.run("OrderEditBegin", { id: shop.id }, "orderEditBegin");
  const id = part(begun, "calculatedOrder.id");
  const lineItemId = part(begun, "calculatedOrder.lineItems.nodes.0.id");
  const variantId = (sku: string) => gid("ProductVariant", shop.store.variant(sku)?.id ?? "1");
  return {
    ...shop,
    shop,
    begun,
    set: (quantity: number, restock = true) =>
      shop.run("OrderEditSetQuantity", { id, lineItemId, quantity, restock }, "orderEditSetQuantity"),
    add: (sku: string, quantity: number) =>
      shop.run("OrderEditAddVariant", { id, variantId: variantId(sku), quantity }, "orderEditAddVariant"),
    discount: (line: unknown, discount: object) =>
      shop.run("OrderEditAddDiscount", { id, lineItemId: line, discount }, "orderEditAddLineItemDiscount"),
    commit: () => shop.run("OrderEditCommit", { id, notifyCustomer: false, staffNote: "swap" }, "orderEditCommit"),
    lineItemId,
  };
}
const message = (answer: unknown) => String(part(answer, "userErrors.0.message"));
const total = (answer: unknown, name = "totalPriceSet") => presented(part(answer, `calculatedOrder.${name}`));

describe("An order edit", () => {
  test("changes nothing until it is committed", () => {
    const edit = editing();
    edit.set(0);
    edit.add("TEA-L", 1);
    expect(edit.read("lineItems.nodes")).toHaveLength(1);
    expect(presented(edit.read("totalOutstandingSet"))).toBe("0.0");
    expect(edit.stock("TEA-L")).toBe(5);
    expect(edit.books()).toEqual([]);
  });

  test("takes units off and adds others: the order costs what the calculation said, with a fulfillment order for what is new", () => {
    const edit = editing({ taxes: [{ title: "VAT", rate: 0.19 }] });
    expect(total(edit.set(1))).toBe("11.31");
    const added = edit.add("TEA-L", 1);
    expect([total(added), total(added, "totalOutstandingSet")]).toEqual(["29.16", "6.55"]);
    expect(edit.commit()).toMatchObject({ order: { name: "#1001" }, userErrors: [] });
    expect(presented(edit.read("currentTotalPriceSet"))).toBe("29.16");
    expect(presented(edit.read("totalOutstandingSet"))).toBe("6.55");
    expect(edit.read("lineItems.nodes")).toMatchObject([
      { currentQuantity: 1, unfulfilledQuantity: 1 },
      { currentQuantity: 1, unfulfilledQuantity: 1, title: "Green tea", variantTitle: "L" },
    ]);
    const open = edit.read("fulfillmentOrders.nodes") as object[];
    expect(open.map((item) => part(item, "lineItems.nodes.0.remainingQuantity"))).toEqual([1, 1]);
    expect([edit.stock("TEA-S"), edit.stock("TEA-L")]).toEqual([6, 4]);
    expect(edit.books()).toMatchObject([
      { kind: "edit", difference: "6.55", removed: [{ quantity: 1 }], added: [{ quantity: 1 }], staffNote: "swap" },
    ]);
    expect(message(edit.commit())).toContain("does not exist");
  });

  test("that takes units off leaves money to give back, which a refund of the amount settles", () => {
    const edit = editing();
    edit.set(1);
    edit.commit();
    expect(presented(edit.read("totalOutstandingSet"))).toBe("-9.5");
    const transactions = [
      { orderId: edit.id, parentId: edit.payment(), kind: "REFUND", gateway: "shopify_payments", amount: "9.50" },
    ];
    refunder(edit.shop)({ transactions });
    expect(presented(edit.read("totalOutstandingSet"))).toBe("0.0");
    expect(presented(edit.read("currentTotalPriceSet"))).toBe("9.5");
  });

  test("discounts what it adds by a share or by an amount, and not what was sold already", () => {
    const edit = editing();
    const line = part(edit.add("TEA-L", 2), "calculatedLineItem.id");
    expect(total(edit.discount(line, { percentValue: 50, description: "Exchange" }))).toBe("34.0");
    expect(total(edit.discount(line, { fixedValue: { amount: "30.00", currencyCode: "EUR" } }))).toBe("19.0");
    expect(message(edit.discount(edit.lineItemId, { percentValue: 10 }))).toContain("that the edit adds");
    expect(message(edit.discount(line, { percentValue: 101 }))).toContain("at most 100");
    expect(message(edit.discount(line, {}))).toContain("Either");
    expect(message(edit.discount(line, { fixedValue: { amount: "1", currencyCode: "USD" } }))).toContain("Currency");
  });

  test("does not go below what was sent", () => {
    const edit = editing({ fulfillments: [{ at: "2026-11-19T08:00:00Z", lines: [{ line: 1, quantity: 1 }] }] });
    expect(part(edit.begun, "calculatedOrder.lineItems.nodes.0")).toMatchObject({ quantity: 2, editableQuantity: 1 });
    expect(message(edit.set(0))).toContain("fulfilled");
    expect(part(edit.set(1), "userErrors")).toEqual([]);
    expect(message(edit.set(-1))).toContain("negative");
  });

  test("is refused when others were faster", () => {
    const edit = editing();
    edit.set(1);
    refunder(edit.shop)({ refundLineItems: [{ lineItemId: edit.line(), quantity: 1, restockType: "CANCEL" }] });
    expect(message(edit.commit())).toContain("changed since");
    expect(edit.books()).toHaveLength(1);
  });

  test("with no change, of no variant or of no line is refused", () => {
    const edit = editing();
    expect(message(edit.commit())).toContain("no changes");
    expect(message(edit.add("NONE", 1))).toContain("does not exist");
    expect(message(edit.add("TEA-L", 0))).toContain("greater than 0");
  });

  test("makes parcels of the future leave out what was taken off", () => {
    const edit = editing({ fulfillments: [{ at: "2026-11-22T08:00:00Z" }] });
    edit.set(1);
    edit.commit();
    edit.store.advance("3d");
    expect(edit.read("fulfillments.0.fulfillmentLineItems.nodes.0.quantity")).toBe(1);
    expect(edit.read("fulfillmentOrders.nodes.0.status")).toBe("CLOSED");
  });

  test.each<[string, Partial<OrderInput>]>([
    ["was cancelled", { cancel: { at: "2026-11-19T08:00:00Z" } }],
    ["was sent", { fulfillments: [{ at: "2026-11-19T08:00:00Z" }] }],
    ["was paid in another currency", { presentment: { currencyCode: "JPY", rate: 160 } }],
    ["may not be edited", { merchantEditable: false }],
  ])("of an order that %s is refused", (_what, order) => {
    const { begun, read } = editing(order);
    expect(part(begun, "calculatedOrder")).toBeNull();
    expect([message(begun)]).toEqual(read("merchantEditableErrors"));
  });
});
