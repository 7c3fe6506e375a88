import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayIn } from "../calendar.ts";
import type { Notice } from "../notices.ts";
import { DEFAULT_SETTINGS, handlingRange, rulesOf, shopSettingsSchema, transitRange } from "../shop-settings.ts";
import { DEFAULT_RULES } from "../rules.ts";
import { noticeSchema } from "../notices.ts";
import { NO_HOLIDAYS } from "../working-days.ts";
import { estimateDelivery, firstDay } from "./estimate.ts";
import type { EstimateSubject, ShopDates } from "./estimate.ts";

const SHOP: ShopDates = {
  settings: DEFAULT_SETTINGS,
  notices: [],
  learnt: [],
  holidays: NO_HOLIDAYS,
  timeZone: "Europe/Berlin",
};
const SUBJECT: EstimateSubject = {
  method: "Standard shipping",
  location: "Hamburg warehouse",
  carrier: null,
  origin: "DE",
  destination: "DE",
  beginsAt: new Date("2026-11-16T09:00:00Z"),
  leftAt: null,
};
/** A Monday morning in Berlin. */
const MONDAY = new Date("2026-11-16T09:00:00Z");
const estimate = (over: Partial<EstimateSubject> = {}, dates: Partial<ShopDates> = {}, now = MONDAY) =>
  estimateDelivery({ ...SUBJECT, ...over }, { ...SHOP, ...dates }, now, dayIn(now, "Europe/Berlin"));

const notice = (over: Partial<Notice>): Notice =>
  noticeSchema.parse({
    id: "0b6f1a34-6a51-4f6e-9c8f-2f1f4d3c2b1a",
    title: "Storm",
    delays: "handling",
    extraWorkingDays: 3,
    from: "2026-11-16",
    until: "2026-11-20",
    ...over,
  });

describe("the shop's own estimate", () => {
  test("is handling and transit in working days", () => {
    expect(estimate()).toEqual({ from: "2026-11-18", usual: "2026-11-20", to: "2026-11-25", samples: 0 });
  });

  test("begins a day later after the cut-off, by the shop's own clock", () => {
    expect(firstDay(new Date("2026-11-16T12:59:00Z"), SHOP, "DE")).toBe("2026-11-16");
    expect(firstDay(new Date("2026-11-16T13:00:00Z"), SHOP, "DE")).toBe("2026-11-17");
    expect(firstDay(new Date("2026-07-13T12:00:00Z"), SHOP, "DE")).toBe("2026-07-14");
    expect(firstDay(new Date("2026-11-20T13:00:00Z"), SHOP, "DE")).toBe("2026-11-23");
    expect(firstDay(new Date("2026-11-21T20:00:00Z"), SHOP, "DE")).toBe("2026-11-23");
  });

  test("counts from when the carrier took it, once it has", () => {
    expect(estimate({ leftAt: MONDAY })).toEqual({
      from: "2026-11-17",
      usual: "2026-11-18",
      to: "2026-11-20",
      samples: 0,
    });
  });

  test("waits for the carrier's holidays at the destination, and the shop's where it is sent from", () => {
    const off = (country: string, day: string) => ({
      holidays: { isHoliday: (c: string, d: string) => c === country && d === day },
    });
    expect(estimate({ leftAt: MONDAY }, off("DE", "2026-11-18"))?.to).toBe("2026-11-23");
    expect(estimate({ origin: "NL", destination: "DE" }, off("NL", "2026-11-17"))?.from).toBe("2026-11-23");
    expect(estimate({ leftAt: MONDAY }, off("FR", "2026-11-18"))?.to).toBe("2026-11-20");
  });

  test("follows the merchant's corrections of the public holidays", () => {
    const holidays = { isHoliday: (country: string, day: string) => country === "DE" && day === "2026-11-18" };
    const removed = shopSettingsSchema.parse({ holidays: { removed: [{ country: "DE", day: "2026-11-18" }] } });
    const added = shopSettingsSchema.parse({ holidays: { added: [{ country: "DE", day: "2026-11-19" }] } });
    expect(estimate({ leftAt: MONDAY }, { holidays, settings: removed })?.to).toBe("2026-11-20");
    expect(estimate({ leftAt: MONDAY }, { holidays, settings: added })?.to).toBe("2026-11-24");
  });

  test("moves with what is late already: it leaves today at the earliest", () => {
    const friday = new Date("2026-11-20T09:00:00Z");
    expect(estimate({}, {}, friday)).toMatchObject({ from: "2026-11-23", usual: "2026-11-24" });
  });

  test("is none once its window has passed", () => {
    expect(estimate({ leftAt: MONDAY }, {}, new Date("2026-11-24T09:00:00Z"))).toBeNull();
  });

  test("is never in the past nor inverted, whatever is asked", () => {
    const moment = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true });
    const days = fc.integer({ min: 0, max: 30 });
    const range = fc.tuple(days, days).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));
    const country = fc.constantFrom("DE", "US", "JP", null);
    fc.assert(
      fc.property(
        moment,
        moment,
        fc.option(moment, { nil: null }),
        country,
        country,
        range,
        range,
        fc.array(
          fc.record({
            delays: fc.constantFrom("handling", "transit"),
            extraWorkingDays: fc.integer({ min: 1, max: 60 }),
          }),
        ),
        fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
        (now, beginsAt, leftAt, origin, destination, handling, transit, notices, weekdays) => {
          const settings = shopSettingsSchema.parse({
            workingWeekdays: weekdays,
            carrierWeekdays: weekdays,
            handling: { workingDays: handling },
            transit: { workingDays: transit, rules: [] },
          });
          const dates = { settings, notices: notices.map((one) => notice({ ...one, until: "2027-06-01" })) };
          const today = dayIn(now, "Europe/Berlin");
          const window = estimate({ beginsAt, leftAt, origin, destination }, dates, now);
          if (!window) return;
          expect(window.from >= today).toBe(true);
          expect(window.from <= window.usual && window.usual <= window.to).toBe(true);
        },
      ),
      { seed: 20261120, numRuns: 300 },
    );
  });
});

describe("a notice", () => {
  test("adds its working days while it is in force, to what it is about and nothing else", () => {
    const plain = estimate();
    const hamburg = notice({ scope: { locations: ["hamburg warehouse"], countries: [], carriers: [], methods: [] } });
    expect(estimate({}, { notices: [hamburg] })).toMatchObject({ from: "2026-11-23", to: "2026-11-30" });
    expect(estimate({ location: "Venlo" }, { notices: [hamburg] })).toEqual(plain);
    expect(estimate({ location: null }, { notices: [hamburg] })).toEqual(plain);
    expect(estimate({}, { notices: [notice({ from: "2026-12-01", until: "2026-12-24" })] })).toEqual(plain);
    expect(estimate({}, { notices: [notice({ from: "2026-10-01", until: "2026-11-13" })] })).toEqual(plain);
  });

  test("about the way to the shopper counts for what has left too, one about the warehouse does not", () => {
    expect(estimate({ leftAt: MONDAY }, { notices: [notice({ delays: "transit" })] })?.to).toBe("2026-11-25");
    expect(estimate({ leftAt: MONDAY }, { notices: [notice({ delays: "handling" })] })?.to).toBe("2026-11-20");
  });

  test("is not added to another about the same phase; the longer counts", () => {
    const both = [notice({ extraWorkingDays: 3 }), notice({ extraWorkingDays: 2 })];
    expect(estimate({}, { notices: both })).toEqual(estimate({}, { notices: [notice({})] }));
  });

  test("cannot end before it begins", () => {
    expect(noticeSchema.safeParse({ ...notice({}), until: "2026-11-15" }).success).toBe(false);
  });
});

describe("the shop's settings", () => {
  test("without a word from the merchant judge as the rules do", () => {
    expect(rulesOf(DEFAULT_SETTINGS)).toEqual(DEFAULT_RULES);
  });

  test("know a method before a place, a country before a zone, and home before both zones", () => {
    const to = (method: string, origin: string, destination: string) =>
      transitRange(DEFAULT_SETTINGS, { method, origin, destination });
    expect(to("Standard shipping", "DE", "DE")).toEqual({ min: 1, max: 4 });
    expect(to("Standard shipping", "DE", "FR")).toEqual({ min: 3, max: 8 });
    expect(to("Standard shipping", "DE", "JP")).toEqual({ min: 6, max: 15 });
    expect(to("Express shipping", "DE", "DE")).toEqual({ min: 1, max: 2 });
    expect(to("EXPRESS", "DE", "US")).toEqual({ min: 2, max: 6 });
  });

  test("name handling by location and method", () => {
    const settings = shopSettingsSchema.parse({
      handling: {
        rules: [
          { method: "freight", workingDays: { min: 3, max: 5 } },
          { location: "Dąbrowa", workingDays: { min: 4, max: 8 } },
        ],
      },
    });
    expect(handlingRange(settings, { location: "dąbrowa", method: "Freight" })).toEqual({ min: 4, max: 8 });
    expect(handlingRange(settings, { location: null, method: "Freight to the curb" })).toEqual({ min: 3, max: 5 });
    expect(handlingRange(settings, { location: "Hamburg", method: null })).toEqual({ min: 1, max: 3 });
  });

  test.each([
    ["a cut-off that is no time", { cutOff: "25:00" }],
    ["a week without a working day", { workingWeekdays: [] }],
    ["a time zone nobody knows", { timeZone: "Europe/Atlantis" }],
    ["a range that ends before it begins", { handling: { workingDays: { min: 3, max: 1 } } }],
    ["a word nobody knows", { cutoff: "14:00" }],
  ])("refuse %s", (_what, settings) => {
    expect(shopSettingsSchema.safeParse(settings).success).toBe(false);
  });
});
