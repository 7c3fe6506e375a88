import type { OrderInput } from "../../store/schema.ts";
import { CARRIERS, type CarrierKey } from "../carriers/carriers.ts";
import { type EventStatus, VOICES } from "../carriers/voices.ts";
import type { LocationId } from "../people/locations.ts";
import type { Random } from "../random.ts";
import { at } from "../time.ts";
import { type Place, PLACES } from "./places.ts";

type FulfillmentInput = NonNullable<OrderInput["fulfillments"]>[number];
type EventInput = NonNullable<FulfillmentInput["events"]>[number];

/** One scan of a carrier. Without a message it says what that carrier always says. */
export type Scan = {
  status: EventStatus;
  at: string;
  place?: Place | null;
  message?: string | null;
  eta?: string;
  recordedAt?: string;
};

export type ParcelSpec = {
  /** The location it leaves from; its fulfillment order is the one there. Default: the first. */
  from?: LocationId;
  at: string;
  /** None: marked as fulfilled, with no tracking. */
  carrier?: CarrierKey;
  /** How many tracking numbers. */
  numbers?: number;
  /** Line positions with quantities. Default: all that remain of its fulfillment order. */
  lines?: readonly (readonly [position: number, quantity?: number])[];
  scans?: readonly Scan[];
  eta?: string;
  more?: Partial<FulfillmentInput>;
};

/** The parcel as the store file holds it, with a tracking number of its carrier. */
export function fulfillment(parcel: ParcelSpec, order: OrderInput, random: Random): FulfillmentInput {
  const index = (order.fulfillmentOrders ?? []).findIndex((one) => one.location === parcel.from);
  const carrier = parcel.carrier ? CARRIERS[parcel.carrier] : null;
  const tracking = carrier
    ? Array.from({ length: parcel.numbers ?? 1 }, () => carrier.number(random)).map((number) => ({
        company: carrier.company,
        number,
        url: carrier.url(number),
      }))
    : [];
  return {
    at: parcel.at,
    fulfillmentOrder: parcel.from ? index + 1 : 1,
    ...(parcel.lines
      ? { lines: parcel.lines.map(([line, quantity]) => (quantity === undefined ? { line } : { line, quantity })) }
      : {}),
    ...(tracking.length === 1 ? { tracking: tracking[0] } : tracking.length > 1 ? { tracking } : {}),
    ...(parcel.scans ? { events: parcel.scans.map((scan) => eventInput(scan, parcel.carrier)) } : {}),
    ...(parcel.eta ? { estimatedDeliveryAt: parcel.eta } : {}),
    ...parcel.more,
  };
}

function eventInput(scan: Scan, carrier: CarrierKey | undefined): EventInput {
  const message = scan.message === undefined ? (carrier ? VOICES[carrier][scan.status] : null) : scan.message;
  return {
    status: scan.status,
    at: scan.at,
    ...(scan.recordedAt ? { recordedAt: scan.recordedAt } : {}),
    ...(message ? { message } : {}),
    ...(scan.eta ? { estimatedDeliveryAt: scan.eta } : {}),
    ...(scan.place ? placeInput(scan.place) : {}),
  };
}

function placeInput({ city, zip, province, country }: Place) {
  return { city, ...(province ? { province } : {}), country, ...(zip ? { zip } : {}) };
}

/** A scan on a day of the shop's calendar, at a clock time of the place it was made in. */
export function scan(
  status: EventStatus,
  day: number,
  clock: string,
  where: Place | null = PLACES.hamburg,
  more: Partial<Scan> = {},
): Scan {
  return { status, at: at(day, clock, where?.zone), place: where, ...more };
}
