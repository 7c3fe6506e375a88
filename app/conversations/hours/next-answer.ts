import { dayIn, dayNumber } from "../../orders/calendar.ts";
import { addDays, clockIn, type IsoDay } from "../../orders/working-days.ts";
import type { OpeningHours, Span } from "./opening-hours.ts";

export type NextAnswer =
  /** Somebody is there now. `answerBy` null: how long an answer takes is not said. */
  | { kind: "open"; answerBy: Date | null }
  | { kind: "closed"; opensAt: Date; answerBy: Date | null }
  /** There are no hours, but a word on how long an answer takes. */
  | { kind: "any_time"; withinHours: number }
  /** Nothing is set that could be said. */
  | { kind: "unknown" };

/** Further ahead nobody plans: a team that is away for longer is not promised back. */
const LOOK_AHEAD_DAYS = 60;
const MINUTE = 60_000;

/**
 * When the team is there next, and by when it usually has answered what it is told now. Only open time counts towards an
 * answer: two hours from half past four on a Friday that ends at five are half past ten on Monday, if that begins at nine.
 *
 * @param isDayOff the team's holidays
 * @param timeZone IANA name, in which the hours are meant
 */
export function nextAnswerBy(
  { weekly, answerHours }: Pick<OpeningHours, "weekly" | "answerHours">,
  isDayOff: (day: IsoDay) => boolean,
  timeZone: string,
  now: Date,
): NextAnswer {
  if (weekly.every((spans) => spans.length === 0)) {
    return answerHours === null ? { kind: "unknown" } : { kind: "any_time", withinHours: answerHours };
  }
  const today = dayIn(now, timeZone);
  let opensAt: Date | null = null;
  let left = (answerHours ?? 0) * 60 * MINUTE;
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead++) {
    const day = addDays(today, ahead);
    if (isDayOff(day)) continue;
    for (const { from, to } of spansOf(weekly, day)) {
      const end = instantOf(day, minutesOf(to), timeZone);
      if (end <= now) continue;
      const start = instantOf(day, minutesOf(from), timeZone);
      opensAt ??= start;
      if (answerHours === null) return told(opensAt, now, null);
      const begins = Math.max(start.getTime(), now.getTime());
      const lasts = end.getTime() - begins;
      if (left <= lasts) return told(opensAt, now, new Date(begins + left));
      left -= lasts;
    }
  }
  return opensAt === null ? { kind: "unknown" } : told(opensAt, now, null);
}

function told(opensAt: Date, now: Date, answerBy: Date | null): NextAnswer {
  return opensAt <= now ? { kind: "open", answerBy } : { kind: "closed", opensAt, answerBy };
}

function spansOf(weekly: readonly Span[][], day: IsoDay): readonly Span[] {
  // The first of January 1970 was a Thursday.
  return weekly[(dayNumber(day) + 3) % 7] ?? [];
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

/**
 * The instant at which the clocks of a time zone show so many minutes of a day. A time that the clocks skip is as much
 * later as they skip; of one that they show twice it is one of the two.
 *
 * @param minutes since midnight by the clock; 1440 is the next midnight
 */
export function instantOf(day: IsoDay, minutes: number, timeZone: string): Date {
  const wanted = dayNumber(day) * 1_440 + minutes;
  const shown = (at: number) => {
    const instant = new Date(at);
    return dayNumber(dayIn(instant, timeZone)) * 1_440 + clockIn(instant, timeZone);
  };
  const first = correct(wanted * MINUTE);
  const second = correct(first);
  return new Date(shown(second) === wanted ? second : Math.max(first, second));

  function correct(at: number): number {
    return at + (wanted - shown(at)) * MINUTE;
  }
}
