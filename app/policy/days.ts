import { dayIn } from "../orders/calendar.ts";
import { addWorkingDays, NO_HOLIDAYS, noonOf } from "../orders/working-days.ts";
import type { IsoDay, WorkingCalendar } from "../orders/working-days.ts";

/** A policy's working days are Mondays to Fridays: a rule that merchants can say in one sentence. */
const WEEKDAYS: WorkingCalendar = {
  weekdays: new Set([1, 2, 3, 4, 5]),
  country: null,
  holidays: NO_HOLIDAYS,
  daysOff: new Set(),
  openDays: new Set(),
};

/** The day of an instant where the shop is; null for none, or for an instant that is not one. Unknown zones count as UTC. */
export function dayOf(instant: Date | null, timeZone: string): IsoDay | null {
  if (!instant || Number.isNaN(instant.getTime())) return null;
  try {
    return dayIn(instant, timeZone);
  } catch {
    return dayIn(instant, "UTC");
  }
}

export function weekdaysAfter(day: IsoDay, count: number): IsoDay {
  return addWorkingDays(day, count, WEEKDAYS);
}

/** Noon of a day where the shop is: an instant that is told as that day. */
export function noonWhereShopIs(day: IsoDay, timeZone: string): Date {
  try {
    return noonOf(day, timeZone);
  } catch {
    return noonOf(day, "UTC");
  }
}

export function newest(instants: readonly (Date | null)[]): Date | null {
  return instants.reduce<Date | null>((last, at) => (at && (!last || at > last) ? at : last), null);
}
