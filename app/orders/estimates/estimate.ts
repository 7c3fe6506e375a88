import { dayIn } from "../calendar.ts";
import { extraDays } from "../notices.ts";
import type { Notice } from "../notices.ts";
import { cutOffMinutes, handlingRange, transitRange } from "../shop-settings.ts";
import type { DayRange, ShopSettings } from "../shop-settings.ts";
import { addDays, addWorkingDays, clockIn, isWorkingDay, workingDayFrom } from "../working-days.ts";
import type { HolidayCalendar, IsoDay } from "../working-days.ts";
import { carrierCalendar, shopCalendar } from "./calendars.ts";
import { expect } from "./learn.ts";
import type { LearntRow, Spread } from "./learn.ts";

/** All that the shop knows about how long its orders take. */
export type ShopDates = {
  settings: ShopSettings;
  notices: readonly Notice[];
  learnt: readonly LearntRow[];
  holidays: HolidayCalendar;
  /** The shop's own time zone: its cut-off and its days. */
  timeZone: string;
};

/** What is to be estimated. Names and countries are null where unknown. */
export type EstimateSubject = {
  method: string | null;
  location: string | null;
  carrier: string | null;
  origin: string | null;
  destination: string | null;
  /** When preparation began or begins. */
  beginsAt: Date;
  /** When the carrier took it; null while it is still here. */
  leftAt: Date | null;
};

/** `usual` is the likeliest day in the window. `samples` parcels taught it; with 0 only the settings did. */
export type DeliveryWindow = { from: IsoDay; usual: IsoDay; to: IsoDay; samples: number };

/**
 * When something should arrive: handling and transit, in working days of the shop and of the carrier there, each as long
 * as the shop says and its parcels took, plus what notices in force add.
 *
 * Handling and transit hardly ever both take long, so their distances from the usual add up as those of independent things
 * do (the root of the sum of squares). Null when the window has passed: an estimate that failed is no news.
 *
 * @param today in the time zone the answer is told in.
 */
export function estimateDelivery(
  subject: EstimateSubject,
  dates: ShopDates,
  now: Date,
  today: IsoDay,
): DeliveryWindow | null {
  const { settings, notices, learnt } = dates;
  const lane = { method: subject.method, origin: subject.origin, destination: subject.destination };
  const about = {
    location: subject.location,
    country: subject.destination,
    carrier: subject.carrier,
    method: subject.method,
  };
  const carrier = carrierCalendar(dates, subject.destination);
  const transit = expect("transit", lane, ofSettings(transitRange(settings, lane)), learnt);
  const way = whole(transit.spread);

  let [early, usual] = [today, today];
  let slack = way.late - way.median;
  let samples = transit.samples;
  if (subject.leftAt !== null) {
    early = usual = dayIn(subject.leftAt, dates.timeZone);
  } else {
    const sending = estimateSending(subject, dates, now, today);
    ({ early, usual } = sending);
    slack = Math.hypot(slack, sending.slack);
    samples = Math.min(samples, sending.samples);
  }
  const unhindered = addWorkingDays(usual, way.median + Math.ceil(slack), carrier);
  const extra = extraDays(notices, "transit", about, usual, later(today, unhindered));
  const to = addWorkingDays(usual, way.median + Math.ceil(slack) + extra, carrier);
  if (to < today) return null;
  // The first day of the window is a day on which somebody delivers, and not one that is over.
  const opening = workingDayFrom(later(addWorkingDays(early, way.early + extra, carrier), today), carrier);
  const from = opening < to ? opening : to;
  const likeliest = later(addWorkingDays(usual, way.median + extra, carrier), from);
  return { from, usual: likeliest < to ? likeliest : to, to, samples };
}

/** When something leaves. `slack`: working days that the latest day lies after the usual one. */
export type SendingWindow = { early: IsoDay; usual: IsoDay; late: IsoDay; slack: number; samples: number };

/** When something that is still here should leave, by handling alone and in the shop's working days. */
export function estimateSending(
  subject: Omit<EstimateSubject, "leftAt">,
  dates: ShopDates,
  now: Date,
  today: IsoDay,
): SendingWindow {
  const { settings, notices, learnt } = dates;
  const about = { ...subject, country: subject.destination };
  const shop = shopCalendar(dates, subject.origin);
  const handling = expect("handling", subject, ofSettings(handlingRange(settings, subject)), learnt);
  const work = whole(handling.spread);
  const begin = firstDay(subject.beginsAt, dates, subject.origin);
  const extra = extraDays(notices, "handling", about, begin, later(today, addWorkingDays(begin, work.late, shop)));
  const soonest = firstDay(now, dates, subject.origin);
  const after = (days: number) => later(addWorkingDays(begin, days + extra, shop), soonest);
  return {
    early: after(work.early),
    usual: after(work.median),
    late: after(work.late),
    slack: work.late - work.median,
    samples: handling.samples,
  };
}

/** The day that counts as the first of handling: an order after the cut-off, or on a day off, is the next worked day's. */
export function firstDay(at: Date, dates: ShopDates, origin: string | null): IsoDay {
  const calendar = shopCalendar(dates, origin);
  const day = dayIn(at, dates.timeZone);
  const late = isWorkingDay(day, calendar) && clockIn(at, dates.timeZone) >= cutOffMinutes(dates.settings);
  return workingDayFrom(late ? addDays(day, 1) : day, calendar);
}

/** Shops name the least and the most; most parcels come early in between, so the usual one is taken to lie at a third. */
function ofSettings({ min, max }: DayRange): Spread {
  return { early: min, median: min + (max - min) / 3, late: max };
}

/** Days are whole: the usual one to the nearest, the outer ones outwards. A hair above a day is that day. */
function whole({ early, median, late }: Spread): Spread {
  const middle = Math.round(median);
  return {
    early: Math.min(Math.floor(early + 0.2), middle),
    median: middle,
    late: Math.max(Math.ceil(late - 0.2), middle),
  };
}

const later = (one: IsoDay, other: IsoDay): IsoDay => (one > other ? one : other);
