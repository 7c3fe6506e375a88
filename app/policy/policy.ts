import { z } from "zod";
import { RESOLUTION_KINDS } from "./kinds.ts";
import type { RequestReason } from "./kinds.ts";

/**
 * The policy document: what a merchant lets the agent do, one JSON document per version. Amounts are integer minor units of
 * `currency`, the shop's; null means "no limit" where an amount is a limit. Lists of names are matched without regard to case.
 */
const amount = z.int().min(0).max(1_000_000_000_000);
const percent = z.int().min(0).max(100);
const days = z.int().min(0).max(3_650);
const workingDays = z.int().min(0).max(120);
const name = z.string().trim().min(1).max(120);
const names = z.array(name).max(500);
/** Ids that are chosen or pasted, one for each product of a large catalog. */
const ids = z.array(name).max(10_000);

export const portionSchema = z.discriminatedUnion("of", [
  z.strictObject({ of: z.literal("items") }),
  z.strictObject({ of: z.literal("shipping") }),
  z.strictObject({ of: z.literal("share"), percent: percent.min(1) }),
]);

const offerSchema = z.strictObject({
  kind: z.enum(RESOLUTION_KINDS),
  /** What a refund or store credit is of. */
  portion: portionSchema.default({ of: "items" }),
  /** For what is late only: on offer from so many working days past the promised date. */
  lateByWorkingDays: workingDays.default(0),
});
export type Offer = z.infer<typeof offerSchema>;

const reasonSchema = z.strictObject({
  /** Off: such requests go to a person. */
  enabled: z.boolean().default(true),
  /** Best first; this is the order in which shoppers see them. */
  offers: z.array(offerSchema).max(8),
  /** Calendar days since delivery, or since sending or placing where nothing was delivered. Null: no end. */
  windowDays: days.nullable().default(null),
  /** `lost`: working days since the last scan; `not_received`: since the reported delivery. */
  waitWorkingDays: workingDays.default(0),
  /** A photo is asked for: never, always, or where the items cost more than an amount. */
  photo: z.union([z.enum(["never", "always"]), z.strictObject({ above: amount })]).default("never"),
  /** Whether the shopper has to say what is wrong. */
  description: z.boolean().default(false),
  /** Up to here without a person; above it with a person's yes. */
  autoUpTo: amount.nullable().default(0),
  /** Above this the agent proposes nothing: a person takes over. */
  approvalUpTo: amount.nullable().default(null),
  /** Items that cost more have to come back before they are refunded or replaced. Null: they never have to. */
  goodsBackAbove: amount.nullable().default(null),
});
export type ReasonPolicy = z.infer<typeof reasonSchema>;

/** One entry for each of `REASONS`: a policy that forgets one does not parse. */
const reasonsSchema = z.strictObject({
  wrong_item: reasonSchema,
  missing_item: reasonSchema,
  damaged: reasonSchema,
  defective: reasonSchema,
  lost: reasonSchema,
  not_received: reasonSchema,
  late: reasonSchema,
  changed_mind: reasonSchema,
  wrong_size: reasonSchema,
  cancel: reasonSchema,
  change_address: reasonSchema,
  change_items: reasonSchema,
} satisfies Record<RequestReason, unknown>);

export const policySchema = z.strictObject({
  version: z.literal(1),
  name: z.string().trim().min(1).max(80),
  /** The shop's currency, ISO 4217. Requests of a shop with another one go to a person. */
  currency: z.string().regex(/^[A-Z]{3}$/, "an ISO 4217 code such as EUR"),
  reasons: reasonsSchema,
  returns: z
    .strictObject({
      /** How goods travel back when the shopper changed their mind. For what went wrong the shop always pays. */
      returnShipping: z.enum(["shop_label", "shopper"]).default("shopper"),
      /** Kept back from the refund of a change of mind. */
      fee: amount.default(0),
      restockingPercent: percent.default(0),
      /** Where a label is to be had, and what to do, in the merchant's words. Shown to the shopper as they are. */
      labelUrl: z
        .url({ protocol: /^https$/ })
        .max(500)
        .nullable()
        .default(null),
      instructions: z.string().trim().max(500).default(""),
    })
    .prefault({}),
  refunds: z
    .strictObject({
      destination: z.enum(["original_payment", "store_credit", "shopper_chooses"]).default("original_payment"),
      /** On top of the items' price where it is taken as store credit. */
      storeCreditBonusPercent: percent.default(0),
    })
    .prefault({}),
  /** What one customer is given by the agent within a period, all orders together. */
  customerLimit: z
    .strictObject({
      days: days.min(1).default(90),
      count: z.int().min(0).max(1_000).nullable().default(null),
      amount: amount.nullable().default(null),
    })
    .prefault({}),
  /** Not for the agent: a change of mind is refused, anything else about them goes to a person. */
  exclusions: z
    .strictObject({
      /** Shopify's ids, as numbers or `gid://` alike. */
      products: ids.default([]),
      productTags: names.default([]),
      collections: ids.default([]),
      /** Destinations, ISO 3166-1 alpha-2. */
      countries: z
        .array(z.string().regex(/^[A-Z]{2}$/, "an ISO 3166 code such as DE"))
        .max(250)
        .default([]),
      giftCards: z.boolean().default(true),
      /** Product tags of a final sale: no change of mind, everything else as usual. */
      finalSaleTags: names.default([]),
    })
    .prefault({}),
  vip: z
    .strictObject({
      customerTags: names.default([]),
      /** Their automatic limits, in percent of everybody's. */
      autoLimitPercent: z.int().min(100).max(1_000).default(100),
      extraWindowDays: days.default(0),
      skipPhoto: z.boolean().default(false),
    })
    .prefault({}),
  stock: z
    .strictObject({
      /** A replacement that cannot be sent: a refund of the items instead, or only what else is on offer. */
      outOfStock: z.enum(["refund", "other_offers"]).default("refund"),
    })
    .prefault({}),
  neverAutomate: z
    .strictObject({
      customerTags: names.default([]),
      orderTags: names.default([]),
      highRisk: z.boolean().default(true),
      orderTotalAbove: amount.nullable().default(null),
      testOrders: z.boolean().default(false),
    })
    .prefault({}),
  exchanges: z
    .strictObject({
      sameProductOnly: z.boolean().default(true),
      /** The new item may cost so much more in all at the shop's expense; above it a person arranges the difference. */
      absorbUpTo: amount.default(0),
      /** How the difference goes back where the new item costs less. */
      cheaper: z.enum(["original_payment", "store_credit"]).default("store_credit"),
    })
    .prefault({}),
  changes: z
    .strictObject({
      /** Cancelling and changing what a logistics partner has accepted: the partner is asked, or a person takes over. */
      withPartner: z.enum(["ask_partner", "escalate"]).default("escalate"),
    })
    .prefault({}),
});

export type Policy = z.infer<typeof policySchema>;

/** Nothing is wrong with the goods: windows, fees and exclusions of the shop's terms apply. */
export const REASONS_OF_TASTE: ReadonlySet<RequestReason> = new Set(["changed_mind", "wrong_size"]);

/** Before it is sent: nothing is compensated, the order itself is changed. */
export const REASONS_OF_CHANGE: ReadonlySet<RequestReason> = new Set(["cancel", "change_address", "change_items"]);
