import { describe, expect, test } from "vitest";
import {
  fulfillmentOrderLineQuantities,
  fulfillmentOrderState,
  fulfillmentState,
  fulfillmentStatus,
  orderReturnStatus,
} from "./derive.ts";
import { orderUpdatedAt } from "./moments.ts";
import type { OrderInput } from "./schema.ts";
import { teaOrder, testNow, testStore } from "./test-store.ts";

function orderWith(more: Partial<OrderInput>) {
  return testStore([teaOrder(more)]).orderByName("1001")!;
}
const ago = "2026-11-19T09:00:00Z";
const ahead = "2026-11-25T09:00:00Z";

describe("A fulfillment order", () => {
  test.each([
    ["open, and not asked of anyone", {}, "OPEN", "UNSUBMITTED", "UNFULFILLED"],
    ["held", { holds: [{ reason: "INCORRECT_ADDRESS" as const }] }, "ON_HOLD", "UNSUBMITTED", "ON_HOLD"],
    ["no longer held", { holds: [{ until: ago }] }, "OPEN", "UNSUBMITTED", "UNFULFILLED"],
    ["planned for a later day", { fulfillAt: ahead }, "SCHEDULED", "UNSUBMITTED", "SCHEDULED"],
    ["a pre-order with no day", { preorder: true }, "SCHEDULED", "UNSUBMITTED", "SCHEDULED"],
    ["worked on", { inProgressAt: ago }, "IN_PROGRESS", "UNSUBMITTED", "IN_PROGRESS"],
    ["to be worked on later", { inProgressAt: ahead }, "OPEN", "UNSUBMITTED", "UNFULFILLED"],
    ["sent to the 3PL", { location: "3pl", requests: [{ sentAt: ago }] }, "OPEN", "SUBMITTED", "UNFULFILLED"],
    [
      "accepted by the 3PL",
      { location: "3pl", requests: [{ sentAt: ago, response: { at: ago, accepted: true } }] },
      "IN_PROGRESS",
      "ACCEPTED",
      "IN_PROGRESS",
    ],
    [
      "not yet answered by the 3PL",
      { location: "3pl", requests: [{ sentAt: ago, response: { at: ahead, accepted: true } }] },
      "OPEN",
      "SUBMITTED",
      "UNFULFILLED",
    ],
    [
      "rejected by the 3PL",
      { location: "3pl", requests: [{ sentAt: ago, response: { at: ago, accepted: false } }] },
      "OPEN",
      "REJECTED",
      "REQUEST_DECLINED",
    ],
    ["given up by the 3PL", { location: "3pl", incompleteAt: ago }, "INCOMPLETE", "CLOSED", "UNFULFILLED"],
  ])("is %s", (_name, more, status, requestStatus, display) => {
    const order = orderWith({ fulfillmentOrders: [more] });
    expect(fulfillmentOrderState(order.fulfillmentOrders[0]!, testNow)).toMatchObject({ status, requestStatus });
    expect(fulfillmentStatus(order, testNow)).toBe(display);
  });

  test("counts what is left over parcels, cancelled parcels and refunds of what was not shipped", () => {
    const order = orderWith({
      lineItems: [{ variant: "TEA-S", quantity: 5 }],
      fulfillments: [
        { at: ago, lines: [{ line: 1, quantity: 1 }], cancelledAt: ago },
        { at: ago, lines: [{ line: 1, quantity: 2 }] },
        { at: ahead, lines: [{ line: 1, quantity: 1 }] },
      ],
      refunds: [{ at: ago, lines: [{ line: 1, quantity: 1, restockType: "CANCEL" }] }],
    });
    expect(fulfillmentOrderLineQuantities(order.fulfillmentOrders[0]!.lines[0]!, testNow)).toEqual({
      total: 4,
      remaining: 2,
    });
    expect(fulfillmentStatus(order, testNow)).toBe("PARTIALLY_FULFILLED");
    expect(fulfillmentStatus(order, ahead)).toBe("PARTIALLY_FULFILLED");
  });

  test("of an order that was canceled has nothing left", () => {
    const order = orderWith({ cancel: { at: ago } });
    expect(fulfillmentOrderState(order.fulfillmentOrders[0]!, testNow)).toMatchObject({
      status: "CANCELLED",
      remaining: 0,
    });
  });

  test("for what is digital is apart, and fulfilled once it is paid", () => {
    const order = orderWith({ lineItems: [{ variant: "TEA-S" }, { variant: "card" }] });
    expect(order.fulfillmentOrders.map((item) => item.deliveryMethod.type)).toEqual(["SHIPPING", "NONE"]);
    expect(fulfillmentStatus(order, testNow)).toBe("PARTIALLY_FULFILLED");
  });
});

describe("A parcel's display status", () => {
  const event = (status: "IN_TRANSIT" | "DELIVERED" | "LABEL_PRINTED", at: string, recordedAt?: string) => ({
    status,
    at,
    ...(recordedAt ? { recordedAt } : {}),
  });
  test.each([
    ["no tracking", {}, "MARKED_AS_FULFILLED"],
    ["tracking and no scan", { tracking: { number: "1" } }, "FULFILLED"],
    [
      "its newest scan",
      {
        tracking: { number: "1" },
        events: [event("IN_TRANSIT", "2026-11-19T12:00:00Z"), event("LABEL_PRINTED", "2026-11-19T10:00:00Z")],
      },
      "IN_TRANSIT",
    ],
    [
      "a scan from the future that is known already",
      { tracking: { number: "1" }, events: [event("DELIVERED", ahead, "2026-11-20T08:00:00Z")] },
      "DELIVERED",
    ],
    ["a scan not known yet", { tracking: { number: "1" }, events: [event("DELIVERED", ago, ahead)] }, "FULFILLED"],
    ["a void label", { tracking: { number: "1" }, labelVoidedAt: ago }, "LABEL_VOIDED"],
    ["cancellation", { cancelledAt: ago }, "CANCELED"],
    ["collection", { pickedUpAt: ago }, "PICKED_UP"],
    [
      "what the file says outright",
      { displayStatus: "NOT_DELIVERED" as const, tracking: { number: "1" } },
      "NOT_DELIVERED",
    ],
    ["what Shopify does not know", { displayStatus: null }, null],
  ])("shows %s", (_name, more, displayStatus) => {
    const order = orderWith({ fulfillments: [{ at: ago, ...more }] });
    expect(fulfillmentState(order.fulfillments[0]!, testNow).displayStatus).toBe(displayStatus);
  });

  test("goes with the newest estimate the carrier gave", () => {
    const order = orderWith({
      fulfillments: [
        {
          at: ago,
          tracking: { number: "1" },
          estimatedDeliveryAt: "2026-11-21T00:00:00Z",
          events: [{ status: "DELAYED", at: "2026-11-19T12:00:00Z", estimatedDeliveryAt: "2026-11-23T00:00:00Z" }],
        },
      ],
    });
    expect(fulfillmentState(order.fulfillments[0]!, testNow).estimatedDeliveryAt).toBe("2026-11-23T00:00:00Z");
  });
});

describe("An order's return status", () => {
  test.each([
    [[], "NO_RETURN"],
    [[{ requestedAt: ago, lines: [{ line: 1 }] }], "RETURN_REQUESTED"],
    [[{ requestedAt: ago, approvedAt: ago, lines: [{ line: 1 }] }], "IN_PROGRESS"],
    [[{ approvedAt: ago, closedAt: ago, lines: [{ line: 1 }] }], "RETURNED"],
    [[{ requestedAt: ago, declined: { at: ago }, lines: [{ line: 1 }] }], "NO_RETURN"],
    [[{ requestedAt: ahead, lines: [{ line: 1 }] }], "NO_RETURN"],
  ])("of %j is %s", (returns, status) => {
    expect(orderReturnStatus(orderWith({ returns }), testNow)).toBe(status);
  });
});

test("An order was last updated when the newest visible thing happened", () => {
  const order = orderWith({
    fulfillments: [{ at: ago, tracking: { number: "1" }, events: [{ status: "DELIVERED", at: ahead }] }],
  });
  expect(orderUpdatedAt(order, testNow)).toBe(ago);
  expect(orderUpdatedAt(order, ahead)).toBe(ahead);
});
