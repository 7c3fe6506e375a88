import type { GroupExplained, OrderExplained } from "../../orders/explained.ts";
import type { HoldReason, OrderReturn, OrderSnapshot, ParcelEventStatus, RefundMoney } from "../../orders/snapshot.ts";

type Worry = GroupExplained["worry"];
type Turn = GroupExplained["turn"];
type Reason = GroupExplained["reasons"][number];
type Gap = OrderExplained["gaps"][number]["part"];

const WORRIES: Record<Worry, string> = {
  fine: "No cause for worry",
  watch: "Keep an eye on it",
  late: "Late",
  problem: "Problem",
};
const TURNS: Record<Turn, string> = {
  merchant: "Your team",
  carrier: "The carrier",
  shopper: "The shopper",
  nobody: "Nobody: it is over",
};
const REASONS: Record<Reason, string> = {
  wrong_item: "wrong item",
  missing_item: "missing item",
  damaged: "damaged",
  defective: "defective",
  lost: "lost",
  not_received: "not received",
  late: "late",
  changed_mind: "changed mind",
  cancel: "cancel",
  change_address: "change the address",
  change_items: "change items",
};
const EVENTS: Record<ParcelEventStatus, string> = {
  LABEL_PURCHASED: "Label bought",
  LABEL_PRINTED: "Label printed",
  CONFIRMED: "Confirmed by the carrier",
  CARRIER_PICKED_UP: "Picked up by the carrier",
  IN_TRANSIT: "In transit",
  DELAYED: "Delayed",
  OUT_FOR_DELIVERY: "Out for delivery",
  ATTEMPTED_DELIVERY: "Delivery attempted",
  READY_FOR_PICKUP: "Ready for pickup",
  DELIVERED: "Delivered",
  FAILURE: "Delivery failed",
};
const PAYMENTS: Record<NonNullable<OrderSnapshot["financialStatus"]>, string> = {
  AUTHORIZED: "Authorized, not captured yet",
  EXPIRED: "Authorization expired",
  PAID: "Paid",
  PARTIALLY_PAID: "Partly paid",
  PARTIALLY_REFUNDED: "Paid, partly refunded",
  PENDING: "Pending",
  REFUNDED: "Refunded",
  VOIDED: "Voided: nothing was charged",
};
const CANCELED: Record<NonNullable<OrderSnapshot["cancelReason"]>, string> = {
  CUSTOMER: "the customer asked for it",
  DECLINED: "the payment was declined",
  FRAUD: "fraud",
  INVENTORY: "items were out of stock",
  OTHER: "another reason",
  STAFF: "a mistake by staff",
};
const HOLDS: Record<HoldReason, string> = {
  AWAITING_PAYMENT: "Awaiting payment",
  AWAITING_RETURN_ITEMS: "Awaiting returned items",
  HIGH_RISK_OF_FRAUD: "High risk of fraud",
  INCORRECT_ADDRESS: "Incorrect address",
  INVENTORY_OUT_OF_STOCK: "Out of stock",
  ONLINE_STORE_POST_PURCHASE_CROSS_SELL: "Waiting for an offer after checkout",
  OTHER: "Another reason",
  UNKNOWN_DELIVERY_DATE: "Unknown delivery date",
};
const RETURNS: Record<OrderReturn["status"], string> = {
  CANCELED: "Canceled",
  CLOSED: "Closed",
  DECLINED: "Declined",
  OPEN: "Open",
  REQUESTED: "Requested, waiting for your answer",
};
const REFUND_MONEY: Record<RefundMoney, string> = {
  paid_out: "paid out",
  store_credit: "as store credit",
  pending: "still being processed",
  failed: "did not go through",
  none: "no payment touched",
};
const GAPS: Record<Gap, string> = {
  customer: "Customer",
  delivery_address: "Delivery address",
  lines: "Some of the items",
  fulfillment_orders: "Preparation (fulfillment orders)",
  parcels: "Some of the parcels",
  tracking: "Some of the tracking details",
  returns: "Returns",
  refunds: "Refunds",
  payment: "Payment details",
};
/** Shopify's names of permissions, with the scope for whoever sets the app up. */
const PERMISSIONS: Record<string, string> = {
  write_orders: "orders (write_orders)",
  read_customers: "customers (read_customers)",
  read_merchant_managed_fulfillment_orders:
    "fulfillment orders at your own locations (read_merchant_managed_fulfillment_orders)",
  write_third_party_fulfillment_orders:
    "fulfillment orders at fulfillment services (write_third_party_fulfillment_orders)",
  write_returns: "returns (write_returns)",
  read_themes: "themes (read_themes)",
};
/** What is known of why an order could not be read: the first day that can be, and the scopes not granted. */
type Failed = { oldest: string | null; missing: readonly string[] };
const units = (count: number): string => (count === 1 ? "1 item" : `${count.toLocaleString("en-US")} items`);

/** All words of the page that explains an order. */
export const texts = {
  intro: "See what is true about an order, why the agent thinks so, and what it would tell the shopper.",
  search: {
    label: "Order number",
    help: "With or without #, for example 1001",
    action: "Explain",
  },
  refresh: "Read again",
  open: "Open in Shopify",

  loading: "Reading the order",
  empty: {
    heading: "Which order?",
    text: "Type an order number above. The order is read from Shopify at that moment, and nothing about it is changed.",
  },
  failed: {
    no_name: {
      heading: "That is no order number",
      text: (name: string) => `“${name}” cannot be the name of an order. Order numbers look like 1001 or #1001.`,
    },
    not_found: {
      heading: "No such order",
      text: (name: string) =>
        `Your store has no order ${name}. It may have been deleted, or the number may have a typo.`,
    },
    too_old: {
      heading: "No such order among the last 60 days",
      text: (name: string, { oldest }: Failed) =>
        `Either the number has a typo, or ${name} was placed ${oldest === null ? "more than 60 days ago" : `before ${oldest}`}: Wherewithal may not read older orders, so it can’t tell which. Look for ${name} in Shopify. If it is there, it is too old, and the agent can’t tell shoppers about it either.`,
    },
    no_permission: {
      heading: "Wherewithal is missing a permission",
      text: (name: string, { missing }: Failed) =>
        `Shopify does not let it read order ${name}. ${missing.length === 0 ? "" : `Not granted: ${missing.map((scope) => PERMISSIONS[scope] ?? scope).join(", ")}. `}Until you allow it, neither this page nor the agent can say anything about ${name}; the agent hands shoppers who ask to your team.`,
    },
    unavailable: {
      heading: "Shopify did not answer",
      text: (name: string) => `Order ${name} could not be read just now. Nothing is wrong with the order itself.`,
    },
  },
  again: "Try again",
  review: "Review permissions",

  worries: WORRIES,
  turns: TURNS,
  reasons: REASONS,
  shopper: "What the agent would tell the shopper",
  lead: "For your team",
  part: {
    turn: "Whose turn",
    since: "Since",
    lastScan: "Last scan",
    next: "What comes next",
    expected: "When",
    undated: "Not known",
    missed: "Date that passed",
    willMiss: "Date that will be missed",
    reasons: "Reasons it supports",
    noReasons: "None at the moment",
    items: "Items",
    noItems: "Not known",
    tracking: "Tracking",
    noLink: "no link",
    newWindow: "(opens in a new window)",
    timeline: "Timeline the shopper sees",
    window: (from: string, to: string) => `${from} to ${to}`,
  },
  steps: { done: "done", current: "now", todo: "to come", problem: "needs attention" },
  conflicts: {
    heading: (count: number) => (count === 1 ? "Signals disagree" : `Signals disagree in ${count} ways`),
    resolved: "Believed:",
  },
  events: {
    heading: (count: number) => (count === 1 ? "1 carrier event" : `${count} carrier events`),
    status: EVENTS,
    leftOut: "Left out",
    live: "From the tracking service",
    estimate: (when: string) => `Carrier’s estimate: ${when}`,
  },
  technical: {
    heading: "Technical evidence",
    situation: "Situation",
    rule: "Rule of the headline",
    from: (label: string) => `taken from ${label}`,
    field: "Field",
    value: "Value",
    caption: (label: string) => `Fields that decided: ${label}`,
    signals: "Signals that disagree",
    units: "Where the ordered items are",
    unitsOf: (ordered: number, accounted: string) => `${units(ordered)} ordered: ${accounted}`,
    unitsIn: (count: number, label: string) => `${count.toLocaleString("en-US")} in “${label}”`,
    judged: "Judged at",
    cost: "Cost of reading",
    costOf: (calls: number, actual: number, requested: number) =>
      `${calls === 1 ? "1 Admin API call" : `${calls} Admin API calls`}, ${actual} points used (${requested} requested)`,
    whole: "How the whole order was judged",
  },

  facts: {
    heading: "Order facts",
    placed: "Placed",
    edited: "edited since",
    test: "Test order",
    testYes: "Yes: nothing will be sent",
    canceled: "Canceled",
    canceledWhy: (reason: string) => `because ${reason}`,
    payment: "Payment",
    payments: PAYMENTS,
    paymentUnknown: "Not known",
    cancelReasons: CANCELED,
    total: "Total now",
    received: "Received",
    outstanding: "Still to be paid",
    refunds: "Refunds",
    refund: (amount: string, when: string, money: RefundMoney) => `${amount}, ${when}, ${REFUND_MONEY[money]}`,
    returns: "Returns",
    returned: (status: OrderReturn["status"], count: number, when: string) =>
      `${RETURNS[status]}: ${units(count)}, ${when}`,
    exchange: "exchange",
    holds: "Holds",
    hold: (reason: HoldReason, place: string | null) =>
      place === null ? HOLDS[reason] : `${HOLDS[reason]} (${place})`,
    locations: "Ships from",
    destination: "Ships to",
    method: "Delivery method",
    tags: "Tags",
    none: "None",
    unread: "Could not be read",
    zone: (shop: string) => `Times are in your store’s time zone, ${shop}.`,
    orderZone: (order: string) =>
      `Days without a time are told and counted where the order goes, ${order}, as the shopper hears them.`,
  },
  gaps: {
    heading: "Not all of this order could be read",
    text: "What is said here leaves it out, and so does the agent:",
    parts: GAPS,
  },
};
