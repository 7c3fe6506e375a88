import { activeHolds, fulfillmentOrderLineQuantities, fulfillmentOrderState, visible } from "../../store/derive.ts";
import { gid } from "../../store/ids.ts";
import type { FulfillmentOrderLineRecord, FulfillmentOrderRecord, HoldRecord } from "../../store/records.ts";
import { listConnection, type PageArgs } from "../connection.ts";
import type { CallContext } from "../context.ts";
import { lineItemView } from "./line-item.ts";
import { locationView } from "./location.ts";

const holdReasons: Record<string, string> = {
  AWAITING_PAYMENT: "Awaiting payment",
  AWAITING_RETURN_ITEMS: "Awaiting return items",
  HIGH_RISK_OF_FRAUD: "High risk of fraud",
  INCORRECT_ADDRESS: "Incorrect address",
  INVENTORY_OUT_OF_STOCK: "Inventory out of stock",
  ONLINE_STORE_POST_PURCHASE_CROSS_SELL: "Post-purchase upsell",
  OTHER: "Other",
  UNKNOWN_DELIVERY_DATE: "Unknown delivery date",
};

export function fulfillmentOrderView(item: FulfillmentOrderRecord, context: CallContext) {
  const { now } = context;
  const state = fulfillmentOrderState(item, now);
  const destination = item.order.shippingAddress;
  const method = item.deliveryMethod;
  return {
    id: gid("FulfillmentOrder", item.id),
    status: state.status,
    requestStatus: state.requestStatus,
    createdAt: item.createdAt,
    updatedAt: state.updatedAt,
    fulfillAt: item.fulfillAt ?? (item.preorder ? null : item.createdAt),
    fulfillBy: item.fulfillBy,
    orderId: gid("Order", item.order.id),
    orderName: item.order.name,
    orderProcessedAt: item.order.processedAt,
    order: () => context.views.order(item.order, context),
    internationalDuties: null,
    assignedLocation: {
      name: item.location.name,
      address1: item.location.address.address1,
      address2: item.location.address.address2,
      city: item.location.address.city,
      province: item.location.address.province,
      zip: item.location.address.zip,
      phone: item.location.address.phone,
      countryCode: item.location.address.countryCode ?? context.store.shop.countryCode,
      location: () => locationView(item.location),
    },
    destination:
      destination === null || method.type === "NONE"
        ? null
        : { ...destination, id: gid("FulfillmentOrderDestination", item.id), email: item.order.email, location: null },
    deliveryMethod: {
      id: gid("DeliveryMethod", method.gidNumber),
      methodType: method.type,
      presentedName: method.presentedName,
      minDeliveryDateTime: method.minDeliveryAt,
      maxDeliveryDateTime: method.maxDeliveryAt,
      brandedPromise: method.brandedPromise,
      serviceCode: method.serviceCode,
      sourceReference: null,
      additionalInformation: null,
    },
    fulfillmentHolds: () => activeHolds(item, now).map(holdView),
    supportedActions: () => actionsOf(state, item).map((action) => ({ action, externalUrl: null })),
    merchantRequests: (args: PageArgs & { kind?: string | null }) =>
      listConnection(
        item.requests
          .filter((request) => request.sentAt <= now && (!args.kind || request.kind === args.kind))
          .map((request) => ({ ...request, id: request.gidNumber })),
        args,
        (request) => ({
          id: gid("FulfillmentOrderMerchantRequest", request.id),
          kind: request.kind,
          message: request.message,
          sentAt: request.sentAt,
          requestOptions: {},
          responseData: request.response && request.response.at <= now ? { message: request.response.message } : null,
          fulfillmentOrder: () => context.views.fulfillmentOrder(item, context),
        }),
      ),
    lineItems: (args: PageArgs) =>
      listConnection(
        item.lines.filter((line) => line.line.addedAt === null || line.line.addedAt <= now),
        args,
        (line) => fulfillmentOrderLineView(line, context),
      ),
    fulfillments: (args: PageArgs) =>
      listConnection(
        item.order.fulfillments.filter(
          (fulfillment) =>
            fulfillment.at <= now && fulfillment.lines.some((part) => part.from.fulfillmentOrder === item),
        ),
        args,
        (fulfillment) => context.views.fulfillment(fulfillment, context),
      ),
  };
}

function holdView(hold: HoldRecord) {
  return {
    id: gid("FulfillmentHold", hold.gidNumber),
    handle: hold.handle,
    reason: hold.reason,
    reasonNotes: hold.reasonNotes,
    displayReason: holdReasons[hold.reason] ?? hold.reason,
    heldByRequestingApp: hold.byApp,
  };
}

function fulfillmentOrderLineView(item: FulfillmentOrderLineRecord, context: CallContext) {
  const { line, fulfillmentOrder } = item;
  const quantities = fulfillmentOrderLineQuantities(item, context.now);
  return {
    id: gid("FulfillmentOrderLineItem", item.id),
    totalQuantity: quantities.total,
    remainingQuantity: quantities.remaining,
    productTitle: line.title,
    variantTitle: line.variantTitle,
    sku: line.sku,
    vendor: line.vendor,
    image: null,
    requiresShipping: line.requiresShipping,
    inventoryItemId: line.variant ? gid("InventoryItem", line.variant.id) : null,
    warnings: fulfillmentOrder.warnings,
    lineItem: () => lineItemView(line, context),
  };
}

/** What the merchant may do with it now; the table is Shopify's admin's, as far as orders like ours show it. */
function actionsOf(state: ReturnType<typeof fulfillmentOrderState>, item: FulfillmentOrderRecord): string[] {
  if (visible(item.cancelledAt, state.updatedAt) || state.remaining === 0) return [];
  const service = item.location.kind !== "merchant";
  if (state.status === "ON_HOLD") return ["RELEASE_HOLD", "HOLD", "MOVE"];
  if (state.status === "SCHEDULED") return ["MARK_AS_OPEN", "HOLD"];
  if (service) {
    if (state.requestStatus === "ACCEPTED") return ["REQUEST_CANCELLATION", "CREATE_FULFILLMENT"];
    if (state.requestStatus === "SUBMITTED") return ["CANCEL_FULFILLMENT_ORDER"];
    return ["REQUEST_FULFILLMENT", "MOVE", "HOLD"];
  }
  return ["CREATE_FULFILLMENT", "REPORT_PROGRESS", "MOVE", "HOLD", "SPLIT"];
}
