import { beforeAll, describe, expect, test } from "vitest";
import { publicHolidays } from "./holidays.server.ts";
import {
  NO_HOLIDAYS,
  addWorkingDays,
  clockIn,
  isWorkingDay,
  noonOf,
  workingDayFrom,
  workingDaysFrom,
} from "./working-days.ts";
import type { HolidayCalendar, WorkingCalendar } from "./working-days.ts";
import { dayIn } from "./calendar.ts";

let holidays: HolidayCalendar = NO_HOLIDAYS;
beforeAll(async () => void (holidays = await publicHolidays({ GB: "ENG" })));

function calendarOf(country: string | null, over: Partial<WorkingCalendar> = {}): WorkingCalendar {
  return {
    weekdays: new Set([1, 2, 3, 4, 5]),
    country,
    holidays,
    daysOff: new Set(),
    openDays: new Set(),
    ...over,
  };
}

describe("a working day", () => {
  test.each([
    ["DE", "2026-11-21", false, "a Saturday"],
    ["DE", "2026-11-22", false, "a Sunday"],
    ["DE", "2026-11-23", true, "a Monday like any other"],
    ["DE", "2026-12-25", false, "Christmas Day"],
    ["DE", "2026-04-06", false, "Easter Monday, which moves"],
    ["DE", "2027-03-29", false, "Easter Monday of the next year"],
    ["GB", "2026-12-28", false, "the day in lieu of Boxing Day on a Saturday"],
    ["GB", "2026-08-31", false, "England's summer bank holiday"],
    ["GB", "2026-07-14", true, "no holiday but France's"],
    ["US", "2026-11-26", false, "Thanksgiving, the fourth Thursday"],
    ["US", "2026-11-27", true, "the day after Thanksgiving"],
    ["US", "2026-07-03", false, "Independence Day on a Saturday, observed the day before"],
    ["JP", "2026-05-06", false, "the substitute for Constitution Day on a Sunday"],
    ["JP", "2026-09-22", false, "the day between two holidays"],
    ["JP", "2026-12-25", true, "no holiday in Japan"],
    ["FR", "2026-07-14", false, "the National Day"],
    ["FR", "2026-05-14", false, "Ascension Day"],
    ["ZZ", "2026-12-25", true, "in a country that nobody knows"],
  ])("%s %s: %s (%s)", (country, day, worked) => {
    expect(isWorkingDay(day, calendarOf(country))).toBe(worked);
  });

  test("is what the shop says: its days off are free, its extra days are worked, whatever else they are", () => {
    const own = calendarOf("DE", { daysOff: new Set(["2026-11-24"]), openDays: new Set(["2026-12-20", "2026-12-25"]) });
    expect(isWorkingDay("2026-11-24", own)).toBe(false);
    expect(isWorkingDay("2026-12-20", own)).toBe(true);
    expect(isWorkingDay("2026-12-25", own)).toBe(true);
  });

  test("can be a Saturday where the shop works then", () => {
    expect(isWorkingDay("2026-11-21", calendarOf("DE", { weekdays: new Set([6]) }))).toBe(true);
  });
});

describe("counting working days", () => {
  test.each([
    ["2026-11-20", 1, "DE", "2026-11-23", "over a weekend"],
    ["2026-11-20", 0, "DE", "2026-11-20", "none is the day itself"],
    ["2026-11-21", 0, "DE", "2026-11-23", "none from a Saturday is Monday"],
    ["2026-11-21", 1, "DE", "2026-11-23", "the first after a Saturday is Monday"],
    ["2026-12-23", 2, "DE", "2026-12-28", "over Christmas in Germany"],
    ["2026-12-23", 2, "GB", "2026-12-29", "over Christmas in England"],
    ["2026-12-30", 2, "FR", "2027-01-04", "over the new year"],
    ["2026-11-25", 1, "US", "2026-11-27", "over Thanksgiving"],
    ["2026-05-01", 1, "JP", "2026-05-07", "over the Golden Week"],
    ["2026-03-27", 2, "DE", "2026-03-31", "over the change to summer time"],
    ["2024-02-28", 2, "DE", "2024-03-01", "over a leap day"],
  ])("%s and %i in %s is %s (%s)", (from, count, country, to) => {
    expect(addWorkingDays(from, count, calendarOf(country))).toBe(to);
    if (count > 0) expect(workingDaysFrom(from, to, calendarOf(country))).toBe(count);
  });

  test("is nothing backwards and on the same day", () => {
    expect(workingDaysFrom("2026-11-24", "2026-11-20", calendarOf("DE"))).toBe(0);
    expect(workingDaysFrom("2026-11-24", "2026-11-24", calendarOf("DE"))).toBe(0);
  });

  test("ends even where nobody ever works", () => {
    const never = calendarOf(null, { weekdays: new Set() });
    expect(workingDayFrom("2026-11-24", never)).toBe("2026-11-24");
    expect(addWorkingDays("2026-11-24", 3, never)).toBe("2026-11-27");
  });
});

describe("the clock of a time zone", () => {
  test.each([
    ["2026-03-29T00:59:00Z", "Europe/Berlin", 1 * 60 + 59],
    ["2026-03-29T01:00:00Z", "Europe/Berlin", 3 * 60],
    ["2026-11-20T23:00:00Z", "Europe/Berlin", 0],
    ["2026-11-20T05:15:00Z", "Asia/Kolkata", 10 * 60 + 45],
  ])("%s in %s", (instant, timeZone, minutes) => {
    expect(clockIn(new Date(instant), timeZone)).toBe(minutes);
  });

  test.each([
    "Europe/Berlin",
    "America/Los_Angeles",
    "Asia/Tokyo",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Asia/Kathmandu",
  ])("a day's noon in %s is on that day, on those of the changed clocks too", (timeZone) => {
    for (const day of ["2026-03-08", "2026-03-29", "2026-10-25", "2026-11-01", "2026-12-31", "2027-01-01"]) {
      expect(dayIn(noonOf(day, timeZone), timeZone)).toBe(day);
    }
  });
});
