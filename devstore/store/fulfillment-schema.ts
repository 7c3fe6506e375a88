import { z } from "zod";
import { address, attribute, instant, positiveQuantity, ref } from "./fields.ts";

export const holdReasons = [
  "AWAITING_PAYMENT",
  "AWAITING_RETURN_ITEMS",
  "HIGH_RISK_OF_FRAUD",
  "INCORRECT_ADDRESS",
  "INVENTORY_OUT_OF_STOCK",
  "ONLINE_STORE_POST_PURCHASE_CROSS_SELL",
  "OTHER",
  "UNKNOWN_DELIVERY_DATE",
] as const;

export const eventStatuses = [
  "ATTEMPTED_DELIVERY",
  "CARRIER_PICKED_UP",
  "CONFIRMED",
  "DELAYED",
  "DELIVERED",
  "FAILURE",
  "IN_TRANSIT",
  "LABEL_PRINTED",
  "LABEL_PURCHASED",
  "OUT_FOR_DELIVERY",
  "READY_FOR_PICKUP",
] as const;

export const displayStatuses = [
  "ATTEMPTED_DELIVERY",
  "CANCELED",
  "CARRIER_PICKED_UP",
  "CONFIRMED",
  "DELAYED",
  "DELIVERED",
  "FAILURE",
  "FULFILLED",
  "IN_TRANSIT",
  "LABEL_PRINTED",
  "LABEL_PURCHASED",
  "LABEL_VOIDED",
  "MARKED_AS_FULFILLED",
  "NOT_DELIVERED",
  "OUT_FOR_DELIVERY",
  "PICKED_UP",
  "READY_FOR_PICKUP",
  "SUBMITTED",
] as const;

/** Some units of a line item of the order. A quantity that is left out is all that remain. */
export const lineShare = z.strictObject({ line: ref, quantity: positiveQuantity.optional() });

const holdSchema = z.strictObject({
  id: ref.optional(),
  reason: z.enum(holdReasons).default("OTHER"),
  reasonNotes: z.string().nullable().default(null),
  handle: z.string().nullable().default(null),
  /** Default: when the fulfillment order was made. */
  from: instant.optional(),
  /** When it was, or will be, released. */
  until: instant.optional(),
  /** Whether our app placed it. */
  byApp: z.boolean().default(false),
});

export const deliveryMethodSchema = z.strictObject({
  type: z.enum(["LOCAL", "NONE", "PICKUP_POINT", "PICK_UP", "RETAIL", "SHIPPING"]).default("SHIPPING"),
  /** Default: the title of the order's first shipping line. */
  presentedName: z.string().nullable().optional(),
  /** What checkout promised. */
  minDeliveryAt: instant.nullable().default(null),
  maxDeliveryAt: instant.nullable().default(null),
  brandedPromise: z.strictObject({ handle: z.string(), name: z.string() }).nullable().default(null),
  serviceCode: z.string().nullable().default(null),
});

/** What the merchant asked of a fulfillment service, and what it answered. */
const merchantRequestSchema = z.strictObject({
  kind: z.enum(["FULFILLMENT_REQUEST", "CANCELLATION_REQUEST"]).default("FULFILLMENT_REQUEST"),
  sentAt: instant,
  message: z.string().nullable().default(null),
  response: z
    .strictObject({ at: instant, accepted: z.boolean(), message: z.string().nullable().default(null) })
    .nullable()
    .default(null),
});

export const fulfillmentOrderSchema = z.strictObject({
  /** Default: its position, from 1. */
  id: ref.optional(),
  /** Default: the primary location. */
  location: ref.optional(),
  /** Default: every line item that no other fulfillment order names. */
  lines: z.array(lineShare).optional(),
  createdAt: instant.optional(),
  /** When it is planned for; in the future the status is SCHEDULED. */
  fulfillAt: instant.nullable().default(null),
  /** Scheduled with no date: a pre-order. */
  preorder: z.boolean().default(false),
  fulfillBy: instant.nullable().default(null),
  deliveryMethod: deliveryMethodSchema.optional(),
  holds: z.array(holdSchema).default([]),
  requests: z.array(merchantRequestSchema).default([]),
  /** Since when the warehouse reports that it is working on it. */
  inProgressAt: instant.nullable().default(null),
  cancelledAt: instant.nullable().default(null),
  /** When the fulfillment service gave up on it: INCOMPLETE. */
  incompleteAt: instant.nullable().default(null),
  /** What `displayable: true` leaves out: closed because its items moved elsewhere. */
  movedAt: instant.nullable().default(null),
  warnings: z
    .array(z.strictObject({ title: z.string(), description: z.string().nullable().default(null) }))
    .default([]),
  /** Says the status outright instead of having it worked out. */
  status: z.enum(["CANCELLED", "CLOSED", "INCOMPLETE", "IN_PROGRESS", "ON_HOLD", "OPEN", "SCHEDULED"]).optional(),
  requestStatus: z
    .enum([
      "ACCEPTED",
      "CANCELLATION_ACCEPTED",
      "CANCELLATION_REJECTED",
      "CANCELLATION_REQUESTED",
      "CLOSED",
      "REJECTED",
      "SUBMITTED",
      "UNSUBMITTED",
    ])
    .optional(),
});

export const trackingSchema = z.strictObject({
  company: z.string().nullable().default(null),
  number: z.string().nullable().default(null),
  url: z.string().nullable().default(null),
});

export const fulfillmentEventSchema = z.strictObject({
  id: ref.optional(),
  status: z.enum(eventStatuses),
  /** When it happened, by the carrier. */
  at: instant,
  /** When Shopify learned of it, and so when it becomes visible. Default: `at`. An earlier one makes an event from the future. */
  recordedAt: instant.optional(),
  message: z.string().nullable().default(null),
  estimatedDeliveryAt: instant.nullable().default(null),
  address1: z.string().nullable().default(null),
  city: z.string().nullable().default(null),
  province: z.string().nullable().default(null),
  country: z.string().nullable().default(null),
  zip: z.string().nullable().default(null),
  latitude: z.number().nullable().default(null),
  longitude: z.number().nullable().default(null),
});

/** One parcel. Before `at` it does not exist for the API. */
export const fulfillmentSchema = z.strictObject({
  /** Default: its position, from 1. */
  id: ref.optional(),
  at: instant,
  /** Default: the first fulfillment order that still has items. */
  fulfillmentOrder: ref.optional(),
  /** Default: all that remains of the fulfillment order. */
  lines: z.array(lineShare).optional(),
  /** None: marked as fulfilled, with no tracking. Several: several tracking numbers on one parcel. */
  tracking: z.union([trackingSchema, z.array(trackingSchema)]).default([]),
  events: z.array(fulfillmentEventSchema).default([]),
  estimatedDeliveryAt: instant.nullable().default(null),
  cancelledAt: instant.nullable().default(null),
  labelVoidedAt: instant.nullable().default(null),
  /** When the shopper collected it, for pickup. */
  pickedUpAt: instant.nullable().default(null),
  originAddress: address.optional(),
  attributes: z.array(attribute).default([]),
  /** These say outright what is otherwise worked out from the events. `null` is a value: Shopify may not know. */
  status: z.enum(["CANCELLED", "ERROR", "FAILURE", "SUCCESS"]).optional(),
  displayStatus: z.enum(displayStatuses).nullable().optional(),
  inTransitAt: instant.nullable().optional(),
  deliveredAt: instant.nullable().optional(),
});
