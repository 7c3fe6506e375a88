import { z } from "zod";
import {
  address,
  attribute,
  currencyCode,
  discount,
  instant,
  metafield,
  money,
  positiveQuantity,
  ref,
  taxLine,
} from "./fields.ts";
import { fulfillmentOrderSchema, fulfillmentSchema, lineShare } from "./fulfillment-schema.ts";
import { refundSchema, returnSchema, transactionSchema } from "./money-back-schema.ts";

const lineItemSchema = z.strictObject({
  /** Default: its position, from 1. Fulfillments, refunds and returns name it. */
  id: ref.optional(),
  /** A variant's id or SKU. None: a custom item, or one whose product was deleted; then say title and price. */
  variant: ref.nullable().default(null),
  quantity: positiveQuantity.default(1),
  /** These default to the variant's. The price is for one unit, in the order's presentment currency. */
  title: z.string().optional(),
  variantTitle: z.string().nullable().optional(),
  sku: z.string().nullable().optional(),
  vendor: z.string().nullable().optional(),
  price: money.optional(),
  requiresShipping: z.boolean().optional(),
  giftCard: z.boolean().optional(),
  taxable: z.boolean().default(true),
  discounts: z.array(discount).default([]),
  taxLines: z.array(taxLine).optional(),
  duties: z
    .array(z.strictObject({ harmonizedSystemCode: z.string().nullable().default(null), price: money }))
    .default([]),
  properties: z.array(attribute).default([]),
  /** When an order edit added it. */
  addedAt: instant.nullable().default(null),
});

const shippingLineSchema = z.strictObject({
  id: ref.optional(),
  title: z.string(),
  price: money.default("0.00"),
  code: z.string().nullable().default(null),
  source: z.string().nullable().default("shopify"),
  carrierIdentifier: z.string().nullable().default(null),
  deliveryCategory: z.string().nullable().default(null),
  phone: z.string().nullable().default(null),
  custom: z.boolean().default(false),
  removed: z.boolean().default(false),
  discounts: z.array(discount).default([]),
  taxLines: z.array(taxLine).optional(),
});

const riskSchema = z.strictObject({
  recommendation: z.enum(["ACCEPT", "CANCEL", "INVESTIGATE", "NONE"]).default("ACCEPT"),
  assessments: z
    .array(
      z.strictObject({
        level: z.enum(["HIGH", "LOW", "MEDIUM", "NONE", "PENDING"]),
        facts: z
          .array(z.strictObject({ description: z.string(), sentiment: z.enum(["NEGATIVE", "NEUTRAL", "POSITIVE"]) }))
          .default([]),
      }),
    )
    .default([]),
});

export const orderSchema = z.strictObject({
  /** Default: made from the name. */
  id: ref.optional(),
  /** With the shop's prefix: "#1001". */
  name: z.string().min(1),
  confirmationNumber: z.string().nullable().optional(),
  createdAt: instant,
  /** Default: `createdAt`. */
  processedAt: instant.optional(),
  /** Default: the newest thing that happened to it. */
  updatedAt: instant.optional(),
  closedAt: instant.nullable().default(null),
  customer: ref.nullable().default(null),
  /** Email and locale default to the customer's; the phone number is the one left at checkout, if any. */
  email: z.string().nullable().optional(),
  phone: z.string().nullable().optional(),
  customerLocale: z.string().nullable().optional(),
  /** Default: the customer's default address, when something in the order is shipped. */
  shippingAddress: address.nullable().optional(),
  /** Default: the shipping address. */
  billingAddress: address.nullable().optional(),
  lineItems: z.array(lineItemSchema).min(1),
  shippingLines: z.array(shippingLineSchema).default([]),
  /** Taxes on every taxable line and on shipping, unless a line says its own. */
  taxes: z.array(z.strictObject({ title: z.string(), rate: z.number().min(0).max(1) })).default([]),
  taxesIncluded: z.boolean().optional(),
  discountCodes: z.array(z.string()).default([]),
  tip: money.nullable().default(null),
  /** The currency the shopper saw and paid in, and how many units of it one unit of the shop's currency was. */
  presentment: z.strictObject({ currencyCode, rate: z.number().positive() }).nullable().default(null),
  /** Short for one payment of the whole total when the order was placed; `transactions` says it in full. */
  payment: z.enum(["authorized", "none", "paid", "pending"]).default("paid"),
  gateway: z.string().default("shopify_payments"),
  transactions: z.array(transactionSchema).optional(),
  refunds: z.array(refundSchema).default([]),
  returns: z.array(returnSchema).default([]),
  /** Default: one for what is shipped and one for what is not, at the primary location. */
  fulfillmentOrders: z.array(fulfillmentOrderSchema).optional(),
  /** Delivery of a fulfillment order that is not written out, or that says none of its own. */
  deliveryMethod: fulfillmentOrderSchema.shape.deliveryMethod,
  fulfillments: z.array(fulfillmentSchema).default([]),
  cancel: z
    .strictObject({
      at: instant,
      reason: z.enum(["CUSTOMER", "DECLINED", "FRAUD", "INVENTORY", "OTHER", "STAFF"]).default("CUSTOMER"),
      staffNote: z.string().nullable().default(null),
    })
    .nullable()
    .default(null),
  /** Removals by order edits; what an edit added is a line item with `addedAt`. */
  edits: z
    .array(
      z.strictObject({
        at: instant,
        staffNote: z.string().nullable().default(null),
        removed: z.array(lineShare.required({ quantity: true })).default([]),
      }),
    )
    .default([]),
  risk: riskSchema.prefault({}),
  tags: z.array(z.string()).default([]),
  note: z.string().nullable().default(null),
  customAttributes: z.array(attribute).default([]),
  metafields: z.array(metafield).default([]),
  test: z.boolean().default(false),
  confirmed: z.boolean().default(true),
  sourceName: z.string().default("web"),
  sourceIdentifier: z.string().nullable().default(null),
  poNumber: z.string().nullable().default(null),
  merchantEditable: z.boolean().optional(),
  /** These say outright what is otherwise worked out. */
  displayFulfillmentStatus: z
    .enum([
      "FULFILLED",
      "IN_PROGRESS",
      "ON_HOLD",
      "OPEN",
      "PARTIALLY_FULFILLED",
      "PENDING_FULFILLMENT",
      "REQUEST_DECLINED",
      "RESTOCKED",
      "SCHEDULED",
      "UNFULFILLED",
    ])
    .optional(),
  displayFinancialStatus: z
    .enum(["AUTHORIZED", "EXPIRED", "PAID", "PARTIALLY_PAID", "PARTIALLY_REFUNDED", "PENDING", "REFUNDED", "VOIDED"])
    .nullable()
    .optional(),
  returnStatus: z
    .enum(["INSPECTION_COMPLETE", "IN_PROGRESS", "NO_RETURN", "RETURNED", "RETURN_FAILED", "RETURN_REQUESTED"])
    .optional(),
});
