import type { DeliveredParcel } from "#app/orders/estimates/delivered.ts";
import { readDelivered } from "#app/orders/estimates/read-delivered.server.ts";
import { shopInProcess } from "./shop-in-process.ts";

/** A parcel that arrived, and the last day that checkout promised for it. */
export type PastDelivery = { parcel: DeliveredParcel; promisedTo: Date | null };

/** The deliveries of the example shop, oldest first, read as the app reads them; the promises come from the store itself. */
export async function readHistory(): Promise<{ deliveries: PastDelivery[]; timeZone: string }> {
  const shop = await shopInProcess();
  const history = await readDelivered(shop.client, new Date(shop.store.now()), () => Promise.resolve());
  if (history.kind !== "ok") throw new Error(`the example shop's history could not be read: ${history.why}`);
  const promises = new Map<string, string | null>();
  for (const { fulfillments } of shop.store.visibleOrders()) {
    for (const { id, lines } of fulfillments) {
      promises.set(
        `gid://shopify/Fulfillment/${id}`,
        lines[0]?.from.fulfillmentOrder.deliveryMethod.maxDeliveryAt ?? null,
      );
    }
  }
  return {
    deliveries: history.parcels
      .map((parcel) => {
        const promised = promises.get(parcel.id) ?? null;
        return { parcel, promisedTo: promised === null ? null : new Date(promised) };
      })
      .toSorted((a, b) => a.parcel.deliveredAt.getTime() - b.parcel.deliveredAt.getTime()),
    timeZone: shop.store.shop.ianaTimezone,
  };
}
