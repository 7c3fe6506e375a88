import type { DeliveredOrdersQuery } from "../../shopify/generated/admin.ts";
import type { SentParcel } from "./delivered.ts";

type DeliveredOrderNode = DeliveredOrdersQuery["orders"]["nodes"][number];

/**
 * The parcels of an order that arrived or are known to move, with the moments that matter. A parcel left when a carrier
 * first had it, where Shopify knows that, else when it was fulfilled. What was collected or brought by the shop's own
 * courier teaches nothing about carriers, nor does a parcel that no carrier ever reported.
 */
export function sentParcels(order: DeliveredOrderNode): SentParcel[] {
  const destination = order.shippingAddress?.countryCodeV2;
  const method = order.shippingLine?.title;
  if (order.test || order.cancelledAt !== null || !destination || !method) return [];
  return order.fulfillments.flatMap((fulfillment) => {
    const [from] = fulfillment.fulfillmentOrders.nodes;
    const type = from?.deliveryMethod?.methodType;
    if (!from || (type && type !== "SHIPPING" && type !== "PICKUP_POINT")) return [];
    if (!fulfillment.deliveredAt && !fulfillment.inTransitAt) return [];
    const placedAt = new Date(order.processedAt);
    const plannedAt = from.fulfillAt === null ? null : new Date(from.fulfillAt);
    const fulfilledAt = new Date(fulfillment.createdAt);
    const movedAt = fulfillment.inTransitAt === null ? null : new Date(fulfillment.inTransitAt);
    const deliveredAt = fulfillment.deliveredAt ? new Date(fulfillment.deliveredAt) : null;
    return [
      {
        id: fulfillment.id,
        method,
        origin: from.assignedLocation.countryCode,
        destination,
        destinationTimeZone: order.shippingAddress?.timeZone ?? null,
        beganAt: plannedAt && plannedAt > placedAt ? plannedAt : placedAt,
        leftAt: movedAt && movedAt > fulfilledAt && (!deliveredAt || movedAt < deliveredAt) ? movedAt : fulfilledAt,
        deliveredAt,
      },
    ];
  });
}
