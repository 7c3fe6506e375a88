import { dayIn, workingDaysBetween } from "./calendar.ts";
import { carrierCalendar, shopCalendar } from "./estimates/calendars.ts";
import type { Judging } from "./judging.ts";
import type { FulfillmentOrder, Parcel, ParcelEvent } from "./snapshot.ts";
import { workingDaysFrom } from "./working-days.ts";

/** Where a delivery date comes from, most trusted first. A delivery that happened is a fact, not an expectation. */
export type ExpectationKind = "carrier_estimate" | "shipment_estimate" | "checkout_promise" | "shop_estimate";

/** A day, or a window of days, in which something should arrive. `sources` are GraphQL paths below the order. */
export type Expectation = {
  kind: ExpectationKind;
  from: { at: Date; source: string } | null;
  to: { at: Date; source: string };
};

/**
 * `next` is the date to tell: never a day that has passed.
 * `missed` is a date that was given and cannot or could not be kept: it has passed, or the newest estimate is later.
 */
export type Outlook = { next: Expectation | null; missed: Expectation | null };

export type OutlookInput = {
  parcel: Parcel | null;
  /** The parcel's sound events, newest first. */
  events: readonly ParcelEvent[];
  fulfillmentOrder: FulfillmentOrder | null;
  /** Path of the fulfillment order below the order, for evidence. */
  fulfillmentOrderPath: string;
  parcelPath: string;
  now: Date;
  timeZone: string;
};

/**
 * Climbs down the ladder of dates that somebody gave to the most trusted one whose day has not passed. The last rung, the
 * shop's own estimate, is for what has been judged to go its usual way (own-estimate.ts).
 */
export function outlook(input: OutlookInput): Outlook {
  const { now, timeZone } = input;
  const today = dayIn(now, timeZone);
  const day = (expectation: Expectation): string => dayIn(expectation.to.at, timeZone);
  const rungs = LADDER.map((rung) => rung(input)).filter((rung) => rung !== null);
  const next = rungs.find((rung) => day(rung) >= today) ?? null;
  const promise = rungs.find((rung) => rung.kind === "checkout_promise");
  const passed = rungs.find((rung) => day(rung) < today) ?? null;
  if (next && promise && next !== promise && day(next) > day(promise)) return { next, missed: promise };
  return { next, missed: passed };
}

/** Where the time to the promised or estimated day stands. Working days are those of the carrier at the destination. */
export type Standing =
  | { kind: "no_date" }
  /** The first day of the window is still to come. */
  | { kind: "ahead" }
  /** Today is in the window, or the day itself. */
  | { kind: "in_window" }
  /** `passed`: by today; else by the newest date, which is still to come. */
  | { kind: "late"; workingDays: number; passed: boolean };

/** Measures an outlook: late counts from the last day that was given to today, or to the end of the newer date. */
export function standing(
  { next, missed }: Outlook,
  judging: Pick<Judging, "now" | "timeZone" | "dates">,
  destination: string | null,
): Standing {
  const today = dayIn(judging.now, judging.timeZone);
  const day = (dated: { at: Date }): string => dayIn(dated.at, judging.timeZone);
  if (missed) {
    const due = day(missed.to);
    const passed = due < today;
    const until = passed || !next ? today : day(next.to);
    return { kind: "late", workingDays: carrierDaysBetween(judging, destination, due, until), passed };
  }
  if (!next) return { kind: "no_date" };
  return { kind: day(next.from ?? next.to) > today ? "ahead" : "in_window" };
}

/** Working days after `from` up to `to`, of the shop's warehouse in a country and of carriers there; Mondays to Fridays where nothing is known. */
export function shopDaysBetween(
  { dates }: Pick<Judging, "dates">,
  country: string | null,
  from: string,
  to: string,
): number {
  return dates ? workingDaysFrom(from, to, shopCalendar(dates, country)) : workingDaysBetween(from, to);
}

export function carrierDaysBetween(
  { dates }: Pick<Judging, "dates">,
  country: string | null,
  from: string,
  to: string,
): number {
  return dates ? workingDaysFrom(from, to, carrierCalendar(dates, country)) : workingDaysBetween(from, to);
}

const LADDER: readonly ((input: OutlookInput) => Expectation | null)[] = [
  ({ events, parcelPath }) => {
    const event = events.find((candidate) => candidate.estimatedDeliveryAt !== null);
    if (!event?.estimatedDeliveryAt) return null;
    const source = `${parcelPath}.events[${String(event.index)}].estimatedDeliveryAt`;
    return { kind: "carrier_estimate", from: null, to: { at: event.estimatedDeliveryAt, source } };
  },
  ({ parcel, parcelPath }) =>
    parcel?.estimatedDeliveryAt
      ? {
          kind: "shipment_estimate",
          from: null,
          to: { at: parcel.estimatedDeliveryAt, source: `${parcelPath}.estimatedDeliveryAt` },
        }
      : null,
  ({ fulfillmentOrder, fulfillmentOrderPath }) => {
    const from = fulfillmentOrder?.promisedFrom ?? null;
    const to = fulfillmentOrder?.promisedTo ?? from;
    if (!to) return null;
    const path = `${fulfillmentOrderPath}.deliveryMethod`;
    const source = `${path}.${fulfillmentOrder?.promisedTo ? "maxDeliveryDateTime" : "minDeliveryDateTime"}`;
    return {
      kind: "checkout_promise",
      from: from && from < to ? { at: from, source: `${path}.minDeliveryDateTime` } : null,
      to: { at: to, source },
    };
  },
];
