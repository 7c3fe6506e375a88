import fc from "fast-check";
import type { ShopDates } from "#app/orders/estimates/estimate.ts";
import type { LearntRow } from "#app/orders/estimates/learn.ts";
import type { Notice } from "#app/orders/notices.ts";
import { shopSettingsSchema } from "#app/orders/shop-settings.ts";
import { addDays } from "#app/orders/working-days.ts";

/** A day from a month before to three months behind the moment around which orders happen. */
const day = fc.integer({ min: -30, max: 90 }).map((days) => addDays("2026-11-20", days));
const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });
const range = fc.tuple(fc.nat(6), fc.nat(6)).map(([min, more]) => ({ min, max: min + more }));
const country = fc.constantFrom("DE", "US", "FR");

const settings = fc
  .record({
    workingWeekdays: weekdays,
    carrierWeekdays: weekdays,
    holidays: fc.record({
      followPublic: fc.boolean(),
      daysOff: fc.array(day, { maxLength: 12 }),
      openDays: fc.array(day, { maxLength: 4 }),
      added: fc.array(fc.record({ country, day }), { maxLength: 4 }),
    }),
    handling: fc.record({ workingDays: range, preparingWorkingDays: fc.nat(10) }),
  })
  .map((written) => shopSettingsSchema.parse(written));

const names = (...all: string[]): fc.Arbitrary<string[]> => fc.subarray(all, { maxLength: 1 });

const notice: fc.Arbitrary<Notice> = fc
  .record({
    id: fc.uuid(),
    title: fc.constant("Storm"),
    delays: fc.constantFrom("handling", "transit"),
    extraWorkingDays: fc.integer({ min: 1, max: 12 }),
    days: fc.tuple(day, day),
    scope: fc.record({
      locations: names("Warehouse"),
      countries: names("DE", "US"),
      carriers: names("UPS"),
      methods: names("Express", "Standard shipping"),
    }),
  })
  .map(({ days: [one, other], ...rest }) => ({
    ...rest,
    from: one < other ? one : other,
    until: one < other ? other : one,
  }));

const spread = fc
  .tuple(fc.nat(4), fc.nat(4), fc.nat(8))
  .map(([early, more, most]) => ({ early, median: early + more, late: early + more + most }));

const learnt: fc.Arbitrary<LearntRow> = fc.record({
  method: fc.constantFrom("*", "Standard shipping", "Express"),
  origin: fc.constantFrom("*", "DE"),
  destination: fc.constantFrom("*", "DE", "US"),
  samples: fc.integer({ min: 1, max: 200 }),
  handling: spread,
  transit: spread,
});

/** What a shop could have set, declared and learnt about how long things take. */
export const anyShopDates: fc.Arbitrary<ShopDates> = fc.record({
  settings,
  notices: fc.array(notice, { maxLength: 4 }),
  learnt: fc.array(learnt, { maxLength: 4 }),
  holidays: fc.array(day, { maxLength: 8 }).map((off) => ({
    isHoliday: (of: string, when: string) => of === "DE" && off.includes(when),
  })),
  timeZone: fc.constantFrom("Europe/Berlin", "America/Los_Angeles", "Asia/Tokyo"),
});
