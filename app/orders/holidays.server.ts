import type { HolidayCalendar } from "./working-days.ts";

/** Countries and years at hand: a few hundred bytes each. */
const YEARS_AT_HAND = 400;
const known = new Map<string, ReadonlySet<string>>();

let library: Promise<Library> | undefined;

type Library = typeof import("date-holidays");

/** The rules of all countries are some megabytes that a process needs only once it tells dates: loaded at the first need. */
function load(): Promise<Library> {
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
        days = new Set(holidaysOf(Holidays, country, region, year).map(({ day }) => day));
        known.set(key, days);
        const [oldest] = known.keys();
        if (known.size > YEARS_AT_HAND && oldest !== undefined) known.delete(oldest);
      }
      return days.has(day);
    },
  };
}

export type PublicHoliday = { day: string; name: string };

/** A country's public holidays of some years by their English names, in the order of their days. */
export async function listPublicHolidays(
  country: string,
  region: string,
  years: readonly number[],
): Promise<PublicHoliday[]> {
  const { default: Holidays } = await load();
  const all = years.flatMap((year) => holidaysOf(Holidays, country, region, year));
  return [...new Map(all.map((one) => [one.day, one])).values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** The parts of a country that have holidays of their own, by their codes; none where the country is one. */
export async function holidayRegions(country: string): Promise<{ code: string; name: string }[]> {
  const { default: Holidays } = await load();
  // Unknown countries answer with nothing, whatever the types say.
  const states = (new Holidays().getStates(country, "en") as Record<string, string> | undefined) ?? {};
  return Object.entries(states).map(([code, name]) => ({ code, name }));
}

function holidaysOf(Holidays: Library["default"], country: string, region: string, year: number): PublicHoliday[] {
  const calendar = new Holidays(
    { country, ...(region ? { state: region } : {}) },
    { types: ["public"], languages: "en" },
  );
  // Unknown countries and years answer with nothing, whatever the types say.
  const holidays = (calendar.getHolidays(year) as ReturnType<typeof calendar.getHolidays> | undefined) ?? [];
  return holidays.map(({ date, name }) => ({ day: date.slice(0, 10), name }));
}
