import type { HolidayCalendar } from "./working-days.ts";

/** Countries and years at hand: a few hundred bytes each. */
const YEARS_AT_HAND = 400;
const known = new Map<string, ReadonlySet<string>>();

let library: Promise<typeof import("date-holidays")> | undefined;

/** The rules of all countries are some megabytes that a process needs only once it tells dates: loaded at the first need. */
function load(): Promise<typeof import("date-holidays")> {
  library ??= import("date-holidays");
  return library;
}

/**
 * The public holidays of every country, as computed from their laws by the package date-holidays. A country's year is
 * computed once, in some milliseconds, when it is first asked for.
 *
 * @param regions the part of a country whose holidays count, by country: `{ "DE": "HH" }`. Without one only those of the
 * whole country do.
 */
export async function publicHolidays(regions: Readonly<Record<string, string>> = {}): Promise<HolidayCalendar> {
  const { default: Holidays } = await load();
  return {
    isHoliday(country, day) {
      const region = regions[country] ?? "";
      const year = Number(day.slice(0, 4));
      const key = `${country}-${region}-${String(year)}`;
      let days = known.get(key);
      if (!days) {
        const calendar = new Holidays({ country, ...(region ? { state: region } : {}) }, { types: ["public"] });
        // Unknown countries and years answer with nothing, whatever the types say.
        const holidays = (calendar.getHolidays(year) as ReturnType<typeof calendar.getHolidays> | undefined) ?? [];
        days = new Set(holidays.map((holiday) => holiday.date.slice(0, 10)));
        known.set(key, days);
        const [oldest] = known.keys();
        if (known.size > YEARS_AT_HAND && oldest !== undefined) known.delete(oldest);
      }
      return days.has(day);
    },
  };
}
