import type { FieldError } from "../shopify/admin-client.ts";
import type { OrderAnswerFieldsFragment, OrdersForListQuery } from "../shopify/generated/admin.ts";
import { trackingUrl } from "./carriers/carriers.ts";
import { addMoney, parseMoney } from "./money.ts";
import type { Money } from "./money.ts";
import type {
  FulfillmentOrder,
  OrderReturn,
  OrderSnapshot,
  Parcel,
  ParcelEvent,
  Refund,
  Tracking,
  Unreadable,
  UnreadablePart,
} from "./snapshot.ts";

export type OrderNode = OrderAnswerFieldsFragment;
export type ListedOrderNode = OrdersForListQuery["orders"]["nodes"][number];
type MoneySet = OrderNode["currentTotalPriceSet"];

/** What a reader knows about an answer besides its data. */
export type Reading = {
  /** Errors of single fields of this order, with paths below the order (`shippingAddress.city`). */
  fieldErrors: readonly FieldError[];
  /** Parts that are longer than what was read. */
  cut: readonly UnreadablePart[];
};

/** Maps Shopify's answer about one order to a snapshot. Pure; a figure it cannot read becomes null and `unreadable`. */
export function mapOrder(node: OrderNode, reading: Reading): OrderSnapshot {
  const unreadable = unreadableParts(reading);
  const money = moneyReader(unreadable);
  return {
    ...common(node, unreadable, money),
    detail: "full",
    received: money(node.totalReceivedSet, "totalReceivedSet"),
    outstanding: money(node.totalOutstandingSet, "totalOutstandingSet"),
    currentUnits: sum(node.lineItems.nodes.map((line) => line.currentQuantity)),
    orderedUnits: sum(node.lineItems.nodes.map((line) => line.quantity)),
    shippingTitle: node.shippingLine?.title ?? null,
    lines: node.lineItems.nodes.map(({ variantTitle, ...line }) => ({ ...line, variant: shownVariant(variantTitle) })),
    fulfillmentOrders: node.fulfillmentOrders.nodes.map((order) => ({
      ...fulfillmentOrder(order),
      lines: order.lineItems.nodes.map((line) => ({
        lineId: line.lineItem.id,
        total: line.totalQuantity,
        remaining: line.remainingQuantity,
      })),
    })),
    parcels: node.fulfillments.map((fulfillment, index) => ({
      ...parcel(fulfillment, index),
      lines: fulfillment.fulfillmentLineItems.nodes.map((line) => ({
        lineId: line.lineItem.id,
        quantity: line.quantity ?? 0,
      })),
    })),
    attributes: node.customAttributes,
    returns: node.returns.nodes.map(orderReturn),
    refunds: node.refunds
      .map((refund, index) => mapRefund(refund, index, money))
      .filter((refund) => refund !== null)
      .toSorted((a, b) => a.at.getTime() - b.at.getTime()),
  };
}

/** Maps one order of a list: enough for its headline, without lines. */
export function mapListedOrder(node: ListedOrderNode, reading: Reading): OrderSnapshot {
  const unreadable = unreadableParts(reading);
  const money = moneyReader(unreadable);
  if (node.fulfillmentOrders.pageInfo.hasNextPage) unreadable.push({ part: "fulfillment_orders", path: "" });
  if ((node.fulfillmentsCount?.count ?? 0) > node.fulfillments.length) unreadable.push({ part: "parcels", path: "" });
  return {
    ...common(node, unreadable, money),
    detail: "headline",
    received: null,
    outstanding: null,
    currentUnits: node.currentSubtotalLineItemsQuantity,
    orderedUnits: node.subtotalLineItemsQuantity,
    shippingTitle: null,
    lines: [],
    fulfillmentOrders: node.fulfillmentOrders.nodes.map((order) => ({ ...fulfillmentOrder(order), lines: [] })),
    parcels: node.fulfillments.map((fulfillment, index) => ({ ...parcel(fulfillment, index), lines: [] })),
    attributes: [],
    returns: [],
    refunds: [],
  };
}

type CommonNode = Pick<OrderNode, keyof OrderNode & keyof ListedOrderNode>;
type Common = Omit<
  OrderSnapshot,
  | "detail"
  | "received"
  | "outstanding"
  | "currentUnits"
  | "orderedUnits"
  | "shippingTitle"
  | "lines"
  | "attributes"
  | "returns"
  | "refunds"
> & { fulfillmentOrders: never[]; parcels: never[] };

function common(
  node: Omit<CommonNode, "fulfillmentOrders" | "fulfillments">,
  unreadable: Unreadable[],
  money: (set: MoneySet, path: string) => Money | null,
): Common {
  return {
    id: node.id,
    name: node.name,
    placedAt: new Date(node.processedAt),
    updatedAt: new Date(node.updatedAt),
    cancelledAt: date(node.cancelledAt),
    cancelReason: node.cancelReason,
    test: node.test,
    edited: node.edited,
    tags: node.tags,
    metafields: node.metafields.nodes,
    requiresShipping: node.requiresShipping,
    financialStatus: node.displayFinancialStatus,
    returnStatus: node.returnStatus,
    customerId: node.customer?.id ?? null,
    destination: node.shippingAddress
      ? {
          city: node.shippingAddress.city,
          countryCode: node.shippingAddress.countryCodeV2,
          timeZone: node.shippingAddress.timeZone,
        }
      : null,
    total: money(node.currentTotalPriceSet, "currentTotalPriceSet"),
    refunded: money(node.totalRefundedSet, "totalRefundedSet"),
    fulfillmentOrders: [],
    parcels: [],
    unreadable,
  };
}

type FulfillmentOrderNode = Omit<OrderNode["fulfillmentOrders"]["nodes"][number], "lineItems">;

function fulfillmentOrder(node: FulfillmentOrderNode): Omit<FulfillmentOrder, "lines"> {
  const { assignedLocation: place, deliveryMethod: method } = node;
  return {
    id: node.id,
    status: node.status,
    requestStatus: node.requestStatus,
    fulfillAt: date(node.fulfillAt),
    fulfillBy: date(node.fulfillBy),
    createdAt: new Date(node.createdAt),
    updatedAt: new Date(node.updatedAt),
    location: { name: place.name, address: place.address1, city: place.city, countryCode: place.countryCode },
    method: method?.methodType ?? null,
    methodName: method?.presentedName ?? null,
    promisedFrom: date(method?.minDeliveryDateTime),
    promisedTo: date(method?.maxDeliveryDateTime),
    holds: node.fulfillmentHolds.map((hold) => hold.reason),
  };
}

type ParcelNode = Omit<OrderNode["fulfillments"][number], "fulfillmentLineItems">;

function parcel(node: ParcelNode, index: number): Omit<Parcel, "lines"> {
  return {
    id: node.id,
    index,
    fulfillmentOrderId: node.fulfillmentOrders.nodes[0]?.id ?? null,
    status: node.status,
    displayStatus: node.displayStatus,
    createdAt: new Date(node.createdAt),
    updatedAt: new Date(node.updatedAt),
    inTransitAt: date(node.inTransitAt),
    estimatedDeliveryAt: date(node.estimatedDeliveryAt),
    deliveredAt: date(node.deliveredAt),
    requiresShipping: node.requiresShipping,
    totalQuantity: node.totalQuantity,
    tracking: node.trackingInfo.flatMap(({ company, number, url }) =>
      number !== null && number.trim() !== "" ? [trackingWithLink(company || null, number.trim(), webUrl(url))] : [],
    ),
    events: node.events.nodes.map((event, at): ParcelEvent => ({
      index: at,
      status: event.status,
      message: event.message,
      happenedAt: new Date(event.happenedAt),
      createdAt: new Date(event.createdAt),
      estimatedDeliveryAt: date(event.estimatedDeliveryAt),
      city: event.city,
    })),
  };
}

function orderReturn(node: OrderNode["returns"]["nodes"][number]): OrderReturn {
  return {
    status: node.status,
    createdAt: new Date(node.createdAt),
    approvedAt: date(node.requestApprovedAt),
    closedAt: date(node.closedAt),
    units: node.totalQuantity,
    processedUnits: sum(node.returnLineItems.nodes.map((line) => line.processedQuantity)),
    refundedUnits: sum(node.returnLineItems.nodes.map((line) => line.refundedQuantity)),
    declineReason: node.decline?.reason ?? null,
    isExchange: node.exchangeLineItems.nodes.length > 0,
    hasTracking: node.reverseFulfillmentOrders.nodes.some((reverse) =>
      reverse.reverseDeliveries.nodes.some(
        ({ deliverable }) => deliverable !== null && "tracking" in deliverable && Boolean(deliverable.tracking?.number),
      ),
    ),
    received: node.reverseFulfillmentOrders.nodes.some((reverse) =>
      reverse.lineItems.nodes.some((line) => line.dispositions.length > 0),
    ),
  };
}

/** Payouts that are under way are not in a refund's total yet. */
function sumMoney(amounts: readonly (Money | null)[]): Money | null {
  const [first, ...others] = amounts.filter((amount) => amount !== null);
  return first ? others.reduce(addMoney, first) : null;
}

const STORE_CREDIT = "shopify_store_credit";

/** A refund of nothing (a record of removed items) is none to the shopper. */
function mapRefund(
  node: OrderNode["refunds"][number],
  index: number,
  money: (set: MoneySet, path: string) => Money | null,
): Refund | null {
  const payouts = node.transactions.nodes.filter((transaction) => transaction.kind === "REFUND");
  const path = `refunds[${String(index)}]`;
  const paid = money(node.totalRefundedSet, `${path}.totalRefundedSet`);
  const amount =
    paid && paid.minor > 0 ? paid : sumMoney(payouts.map((payout) => money(payout.amountSet, `${path}.transactions`)));
  if (!amount || amount.minor === 0) return null;
  const has = (...statuses: string[]): boolean => payouts.some((payout) => statuses.includes(payout.status));
  return {
    index,
    at: new Date(node.processedAt),
    amount,
    lines: node.refundLineItems.nodes.map((line) => ({ lineId: line.lineItem.id, quantity: line.quantity })),
    moreLines: node.refundLineItems.pageInfo.hasNextPage,
    money: has("SUCCESS")
      ? payouts.every((payout) => payout.gateway === STORE_CREDIT)
        ? "store_credit"
        : "paid_out"
      : has("PENDING", "AWAITING_RESPONSE", "UNKNOWN")
        ? "pending"
        : payouts.length > 0
          ? "failed"
          : "none",
  };
}

/** Single-variant products have a variant that only says so. */
function shownVariant(title: string | null): string | null {
  return title === null || title === "" || title === "Default Title" ? null : title;
}

/** Shopify knows no link for companies that are not on its list, and for numbers without a company: we may. */
function trackingWithLink(company: string | null, number: string, url: string | null): Tracking {
  if (url !== null) return { company, number, url };
  const ours = trackingUrl(company, number);
  return ours === null ? { company, number, url } : { company, number, url: ours, urlFrom: "carrier table" };
}

/** Only addresses of the web are links; anything else is dropped. */
function webUrl(url: string | null): string | null {
  return url !== null && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : null;
}

function moneyReader(unreadable: Unreadable[]): (set: MoneySet, path: string) => Money | null {
  return (set, path) => {
    const money = parseMoney(set.presentmentMoney.amount, set.presentmentMoney.currencyCode);
    if (money === null) unreadable.push({ part: "payment", path });
    return money;
  };
}

const PART_OF_FIELD: readonly [RegExp, UnreadablePart][] = [
  [/^customer\b/, "customer"],
  [/^shippingAddress\b/, "delivery_address"],
  [/^lineItems\b/, "lines"],
  [/^fulfillmentOrders\b/, "fulfillment_orders"],
  [/^fulfillments(\b.*)?\.trackingInfo\b/, "tracking"],
  [/^fulfillments\b(?!.*\.city$)/, "parcels"],
  [/^returns\b/, "returns"],
  [/^refunds\b/, "refunds"],
  [/^\w+Set\b|^displayFinancialStatus/, "payment"],
];

function unreadableParts(reading: Reading): Unreadable[] {
  const denied = reading.fieldErrors.flatMap(({ path }) => {
    const part = PART_OF_FIELD.find(([field]) => field.test(path))?.[1];
    return part ? [{ part, path }] : [];
  });
  return [...denied, ...reading.cut.map((part) => ({ part, path: "" }))];
}

const date = (text: string | null | undefined): Date | null => (text ? new Date(text) : null);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
