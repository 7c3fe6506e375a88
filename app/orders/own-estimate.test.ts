import { describe, expect, test } from "vitest";
import { tellOrder } from "./answer.ts";
import { standing } from "./dates.ts";
import type { ShopDates } from "./estimates/estimate.ts";
import { at, fulfillmentOrder, order, shipped } from "./order-snapshots.fixture.ts";
import { DEFAULT_SETTINGS } from "./shop-settings.ts";
import type { OrderSnapshot } from "./snapshot.ts";
import { NO_HOLIDAYS } from "./working-days.ts";

const DATES: ShopDates = {
  settings: DEFAULT_SETTINGS,
  notices: [],
  learnt: [],
  holidays: NO_HOLIDAYS,
  timeZone: "Europe/Berlin",
};
const expectedOf = (snapshot: OrderSnapshot, now = at("11-17 10:00")): string | null | undefined =>
  tellOrder(snapshot, now, { timeZone: "Europe/Berlin", locale: "en" }, { dates: DATES }).facts.groups[0]?.expected;

describe("the shop's own estimate in an answer", () => {
  test("is told, as the shop's own, where nobody gave a date", () => {
    expect(expectedOf(order())).toBe(
      "We estimate that it arrives between Wednesday, November 18 and Wednesday, November 25.",
    );
    expect(expectedOf(shipped({}))).toMatch(/^We estimate that it arrives/);
  });

  test("gives way to whatever date somebody gave", () => {
    const promised = order({ fulfillmentOrders: [fulfillmentOrder({ promisedTo: at("11-24 12:00") })] });
    expect(expectedOf(promised)).toMatch(/^At checkout, delivery was promised/);
    expect(expectedOf(shipped({ estimatedDeliveryAt: at("11-20 12:00") }))).toMatch(/^It is estimated to arrive/);
  });

  test("is not told of what waits for somebody, is overdue, is collected, or goes to nobody knows where", () => {
    const waiting = (changes: Parameters<typeof fulfillmentOrder>[0]): OrderSnapshot =>
      order({ fulfillmentOrders: [fulfillmentOrder(changes)] });
    expect(expectedOf(waiting({ status: "ON_HOLD", holds: ["INVENTORY_OUT_OF_STOCK"] }))).toBeNull();
    expect(expectedOf(waiting({ requestStatus: "REJECTED" }))).toBeNull();
    expect(expectedOf(waiting({ method: "PICK_UP" }))).toBeNull();
    expect(expectedOf(order(), at("11-30 10:00"))).toBeNull();
    expect(expectedOf(order({ destination: null }))).toBeNull();
    expect(expectedOf(shipped({ deliveredAt: at("11-17 09:00"), displayStatus: "DELIVERED" }))).toBeNull();
  });
});

describe("how late something is", () => {
  const judging = { now: at("11-24 10:00"), timeZone: "Europe/Berlin", dates: DATES };
  const due = (day: string) => ({ kind: "checkout_promise" as const, from: null, to: { at: at(day), source: "x" } });

  test.each([
    ["nobody gave a date", { next: null, missed: null }, { kind: "no_date" }],
    ["the window is still to come", { next: due("11-26 12:00"), missed: null }, { kind: "ahead" }],
    [
      "today is in the window",
      { next: { ...due("11-26 12:00"), from: { at: at("11-23 12:00"), source: "x" } }, missed: null },
      { kind: "in_window" },
    ],
    [
      "the promise passed on Friday",
      { next: null, missed: due("11-20 12:00") },
      { kind: "late", workingDays: 2, passed: true },
    ],
    [
      "a later date came than the promise that still holds",
      { next: due("11-27 12:00"), missed: due("11-25 12:00") },
      { kind: "late", workingDays: 2, passed: false },
    ],
  ])("%s", (_case, outlook, expected) => {
    expect(standing(outlook, judging, "DE")).toEqual(expected);
  });

  test("counts no holiday of the country where it is awaited", () => {
    const holidays = { isHoliday: (country: string, day: string) => country === "JP" && day === "2026-11-23" };
    const outlook = { next: null, missed: due("11-20 12:00") };
    const late = (country: string) => standing(outlook, { ...judging, dates: { ...DATES, holidays } }, country);
    expect(late("JP")).toMatchObject({ workingDays: 1 });
    expect(late("DE")).toMatchObject({ workingDays: 2 });
  });
});
