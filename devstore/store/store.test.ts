import { describe, expect, test } from "vitest";
import type { Change } from "./changes.ts";
import { fulfillmentState } from "./derive.ts";
import { StoreFileError } from "./load.ts";
import { Store } from "./store.ts";
import { teaOrder, testNow, testShop, testStore } from "./test-store.ts";

const parcel = {
  at: "2026-11-19T08:00:00Z",
  tracking: { company: "DHL", number: "JD01" },
  events: [
    { status: "IN_TRANSIT" as const, at: "2026-11-19T20:00:00Z" },
    { status: "DELIVERED" as const, at: "2026-11-22T10:00:00Z" },
  ],
};

describe("A store file", () => {
  test("says where it is wrong, by path and by name", () => {
    const load = () =>
      Store.load({
        now: testNow,
        shop: { domain: testShop, name: "X", email: "a@example.com" },
        orders: [{ name: "#7", createdAt: "yesterday", lineItems: [] }],
      });
    expect(load).toThrow(StoreFileError);
    expect(load).toThrow(/orders\[0\] \(#7\)\.createdAt: an ISO 8601 time/);
    expect(load).toThrow(/orders\[0\] \(#7\)\.lineItems/);
  });

  test("refuses a misspelt field rather than ignoring it", () => {
    expect(() => testStore([{ ...teaOrder(), costumer: "ana" } as never])).toThrow(/costumer/);
  });

  test.each([
    [{ customer: "nobody" }, /orders \(#1001\)\.customer: there is no customer "nobody"/],
    [{ lineItems: [{ variant: "NOPE" }] }, /lineItems\[0\]\.variant: there is no variant/],
    [{ lineItems: [{ title: "Free thing" }] }, /a price is needed/],
    [{ fulfillments: [parcel, parcel] }, /fulfillments\[1\]: nothing is left to fulfill/],
    [{ fulfillments: [{ ...parcel, lines: [{ line: 1, quantity: 3 }] }] }, /1 of line item "1" more than is left/],
    [{ fulfillmentOrders: [{ location: "moon" }] }, /there is no location "moon"/],
    [{ refunds: [{ at: testNow, lines: [{ line: 9 }] }] }, /refunds\[0\]\.lines\[0\]: there is no line item "9"/],
  ])("refuses what refers to nothing or does not add up: %j", (more, message) => {
    expect(() => testStore([teaOrder(more)])).toThrow(message);
  });

  test("refuses the same order twice", () => {
    expect(() => testStore([teaOrder(), teaOrder()])).toThrow(/#1001.*used twice/);
  });

  test("takes times with any offset and keeps them as UTC", () => {
    const store = testStore([teaOrder({ createdAt: "2026-11-18T10:00:00+01:00" })]);
    expect(store.orderByName("1001")?.createdAt).toBe("2026-11-18T09:00:00Z");
  });
});

describe("The shop's clock", () => {
  test("moves every time in the file so that its now is this moment", () => {
    const real = Date.parse("2030-01-10T12:00:00Z");
    const store = testStore(
      [teaOrder({ note: "2026-11-18T09:00:00Z is not a time to move when there is more text" })],
      {},
      { realNow: () => real },
    );
    expect(store.nowInstant()).toBe("2030-01-10T12:00:00Z");
    expect(store.orderByName("#1001")?.createdAt).toBe("2030-01-08T12:00:00Z");
    expect(store.orderByName("#1001")?.note).toContain("2026-11-18");
  });

  test("ticks with the machine's in the file's own time, and can be moved", () => {
    let real = 0;
    const store = testStore([], {}, { time: "store", realNow: () => real });
    real += 5_000;
    expect(store.nowInstant()).toBe("2026-11-20T09:00:05Z");
    expect(store.advance("1d12h").toISOString()).toBe("2026-11-21T21:00:05.000Z");
    expect(store.set("2026-12-01T00:00:00+01:00").toISOString()).toBe("2026-11-30T23:00:00.000Z");
    expect(() => store.advance("soon")).toThrow(RangeError);
    expect(() => store.set("soon")).toThrow(RangeError);
  });
});

describe("What lies in the future", () => {
  test("is not there yet, and comes as the clock moves", () => {
    const store = testStore([
      teaOrder({ fulfillments: [parcel] }),
      teaOrder({ name: "#1002", createdAt: "2026-11-21T09:00:00Z" }),
    ]);
    expect(store.orderByName("1002")).toBeNull();
    expect(store.ordersOf(store.customer("ana")!)).toHaveLength(1);
    const state = () => fulfillmentState(store.orderByName("1001")!.fulfillments[0]!, store.nowInstant());
    expect(state()).toMatchObject({ displayStatus: "IN_TRANSIT", deliveredAt: null });
    store.advance("3d");
    expect(state()).toMatchObject({ displayStatus: "DELIVERED", deliveredAt: "2026-11-22T10:00:00Z" });
    expect(store.orderByName("1002")?.name).toBe("#1002");
    expect(store.ordersOf(store.customer("ana")!)).toHaveLength(2);
  });

  test("is told to listeners once, oldest first, when it happens", () => {
    const store = testStore([teaOrder({ fulfillments: [parcel] })]);
    const changes: Change[] = [];
    store.onChange((change) => changes.push(change));
    store.advance("3d");
    expect(changes.map((change) => change.topic)).toEqual([
      "fulfillment_events/create",
      "fulfillments/update",
      "orders/updated",
    ]);
    expect(changes[0]?.payload).toMatchObject({ status: "delivered", happened_at: "2026-11-22T10:00:00Z" });
    store.set(testNow);
    store.advance("3d");
    expect(changes).toHaveLength(3);
  });
});

describe("A scan added by hand", () => {
  test("goes to the newest parcel with tracking, by the order's name in any spelling", () => {
    const store = testStore([
      teaOrder({ lineItems: [{ variant: "TEA-S" }, { variant: "card" }], fulfillments: [parcel] }),
    ]);
    const topics: string[] = [];
    store.onChange((change) => topics.push(change.topic));
    expect(
      store.addFulfillmentEvent("1001", { status: "OUT_FOR_DELIVERY", estimatedDeliveryAt: "2026-11-20T18:00:00Z" })
        .kind,
    ).toBe("added");
    const order = store.orderByName("#1001")!;
    const tracked = order.fulfillments.find((item) => item.tracking.length > 0)!;
    expect(fulfillmentState(tracked, store.nowInstant())).toMatchObject({
      displayStatus: "OUT_FOR_DELIVERY",
      estimatedDeliveryAt: "2026-11-20T18:00:00Z",
      updatedAt: testNow,
    });
    expect(topics).toContain("fulfillment_events/create");
  });

  test("that cannot be says why", () => {
    const store = testStore([teaOrder()]);
    expect(store.addFulfillmentEvent("9", { status: "DELIVERED" }).kind).toBe("unknown_order");
    expect(store.addFulfillmentEvent("1001", { status: "DELIVERED" }).kind).toBe("no_fulfillment");
    expect(store.addFulfillmentEvent("1001", { status: "TELEPORTED" })).toMatchObject({ kind: "invalid" });
  });
});

test("An order added later is there at once, and told", () => {
  const store = testStore([]);
  const topics: string[] = [];
  store.onChange((change) => topics.push(change.topic));
  store.addOrder(teaOrder({ name: "#2000", createdAt: testNow }));
  expect(store.orderByName("2000")?.email).toBe("ana@example.com");
  expect(topics).toEqual(["orders/create", "orders/updated"]);
});

test("Ids are stable, and those written as numbers are kept", () => {
  const [a, b] = [testStore([teaOrder()]), testStore([teaOrder()])];
  expect(a.orderByName("1001")?.id).toBe(b.orderByName("1001")?.id);
  expect(a.orderByName("1001")?.id).toMatch(/^\d{13}$/);
  expect(testStore([teaOrder({ id: 42 })]).order("gid://shopify/Order/42")?.name).toBe("#1001");
  expect(a.order("gid://shopify/Product/42")).toBeNull();
});
