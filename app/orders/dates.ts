import { dayIn } from "./calendar.ts";
import type { FulfillmentOrder, Parcel, ParcelEvent } from "./snapshot.ts";

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

/** Our own estimate from the shop's settings and history, asked when nobody else gave a date. */
export type Estimate = (about: {
  parcel: Parcel | null;
  fulfillmentOrder: FulfillmentOrder | null;
}) => Expectation | null;

export const noEstimate: Estimate = () => null;

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
  estimate: Estimate;
};

/** Climbs down the ladder of dates to the most trusted one whose day has not passed. */
export function outlook(input: OutlookInput): Outlook {
  const { now, timeZone } = input;
  const today = dayIn(now, timeZone);
  const day = (expectation: Expectation): string => dayIn(expectation.to.at, timeZone);
  const rungs = LADDER.map((rung) => rung(input)).filter((rung) => rung !== null);
  const next = rungs.find((rung) => day(rung) >= today) ?? null;
  const promise = rungs.find((rung) => rung.kind === "checkout_promise");
  const passed = rungs.find((rung) => day(rung) < today && rung.kind !== "shop_estimate") ?? null;
  if (next && promise && next !== promise && day(next) > day(promise)) return { next, missed: promise };
  return { next, missed: passed };
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
  ({ parcel, fulfillmentOrder, estimate }) => estimate({ parcel, fulfillmentOrder }),
];
