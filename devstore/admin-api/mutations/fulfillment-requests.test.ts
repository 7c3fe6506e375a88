import { describe, expect, test } from "vitest";
import { answerCancellation } from "../../store/cancellation-requests.ts";
import { gid } from "../../store/ids.ts";
import type { Store } from "../../store/store.ts";
import { teaOrder } from "../../store/test-store.ts";
import { appDocument, ask, shopOf } from "./testing.ts";

const document = appDocument("cancel");
const sentAt = "2026-11-18T10:00:00Z";
const accepted = { at: "2026-11-18T11:00:00Z", accepted: true };

type Request = { sentAt: string; response?: { at: string; accepted: boolean } };

function shop(requests: Request[], more: Parameters<typeof teaOrder>[0] = {}): Store {
  return shopOf([teaOrder({ fulfillmentOrders: [{ location: "3pl", requests }], ...more })]);
}
const idOf = (store: Store) => gid("FulfillmentOrder", store.orders[0]?.fulfillmentOrders[0]?.id ?? "");
const ask3pl = (store: Store, path = "", id = idOf(store)) =>
  ask(store)(
    document,
    { id, message: "Please stop" },
    `fulfillmentOrderSubmitCancellationRequest${path}`,
    "FulfillmentCancellationAsk",
  );
const states = (store: Store) =>
  ask(store)(
    "query ($id: ID!) { fulfillmentOrder(id: $id) { status requestStatus } }",
    { id: idOf(store) },
    "fulfillmentOrder",
  );

describe("Asking a fulfillment service to cancel", () => {
  test.each([
    ["was submitted", [{ sentAt }]],
    ["was accepted", [{ sentAt, response: accepted }]],
  ])("is possible for what %s, and told and written down", (_case, requests) => {
    const store = shop(requests);
    const told: string[] = [];
    store.onChange((change) => told.push(change.topic));
    expect(ask3pl(store)).toEqual({
      fulfillmentOrder: { id: idOf(store), status: "IN_PROGRESS", requestStatus: "CANCELLATION_REQUESTED" },
      userErrors: [],
    });
    expect(told).toEqual(["fulfillment_orders/cancellation_request_submitted", "orders/updated"]);
    expect(store.book.list()).toMatchObject([
      { kind: "cancellation_asked", message: "Please stop", order: { name: "#1001" } },
    ]);
    expect(ask(store)("{ orders(first: 1) { nodes { updatedAt } } }", {}, "orders.nodes.0.updatedAt")).toBe(
      "2026-11-20T09:00:00Z",
    );
  });

  test.each([
    ["was never submitted", shop([])],
    ["was rejected", shop([{ sentAt, response: { ...accepted, accepted: false } }])],
    ["has left", shop([{ sentAt, response: accepted }], { fulfillments: [{ at: "2026-11-19T09:00:00Z" }] })],
  ])("is refused for what %s", (_case, store) => {
    expect(ask3pl(store)).toMatchObject({ fulfillmentOrder: null, userErrors: [{ field: ["id"] }] });
    expect(store.book.list()).toEqual([]);
  });

  test("is refused twice, and for what does not exist", () => {
    const store = shop([{ sentAt }]);
    ask3pl(store);
    expect(ask3pl(store, ".userErrors")).toHaveLength(1);
    expect(ask3pl(store, ".userErrors", "gid://shopify/FulfillmentOrder/1")).toHaveLength(1);
  });
});

describe("The fulfillment service", () => {
  test("stops when it accepts: what was to leave tomorrow never does", () => {
    const store = shop([{ sentAt, response: accepted }], { fulfillments: [{ at: "2026-11-21T09:00:00Z" }] });
    ask3pl(store);
    expect(answerCancellation(store, idOf(store), { accepted: true, message: null }).kind).toBe("answered");
    expect(states(store)).toEqual({ status: "OPEN", requestStatus: "CANCELLATION_ACCEPTED" });
    store.advance("2d");
    expect(store.orders[0]?.fulfillments).toEqual([]);
    expect(states(store)).toEqual({ status: "OPEN", requestStatus: "CANCELLATION_ACCEPTED" });
  });

  test("goes on when it refuses", () => {
    const store = shop([{ sentAt, response: accepted }], { fulfillments: [{ at: "2026-11-21T09:00:00Z" }] });
    ask3pl(store);
    answerCancellation(store, idOf(store), { accepted: false, message: "Packed already" });
    expect(states(store)).toEqual({ status: "IN_PROGRESS", requestStatus: "CANCELLATION_REJECTED" });
    store.advance("2d");
    expect(states(store)).toMatchObject({ status: "CLOSED" });
  });

  test("cannot answer what nobody asked", () => {
    const store = shop([{ sentAt }]);
    expect(answerCancellation(store, idOf(store), { accepted: true, message: null })).toEqual({
      kind: "not_asked",
      requestStatus: "SUBMITTED",
    });
    expect(answerCancellation(store, "1", { accepted: true, message: null })).toEqual({ kind: "unknown" });
  });
});
