import { expect, test } from "vitest";
import { readOrder } from "#app/orders/read-orders.server.ts";
import { remembering } from "#app/orders/tracking/remembering.ts";
import type { LiveTracking, LiveTrackingPort } from "#app/orders/tracking/port.ts";
import { shopInProcess } from "#tests/support/shop-in-process.ts";

/** Reads an order of the example shop whose parcel is under way, with a tracking service that answers like this. */
async function readWith(answer: (now: Date) => LiveTracking | Promise<LiveTracking>, deadlineMs?: number) {
  const shop = await shopInProcess();
  const port: LiveTrackingPort = { lookUp: async () => answer(shop.store.now()) };
  const tracking = remembering(port, deadlineMs === undefined ? {} : { deadlineMs });
  const profile = { timeZone: shop.store.shop.ianaTimezone, locale: "en" };
  for (const order of shop.store.visibleOrders()) {
    const scope = { shop: shop.client.shop, customerId: null, orderIds: [`gid://shopify/Order/${order.id}`] };
    const plain = await readOrder(shop.client, scope, null, { profile });
    if (plain.kind !== "ok" || plain.told.facts.situation !== "in_transit" || plain.told.facts.groups.length !== 1) {
      continue;
    }
    const before = shop.calls.length;
    const live = await readOrder(shop.client, scope, null, { profile, tracking });
    if (live.kind !== "ok") throw new Error(live.kind);
    return { plain: plain.told, live: live.told, calls: shop.calls.length - before };
  }
  throw new Error("the example shop has no order in transit");
}

test("a scan that only the tracking service has is told, with one call to Shopify", async () => {
  const { live, calls } = await readWith((now) => ({
    kind: "found",
    service: "aftership",
    events: [{ status: "OUT_FOR_DELIVERY", message: null, happenedAt: now, city: null }],
    estimatedDeliveryAt: null,
  }));
  expect(live.facts.situation).toBe("out_for_delivery");
  expect(calls).toBe(1);
});

test("a tracking service that never answers costs its deadline, and the answer is Shopify's", async () => {
  const { plain, live } = await readWith(() => new Promise(() => undefined), 20);
  expect(live).toEqual(plain);
});
