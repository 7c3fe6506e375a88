import { dayIn, dayNumber } from "../orders/calendar.ts";
import { addDays, clockIn } from "../orders/working-days.ts";

/** For how long people put a conversation out of the way. */
export const SNOOZE_CHOICES = ["hour", "three_hours", "tomorrow", "monday"] as const;
export type SnoozeChoice = (typeof SNOOZE_CHOICES)[number];

const HOUR = 3_600_000;
/** What comes back on another day does so in the morning. */
const MORNING = 9 * 60;
const WEEK = 7;

/** @param timeZone the shop's, an IANA name */
export function snoozedUntil(choice: SnoozeChoice, timeZone: string, now: Date): Date {
  if (choice === "hour") return new Date(now.getTime() + HOUR);
  if (choice === "three_hours") return new Date(now.getTime() + 3 * HOUR);
  const today = dayIn(now, timeZone);
  // The first of January 1970 was a Thursday; Monday is 0.
  const weekday = (dayNumber(today) + 3) % WEEK;
  return morningOf(addDays(today, choice === "tomorrow" ? 1 : WEEK - weekday), timeZone);
}

function morningOf(day: string, timeZone: string): Date {
  const wanted = dayNumber(day) * 1_440 + MORNING;
  let at = wanted * 60_000;
  // Twice, for the first guess may lie on the other side of a change of the clocks.
  for (let tries = 0; tries < 2; tries++) {
    const instant = new Date(at);
    at += (wanted - dayNumber(dayIn(instant, timeZone)) * 1_440 - clockIn(instant, timeZone)) * 60_000;
  }
  return new Date(at);
}
