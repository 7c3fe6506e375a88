/**
 * Instants of the example shop, written the way a shop thinks of them: so many days before or after the moment the shop
 * is frozen at, at a wall-clock time in the shop's own time zone.
 */

export const SHOP_TIME_ZONE = "Europe/Berlin";

/** The shop's "now": Friday, 20 November 2026, 10:30 in Berlin. Everything before it has happened, everything after it has not yet. */
export const NOW = "2026-11-20T09:30:00Z";

const DAY_MS = 86_400_000;

/** A day of the shop's calendar, as days from the day of {@link NOW} (negative: past). */
export type DayOffset = number;

/** 0 is Sunday, 6 is Saturday. */
export function weekday(day: DayOffset): number {
  return new Date(`${isoDay(day)}T12:00:00Z`).getUTCDay();
}

export function isWeekend(day: DayOffset): boolean {
  return weekday(day) === 0 || weekday(day) === 6;
}

/** `2026-11-20` for 0. */
function isoDay(day: DayOffset): string {
  return new Date(Date.parse(`${NOW.slice(0, 10)}T12:00:00Z`) + day * DAY_MS).toISOString().slice(0, 10);
}

/** The day `count` working days (Monday to Friday) after `day`. */
export function addWorkingDays(day: DayOffset, count: number): DayOffset {
  let current = day;
  let left = count;
  while (left > 0) {
    current += 1;
    if (!isWeekend(current)) left -= 1;
  }
  return current;
}

/**
 * `at(-3, "14:05")`: five past two in the afternoon, three days ago, as an ISO 8601 instant in UTC.
 * `zone` is where the clock hangs: a carrier scans in its own city's time.
 */
export function at(day: DayOffset, clock: string, zone: string = SHOP_TIME_ZONE): string {
  const wall = Date.parse(`${isoDay(day)}T${clock.length === 5 ? `${clock}:00` : clock}Z`);
  // Two rounds settle the offset on days when the clocks change.
  let instant = wall - offsetMs(wall, zone);
  instant = wall - offsetMs(instant, zone);
  return iso(instant);
}

/** `plus("2026-11-20T09:30:00Z", { minutes: 20 })` */
export function plus(
  instant: string,
  by: { days?: number; hours?: number; minutes?: number; seconds?: number },
): string {
  const seconds = (by.days ?? 0) * 86_400 + (by.hours ?? 0) * 3_600 + (by.minutes ?? 0) * 60 + (by.seconds ?? 0);
  return iso(Date.parse(instant) + seconds * 1_000);
}

export function isPast(instant: string): boolean {
  return Date.parse(instant) <= Date.parse(NOW);
}

/** The day of the shop's calendar an instant falls on. */
export function dayOf(instant: string): DayOffset {
  const local = new Date(Date.parse(instant) + offsetMs(Date.parse(instant), SHOP_TIME_ZONE))
    .toISOString()
    .slice(0, 10);
  return Math.round((Date.parse(local) - Date.parse(NOW.slice(0, 10))) / DAY_MS);
}

function iso(ms: number): string {
  return new Date(ms).toISOString().replace(".000Z", "Z");
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function offsetMs(instant: number, zone: string): number {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formatters.set(zone, formatter);
  }
  const part = Object.fromEntries(formatter.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const wall = Date.UTC(
    part["year"] ?? 0,
    (part["month"] ?? 1) - 1,
    part["day"],
    part["hour"],
    part["minute"],
    part["second"],
  );
  return wall - Math.floor(instant / 1_000) * 1_000;
}
