import { decimalString } from "../../orders/money.ts";
import type { MoneyPairFragment } from "../../shopify/generated/admin.ts";
import type { OrderNode } from "./map-facts.ts";

/** For tests: `OrderForResolution`'s answer in one currency, or in two at a rate. */
export function bag(
  minor: number,
  currency = "EUR",
  shop: { minor: number; currency: string } | null = null,
): MoneyPairFragment {
  const money = (amount: { minor: number; currency: string }) => ({
    amount: decimalString(amount),
    currencyCode: amount.currency as MoneyPairFragment["shopMoney"]["currencyCode"],
  });
  return { shopMoney: money(shop ?? { minor, currency }), presentmentMoney: money({ minor, currency }) };
}

type Line = OrderNode["lineItems"]["nodes"][number];

export function lineNode(changes: Partial<Line> = {}): Line {
  return {
    id: "gid://shopify/LineItem/1",
    title: "Mug",
    variantTitle: "Sand",
    quantity: 3,
    currentQuantity: 3,
    unfulfilledQuantity: 0,
    requiresShipping: true,
    isGiftCard: false,
    image: null,
    variant: { id: "gid://shopify/ProductVariant/1" },
    product: { id: "gid://shopify/Product/1" },
    originalTotalSet: bag(3_000),
    discountAllocations: [],
    taxLines: [],
    ...changes,
  };
}

export function orderNode(changes: Partial<OrderNode> = {}): OrderNode {
  return {
    id: "gid://shopify/Order/1",
    name: "#1001",
    processedAt: "2026-11-10T10:00:00Z",
    cancelledAt: null,
    test: false,
    tags: [],
    email: "ana@example.com",
    merchantEditable: true,
    taxesIncluded: true,
    currencyCode: "EUR",
    presentmentCurrencyCode: "EUR",
    risk: { recommendation: "ACCEPT" },
    customer: { id: "gid://shopify/Customer/1", tags: [], numberOfOrders: "2" },
    shippingAddress: null,
    currentTotalPriceSet: bag(3_490),
    totalReceivedSet: bag(3_490),
    totalRefundedSet: bag(0),
    totalRefundedShippingSet: bag(0),
    totalShippingPriceSet: bag(490),
    shippingLines: { nodes: [{ isRemoved: false, taxLines: [] }] },
    lineItems: { nodes: [lineNode()], pageInfo: { hasNextPage: false } },
    transactions: [{ id: "gid://shopify/OrderTransaction/1", kind: "SALE", status: "SUCCESS", gateway: "paypal" }],
    refunds: [],
    returns: { nodes: [] },
    ...changes,
  };
}

export function refundNode(quantity: number, note: string | null = null): OrderNode["refunds"][number] {
  return {
    id: "gid://shopify/Refund/1",
    createdAt: "2026-11-12T10:00:00Z",
    note,
    totalRefundedSet: bag(1_000 * quantity),
    refundLineItems: { nodes: [{ quantity, lineItem: { id: "gid://shopify/LineItem/1" } }] },
  };
}

export function returnNode(
  quantity: number,
  changes: { status?: "OPEN" | "CANCELED" | "CLOSED"; refunded?: number; note?: string } = {},
): OrderNode["returns"]["nodes"][number] {
  const { status = "OPEN", refunded = 0, note = "" } = changes;
  const line = {
    id: "gid://shopify/ReturnLineItem/1",
    quantity,
    refundedQuantity: refunded,
    returnReasonNote: note,
    fulfillmentLineItem: { id: "gid://shopify/FulfillmentLineItem/1", lineItem: { id: "gid://shopify/LineItem/1" } },
  };
  return { id: "gid://shopify/Return/1", status, returnLineItems: { nodes: [line] } };
}
