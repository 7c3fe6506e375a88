import { z } from "zod";
import { instant, money, positiveQuantity, quantity, ref } from "./fields.ts";
import { trackingSchema } from "./fulfillment-schema.ts";

export const transactionSchema = z.strictObject({
  id: ref.optional(),
  kind: z.enum([
    "AUTHORIZATION",
    "CAPTURE",
    "CHANGE",
    "EMV_AUTHORIZATION",
    "REFUND",
    "SALE",
    "SUGGESTED_REFUND",
    "VOID",
  ]),
  status: z.enum(["AWAITING_RESPONSE", "ERROR", "FAILURE", "PENDING", "SUCCESS", "UNKNOWN"]).default("SUCCESS"),
  gateway: z.string().default("shopify_payments"),
  amount: money,
  at: instant.optional(),
  parent: ref.optional(),
  errorCode: z.string().nullable().default(null),
  authorizationExpiresAt: instant.nullable().default(null),
  test: z.boolean().default(false),
});

export const refundSchema = z.strictObject({
  id: ref.optional(),
  at: instant,
  note: z.string().nullable().default(null),
  lines: z
    .array(
      z.strictObject({
        line: ref,
        quantity: positiveQuantity.default(1),
        restockType: z.enum(["CANCEL", "LEGACY_RESTOCK", "NO_RESTOCK", "RETURN"]).default("NO_RESTOCK"),
        location: ref.optional(),
        /** Default: the line's discounted price for that many units. */
        subtotal: money.optional(),
      }),
    )
    .default([]),
  shipping: money.nullable().default(null),
  /** Money that moved. Default: one successful refund of the lines, their tax and the shipping, to the order's first payment. */
  transactions: z.array(transactionSchema.partial({ kind: true })).optional(),
  /** The return it belongs to. */
  return: ref.optional(),
});

/** Status follows from the times: requested, approved (OPEN), declined, cancelled, closed. */
export const returnSchema = z
  .strictObject({
    id: ref.optional(),
    name: z.string().optional(),
    requestedAt: instant.optional(),
    approvedAt: instant.optional(),
    declined: z
      .strictObject({
        at: instant,
        reason: z.enum(["FINAL_SALE", "OTHER", "RETURN_PERIOD_ENDED"]).default("OTHER"),
        note: z.string().nullable().default(null),
      })
      .nullable()
      .default(null),
    cancelledAt: instant.nullable().default(null),
    closedAt: instant.nullable().default(null),
    lines: z
      .array(
        z.strictObject({
          id: ref.optional(),
          line: ref,
          quantity: positiveQuantity.default(1),
          /** The handle of one of the shop's return reasons. */
          reason: z.string().default("unknown"),
          reasonNote: z.string().default(""),
          customerNote: z.string().nullable().default(null),
          processedQuantity: quantity.default(0),
          refundedQuantity: quantity.default(0),
          restockingFee: z.number().min(0).max(100).nullable().default(null),
          /** What became of the items that came back. */
          dispositions: z
            .array(
              z.strictObject({
                at: instant,
                quantity: positiveQuantity.default(1),
                type: z.enum(["MISSING", "NOT_RESTOCKED", "PROCESSING_REQUIRED", "RESTOCKED"]),
                location: ref.optional(),
              }),
            )
            .default([]),
        }),
      )
      .min(1),
    exchangeLines: z
      .array(
        z.strictObject({
          id: ref.optional(),
          variant: ref,
          quantity: positiveQuantity.default(1),
          line: ref.optional(),
        }),
      )
      .default([]),
    /** Return parcels: label and tracking. */
    reverseDeliveries: z
      .array(
        z.strictObject({
          id: ref.optional(),
          at: instant,
          tracking: trackingSchema.nullable().default(null),
          labelUrl: z.string().nullable().default(null),
        }),
      )
      .default([]),
  })
  .refine((value) => value.requestedAt !== undefined || value.approvedAt !== undefined, {
    error: "a return says requestedAt (it awaits approval) or approvedAt (it is open), or both",
  });
