import { fulfillmentState, visibleEvents } from "../../store/derive.ts";
import { gid } from "../../store/ids.ts";
import type { EventRecord, FulfillmentRecord } from "../../store/records.ts";
import { connection, listConnection, type PageArgs } from "../connection.ts";
import type { CallContext } from "../context.ts";
import { fulfillmentLineItemView } from "./fulfillment-line.ts";
import { locationView, serviceView } from "./location.ts";
import { readableFulfillmentOrders } from "./readable.ts";

export function fulfillmentView(fulfillment: FulfillmentRecord, context: CallContext) {
  const state = fulfillmentState(fulfillment, context.now);
  const location = () => fulfillment.lines[0]?.from.fulfillmentOrder.location ?? null;
  return {
    id: gid("Fulfillment", fulfillment.id),
    legacyResourceId: fulfillment.id,
    name: fulfillment.name,
    createdAt: fulfillment.at,
    updatedAt: state.updatedAt,
    status: state.status,
    displayStatus: state.displayStatus,
    inTransitAt: state.inTransitAt,
    deliveredAt: state.deliveredAt,
    estimatedDeliveryAt: state.estimatedDeliveryAt,
    requiresShipping: fulfillment.lines.some((part) => part.line.requiresShipping),
    totalQuantity: fulfillment.lines.reduce((sum, part) => sum + part.quantity, 0),
    trackingInfo: (args: { first?: number | null }) => fulfillment.tracking.slice(0, args.first ?? undefined),
    order: () => context.views.order(fulfillment.order, context),
    location: () => locationView(location()),
    service: () => serviceView(location()),
    originAddress: fulfillment.originAddress ?? null,
    events: (args: PageArgs & { sortKey?: "HAPPENED_AT" | "ID" }) =>
      connection(
        visibleEvents(fulfillment, context.now),
        args,
        { id: (event) => event.id, value: (event) => (args.sortKey === "ID" ? event.recordedAt : event.at) },
        eventView,
      ),
    fulfillmentLineItems: (args: PageArgs) =>
      listConnection(fulfillment.lines, args, (part) => fulfillmentLineItemView(part, context)),
    fulfillmentOrders: (args: PageArgs) => {
      const sources = new Set(fulfillment.lines.map((part) => part.from.fulfillmentOrder));
      return listConnection(readableFulfillmentOrders([...sources], context), args, (item) =>
        context.views.fulfillmentOrder(item, context),
      );
    },
  };
}

function eventView(event: EventRecord) {
  return {
    id: gid("FulfillmentEvent", event.id),
    status: event.status,
    message: event.message,
    happenedAt: event.at,
    createdAt: event.recordedAt,
    estimatedDeliveryAt: event.estimatedDeliveryAt,
    address1: event.address1,
    city: event.city,
    province: event.province,
    country: event.country,
    zip: event.zip,
    latitude: event.latitude,
    longitude: event.longitude,
  };
}
