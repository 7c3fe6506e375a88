import type { SentParcel } from "#app/orders/estimates/delivered.ts";
import { readDelivered } from "#app/orders/estimates/read-delivered.server.ts";
import { CASES } from "#devstore/shop/case-index.ts";
import { exampleShop } from "#devstore/shop/example-shop.ts";
import { Store } from "#devstore/store/store.ts";
import { shopInProcess } from "./shop-in-process.ts";

/** A parcel that arrived, and the last day that checkout promised for it. */
export type PastDelivery = { parcel: SentParcel & { deliveredAt: Date }; promisedTo: Date | null };

/** What was delivered, oldest first; and all that was sent, delivered or still on its way. */
export type History = { deliveries: PastDelivery[]; sent: SentParcel[]; timeZone: string };

/** The history of the example shop, or of another, read as the app reads it; the promises come from the store itself. */
export async function readHistory(from?: Store): Promise<History> {
  const shop = await shopInProcess(from);
  const history = await readDelivered(shop.client, new Date(shop.store.now()), () => Promise.resolve());
  if (history.kind !== "ok") throw new Error(`the shop's history could not be read: ${history.why}`);
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
      .flatMap(({ deliveredAt, ...parcel }) => {
        if (deliveredAt === null) return [];
        const promised = promises.get(parcel.id) ?? null;
        return [{ parcel: { ...parcel, deliveredAt }, promisedTo: promised === null ? null : new Date(promised) }];
      })
      .toSorted((a, b) => a.parcel.deliveredAt.getTime() - b.parcel.deliveredAt.getTime()),
    sent: history.parcels,
    timeZone: shop.store.shop.ianaTimezone,
  };
}

/** A shop like the example shop with other dice, and without its hand-written orders, which mostly go wrong. */
export function shopOfChance(seed: number, orders: number): Store {
  const shop = exampleShop({ seed, orders: CASES.length + orders });
  return Store.load({ ...shop, orders: shop.orders?.slice(CASES.length) }, { time: "frozen" });
}
