import { dayIn, dayNumber, daysBetween } from "./calendar.ts";

/** Days are ISO dates (`2026-11-24`); weekdays are ISO numbers, Monday 1 to Sunday 7. */
export type IsoDay = string;

/**
 * Public holidays by country, as a value that the pure core is given. `country` is an ISO 3166 code; an unknown country
 * has none. Asking must be cheap: it is asked for every day that is counted.
 */
export type HolidayCalendar = { isHoliday(country: string, day: IsoDay): boolean };

export const NO_HOLIDAYS: HolidayCalendar = { isHoliday: () => false };

/** One party's working days: the shop's at one location, or a carrier's in one country. */
export type WorkingCalendar = {
  weekdays: ReadonlySet<number>;
  /** Whose public holidays are free; null where it follows none. */
  country: string | null;
  holidays: HolidayCalendar;
  /** Days off besides, and days that are worked although a weekend or holiday; the latter win. */
  daysOff: ReadonlySet<IsoDay>;
  openDays: ReadonlySet<IsoDay>;
};

/** Longest run of days off that is believed: after it days are counted as they come, so that every count ends. */
const LONGEST_REST = 60;

/** Days at hand by their number: estimates walk the same weeks again and again. */
const DAYS_AT_HAND = 5_000;
const dayNames = new Map<number, IsoDay>();

export function addDays(day: IsoDay, days: number): IsoDay {
  const number = dayNumber(day) + days;
  let name = dayNames.get(number);
  if (name === undefined) {
    name = new Date(number * 86_400_000).toISOString().slice(0, 10);
    if (dayNames.size >= DAYS_AT_HAND) dayNames.clear();
    dayNames.set(number, name);
  }
  return name;
}

/** The first of January 1970 was a Thursday. */
function isoWeekday(day: IsoDay): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

export function isWorkingDay(day: IsoDay, calendar: WorkingCalendar): boolean {
  if (calendar.openDays.has(day)) return true;
  if (calendar.daysOff.has(day) || !calendar.weekdays.has(isoWeekday(day))) return false;
  return calendar.country === null || !calendar.holidays.isHoliday(calendar.country, day);
}

/** The day itself when it is worked, else the next one that is. */
export function workingDayFrom(day: IsoDay, calendar: WorkingCalendar): IsoDay {
  for (let rest = 0; rest <= LONGEST_REST; rest++) {
    const candidate = addDays(day, rest);
    if (isWorkingDay(candidate, calendar)) return candidate;
  }
  return day;
}

/**
 * The day that lies so many working days after `day`; with 0 the day itself if it is worked, else the next worked one.
 * @param count whole and not negative.
 */
export function addWorkingDays(day: IsoDay, count: number, calendar: WorkingCalendar): IsoDay {
  let at = workingDayFrom(day, calendar);
  // From a day off the first working day is day one, not day zero.
  const left = at === day ? count : Math.max(0, count - 1);
  for (let step = 0; step < left; step++) at = workingDayFrom(addDays(at, 1), calendar);
  return at;
}

/** Working days after `from`, up to and including `to`; 0 when `to` is not later. */
export function workingDaysFrom(from: IsoDay, to: IsoDay, calendar: WorkingCalendar): number {
  const days = daysBetween(from, to);
  let working = 0;
  for (let step = 1; step <= days; step++) if (isWorkingDay(addDays(from, step), calendar)) working += 1;
  return working;
}

/** A zone's clock, and how far it was ahead of Greenwich in each quarter of an hour that was asked for. */
type Clock = { format: Intl.DateTimeFormat; ahead: Map<number, number> };
const QUARTER = 15 * 60_000;
const QUARTERS_AT_HAND = 2_000;
const clocks = new Map<string, Clock>();

/** Minutes since midnight on the clocks of a time zone: 14:30 is 870, whatever summer time does. */
export function clockIn(instant: Date, timeZone: string): number {
  let clock = clocks.get(timeZone);
  if (!clock) {
    const format = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    clock = { format, ahead: new Map() };
    clocks.set(timeZone, clock);
  }
  const greenwich = Math.floor(instant.getTime() / 60_000);
  const quarter = Math.floor(instant.getTime() / QUARTER);
  let ahead = clock.ahead.get(quarter);
  if (ahead === undefined) {
    const [hours = 0, minutes = 0] = clock.format.format(instant).split(":").map(Number);
    ahead = hours * 60 + minutes - greenwich;
    if (clock.ahead.size >= QUARTERS_AT_HAND) clock.ahead.clear();
    clock.ahead.set(quarter, ahead);
  }
  return (((greenwich + ahead) % 1_440) + 1_440) % 1_440;
}

/**
 * Noon of a day in a time zone, for telling a computed day as an instant: noon keeps its day when it is
 * formatted in the same zone, through every change of the clocks.
 */
export function noonOf(day: IsoDay, timeZone: string): Date {
  const guess = new Date(`${day}T12:00:00Z`);
  const offset = clockIn(guess, timeZone) - 12 * 60;
  const near = new Date(guess.getTime() - offset * 60_000);
  // Beyond ±12 hours from Greenwich the clock's difference is ambiguous by a day.
  const shown = dayIn(near, timeZone);
  return new Date(near.getTime() + daysBetween(shown, day) * 86_400_000);
}
