import { dayIn, dayNumber } from "../orders/calendar.ts";
import { addDays, type IsoDay } from "../orders/working-days.ts";
import { instantOf } from "../conversations/hours/next-answer.ts";

/** Until when a conversation is put away, as people say it. */
export const SNOOZES = ["later_today", "tomorrow", "next_monday"] as const;
export type Snooze = (typeof SNOOZES)[number] | { day: IsoDay; time: string };

const HOUR = 3_600_000;
const LATER_HOURS = 3;
/** Nine in the morning, in minutes. */
const MORNING = 9 * 60;

/** @param timeZone the shop's, an IANA name */
export function snoozeUntil(snooze: Snooze, now: Date, timeZone: string): Date {
  const today = dayIn(now, timeZone);
  if (snooze === "later_today") return new Date(now.getTime() + LATER_HOURS * HOUR);
  if (snooze === "tomorrow") return instantOf(addDays(today, 1), MORNING, timeZone);
  if (snooze === "next_monday") return instantOf(addDays(today, daysToMonday(today)), MORNING, timeZone);
  const [hours = 0, minutes = 0] = snooze.time.split(":").map(Number);
  return instantOf(snooze.day, hours * 60 + minutes, timeZone);
}

/** From a Monday on it is the one a week later. The first of January 1970 was a Thursday. */
function daysToMonday(day: IsoDay): number {
  return 7 - ((dayNumber(day) + 3) % 7);
}
