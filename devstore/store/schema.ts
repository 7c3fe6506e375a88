import { z } from "zod";
import { instant } from "./fields.ts";
import { orderSchema } from "./order-schema.ts";
import {
  customerSchema,
  locationSchema,
  pageSchema,
  policySchema,
  productSchema,
  returnReasonSchema,
  shopSchema,
} from "./shop-schema.ts";

/**
 * A store file: one shop, as it is and as it will be.
 *
 * Whatever lies after the clock's time is not visible yet, so a parcel whose events are written into the future travels as
 * the clock moves. States (a fulfillment's, a fulfillment order's, an order's) are worked out from what is visible, unless the
 * file says them outright.
 */
export const storeFileSchema = z.strictObject({
  $schema: z.string().optional(),
  /** The shop's clock when this file was made; every other time is relative to it. */
  now: instant,
  shop: shopSchema,
  locations: z.array(locationSchema).default([{ ...locationSchema.parse({ id: "main", name: "Main warehouse" }) }]),
  products: z.array(productSchema).default([]),
  customers: z.array(customerSchema).default([]),
  orders: z.array(orderSchema).default([]),
  policies: z.array(policySchema).default([]),
  pages: z.array(pageSchema).default([]),
  returnReasons: z.array(returnReasonSchema).default([
    { handle: "unknown", name: "Unknown", deleted: false },
    { handle: "size-too-small", name: "Size was too small", deleted: false },
    { handle: "size-too-large", name: "Size was too large", deleted: false },
    { handle: "unwanted", name: "Customer changed their mind", deleted: false },
    { handle: "not-as-described", name: "Item not as described", deleted: false },
    { handle: "wrong-item", name: "Received the wrong item", deleted: false },
    { handle: "defective", name: "Damaged or defective", deleted: false },
    { handle: "color", name: "Color", deleted: false },
    { handle: "style", name: "Style", deleted: false },
    { handle: "other", name: "Other", deleted: false },
  ]),
  /** Our app in this shop: whether it is installed from the start, and settings it begins with. */
  installedApp: z
    .strictObject({
      installed: z.boolean().default(false),
      settings: z.record(z.string(), z.json()).default({}),
    })
    .prefault({}),
});

/** What a person or a generator writes: nearly everything may be left out. */
export type StoreFileInput = z.input<typeof storeFileSchema>;
/** What a store is made of: every default filled in. */
export type StoreFile = z.output<typeof storeFileSchema>;
export type OrderInput = StoreFileInput extends { orders?: (infer Order)[] | undefined } ? Order : never;

export type Location = StoreFile["locations"][number];
export type Product = StoreFile["products"][number];
export type Variant = Product["variants"][number];
export type Customer = StoreFile["customers"][number];
export type Order = StoreFile["orders"][number];
export type LineItem = Order["lineItems"][number];
export type ShippingLine = Order["shippingLines"][number];
export type Fulfillment = Order["fulfillments"][number];
export type FulfillmentEvent = Fulfillment["events"][number];
export type FulfillmentOrder = NonNullable<Order["fulfillmentOrders"]>[number];
export type DeliveryMethod = NonNullable<FulfillmentOrder["deliveryMethod"]>;
export type Transaction = NonNullable<Order["transactions"]>[number];
export type Refund = Order["refunds"][number];
export type Return = Order["returns"][number];
