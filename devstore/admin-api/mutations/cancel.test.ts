import { describe, expect, test } from "vitest";
import { until } from "#tests/support/until.ts";
import type { OrderInput } from "../../store/schema.ts";
import { presented, withOrder } from "./app-operations.ts";
import { part } from "./testing.ts";

type Shop = ReturnType<typeof withOrder>;
const ask = (shop: Shop, more: Record<string, unknown> = {}, request: { jobFails?: boolean } = {}) =>
  shop.run(
    "OrderCancel",
    { orderId: shop.id, reason: "CUSTOMER", restock: true, notifyCustomer: false, refundMethod: original, ...more },
    "orderCancel",
    request,
  );
const original = { originalPaymentMethodsRefund: true };
/** Asks for the job twice, after which it is done. */
function finish(shop: Shop, answer: unknown): unknown {
  const id = part(answer, "job.id");
  expect(shop.run("JobDone", { id }, "job.done")).toBe(false);
  return shop.run("JobDone", { id }, "job.done");
}
const refusal = (answer: unknown) => {
  expect(part(answer, "job")).toBeNull();
  return part(answer, "orderCancelUserErrors.0");
};

describe("A cancellation", () => {
  test("is a job: nothing has changed until it is done, and then all of it has", () => {
    const shop = withOrder({ shippingLines: [{ title: "Standard", price: "4.90" }], tip: "1.00" });
    const answer = ask(shop);
    expect(shop.read("cancelledAt")).toBeNull();
    expect(finish(shop, answer)).toBe(true);
    expect(shop.read()).toMatchObject({
      cancelledAt: "2026-11-20T09:00:00Z",
      displayFinancialStatus: "REFUNDED",
      refundable: false,
      merchantEditable: false,
      fulfillmentOrders: { nodes: [{ status: "CANCELLED" }] },
      lineItems: { nodes: [{ currentQuantity: 0, unfulfilledQuantity: 0 }] },
    });
    expect(presented(shop.read("totalRefundedSet"))).toBe("24.9");
    expect(presented(shop.read("totalOutstandingSet"))).toBe("0.0");
    expect(shop.stock("TEA-S")).toBe(7);
    expect(shop.books()).toMatchObject([
      { kind: "cancellation", reason: "CUSTOMER", restocked: true, units: [{ quantity: 2 }] },
      { kind: "refund", operation: "orderCancel", amount: "24.9", shipping: "4.9", of: { kind: "cancellation" } },
    ]);
  });

  test("is done by itself after a moment, too", async () => {
    const shop = withOrder();
    ask(shop);
    await until("the order is cancelled", () => shop.order.cancel, 5_000);
  });

  test("tells of itself and of its refund", () => {
    const shop = withOrder();
    const topics: string[] = [];
    shop.store.onChange((change) => topics.push(change.topic));
    finish(shop, ask(shop));
    expect(topics.sort()).toEqual(["orders/cancelled", "orders/updated", "refunds/create"]);
  });

  test("gives store credit when that was chosen", () => {
    const shop = withOrder();
    finish(shop, ask(shop, { refundMethod: { storeCreditRefund: {} } }));
    expect(shop.order.customer?.storeCredit).toEqual([{ currencyCode: "EUR", balance: "19.00" }]);
    expect(shop.books()[1]).toMatchObject({ money: [{ to: "store_credit", amount: "19.0" }] });
  });

  test("without a refund method moves no money, and owes it", () => {
    const shop = withOrder();
    finish(shop, ask(shop, { refundMethod: null, restock: false }));
    expect(shop.read("displayFinancialStatus")).toBe("PAID");
    expect(presented(shop.read("totalOutstandingSet"))).toBe("-19.0");
    expect(shop.stock("TEA-S")).toBe(5);
  });

  test("gives up what was only authorised", () => {
    const shop = withOrder({ payment: "authorized" });
    finish(shop, ask(shop));
    expect(shop.read("displayFinancialStatus")).toBe("VOIDED");
    expect(shop.read("transactions")).toMatchObject([{ kind: "AUTHORIZATION" }, { kind: "VOID" }]);
  });

  test("takes away parcels that the future held", () => {
    const shop = withOrder({ fulfillments: [{ at: "2026-11-22T08:00:00Z" }] });
    finish(shop, ask(shop));
    shop.store.advance("5d");
    expect(shop.read("fulfillments")).toEqual([]);
  });

  test("whose job fails leaves the order as it was, and the books say so", () => {
    const shop = withOrder();
    expect(finish(shop, ask(shop, {}, { jobFails: true }))).toBe(true);
    expect(shop.read("cancelledAt")).toBeNull();
    expect(shop.books()).toMatchObject([{ kind: "cancellation_failed" }]);
  });

  test("looks again when its job runs: an order that was cancelled meanwhile is not cancelled twice", () => {
    const shop = withOrder();
    const answers = [ask(shop), ask(shop)];
    for (const answer of answers) finish(shop, answer);
    expect(shop.books().map((entry) => entry.kind)).toEqual(["cancellation", "refund", "cancellation_failed"]);
  });

  const at = "2026-11-19T08:00:00Z";
  test.each<[string, Partial<OrderInput>, Record<string, unknown>, object]>([
    ["was cancelled", { cancel: { at } }, {}, { code: "INVALID", message: "Order has already been cancelled" }],
    ["was sent in part", { fulfillments: [{ at, lines: [{ line: 1, quantity: 1 }] }] }, {}, { code: "INVALID" }],
    ["is being packed", { fulfillmentOrders: [{ inProgressAt: at }] }, {}, { code: "INVALID" }],
    [
      "a provider accepted",
      { fulfillmentOrders: [{ location: "3pl", requests: [{ sentAt: at, response: { at, accepted: true } }] }] },
      {},
      { code: "INVALID" },
    ],
    [
      "has a payment pending",
      { transactions: [{ kind: "AUTHORIZATION", status: "PENDING", amount: "19.00" }] },
      {},
      { code: "INVALID" },
    ],
    [
      "has no customer to credit",
      { customer: null, email: "g@example.com" },
      { refundMethod: { storeCreditRefund: {} } },
      { code: "STORE_CREDIT_REFUND_MISSING_CUSTOMER" },
    ],
    [
      "is to be credited until yesterday",
      {},
      { refundMethod: { storeCreditRefund: { expiresAt: at } } },
      { code: "STORE_CREDIT_REFUND_EXPIRATION_IN_PAST" },
    ],
    ["has too long a note", {}, { staffNote: "x".repeat(256) }, { code: "INVALID", field: ["staffNote"] }],
  ])("of an order that %s is refused at once", (_what, order, args, error) => {
    const shop = withOrder(order);
    expect(refusal(ask(shop, args))).toMatchObject(error);
    expect(shop.books()).toEqual([]);
  });

  test("of an order with an open return is refused", () => {
    const shop = withOrder({ fulfillments: [{ at }], returns: [{ approvedAt: at, lines: [{ line: 1 }] }] });
    for (const fulfillment of shop.order.fulfillments) fulfillment.cancelledAt = at;
    expect(refusal(ask(shop))).toMatchObject({ message: "Cannot cancel an order with active returns" });
  });

  test("of an order that there is not is refused", () => {
    expect(refusal(ask(withOrder(), { orderId: "gid://shopify/Order/1" }))).toMatchObject({ code: "NOT_FOUND" });
  });
});
