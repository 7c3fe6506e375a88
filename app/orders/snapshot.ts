import type { Money } from "./money.ts";

/**
 * All that is known about an order at one moment, in our own types. It is plain data made by `map-order.ts`;
 * everything else in this room is computed from it and the time.
 *
 * What Shopify would not let us read is null (or an empty list) here and is named in `unreadable`,
 * so that "there is none" and "we may not see it" are never confused.
 */
export type OrderSnapshot = {
  /** `gid://shopify/Order/…` */
  id: string;
  /** As the shopper knows it, with prefix and suffix: `#1001`. */
  name: string;
  /** `headline`: from a list, without lines, refunds and returns. */
  detail: "full" | "headline";
  placedAt: Date;
  updatedAt: Date;
  cancelledAt: Date | null;
  cancelReason: CancelReason | null;
  test: boolean;
  edited: boolean;
  tags: readonly string[];
  /** The order's custom attributes; shoppers can write some of them, so they are data and never commands. */
  attributes: readonly { key: string; value: string | null }[];
  /** Those by which the shop says how far an order is, and no others; only the shop and its apps can write them. */
  metafields: readonly OrderMetafield[];
  requiresShipping: boolean;
  financialStatus: FinancialStatus | null;
  returnStatus: ReturnProgress;
  customerId: string | null;
  destination: Destination | null;
  /** Name of the delivery method chosen at checkout. */
  shippingTitle: string | null;
  /** After edits and refunds, in the currency the shopper paid in. */
  total: Money | null;
  outstanding: Money | null;
  refunded: Money | null;
  /** What was ever received; null in a list. */
  received: Money | null;
  /** Units still in the order, and units ever ordered. */
  currentUnits: number;
  orderedUnits: number;
  lines: readonly OrderLine[];
  fulfillmentOrders: readonly FulfillmentOrder[];
  parcels: readonly Parcel[];
  returns: readonly OrderReturn[];
  /** Oldest first. */
  refunds: readonly Refund[];
  unreadable: readonly Unreadable[];
};

export type UnreadablePart =
  | "customer"
  | "delivery_address"
  | "lines"
  | "fulfillment_orders"
  | "parcels"
  | "tracking"
  | "returns"
  | "refunds"
  | "payment";

export type OrderMetafield = { namespace: string; key: string; value: string };

/** `path` is the GraphQL path, such as `order.shippingAddress`. */
export type Unreadable = { part: UnreadablePart; path: string };

type Destination = { city: string | null; countryCode: string | null; timeZone: string | null };

export type OrderLine = {
  id: string;
  title: string;
  variant: string | null;
  /** Units ordered, and units left after removals and refunds. */
  quantity: number;
  currentQuantity: number;
  unfulfilledQuantity: number;
  requiresShipping: boolean;
  isGiftCard: boolean;
};

type LineQuantity = { lineId: string; quantity: number };

export type FulfillmentOrder = {
  id: string;
  status: FulfillmentOrderStatus;
  requestStatus: RequestStatus;
  /** When preparation may begin (scheduled orders), and by when it should have been sent. */
  fulfillAt: Date | null;
  fulfillBy: Date | null;
  createdAt: Date;
  updatedAt: Date;
  location: { name: string; address: string | null; city: string | null; countryCode: string | null } | null;
  method: DeliveryMethodType | null;
  /** The method's name at checkout: "Express shipping". */
  methodName: string | null;
  /** What checkout promised. */
  promisedFrom: Date | null;
  promisedTo: Date | null;
  holds: readonly HoldReason[];
  /** Units of each line that this one covers in all, and that are still to be sent. Empty in a headline snapshot. */
  lines: readonly { lineId: string; total: number; remaining: number }[];
};

export type Parcel = {
  id: string;
  /** Position in Shopify's own order, for evidence paths. */
  index: number;
  fulfillmentOrderId: string | null;
  status: FulfillmentStatus;
  displayStatus: ParcelDisplayStatus | null;
  createdAt: Date;
  updatedAt: Date;
  inTransitAt: Date | null;
  estimatedDeliveryAt: Date | null;
  deliveredAt: Date | null;
  requiresShipping: boolean;
  totalQuantity: number;
  tracking: readonly Tracking[];
  lines: readonly LineQuantity[];
  /** As Shopify gave them; `scans.ts` puts them in order. */
  events: readonly ParcelEvent[];
};

export type Tracking = {
  company: string | null;
  number: string;
  url: string | null;
  /** Who made the URL, where it was not the shop: Shopify knows none, and we know the carrier's tracking page. */
  urlFrom?: "carrier table";
};

export type ParcelEvent = {
  /** Position in Shopify's answer, for evidence paths; `aftership:3` for an event another service told. */
  index: number | string;
  status: ParcelEventStatus;
  message: string | null;
  happenedAt: Date;
  createdAt: Date;
  estimatedDeliveryAt: Date | null;
  city: string | null;
};

export type OrderReturn = {
  status: "CANCELED" | "CLOSED" | "DECLINED" | "OPEN" | "REQUESTED";
  createdAt: Date;
  approvedAt: Date | null;
  closedAt: Date | null;
  units: number;
  processedUnits: number;
  refundedUnits: number;
  declineReason: "FINAL_SALE" | "OTHER" | "RETURN_PERIOD_ENDED" | null;
  isExchange: boolean;
  /** A return parcel has a tracking number; items have been checked in. */
  hasTracking: boolean;
  received: boolean;
};

export type Refund = {
  /** Position in Shopify's answer, for evidence paths. */
  index: number;
  at: Date;
  amount: Money;
  lines: readonly LineQuantity[];
  moreLines: boolean;
  /** Where the money's way stands: `none` when no payment is known to have been touched. */
  money: RefundMoney;
};

export type RefundMoney = "paid_out" | "store_credit" | "pending" | "failed" | "none";

type CancelReason = "CUSTOMER" | "DECLINED" | "FRAUD" | "INVENTORY" | "OTHER" | "STAFF";
export type FinancialStatus =
  "AUTHORIZED" | "EXPIRED" | "PAID" | "PARTIALLY_PAID" | "PARTIALLY_REFUNDED" | "PENDING" | "REFUNDED" | "VOIDED";
type ReturnProgress =
  "INSPECTION_COMPLETE" | "IN_PROGRESS" | "NO_RETURN" | "RETURNED" | "RETURN_FAILED" | "RETURN_REQUESTED";
type FulfillmentOrderStatus = "CANCELLED" | "CLOSED" | "INCOMPLETE" | "IN_PROGRESS" | "ON_HOLD" | "OPEN" | "SCHEDULED";
type RequestStatus =
  | "ACCEPTED"
  | "CANCELLATION_ACCEPTED"
  | "CANCELLATION_REJECTED"
  | "CANCELLATION_REQUESTED"
  | "CLOSED"
  | "REJECTED"
  | "SUBMITTED"
  | "UNSUBMITTED";
export type HoldReason =
  | "AWAITING_PAYMENT"
  | "AWAITING_RETURN_ITEMS"
  | "HIGH_RISK_OF_FRAUD"
  | "INCORRECT_ADDRESS"
  | "INVENTORY_OUT_OF_STOCK"
  | "ONLINE_STORE_POST_PURCHASE_CROSS_SELL"
  | "OTHER"
  | "UNKNOWN_DELIVERY_DATE";
type DeliveryMethodType = "LOCAL" | "NONE" | "PICKUP_POINT" | "PICK_UP" | "RETAIL" | "SHIPPING";
type FulfillmentStatus = "CANCELLED" | "ERROR" | "FAILURE" | "OPEN" | "PENDING" | "SUCCESS";
export type ParcelEventStatus =
  | "ATTEMPTED_DELIVERY"
  | "CARRIER_PICKED_UP"
  | "CONFIRMED"
  | "DELAYED"
  | "DELIVERED"
  | "FAILURE"
  | "IN_TRANSIT"
  | "LABEL_PRINTED"
  | "LABEL_PURCHASED"
  | "OUT_FOR_DELIVERY"
  | "READY_FOR_PICKUP";
type ParcelDisplayStatus =
  | ParcelEventStatus
  | "CANCELED"
  | "FULFILLED"
  | "LABEL_VOIDED"
  | "MARKED_AS_FULFILLED"
  | "NOT_DELIVERED"
  | "PICKED_UP"
  | "SUBMITTED";
