import { expect, test } from "vitest";
import { REQUIRED_SCOPES } from "#app/shopify/scopes.ts";
import { until } from "#tests/support/until.ts";
import { CallLog } from "../../calls.ts";
import { Faults } from "../../faults.ts";
import { readOperation } from "../../schema/documents.ts";
import { testShop } from "../../store/test-store.ts";
import { createAdminApi } from "../admin-api.ts";
import { serveAdminCall } from "../serve.ts";
import { withOrder } from "./app-operations.ts";

/** The wire between the app and the shop, with its bad luck. */
function wired() {
  const shop = withOrder();
  const faults = new Faults();
  const parts = {
    api: createAdminApi(shop.store, { unthrottled: true }),
    faults,
    calls: new CallLog(),
    store: shop.store,
  };
  const auth = { shop: testShop, scopes: REQUIRED_SCOPES };
  const call = (operationName: string, variables: object) => {
    const query = readOperation(`${import.meta.dirname}/../../..`, operationName);
    return serveAdminCall(parts, { auth, body: { query, variables, operationName } });
  };
  const input = { orderId: shop.id, refundLineItems: [{ lineItemId: shop.line(), quantity: 1 }] };
  return { shop, faults, call, refund: () => call("RefundCreate", { input, key: "one" }) };
}

test("A refund whose answer is lost was made, and asking again with its key makes no second one", async () => {
  const { shop, faults, refund } = wired();
  faults.set({ operationName: "RefundCreate", dropAnswer: { next: 1 } });
  expect(await refund()).toEqual({ kind: "hangUp" });
  expect(shop.order.refunds).toHaveLength(1);
  expect(await refund()).toMatchObject({ kind: "answer", status: 200 });
  expect(shop.order.refunds).toHaveLength(1);
  expect(shop.books()).toHaveLength(1);
});

test.each([
  ["a cut before the work", { networkCut: { next: 1 } }],
  ["a server error", { status5xx: { next: 1 } }],
  ["an empty bucket", { throttle: { next: 1 } }],
])("A refund that met %s was not made, and is made when asked for again", async (_what, fault) => {
  const { shop, faults, refund } = wired();
  faults.set(fault);
  await refund();
  expect(shop.order.refunds).toHaveLength(0);
  await refund();
  expect(shop.order.refunds).toHaveLength(1);
});

test("A cancellation whose job fails answers as any other, and is only seen on the order", async () => {
  const { shop, faults, call } = wired();
  faults.set({ operationName: "OrderCancel", jobFails: { next: 1 } });
  const variables = { orderId: shop.id, reason: "CUSTOMER", restock: true, notifyCustomer: false };
  expect(await call("OrderCancel", variables)).toMatchObject({ kind: "answer", status: 200 });
  const [entry] = await until("the job is over", () => (shop.books().length > 0 ? shop.books() : null), 5_000);
  expect(entry).toMatchObject({ kind: "cancellation_failed", operation: "orderCancel" });
  expect(shop.order.cancel).toBeNull();
});
