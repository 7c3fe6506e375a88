import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainOrder } from "#app/orders/explain-order.ts";
import type { ShopDates } from "#app/orders/estimates/estimate.ts";
import type { OrderSnapshot } from "#app/orders/snapshot.ts";
import { anyOrder } from "#tests/support/any-order.ts";
import { anyShopDates } from "#tests/support/any-shop-dates.ts";

const seed = Number(process.env["FC_SEED"] ?? 20261120);
const profile = { timeZone: "Europe/Berlin", locale: "en" };

const TONES = ["good", "neutral", "warn", "problem"];
const LEVELS = ["fine", "watch", "late", "problem"];
const DAYS = [0, 1, 2, 3, 5, 8, 12, 22, 40, 70];

/** Signs that lie in the future are news that time itself brings, so an order is looked at once all have happened. */
function lastNews({ placedAt, parcels, fulfillmentOrders, refunds, returns }: OrderSnapshot): number {
  const signs = [
    placedAt,
    ...fulfillmentOrders.map(({ createdAt }) => createdAt),
    ...parcels.flatMap((one) => [one.createdAt, one.updatedAt, one.inTransitAt, one.deliveredAt]),
    ...parcels.flatMap(({ events }) => events.map(({ happenedAt }) => happenedAt)),
    ...refunds.map(({ at }) => at),
    ...returns.flatMap(({ createdAt, approvedAt, closedAt }) => [createdAt, approvedAt, closedAt]),
  ];
  return Math.max(...signs.map((sign) => sign?.getTime() ?? 0));
}

/** How bad it looks as days go by: the headline's tone and worry, those of what waits, and of each parcel. */
function looks(snapshot: OrderSnapshot, dates: ShopDates | null, days: number): { found: number[]; what: string } {
  const now = new Date(lastNews(snapshot) + days * 86_400_000);
  const { headline, groups } = explainOrder(snapshot, now, profile, dates ? { dates } : {});
  const level = ({ worry }: { worry: string }): number => LEVELS.indexOf(worry);
  // Parts that wait may become one, so they are known by how bad the worst of them is.
  const waiting = groups.filter((group) => group.kind !== "parcel").map(level);
  const parcels = groups.filter((group) => group.kind === "parcel").map(level);
  const what = `${headline.situation}: ${groups.map((group) => group.situation).join(", ")} after ${String(days)} days`;
  return { found: [TONES.indexOf(headline.tone), level(headline), Math.max(0, ...waiting), ...parcels], what };
}

function neverFalls(snapshot: OrderSnapshot, dates: ShopDates | null): void {
  let before: number[] = [];
  for (const days of DAYS) {
    const { found, what } = looks(snapshot, dates, days);
    found.forEach((level, index) => expect(level, what).toBeGreaterThanOrEqual(before[index] ?? 0));
    before = found;
  }
}

describe("as time goes on without news, worry never falls, of the order or of any of its parts", () => {
  test(`by the common limits (seed ${String(seed)})`, () => {
    fc.assert(
      fc.property(anyOrder, (snapshot) => neverFalls(snapshot, null)),
      { seed, numRuns: 400 },
    );
  });

  test(`by what a shop has set, declared and learnt, with its notices beginning and ending (seed ${String(seed)})`, () => {
    fc.assert(fc.property(anyOrder, anyShopDates, neverFalls), { seed, numRuns: 600 });
  });
});

describe("what the shop estimates itself", () => {
  test(`makes nothing worse or better, and no estimate lies in the past (seed ${String(seed)})`, () => {
    const property = fc.property(anyOrder, anyShopDates, fc.nat(60), (snapshot, dates, days) => {
      const now = new Date(lastNews(snapshot) + days * 86_400_000);
      const untaught = { ...dates, notices: [], learnt: [] };
      const [taught, plain] = [dates, untaught].map((one) => explainOrder(snapshot, now, profile, { dates: one }));
      const worries = (one: typeof taught) => one?.groups.map(({ situation, worry }) => `${situation} ${worry}`);
      expect(worries(taught)).toEqual(worries(plain));
      for (const { next } of taught?.groups ?? []) {
        if (next?.kind === "shop_estimate") expect(next.by && next.by.at >= now.toISOString().slice(0, 10)).toBe(true);
      }
    });
    fc.assert(property, { seed, numRuns: 400 });
  });
});
