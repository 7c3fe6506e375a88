import type { ShopSettings } from "../shop-settings.ts";
import type { HolidayCalendar, WorkingCalendar } from "../working-days.ts";

type Parts = { settings: ShopSettings; holidays: HolidayCalendar };

const NONE: ReadonlySet<string> = new Set();

/** When a warehouse in a country works; `origin` null follows no public holidays. */
export function shopCalendar({ settings, holidays }: Parts, origin: string | null): WorkingCalendar {
  return {
    weekdays: new Set(settings.workingWeekdays),
    country: settings.holidays.followPublic ? origin : null,
    holidays: edited(settings, holidays),
    daysOff: new Set(settings.holidays.daysOff),
    openDays: new Set(settings.holidays.openDays),
  };
}

/** When carriers deliver in a country. */
export function carrierCalendar({ settings, holidays }: Parts, destination: string | null): WorkingCalendar {
  return {
    weekdays: new Set(settings.carrierWeekdays),
    country: destination,
    holidays: edited(settings, holidays),
    daysOff: NONE,
    openDays: NONE,
  };
}

/** Public holidays with the merchant's corrections. */
function edited({ holidays: { added, removed } }: ShopSettings, holidays: HolidayCalendar): HolidayCalendar {
  if (added.length === 0 && removed.length === 0) return holidays;
  const has = (list: typeof added, country: string, day: string): boolean =>
    list.some((one) => one.country === country && one.day === day);
  return {
    isHoliday: (country, day) =>
      has(added, country, day) || (!has(removed, country, day) && holidays.isHoliday(country, day)),
  };
}
