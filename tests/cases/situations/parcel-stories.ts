import { at, events, fulfillmentOrder, shipped } from "#app/orders/order-snapshots.fixture.ts";
import type { FulfillmentOrder, OrderSnapshot, Parcel } from "#app/orders/snapshot.ts";

/** Two mugs in one parcel of DHL, which left on Tuesday 17 November at 10:00; the events are its whole story. */
export const scanned = (displayStatus: Parcel["displayStatus"], ...story: string[]): OrderSnapshot =>
  shipped({ displayStatus, events: events(...story) });
export const untracked = { tracking: [], displayStatus: "MARKED_AS_FULFILLED" } as const;
export const sentBy = (method: FulfillmentOrder["method"], changes: Partial<Parcel>): OrderSnapshot =>
  shipped(changes, {
    fulfillmentOrders: [
      fulfillmentOrder({ status: "CLOSED", method, lines: [{ lineId: "L1", total: 2, remaining: 0 }] }),
    ],
  });
export const promised = (until: string, changes: Partial<Parcel>): OrderSnapshot =>
  shipped(changes, {
    fulfillmentOrders: [
      fulfillmentOrder({
        status: "CLOSED",
        promisedTo: at(until),
        lines: [{ lineId: "L1", total: 2, remaining: 0 }],
      }),
    ],
  });
export const abroad = (snapshot: OrderSnapshot): OrderSnapshot => ({
  ...snapshot,
  destination: { city: "Boston", countryCode: "US", timeZone: "America/New_York" },
});
export const MOVING = "11-18 09:00 IN_TRANSIT";
export const moving = scanned("IN_TRANSIT", "11-17 18:00 CARRIER_PICKED_UP", MOVING);
export const label = scanned("LABEL_PRINTED", "11-17 10:00 LABEL_PRINTED");
export const expected = scanned("IN_TRANSIT", `${MOVING} eta 11-20 12:00`);
export const out = scanned("OUT_FOR_DELIVERY", MOVING, "11-20 08:00 OUT_FOR_DELIVERY");
export const delivered = shipped({
  displayStatus: "DELIVERED",
  deliveredAt: at("11-20 14:00"),
  events: events("11-20 14:00 DELIVERED"),
});
export const atPickupPoint = scanned("READY_FOR_PICKUP", "11-20 14:00 READY_FOR_PICKUP");
