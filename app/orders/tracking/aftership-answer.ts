import { z } from "zod";
import { messageMeaning } from "../carrier-messages.ts";
import type { ParcelEventStatus } from "../snapshot.ts";
import type { LiveEvent, LiveTracking, TrackingQuery } from "./port.ts";
import { instantOf } from "./wall-time.ts";

const text = z.string().nullish();

/** One entry of a tracking's history. `checkpoint_time` is the carrier's, often a wall clock without an offset. */
const checkpointSchema = z.object({
  tag: z.string(),
  checkpoint_time: z.string(),
  created_at: text,
  subtag: text,
  subtag_message: text,
  message: text,
  city: text,
});

const trackingSchema = z.object({
  tracking_number: z.string(),
  slug: text,
  checkpoints: z.array(z.unknown()).nullish(),
  courier_estimated_delivery_date: z
    .object({ estimated_delivery_date: text, estimated_delivery_date_max: text })
    .nullish()
    .catch(null),
});

/** `GET /trackings` of AfterShip's Tracking API; only what is read here, the rest may change. */
const answerSchema = z.object({ data: z.object({ trackings: z.array(z.unknown()) }) });

/** Nothing longer than this is a scan's text. */
const LONGEST_MESSAGE = 500;
/** More than any parcel has. */
const MOST_EVENTS = 200;

/**
 * Reads AfterShip's list of trackings for one number. `absent`: AfterShip has never been told of it.
 * Entries that make no sense are left out; an answer that makes none at all is `malformed`.
 */
export function readTrackings(body: string, query: TrackingQuery): LiveTracking | "absent" | "malformed" {
  const answer = answerSchema.safeParse(jsonOf(body));
  if (!answer.success) return "malformed";
  const tracking = answer.data.data.trackings
    .map((one) => trackingSchema.safeParse(one).data)
    .find((one) => one !== undefined && sameNumber(one.tracking_number, query.number));
  if (!tracking) return "absent";
  const events = (tracking.checkpoints ?? [])
    .slice(-MOST_EVENTS)
    .map((checkpoint) => eventOf(checkpoint, query.timeZone))
    .filter((event) => event !== null);
  const estimate = tracking.courier_estimated_delivery_date;
  const expected = estimate?.estimated_delivery_date ?? estimate?.estimated_delivery_date_max ?? null;
  const estimatedDeliveryAt = expected === null ? null : instantOf(expected, query.timeZone);
  if (events.length === 0) return { kind: "unknown" };
  return { kind: "found", service: "aftership", events, estimatedDeliveryAt };
}

/** AfterShip's statuses in Shopify's words. `Pending` and `Expired` say that nothing was heard: they are no events. */
const STATUS_OF_TAG: Readonly<Record<string, ParcelEventStatus>> = {
  InfoReceived: "CONFIRMED",
  InTransit: "IN_TRANSIT",
  OutForDelivery: "OUT_FOR_DELIVERY",
  AttemptFail: "ATTEMPTED_DELIVERY",
  Delivered: "DELIVERED",
  AvailableForPickup: "READY_FOR_PICKUP",
  Exception: "DELAYED",
};

/** Exceptions are mostly hold-ups; these end the delivery. */
const ENDS: ReadonlySet<unknown> = new Set(["refused", "returned", "returning"]);

function eventOf(checkpoint: unknown, timeZone: string): LiveEvent | null {
  const read = checkpointSchema.safeParse(checkpoint).data;
  if (!read) return null;
  const status = Object.hasOwn(STATUS_OF_TAG, read.tag) ? STATUS_OF_TAG[read.tag] : undefined;
  const at = instantOf(read.checkpoint_time, timeZone);
  if (status === undefined || at === null) return null;
  // It cannot have happened after AfterShip heard of it: a wall clock further east was read too late.
  const heardAt = read.created_at ? instantOf(read.created_at, "UTC") : null;
  const detail = read.tag === "Exception" ? (read.subtag_message ?? null) : null;
  const message = [read.message, detail].filter((part) => part).join(". ");
  return {
    status: status === "DELAYED" && ENDS.has(messageMeaning(message)) ? "FAILURE" : status,
    message: message === "" ? null : message.slice(0, LONGEST_MESSAGE),
    happenedAt: heardAt !== null && heardAt < at ? heardAt : at,
    city: read.city?.slice(0, 100) ?? null,
  };
}

const sameNumber = (one: string, other: string): boolean =>
  one.replace(/\s/g, "").toUpperCase() === other.replace(/\s/g, "").toUpperCase();

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
