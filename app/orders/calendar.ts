/** Days as people count them: in a time zone, as `2026-11-24`. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a time zone, as an ISO date. */
export function dayIn(instant: Date, timeZone: string): string {
  let format = dayFormats.get(timeZone);
  if (!format) {
    // en-CA writes year-month-day.
    format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    dayFormats.set(timeZone, format);
  }
  return format.format(instant);
}

/** Whole calendar days from one ISO date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
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
