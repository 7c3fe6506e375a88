import { describe, expect, test } from "vitest";
import { tellOrder } from "./answer.ts";
import { mapOrder } from "./map-order.ts";
import type { OrderNode } from "./map-order.ts";

const eur = (amount: string) => ({ presentmentMoney: { amount, currencyCode: "EUR" as const } });
const page = { hasNextPage: false, endCursor: null };

function node(changes: Partial<OrderNode> = {}): OrderNode {
  return {
    id: "gid://shopify/Order/1",
    name: "#1001",
    number: 1001,
    processedAt: "2026-11-16T11:00:00Z",
    createdAt: "2026-11-16T11:00:00Z",
    updatedAt: "2026-11-16T11:00:00Z",
    cancelledAt: null,
    cancelReason: null,
    closedAt: null,
    test: false,
    edited: false,
    tags: [],
    customAttributes: [],
    metafields: { nodes: [] },
    requiresShipping: true,
    displayFinancialStatus: "PAID",
    displayFulfillmentStatus: "UNFULFILLED",
    returnStatus: "NO_RETURN",
    customer: null,
    shippingAddress: null,
    shippingLine: null,
    currentTotalPriceSet: eur("42.0"),
    totalReceivedSet: eur("42.0"),
    totalOutstandingSet: eur("0.0"),
    totalRefundedSet: eur("0.0"),
    lineItems: { nodes: [], pageInfo: page },
    fulfillmentOrders: { nodes: [], pageInfo: page },
    fulfillmentsCount: { count: 0 },
    fulfillments: [],
    returns: { nodes: [] },
    refunds: [],
    ...changes,
  };
}

const refund = (total: string, transactions: OrderNode["refunds"][number]["transactions"]["nodes"]) => ({
  id: "gid://shopify/Refund/1",
  createdAt: "2026-11-17T11:00:00Z",
  processedAt: "2026-11-17T11:00:00Z",
  totalRefundedSet: eur(total),
  refundLineItems: { nodes: [], pageInfo: { hasNextPage: false } },
  transactions: { nodes: transactions },
});
const payout = (status: "SUCCESS" | "PENDING" | "FAILURE", gateway = "card") => ({
  kind: "REFUND" as const,
  status,
  gateway,
  amountSet: eur("10.0"),
});

describe("an answer of Shopify's as a snapshot", () => {
  const nothing = { fieldErrors: [], cut: [] };

  test("money is read in minor units", () => {
    expect(mapOrder(node(), nothing).total).toEqual({ minor: 4200, currency: "EUR" });
  });

  test("an amount that cannot be read is a gap and not a guess", () => {
    const snapshot = mapOrder(node({ currentTotalPriceSet: eur("42,00") }), nothing);
    expect(snapshot.total).toBeNull();
    expect(snapshot.unreadable).toEqual([{ part: "payment", path: "currentTotalPriceSet" }]);
  });

  test.each([
    ["shippingAddress", "I can't see the delivery address of this order."],
    ["fulfillmentOrders.nodes.0.assignedLocation", "I can't see how the preparation of this order is going."],
    ["fulfillments.0.trackingInfo", "I can't see all tracking details of this order."],
    ["totalRefundedSet", "I can't see all payment details of this order."],
  ])("what was denied at %s is told as a gap", (path, gap) => {
    const snapshot = mapOrder(node(), { fieldErrors: [{ path, code: "ACCESS_DENIED", message: "" }], cut: [] });
    const told = tellOrder(snapshot, new Date("2026-11-16T12:00:00Z"), { timeZone: "Europe/Berlin", locale: "en" });
    expect(told.facts.gaps).toEqual([gap]);
  });

  test("where a scan happened is no gap when it may not be seen", () => {
    const error = { path: "fulfillments.0.events.nodes.1.city", code: "ACCESS_DENIED", message: "" };
    expect(mapOrder(node(), { fieldErrors: [error], cut: [] }).unreadable).toEqual([]);
  });

  test.each([
    ["paid out", refund("10.0", [payout("SUCCESS")]), "paid_out", 1000],
    ["under way, not in the total yet", refund("0.0", [payout("PENDING")]), "pending", 1000],
    ["failed", refund("0.0", [payout("FAILURE")]), "failed", 1000],
    ["as store credit", refund("10.0", [payout("SUCCESS", "shopify_store_credit")]), "store_credit", 1000],
    ["without a payment", refund("10.0", []), "none", 1000],
  ])("a refund %s", (_words, made, money, minor) => {
    expect(mapOrder(node({ refunds: [made] }), nothing).refunds).toMatchObject([{ money, amount: { minor } }]);
  });

  test("a refund of nothing is none", () => {
    expect(mapOrder(node({ refunds: [refund("0.0", [])] }), nothing).refunds).toEqual([]);
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "not a url", null])("%s is no tracking link", (url) => {
    const fulfillment: OrderNode["fulfillments"][number] = {
      id: "gid://shopify/Fulfillment/1",
      status: "SUCCESS",
      displayStatus: "FULFILLED",
      createdAt: "2026-11-17T11:00:00Z",
      updatedAt: "2026-11-17T11:00:00Z",
      inTransitAt: null,
      estimatedDeliveryAt: null,
      deliveredAt: null,
      requiresShipping: true,
      totalQuantity: 1,
      fulfillmentOrders: { nodes: [] },
      trackingInfo: [{ company: "", number: " 123 ", url }],
      fulfillmentLineItems: { nodes: [], pageInfo: page },
      events: { nodes: [] },
    };
    const [parcel] = mapOrder(node({ fulfillments: [fulfillment] }), nothing).parcels;
    expect(parcel?.tracking).toEqual([{ company: null, number: "123", url: null }]);
  });
});
