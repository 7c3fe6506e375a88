import { beforeEach, describe, expect, test } from "vitest";
import { gid } from "../../store/ids.ts";
import type { Store } from "../../store/store.ts";
import { teaOrder } from "../../store/test-store.ts";
import { appDocument, ask, part, shopOf, variantOf } from "./testing.ts";

const document = appDocument("returns");

let store: Store;
let api: ReturnType<typeof ask>;
const run = (operation: string, variables: Record<string, unknown>, path: string) =>
  api(document, variables, path, operation);

beforeEach(() => {
  store = shopOf([
    teaOrder({
      lineItems: [{ variant: "TEA-S", quantity: 3 }, { variant: "TEA-L" }],
      fulfillments: [{ at: "2026-11-19T09:00:00Z", lines: [{ line: 1, quantity: 2 }] }],
    }),
    teaOrder({ name: "#1002", cancel: { at: "2026-11-19T09:00:00Z" } }),
  ]);
  api = ask(store);
});

const orderId = (name = "#1001") => gid("Order", store.orderByName(name)?.id ?? "");
const sentLine = () => gid("FulfillmentLineItem", store.orders[0]?.fulfillments[0]?.lines[0]?.id ?? "");
const returnable = () =>
  run("ReturnableLines", { orderId: orderId() }, "returnableFulfillments.nodes.0.returnableFulfillmentLineItems.nodes");
const reason = (handle: string) =>
  (
    run("ReturnableLines", { orderId: orderId() }, "returnReasonDefinitions.nodes") as { id: string; handle: string }[]
  ).find((item) => item.handle === handle)?.id;

function input(line: Record<string, unknown> = {}, more: Record<string, unknown> = {}) {
  const item = {
    fulfillmentLineItemId: sentLine(),
    quantity: 1,
    returnReasonDefinitionId: reason("size-too-small"),
    returnReasonNote: "Too small a pot",
    ...line,
  };
  return { orderId: orderId(), returnLineItems: [item], ...more };
}
const open = (returnInput = input(), path = "") =>
  run("ReturnOpen", { returnInput }, `returnCreate.${path}`.replace(/\.$/, ""));
const opened = (returnInput = input()) => String(open(returnInput, "return.id"));
const onOrder = (fields: string, path: string) =>
  api(`query ($id: ID!) { order(id: $id) { ${fields} } }`, { id: orderId() }, `order.${path}`);
const returnStatus = () => onOrder("returnStatus", "returnStatus");

describe("A return", () => {
  test("can be made of what was sent, and of nothing else", () => {
    expect(returnable()).toEqual([
      {
        quantity: 2,
        fulfillmentLineItem: { id: sentLine(), lineItem: { id: expect.stringContaining("LineItem") as unknown } },
      },
    ]);
    expect(run("ReturnableLines", { orderId: orderId("#1002") }, "returnableFulfillments.nodes")).toEqual([]);
  });

  test("is open at once, with a reverse fulfillment order; the order says so, and fewer units are left to return", () => {
    expect(open()).toMatchObject({
      return: {
        name: "#1001-R1",
        status: "OPEN",
        reverseFulfillmentOrders: { nodes: [{ lineItems: { nodes: [{ totalQuantity: 1 }] } }] },
      },
      userErrors: [],
    });
    expect(returnStatus()).toBe("IN_PROGRESS");
    expect(returnable()).toMatchObject([{ quantity: 1 }]);
    expect(onOrder("updatedAt", "updatedAt")).toBe("2026-11-20T09:00:00Z");
    expect(
      onOrder(
        "returns(first: 1) { nodes { returnLineItems(first: 1) { nodes { ... on ReturnLineItem { returnReasonNote } } } } }",
        "returns.nodes.0.returnLineItems.nodes.0.returnReasonNote",
      ),
    ).toBe("Too small a pot");
    expect(store.book.list()).toMatchObject([
      { kind: "return", name: "#1001-R1", operation: "returnCreate", units: [{ title: "Green tea", quantity: 1 }] },
    ]);
  });

  test("is worked out before it is made: items, fees and what goes out instead", () => {
    const exchange = {
      variantId: variantOf(store, "TEA-L"),
      quantity: 1,
      appliedDiscount: { value: { percentage: 100 } },
    };
    const money = (amount: string) => ({ shopMoney: { amount, currencyCode: "EUR" } });
    expect(
      run(
        "ReturnCalculate",
        {
          input: {
            orderId: orderId(),
            returnLineItems: [{ fulfillmentLineItemId: sentLine(), quantity: 2, restockingFee: { percentage: 10 } }],
            exchangeLineItems: [exchange],
            returnShippingFee: { amount: { amount: "4.90", currencyCode: "EUR" } },
          },
        },
        "returnCalculate",
      ),
    ).toMatchObject({
      returnLineItems: [{ quantity: 2, subtotalSet: money("19.0"), restockingFee: { amountSet: money("1.9") } }],
      exchangeLineItems: [{ quantity: 1, subtotalSet: money("0.0") }],
      returnShippingFee: { amountSet: money("4.9") },
    });
    expect(store.orders[0]?.returns).toEqual([]);
  });

  test.each<[string, () => Record<string, unknown>, string, string]>([
    ["more than was sent", () => input({ quantity: 3 }), "quantity", "INVALID"],
    ["no units", () => input({ quantity: 0 }), "quantity", "GREATER_THAN"],
    [
      "an unknown item",
      () => input({ fulfillmentLineItemId: "gid://shopify/FulfillmentLineItem/1" }),
      "fulfillmentLineItemId",
      "NOT_FOUND",
    ],
    [
      "an unknown reason",
      () => input({ returnReasonDefinitionId: "gid://shopify/ReturnReasonDefinition/1" }),
      "returnReasonDefinitionId",
      "NOT_FOUND",
    ],
    ["a note of 256 letters", () => input({ returnReasonNote: "x".repeat(256) }), "returnReasonNote", "TOO_LONG"],
    ["nothing at all", () => input({}, { returnLineItems: [] }), "returnLineItems", "BLANK"],
    ["of an unknown order", () => input({}, { orderId: "gid://shopify/Order/1" }), "orderId", "NOT_FOUND"],
    ["of a canceled order", () => input({}, { orderId: orderId("#1002"), returnLineItems: [] }), "orderId", "INVALID"],
    [
      "against an archived product",
      () => input({}, { exchangeLineItems: [{ variantId: variantOf(store, "OLD"), quantity: 1 }] }),
      "variantId",
      "NOT_FOUND",
    ],
  ])("of %s is refused", (_case, refused, field, code) => {
    const before = store.orders.map((item) => item.returns.length);
    const userErrors = run("ReturnOpen", { returnInput: refused() }, "returnCreate.userErrors");
    expect(userErrors).toMatchObject([{ code }]);
    expect(part(userErrors, "0.field")).toContain(field);
    expect(store.orders.map((item) => item.returns.length)).toEqual(before);
  });

  test("of what another one has already is refused", () => {
    open(input({ quantity: 2 }));
    expect(open(input(), "userErrors")).toMatchObject([{ code: "INVALID" }]);
    expect(returnable()).toBeUndefined();
  });

  test("can be canceled while nothing has come of it, and its items can be returned again", () => {
    const id = opened();
    expect(run("ReturnCancel", { id }, "returnCancel")).toEqual({ return: { id, status: "CANCELED" }, userErrors: [] });
    expect(returnStatus()).toBe("NO_RETURN");
    expect(returnable()).toMatchObject([{ quantity: 2 }]);
    expect(run("ReturnCancel", { id }, "returnCancel.userErrors")).toMatchObject([{ code: "INVALID_STATE" }]);
    expect(run("ReturnCancel", { id: "gid://shopify/Return/1" }, "returnCancel.userErrors")).toMatchObject([
      { code: "NOT_FOUND" },
    ]);
    expect(store.book.list().at(-1)).toMatchObject({ kind: "return_cancelled", name: "#1001-R1" });
  });

  test("gets a label, which the order shows", () => {
    const reverse = open(input(), "return.reverseFulfillmentOrders.nodes.0.id");
    const label = { fileUrl: "https://example.com/label.pdf" };
    const attach = (id: unknown) =>
      run(
        "ReturnLabelAttach",
        { reverseFulfillmentOrderId: id, label, notify: false },
        "reverseDeliveryCreateWithShipping",
      );
    expect(attach(reverse)).toMatchObject({ reverseDelivery: { id: expect.any(String) as unknown }, userErrors: [] });
    expect(attach("gid://shopify/ReverseFulfillmentOrder/1")).toMatchObject({ userErrors: [{ code: "NOT_FOUND" }] });
    expect(store.orders[0]?.returns[0]?.reverseDeliveries).toMatchObject([{ labelUrl: label.fileUrl }]);
    expect(store.book.list().at(-1)).toMatchObject({ kind: "return_label", label: label.fileUrl });
  });

  test("tells webhooks once that it was opened, and once that it was canceled", () => {
    const told: string[] = [];
    store.onChange((change) => told.push(change.topic));
    const id = opened();
    run("ReturnCancel", { id }, "returnCancel");
    expect(told).toEqual(["returns/approve", "orders/updated", "returns/cancel", "orders/updated"]);
  });
});
