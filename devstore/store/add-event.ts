import type { Ref } from "./fields.ts";
import { fulfillmentEventSchema } from "./fulfillment-schema.ts";
import { parseGid } from "./ids.ts";
import { shiftInstants } from "./load.ts";
import type { EventRecord, FulfillmentRecord, OrderRecord } from "./records.ts";
import { newEvent } from "./resolve-fulfillment.ts";

export type NewEvent = {
  status: string;
  at?: string;
  message?: string | null;
  estimatedDeliveryAt?: string | null;
  city?: string | null;
  country?: string | null;
  /** Which parcel, by its id in the file or GID, when the order has several. Default: the newest one that is visible. */
  fulfillment?: Ref;
};

export type AddEventResult =
  | { kind: "added"; fulfillment: FulfillmentRecord; event: EventRecord }
  | { kind: "invalid"; message: string }
  | { kind: "unknown_order" }
  | { kind: "no_fulfillment" };

/** Adds a scan to a parcel; what happened in the past is learned of now. */
export function addEvent(order: OrderRecord | null, input: NewEvent, now: string): AddEventResult {
  const { fulfillment: ref, ...rest } = input;
  const parsed = fulfillmentEventSchema.safeParse({ ...rest, at: input.at ?? now });
  if (!parsed.success) {
    const message = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
    return { kind: "invalid", message };
  }
  if (!order) return { kind: "unknown_order" };
  const parcels = order.fulfillments.filter((item) => item.at <= now && item.cancelledAt === null);
  const fulfillment =
    ref === undefined
      ? (parcels.findLast((item) => item.tracking.length > 0) ?? parcels.at(-1))
      : parcels.find((item) => item.key === String(ref) || item.id === (parseGid(String(ref))?.number ?? String(ref)));
  if (!fulfillment) return { kind: "no_fulfillment" };
  const event = newEvent(fulfillment, shiftInstants(parsed.data, 0));
  if (event.recordedAt < now) event.recordedAt = now;
  fulfillment.events.push(event);
  return { kind: "added", fulfillment, event };
}
