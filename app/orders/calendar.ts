/** A zone's days that were asked for: clocks are only ever put back or forward on a quarter of an hour. */
type Zone = { format: Intl.DateTimeFormat; days: Map<number, string> };
const QUARTER = 15 * 60_000;
const QUARTERS_AT_HAND = 2_000;
const zones = new Map<string, Zone>();

/** The calendar day of an instant in a time zone, as an ISO date: days as people count them, `2026-11-24`. */
export function dayIn(instant: Date, timeZone: string): string {
  let zone = zones.get(timeZone);
  if (!zone) {
    // en-CA writes year-month-day.
    const format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    zone = { format, days: new Map() };
    zones.set(timeZone, zone);
  }
  const quarter = Math.floor(instant.getTime() / QUARTER);
  let day = zone.days.get(quarter);
  if (day === undefined) {
    day = zone.format.format(instant);
    if (zone.days.size >= QUARTERS_AT_HAND) zone.days.clear();
    zone.days.set(quarter, day);
  }
  return day;
}

const DAYS_AT_HAND = 5_000;
const dayNumbers = new Map<string, number>();

/** Days since 1 January 1970 of an ISO date. */
export function dayNumber(day: string): number {
  let number = dayNumbers.get(day);
  if (number === undefined) {
    number = Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
    if (dayNumbers.size >= DAYS_AT_HAND) dayNumbers.clear();
    dayNumbers.set(day, number);
  }
  return number;
}

/** Whole calendar days from one ISO date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Mondays to Fridays after `from`, up to and including `to`; 0 when `to` is not later. Holidays are not known here. */
export function workingDaysBetween(from: string, to: string): number {
  const days = daysBetween(from, to);
  if (days <= 0) return 0;
  const weekday = new Date(`${from}T00:00:00Z`).getUTCDay();
  let working = Math.floor(days / 7) * 5;
  for (let step = 1; step <= days % 7; step++) {
    const day = (weekday + step) % 7;
    if (day !== 0 && day !== 6) working += 1;
  }
  return working;
}

/** True when a time zone's name is one this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    dayIn(new Date(0), name);
    return true;
  } catch {
    return false;
  }
}
