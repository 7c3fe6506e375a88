import { z } from "zod";
import { address, countryCode, currencyCode, instant, metafield, quantity, ref } from "./fields.ts";

const planSchema = z.enum(["standard", "advanced", "plus", "enterprise"]);
export type Plan = z.infer<typeof planSchema>;

/** The four kinds of protected customer data that a merchant's shop may or may not show to the app. */
const protectedDataSchema = z.strictObject({
  name: z.boolean().default(true),
  address: z.boolean().default(true),
  phone: z.boolean().default(true),
  email: z.boolean().default(true),
});
export type ProtectedSubjectData = keyof z.infer<typeof protectedDataSchema>;

const settingValue = z.union([z.string(), z.number(), z.boolean()]);

const themeSchema = z.strictObject({
  name: z.string().default("Horizon"),
  /** Whether the merchant switched the chat's app embed on in the theme editor. */
  appEmbedEnabled: z.boolean().default(true),
  /** Settings of the chat's app embed block, by the ids in its Liquid schema; what is left out has the block's default. */
  chatBlock: z.record(z.string(), settingValue).default({}),
});

export const shopSchema = z.strictObject({
  id: ref.default("shop"),
  domain: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/, "a domain such as example.myshopify.com is expected"),
  name: z.string(),
  email: z.email(),
  /** The public domain; the storefront's links use it. Default: the myshopify.com domain. */
  primaryDomain: z.string().optional(),
  currencyCode: currencyCode.default("USD"),
  /** Currencies shoppers may pay in, besides the shop's own. */
  presentmentCurrencies: z.array(currencyCode).default([]),
  ianaTimezone: z.string().default("UTC"),
  countryCode: countryCode.default("US"),
  taxesIncluded: z.boolean().default(false),
  /** Whether the merchant gives store credit at all. */
  storeCreditEnabled: z.boolean().default(true),
  plan: planSchema.default("standard"),
  /** Scopes the merchant grants, or null for all that the app asks for. */
  grantedScopes: z.array(z.string()).nullable().default(null),
  protectedData: protectedDataSchema.prefault({}),
  /** The first one is the shop's primary locale. */
  locales: z.array(z.string()).min(1).default(["en"]),
  theme: themeSchema.prefault({}),
  metafields: z.array(metafield).default([]),
});

export const locationSchema = z.strictObject({
  id: ref,
  name: z.string(),
  /** `merchant` is the shop's own warehouse; `third_party` a 3PL and `dropship` a supplier, both fulfillment services. */
  kind: z.enum(["merchant", "third_party", "dropship"]).default("merchant"),
  /** The fulfillment service's name, for a 3PL or a supplier. Default: the location's name. */
  service: z.string().optional(),
  address: address.prefault({}),
  active: z.boolean().default(true),
  pickup: z.boolean().default(false),
  /** Fulfillment orders that say no location are assigned to the primary one. Default: the first location. */
  primary: z.boolean().default(false),
});

export const policySchema = z.strictObject({
  type: z.enum([
    "CONTACT_INFORMATION",
    "LEGAL_NOTICE",
    "PRIVACY_POLICY",
    "REFUND_POLICY",
    "SHIPPING_POLICY",
    "SUBSCRIPTION_POLICY",
    "TERMS_OF_SALE",
    "TERMS_OF_SERVICE",
  ]),
  title: z.string().optional(),
  body: z.string(),
  updatedAt: instant.optional(),
});

export const pageSchema = z.strictObject({
  id: ref.optional(),
  handle: z.string(),
  title: z.string(),
  body: z.string(),
  published: z.boolean().default(true),
  updatedAt: instant.optional(),
});

export const returnReasonSchema = z.strictObject({
  id: ref.optional(),
  handle: z.string(),
  name: z.string(),
  deleted: z.boolean().default(false),
});

export const customerSchema = z.strictObject({
  id: ref,
  firstName: z.string().nullable().default(null),
  lastName: z.string().nullable().default(null),
  email: z.string().nullable().default(null),
  phone: z.string().nullable().default(null),
  locale: z.string().default("en"),
  /** The first one is the default address. */
  addresses: z.array(address).default([]),
  tags: z.array(z.string()).default([]),
  note: z.string().nullable().default(null),
  state: z.enum(["DECLINED", "DISABLED", "ENABLED", "INVITED"]).default("ENABLED"),
  createdAt: instant.optional(),
  /** Balance of the store credit account of each currency. */
  storeCredit: z.array(z.strictObject({ currencyCode, balance: z.string() })).default([]),
  metafields: z.array(metafield).default([]),
});

export const variantSchema = z.strictObject({
  /** Default: the SKU, else the product's id and the variant's position. Orders name a variant by its id or its SKU. */
  id: ref.optional(),
  sku: z.string().nullable().default(null),
  barcode: z.string().nullable().default(null),
  /** Values of the product's options, in their order: `["Green", "M"]`. */
  options: z.array(z.string()).default([]),
  /** Default: the product's. */
  price: z.string().optional(),
  compareAtPrice: z.string().nullable().default(null),
  requiresShipping: z.boolean().optional(),
  taxable: z.boolean().default(true),
  inventoryPolicy: z.enum(["CONTINUE", "DENY"]).default("DENY"),
  tracked: z.boolean().default(true),
  /** Available units by location id. */
  inventory: z.record(z.string(), z.number().int()).default({}),
  weightGrams: quantity.default(0),
  image: z.string().nullable().default(null),
});

export const productSchema = z.strictObject({
  id: ref,
  title: z.string(),
  handle: z.string().optional(),
  description: z.string().default(""),
  vendor: z.string().default(""),
  productType: z.string().default(""),
  tags: z.array(z.string()).default([]),
  /** Ids of your choice; a product may be in several. */
  collections: z.array(ref).default([]),
  status: z.enum(["ACTIVE", "ARCHIVED", "DRAFT"]).default("ACTIVE"),
  /** Names of the options: `["Color", "Size"]`. */
  options: z.array(z.string()).default([]),
  price: z.string().optional(),
  requiresShipping: z.boolean().default(true),
  giftCard: z.boolean().default(false),
  /** A path under the devstore, an address, or inline SVG (`<svg …>`). */
  image: z.string().nullable().default(null),
  createdAt: instant.optional(),
  /** One variant with the product's price when left out. */
  variants: z.array(variantSchema).default([]),
  metafields: z.array(metafield).default([]),
});
