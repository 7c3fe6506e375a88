import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "../shop-settings.ts";
import { NO_HOLIDAYS } from "../working-days.ts";
import { sampleOf } from "./delivered.ts";
import type { SentParcel } from "./delivered.ts";
import type { ShopDates } from "./estimate.ts";
import { ANY, FEWEST_SAMPLES, expect as expected, learn, spread } from "./learn.ts";
import type { ParcelSample } from "./learn.ts";
import { sentParcels } from "./map-delivered.ts";

const SHOP: ShopDates = {
  settings: DEFAULT_SETTINGS,
  notices: [],
  learnt: [],
  holidays: NO_HOLIDAYS,
  timeZone: "Europe/Berlin",
};

const sample = (handlingDays: number, transitDays: number, over: Partial<ParcelSample> = {}): ParcelSample => ({
  method: "standard shipping",
  origin: "DE",
  destination: "DE",
  handlingDays,
  transitDays,
  arrived: true,
  ...over,
});
const many = (count: number, one: ParcelSample): ParcelSample[] => Array.from({ length: count }, () => one);
const lane = { method: "Standard shipping", origin: "DE", destination: "DE" };
const settings = { early: 1, median: 2, late: 4 };

describe("what delivered parcels teach", () => {
  test("is quantiles that really occurred", () => {
    const over = (days: number[]) => days.map((one) => ({ days: one, over: true }));
    expect(spread(over([3, 1, 2, 2, 9, 2, 1, 2, 3, 4]))).toEqual({ early: 1, median: 2, late: 4 });
    expect(spread(over([5]))).toEqual({ early: 5, median: 5, late: 5 });
  });

  test("is nothing below the floor: the settings stand", () => {
    const table = learn(many(FEWEST_SAMPLES - 1, sample(1, 9)));
    expect(table).toEqual([]);
    expect(expected("transit", lane, settings, table)).toEqual({ spread: settings, samples: 0 });
  });

  test("is drawn towards the settings, and less so the more was learnt", () => {
    const median = (count: number) =>
      expected("transit", lane, settings, learn(many(count, sample(1, 10)))).spread.median;
    expect(median(5)).toBeGreaterThan(2);
    expect(median(5)).toBeLessThan(median(50));
    expect(median(500)).toBeGreaterThan(9.9);
    expect(median(500)).toBeLessThanOrEqual(10);
  });

  test("of a country helps a lane that has too few of its own", () => {
    const table = learn(many(30, sample(1, 8, { origin: "NL" })));
    expect(expected("transit", lane, settings, table)).toMatchObject({ samples: 30 });
    expect(table.map((row) => [row.method, row.origin, row.destination])).toContainEqual([ANY, "NL", ANY]);
  });

  test("leaves out accidents and impossible dates", () => {
    expect(learn([...many(10, sample(1, 100)), ...many(10, sample(-1, 1))])).toEqual([]);
  });
});

describe("what parcels teach that are still on their way", () => {
  const underWay = (days: number): ParcelSample => sample(1, days, { arrived: false });

  test("is that not all are as quick as those that arrived", () => {
    const quick = [...many(3, sample(1, 3)), ...many(5, sample(1, 4))];
    expect(learn(quick)[0]?.transit).toEqual({ early: 3, median: 4, late: 4 });
    expect(learn([...quick, ...many(2, underWay(9))])[0]?.transit).toEqual({ early: 3, median: 4, late: 9 });
  });

  test("is nothing as long as they are no later than the others", () => {
    const arrived = [...many(3, sample(1, 3)), ...many(7, sample(1, 4))];
    expect(learn([...arrived, ...many(20, underWay(2))])[0]?.transit).toEqual(learn(arrived)[0]?.transit);
  });

  test("is the tail of a lane that is slow, however young its history is", () => {
    // Ten parcels a day, of which the fast half takes two days and the slow half ten; eight days after the first.
    const known = Array.from({ length: 9 }, (_, age) => [
      ...many(5, age > 2 ? sample(1, 2) : underWay(age)),
      ...many(5, underWay(age)),
    ]).flat();
    const [row] = learn(known);
    expect(row?.transit.late).toBeGreaterThanOrEqual(8);
    expect(row?.samples).toBe(known.filter(({ arrived }) => arrived).length);
  });

  test("is no estimate by themselves", () => {
    expect(learn([...many(FEWEST_SAMPLES - 1, sample(1, 2)), ...many(50, underWay(3))])).toEqual([]);
  });
});

describe("a parcel", () => {
  const parcel: SentParcel = {
    id: "gid://shopify/Fulfillment/1",
    method: "Standard",
    origin: "DE",
    destination: "DE",
    destinationTimeZone: null,
    beganAt: new Date("2026-11-16T09:00:00Z"),
    leftAt: new Date("2026-11-17T09:00:00Z"),
    deliveredAt: new Date("2026-11-23T09:00:00Z"),
  };
  const later = new Date("2026-12-20T09:00:00Z");

  test("is counted in working days of handling and transit", () => {
    expect(sampleOf(parcel, SHOP, later)).toMatchObject({ handlingDays: 1, transitDays: 4, arrived: true });
    const before = { ...parcel, deliveredAt: new Date("2026-11-17T08:00:00Z") };
    expect(sampleOf(before, SHOP, later)).toBeNull();
  });

  test("is on its way until it arrives, whatever is known afterwards", () => {
    const now = new Date("2026-11-20T09:00:00Z");
    const soFar = { handlingDays: 1, transitDays: 3, arrived: false };
    expect(sampleOf(parcel, SHOP, now)).toMatchObject(soFar);
    expect(sampleOf({ ...parcel, deliveredAt: null }, SHOP, now)).toMatchObject(soFar);
  });

  test("that is on its way for so long that it counts as lost says nothing about the way", () => {
    const lost = { ...parcel, deliveredAt: null };
    expect(sampleOf(lost, SHOP, new Date("2026-11-27T09:00:00Z"))).not.toBeNull();
    expect(sampleOf(lost, SHOP, new Date("2026-11-28T09:00:00Z"))).toBeNull();
    expect(sampleOf({ ...lost, destination: "JP" }, SHOP, new Date("2026-12-08T09:00:00Z"))).not.toBeNull();
    expect(sampleOf({ ...lost, destination: "JP" }, SHOP, new Date("2026-12-09T09:00:00Z"))).toBeNull();
  });

  test("counts when it arrived or is known to move; one that no carrier reported does not", () => {
    const order = (inTransitAt: string | null, deliveredAt: string | null) => ({
      id: "gid://shopify/Order/1",
      processedAt: "2026-11-16T09:00:00Z",
      cancelledAt: null,
      test: false,
      shippingAddress: { countryCodeV2: "DE" as const, timeZone: null },
      shippingLine: { title: "Standard" },
      fulfillments: [
        {
          id: parcel.id,
          createdAt: "2026-11-17T09:00:00Z",
          inTransitAt,
          deliveredAt,
          fulfillmentOrders: {
            nodes: [
              {
                id: "gid://shopify/FulfillmentOrder/1",
                fulfillAt: null,
                assignedLocation: { countryCode: "DE" as const },
                deliveryMethod: null,
              },
            ],
          },
        },
      ],
    });
    expect(sentParcels(order(null, null))).toEqual([]);
    expect(sentParcels(order(null, "2026-11-23T09:00:00Z"))).toEqual([{ ...parcel }]);
    expect(sentParcels(order("2026-11-17T18:00:00Z", null))).toMatchObject([
      { leftAt: new Date("2026-11-17T18:00:00Z"), deliveredAt: null },
    ]);
  });
});
