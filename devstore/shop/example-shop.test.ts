import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { fulfillmentState, visibleFulfillments } from "../store/derive.ts";
import { parseStoreFile } from "../store/load.ts";
import { Store } from "../store/store.ts";
import { CASE_INDEX, CASES } from "./case-index.ts";
import { isValidTrackingNumber } from "./carriers/carriers.ts";
import { exampleShop, toText } from "./example-shop.ts";
import { isPast, NOW } from "./time.ts";

const committedPath = fileURLToPath(new URL("./example-shop.json", import.meta.url));
const committed = readFileSync(committedPath, "utf8");
const file = parseStoreFile(JSON.parse(committed), committedPath);
const store = Store.load(file, { time: "frozen" });

/** Numbers that are odd on purpose: a haulier without a format. */
const UNTRACKABLE = new Set(["TB/2026/11/0417"]);

describe("the generator", () => {
  it("gives the same bytes for the same seed, and others for another", () => {
    expect(toText(exampleShop({ seed: 5 }))).toBe(toText(exampleShop({ seed: 5 })));
    expect(toText(exampleShop({ seed: 6 }))).not.toBe(toText(exampleShop({ seed: 5 })));
  });

  it("the committed example shop is what it writes today (node devstore/shop/generate.ts)", () => {
    expect(committed).toBe(toText(exampleShop()));
  });

  it("any seed makes a shop that loads", () => {
    for (const seed of [1, 2, 3]) {
      expect(() => Store.load(JSON.parse(toText(exampleShop({ seed, orders: 200 }))))).not.toThrow();
    }
  });

  it("always writes the cases, and adds as many ordinary orders as are asked for", () => {
    expect(exampleShop({ orders: 0 }).orders).toHaveLength(CASES.length);
    expect(exampleShop({ orders: CASES.length + 10 }).orders).toHaveLength(CASES.length + 10);
  });
});

describe("the example shop", () => {
  it("is as large as promised and small enough to diff", () => {
    expect(file.products.length).toBeGreaterThanOrEqual(25);
    expect(file.customers.length).toBeGreaterThanOrEqual(40);
    expect(file.orders.length).toBeGreaterThanOrEqual(160);
    expect(committed.length).toBeLessThan(2_000_000);
    expect(committed.split("\n").length).toBeGreaterThan(file.orders.length);
  });

  it("sells in at least three currencies and ships to at least five countries from four kinds of places", () => {
    const currencies = new Set(file.orders.map((order) => order.presentment?.currencyCode ?? "EUR"));
    const countries = new Set(store.orders.map((order) => order.shippingAddress?.countryCode));
    expect([...currencies].sort()).toEqual(["CAD", "CHF", "EUR", "GBP", "JPY", "USD"]);
    expect(countries.size).toBeGreaterThanOrEqual(10);
    expect(new Set(file.locations.map(({ kind }) => kind))).toEqual(new Set(["merchant", "third_party", "dropship"]));
    expect(file.locations.some(({ pickup }) => pickup)).toBe(true);
  });

  it("writes only to addresses that belong to nobody", () => {
    const emails = [...file.customers, ...file.orders].flatMap(({ email }) => (email ? [email] : []));
    for (const email of [...emails, file.shop.email]) expect(email).toMatch(/@example\.(com|org)$/);
  });

  it("names everything once", () => {
    const unique = (names: unknown[]) => expect(new Set(names).size).toBe(names.length);
    unique(file.orders.map(({ name }) => name));
    unique(file.customers.map(({ id }) => id));
    unique(file.customers.map(({ email }) => email));
    unique(file.products.flatMap(({ variants }) => variants.map(({ sku }) => sku)));
    unique(CASES.map(({ number }) => number));
    unique(CASES.map(({ title }) => title));
  });

  it("has two people of one household, one customer who never ordered, and shoppers in five languages", () => {
    const street = (id: string) => file.customers.find((customer) => customer.id === id)?.addresses[0]?.address1;
    expect(street("sofie")).toBe(street("jonas"));
    expect(file.orders.filter(({ customer }) => customer === "mateo")).toHaveLength(0);
    expect(new Set(file.customers.map(({ locale }) => locale))).toEqual(new Set(["en", "de", "fr", "es", "ja"]));
    expect(file.customers.some(({ phone }) => phone === null)).toBe(true);
  });

  it("holds every case", () => {
    const names = new Set(file.orders.map(({ name }) => name));
    for (const name of Object.keys(CASE_INDEX)) expect(names.has(name), name).toBe(true);
  });

  it("Ana's #1001 is two parcels, one delivered and one in transit with an estimate", () => {
    const order = store.orderByName("#1001");
    expect(order?.customer?.email).toBe("ana@example.com");
    const parcels = visibleFulfillments(order ?? fail("no #1001"), store.nowInstant());
    expect(parcels.map((parcel) => fulfillmentState(parcel, store.nowInstant()).displayStatus)).toEqual([
      "DELIVERED",
      "IN_TRANSIT",
    ]);
    expect(parcels[1]?.estimatedDeliveryAt).toBe("2026-11-23T17:00:00Z");
  });

  it("no two parcels share a tracking number, and each number passes its carrier's check", () => {
    const seen = new Set<string>();
    for (const order of file.orders) {
      const parcels = [
        ...order.fulfillments.flatMap(({ tracking }) => tracking),
        ...order.returns.flatMap(({ reverseDeliveries }) =>
          reverseDeliveries.flatMap(({ tracking }) => tracking ?? []),
        ),
      ];
      for (const { company, number } of parcels) {
        if (number === null || UNTRACKABLE.has(number)) continue;
        expect(seen.has(number), `${order.name} ${number}`).toBe(false);
        seen.add(number);
        // Two numbers were entered without their carrier.
        const carrier = company ?? (number.startsWith("1Z") ? "UPS" : "PostNL");
        expect(isValidTrackingNumber(carrier, number), `${order.name} ${company} ${number}`).toBe(true);
      }
    }
    expect(seen.size).toBeGreaterThan(200);
  });

  it("has parcels that will travel when the clock moves, and nothing placed in the future", () => {
    const future = file.orders.filter(({ fulfillments }) =>
      fulfillments.some(({ events }) => events.some(({ at }) => !isPast(at))),
    );
    expect(future.length).toBeGreaterThanOrEqual(40);
    for (const order of file.orders) expect(order.createdAt <= NOW, order.name).toBe(true);
  });

  it("ships in working hours, and nobody ships on a Sunday", () => {
    const berlin = new Intl.DateTimeFormat("en-GB", {
      timeZone: "Europe/Berlin",
      weekday: "short",
      hour: "2-digit",
      hourCycle: "h23",
    });
    for (const order of file.orders) {
      for (const parcel of order.fulfillments.filter(({ tracking }) => [tracking].flat().length > 0)) {
        const parts = Object.fromEntries(
          berlin.formatToParts(Date.parse(parcel.at)).map(({ type, value }) => [type, value]),
        );
        expect(parts["weekday"], `${order.name} ${parcel.at}`).not.toBe("Sun");
        expect(Number(parts["hour"]), `${order.name} ${parcel.at}`).toBeGreaterThanOrEqual(8);
        expect(Number(parts["hour"]), `${order.name} ${parcel.at}`).toBeLessThan(18);
      }
    }
  });

  it("teaches transit times: dozens of delivered parcels at home, and slower ones overseas", () => {
    const days = (countries: string[]) =>
      store.orders
        .filter(
          ({ name, shippingAddress }) =>
            !(name in CASE_INDEX) && countries.includes(shippingAddress?.countryCode ?? ""),
        )
        .flatMap(({ fulfillments }) => fulfillments)
        .flatMap((parcel) => {
          const { deliveredAt } = fulfillmentState(parcel, store.nowInstant());
          return deliveredAt && parcel.tracking.length > 0
            ? [(Date.parse(deliveredAt) - Date.parse(parcel.at)) / 86_400_000]
            : [];
        })
        .sort((one, other) => one - other);
    const home = days(["DE"]);
    const overseas = days(["US", "CA", "JP"]);
    expect(home.length).toBeGreaterThanOrEqual(25);
    expect(overseas.length).toBeGreaterThanOrEqual(12);
    expect(home[Math.floor(home.length / 2)] ?? 99).toBeLessThan(3.5);
    expect(overseas[Math.floor(overseas.length / 2)] ?? 0).toBeGreaterThan(7);
  });
});

function fail(message: string): never {
  throw new Error(message);
}
