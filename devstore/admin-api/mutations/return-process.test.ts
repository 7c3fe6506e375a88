import { beforeEach, describe, expect, test } from "vitest";
import { gid } from "../../store/ids.ts";
import type { Store } from "../../store/store.ts";
import { teaOrder } from "../../store/test-store.ts";
import { appDocument, ask, shopOf, variantOf } from "./testing.ts";

const document = appDocument("returns");

let store: Store;
let api: ReturnType<typeof ask>;
const run = (operation: string, variables: Record<string, unknown>, path: string) =>
  api(document, variables, path, operation);

beforeEach(() => {
  store = shopOf([teaOrder({ fulfillments: [{ at: "2026-11-19T09:00:00Z" }] })]);
  api = ask(store);
});

const record = () => {
  const found = store.orders[0];
  if (!found) throw new Error("no order");
  return found;
};
const outstanding = () =>
  api(
    "query ($id: ID!) { order(id: $id) { totalOutstandingSet { shopMoney { amount } } } }",
    { id: gid("Order", record().id) },
    "order.totalOutstandingSet.shopMoney.amount",
  );
const orderSays = () =>
  api(
    `query ($id: ID!) { order(id: $id) { returnStatus displayFulfillmentStatus fulfillmentOrders(first: 9) {
      nodes { status assignedLocation { name } lineItems(first: 9) { nodes { remainingQuantity } } } } } }`,
    { id: gid("Order", record().id) },
    "order",
  );

/** Opens a return of so many pots, with exchange items if wanted; gives the ids that processing takes. */
function opened(quantity: number, more: Record<string, unknown> = {}, line: Record<string, unknown> = {}) {
  const fulfillmentLineItemId = gid("FulfillmentLineItem", record().fulfillments[0]?.lines[0]?.id ?? "");
  const returnInput = {
    orderId: gid("Order", record().id),
    returnLineItems: [{ fulfillmentLineItemId, quantity, ...line }],
    ...more,
  };
  expect(run("ReturnOpen", { returnInput }, "returnCreate.userErrors")).toEqual([]);
  const made = record().returns.at(-1);
  return {
    returnId: gid("Return", made?.id ?? ""),
    line: gid("ReturnLineItem", made?.lines[0]?.id ?? ""),
    reverse: gid("ReverseFulfillmentOrderLineItem", made?.lines[0]?.id ?? ""),
    exchange: gid("ExchangeLineItem", made?.exchangeLines[0]?.id ?? ""),
  };
}
const process = (input: Record<string, unknown>, path = "returnProcess") =>
  run("ReturnProcessExchange", { input }, path);
const large = (more: Record<string, unknown> = {}) => ({
  exchangeLineItems: [{ variantId: variantOf(store, "TEA-L"), quantity: 1, ...more }],
});
const stockOf = (sku: string) =>
  [...(store.variant(sku)?.inventory.values() ?? [])].reduce((sum, units) => sum + units, 0);
const main = () => gid("Location", store.primaryLocation.id);

describe("Processing the exchange items of a return", () => {
  test("makes a fulfillment order for them and takes them from stock, and not before", () => {
    const ids = opened(1, large());
    expect(orderSays()).toMatchObject({ displayFulfillmentStatus: "FULFILLED" });
    expect(stockOf("TEA-L")).toBe(5);
    expect(process({ returnId: ids.returnId, exchangeLineItems: [{ id: ids.exchange, quantity: 1 }] })).toMatchObject({
      return: { status: "OPEN", exchangeLineItems: { nodes: [{ id: ids.exchange, processedQuantity: 1 }] } },
      userErrors: [],
    });
    expect(stockOf("TEA-L")).toBe(4);
    expect(orderSays()).toMatchObject({
      returnStatus: "IN_PROGRESS",
      displayFulfillmentStatus: "PARTIALLY_FULFILLED",
      fulfillmentOrders: {
        nodes: [
          { status: "CLOSED" },
          { status: "OPEN", assignedLocation: { name: "Leipzig" }, lineItems: { nodes: [{ remainingQuantity: 1 }] } },
        ],
      },
    });
    expect(store.book.list().at(-1)).toMatchObject({
      kind: "return_processed",
      units: [],
      exchanges: [{ title: "Green tea", quantity: 1 }],
    });
  });

  test("lets the shopper owe the difference, and nothing when all of it is off", () => {
    const free = opened(1, large({ appliedDiscount: { description: "Swap", value: { percentage: 100 } } }));
    process({ returnId: free.returnId, exchangeLineItems: [{ id: free.exchange, quantity: 1 }] });
    expect(outstanding()).toBe("0.0");
    const dear = opened(1, large({ appliedDiscount: { value: { amount: { amount: "2.00", currencyCode: "EUR" } } } }));
    process({ returnId: dear.returnId, exchangeLineItems: [{ id: dear.exchange, quantity: 1 }] });
    expect(outstanding()).toBe("13.0");
    process({ returnId: dear.returnId, returnLineItems: [{ id: dear.line, quantity: 1 }] });
    expect(outstanding()).toBe("3.5");
  });

  test("is refused for more than there are, twice, and when none are in stock any more", () => {
    const ids = opened(1, large());
    const items = (quantity: number) => ({
      returnId: ids.returnId,
      exchangeLineItems: [{ id: ids.exchange, quantity }],
    });
    expect(process(items(2), "returnProcess.userErrors")).toMatchObject([{ code: "LESS_THAN_OR_EQUAL_TO" }]);
    process(items(1));
    expect(process(items(1), "returnProcess.userErrors")).toMatchObject([{ code: "LESS_THAN_OR_EQUAL_TO" }]);
    store.variant("TEA-L")?.inventory.clear();
    const next = opened(1, large());
    expect(
      process(
        { returnId: next.returnId, exchangeLineItems: [{ id: next.exchange, quantity: 1 }] },
        "returnProcess.userErrors",
      ),
    ).toMatchObject([{ code: "INVALID" }]);
    expect(record().fulfillmentOrders).toHaveLength(2);
  });
});

describe("Processing what came back", () => {
  test("takes it off the order and puts it on the shelf; what was paid for it is then owed to the shopper", () => {
    const ids = opened(1);
    const dispositions = [
      { reverseFulfillmentOrderLineItemId: ids.reverse, quantity: 1, dispositionType: "RESTOCKED", locationId: main() },
    ];
    expect(
      process({ returnId: ids.returnId, returnLineItems: [{ id: ids.line, quantity: 1, dispositions }] }),
    ).toMatchObject({ return: { status: "CLOSED" }, userErrors: [] });
    expect(stockOf("TEA-S")).toBe(6);
    expect(outstanding()).toBe("-9.5");
    expect(orderSays()).toMatchObject({ returnStatus: "RETURNED" });
  });

  test("gives the money back if told to, and charges the fees", () => {
    const fees = { returnShippingFee: { amount: { amount: "4.90", currencyCode: "EUR" } } };
    const ids = opened(2, fees, { restockingFee: { percentage: 10 } });
    const parentId = gid("OrderTransaction", record().transactions[0]?.id ?? "");
    const refund = (amount: string) => ({
      issueRefund: { orderTransactions: [{ parentId, transactionAmount: { amount, currencyCode: "EUR" } }] },
    });
    const input = { returnId: ids.returnId, returnLineItems: [{ id: ids.line, quantity: 2 }] };
    expect(process({ ...input, financialTransfer: refund("19.01") }, "returnProcess.userErrors")).toMatchObject([
      { code: "TOO_BIG" },
    ]);
    expect(process({ ...input, financialTransfer: refund("12.20") }, "returnProcess.userErrors")).toEqual([]);
    expect(outstanding()).toBe("0.0");
    expect(stockOf("TEA-S")).toBe(5);
    expect(store.book.list()).toMatchObject([
      { kind: "return" },
      {
        kind: "refund",
        amount: "12.2",
        lines: [{ quantity: 2, amount: "19.0", restock: "NO_RESTOCK" }],
        of: { kind: "return" },
      },
      { kind: "return_processed", units: [{ quantity: 2 }] },
    ]);
    expect(record().refunds).toHaveLength(1);
  });

  test("gives it as store credit if told to", () => {
    const ids = opened(1);
    const storeCreditRefund = { amount: { amount: "9.50", currencyCode: "EUR" } };
    const financialTransfer = { issueRefund: { orderTransactions: [], refundMethods: [{ storeCreditRefund }] } };
    const input = { returnId: ids.returnId, returnLineItems: [{ id: ids.line, quantity: 1 }], financialTransfer };
    expect(process(input, "returnProcess.userErrors")).toEqual([]);
    expect(store.customer("ana")?.storeCredit).toMatchObject([{ currencyCode: "EUR", balance: "9.50" }]);
    expect(outstanding()).toBe("0.0");
  });

  test("is refused for items that are not in it, for a return that is not open, and for nothing", () => {
    const ids = opened(1);
    const errors = (input: Record<string, unknown>) =>
      process({ returnId: ids.returnId, ...input }, "returnProcess.userErrors");
    expect(errors({ returnLineItems: [{ id: "gid://shopify/ReturnLineItem/1", quantity: 1 }] })).toMatchObject([
      { code: "NOT_FOUND" },
    ]);
    expect(errors({ returnLineItems: [{ id: ids.line, quantity: 2 }] })).toMatchObject([
      { code: "LESS_THAN_OR_EQUAL_TO" },
    ]);
    expect(errors({})).toMatchObject([{ code: "BLANK" }]);
    process({ returnId: ids.returnId, returnLineItems: [{ id: ids.line, quantity: 1 }] });
    expect(errors({ returnLineItems: [{ id: ids.line, quantity: 1 }] })).toMatchObject([{ code: "INVALID_STATE" }]);
    expect(run("ReturnCancel", { id: ids.returnId }, "returnCancel.userErrors")).toMatchObject([
      { code: "INVALID_STATE" },
    ]);
  });

  test("once begun, keeps the return from being canceled", () => {
    const ids = opened(2);
    process({ returnId: ids.returnId, returnLineItems: [{ id: ids.line, quantity: 1 }] });
    expect(run("ReturnCancel", { id: ids.returnId }, "returnCancel.userErrors")).toMatchObject([
      { code: "INVALID_STATE" },
    ]);
  });
});
