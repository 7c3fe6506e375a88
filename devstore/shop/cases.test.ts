import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  activeHolds,
  fulfillmentOrderState,
  fulfillmentState,
  fulfillmentStatus,
  orderReturnStatus,
  visibleFulfillmentOrders,
  visibleFulfillments,
} from "../store/derive.ts";
import { holdReasons } from "../store/fulfillment-schema.ts";
import { financialStatus } from "../store/order-money.ts";
import { Store } from "../store/store.ts";
import { CASES } from "./case-index.ts";
import { CARRIERS } from "./carriers/carriers.ts";
import { exampleShop } from "./example-shop.ts";
import { SHOP_TIME_ZONE } from "./time.ts";

const store = Store.load(exampleShop({ orders: 0 }), { time: "frozen" });
const now = store.nowInstant();
const order = (name: string) => {
  const found = store.orderByName(name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const orderStatuses = () => store.orders.map((one) => fulfillmentStatus(one, now));
const parcelStatuses = () =>
  store.orders.flatMap((one) =>
    visibleFulfillments(one, now).map((parcel) => fulfillmentState(parcel, now).displayStatus),
  );
const work = () =>
  store.orders.flatMap((one) => visibleFulfillmentOrders(one, now).map((item) => fulfillmentOrderState(item, now)));

describe("the hand-written orders", () => {
  it("each say in a sentence what is true about them", () => {
    for (const { number, title, truth } of CASES) {
      expect(title, `#${number}`).toMatch(/^\S.{5,90}$/);
      expect(truth, `#${number}`).toMatch(/^[A-Z€].{20,}\.$/);
    }
  });

  it("reach every state an order can be in", () => {
    for (const status of [
      "FULFILLED",
      "IN_PROGRESS",
      "ON_HOLD",
      "PARTIALLY_FULFILLED",
      "REQUEST_DECLINED",
      "SCHEDULED",
      "UNFULFILLED",
    ]) {
      expect(orderStatuses(), status).toContain(status);
    }
  });

  it("reach every state a parcel can be in that carriers and shops bring about", () => {
    const seen = new Set(parcelStatuses());
    for (const status of [
      "ATTEMPTED_DELIVERY",
      "CANCELED",
      "CARRIER_PICKED_UP",
      "DELAYED",
      "DELIVERED",
      "FAILURE",
      "FULFILLED",
      "IN_TRANSIT",
      "LABEL_PRINTED",
      "LABEL_VOIDED",
      "MARKED_AS_FULFILLED",
      "NOT_DELIVERED",
      null,
      "OUT_FOR_DELIVERY",
      "PICKED_UP",
      "READY_FOR_PICKUP",
    ] as const) {
      expect(seen.has(status), String(status)).toBe(true);
    }
  });

  it("reach every financial and return state", () => {
    const financial = new Set(store.orders.map((one) => financialStatus(one, now)));
    for (const status of [
      "AUTHORIZED",
      "EXPIRED",
      "PAID",
      "PARTIALLY_PAID",
      "PARTIALLY_REFUNDED",
      "PENDING",
      "REFUNDED",
      "VOIDED",
    ] as const) {
      expect(financial.has(status), status).toBe(true);
    }
    const returns = new Set(store.orders.map((one) => orderReturnStatus(one, now)));
    for (const status of ["NO_RETURN", "RETURN_REQUESTED", "IN_PROGRESS", "RETURNED"] as const) {
      expect(returns.has(status), status).toBe(true);
    }
  });

  it("reach every state of a request to a 3PL and of work in a warehouse", () => {
    const requests = new Set(work().map(({ requestStatus }) => requestStatus));
    for (const status of [
      "UNSUBMITTED",
      "SUBMITTED",
      "ACCEPTED",
      "REJECTED",
      "CANCELLATION_REQUESTED",
      "CANCELLATION_ACCEPTED",
      "CANCELLATION_REJECTED",
    ] as const) {
      expect(requests.has(status), status).toBe(true);
    }
    const statuses = new Set(work().map(({ status }) => status));
    for (const status of [
      "CANCELLED",
      "CLOSED",
      "INCOMPLETE",
      "IN_PROGRESS",
      "ON_HOLD",
      "OPEN",
      "SCHEDULED",
    ] as const) {
      expect(statuses.has(status), status).toBe(true);
    }
  });

  it.each(holdReasons.map((reason) => [reason]))("one waits because of %s", (reason) => {
    const active = store.orders.flatMap((one) => one.fulfillmentOrders.flatMap((item) => activeHolds(item, now)));
    expect(active.some((hold) => hold.reason === reason)).toBe(true);
  });

  it("no carrier delivers on a day it does not work, and only the Christmas Saturday ships on a weekend", () => {
    const weekdayIn = (instant: string, timeZone: string) =>
      ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"].indexOf(
        new Intl.DateTimeFormat("en-US", { weekday: "short", timeZone }).format(Date.parse(instant)),
      );
    for (const { number, order: spec } of CASES) {
      for (const { carrier, at, scans = [] } of spec.parcels ?? []) {
        if (!carrier) continue;
        if (number !== 1029) expect([1, 2, 3, 4, 5], `#${number}`).toContain(weekdayIn(at, SHOP_TIME_ZONE));
        for (const { status, at: when, place } of scans.filter(
          ({ status: one }) => one === "DELIVERED" || one === "ATTEMPTED_DELIVERY",
        )) {
          expect(CARRIERS[carrier].deliversOn, `#${number} ${status} ${when}`).toContain(
            weekdayIn(when, place?.zone ?? SHOP_TIME_ZONE),
          );
        }
      }
    }
  });

  it("one order has 250 lines", () => {
    expect(order("#1045").lineItems).toHaveLength(250);
  });

  it("one has three parcels from the warehouse, the 3PL and the supplier", () => {
    expect(order("#1043").fulfillmentOrders.map(({ location }) => location.kind)).toEqual([
      "merchant",
      "third_party",
      "dropship",
    ]);
  });

  it("guests, an order without an email, and a test order are among them", () => {
    expect(order("#1080").customer).toBeNull();
    expect(order("#1080").email).toBe("robin.meyer@example.org");
    expect(order("#1081").email).toBeNull();
    expect(order("#1078").test).toBe(true);
  });

  it("as the clock moves, the parcel of tomorrow leaves and arrives", () => {
    const moving = Store.load(exampleShop({ orders: 0 }), { time: "frozen" });
    const status = () => {
      const [parcel] = visibleFulfillments(moving.orderByName("#1029") ?? order("#1029"), moving.nowInstant());
      return parcel ? fulfillmentState(parcel, moving.nowInstant()).displayStatus : "not shipped";
    };
    const seen = [status()];
    for (const step of ["24h", "6h", "2d"]) {
      moving.advance(step);
      seen.push(status());
    }
    expect(seen).toEqual(["not shipped", "CONFIRMED", "CARRIER_PICKED_UP", "DELIVERED"]);
  });
});

it("the tiny shop of the documentation loads, with a product, two customers and three orders", () => {
  const tiny = Store.load(JSON.parse(readFileSync(new URL("./tiny-shop.json", import.meta.url), "utf8")), {
    time: "frozen",
  });
  expect(tiny.orders.map((one) => fulfillmentStatus(one, tiny.nowInstant()))).toEqual([
    "UNFULFILLED",
    "FULFILLED",
    "FULFILLED",
  ]);
  expect(tiny.customers.length).toBe(2);
});
