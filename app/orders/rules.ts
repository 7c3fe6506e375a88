import type { MetafieldSign, ProgressReport } from "./progress.ts";

/**
 * How long is too long. Days are calendar days in the shop's time zone unless they say working days.
 * The values are what carriers' own claim rules and shops' help pages have in common; a shop may set its own.
 */
export type OrderRules = {
  /** Working days from order to dispatch where the fulfillment order has no deadline of its own. */
  handlingWorkingDays: number;
  /** The same once somebody is known to be working on it: made-to-order things and suppliers take longer. */
  preparingWorkingDays: number;
  /** Working days a printed label may wait for the carrier, and a tracking number for its first scan. */
  firstScanWorkingDays: number;
  /** Days without any scan before it is worth a word, and before the parcel counts as perhaps lost. */
  silentDays: { domestic: number; international: number };
  lostDays: { domestic: number; international: number };
  /** Days after delivery during which "where is it?" most likely means "it is not here". */
  recentlyDeliveredDays: number;
  /** Days a refund may take to show up at the shopper's bank. */
  refundDays: number;
  /** Days a pickup may wait before the shopper is asked to hurry. */
  longPickupDays: number;
  /** Days "out for delivery" may be told as a delivery that will be tried again. */
  stuckOutForDeliveryDays: number;
  /** Order tags, in lower case, and order metafields by which the shop's warehouse says how far it is. */
  pickedTags: readonly string[];
  packedTags: readonly string[];
  pickedMetafields: readonly MetafieldSign[];
  packedMetafields: readonly MetafieldSign[];
  /** What it means when somebody reported progress on a fulfillment order. */
  progressReport: ProgressReport;
  /** Order tags by which people said that a delivered order is not there, or that another one replaces it. */
  notReceivedTags: readonly string[];
  replacedTags: readonly string[];
  /** Order tags by which the shop marks an order that replaces another. */
  replacementTags: readonly string[];
  /** Order attributes that name the order which replaces this one, and the one this one replaces. */
  replacedByKeys: readonly string[];
  replacesKeys: readonly string[];
  /** How far ahead of Shopify's clock an event may be and still count as having happened. */
  clockToleranceMinutes: number;
};

export const DEFAULT_RULES: OrderRules = {
  handlingWorkingDays: 3,
  preparingWorkingDays: 6,
  firstScanWorkingDays: 2,
  silentDays: { domestic: 4, international: 8 },
  lostDays: { domestic: 10, international: 21 },
  recentlyDeliveredDays: 7,
  longPickupDays: 7,
  stuckOutForDeliveryDays: 3,
  refundDays: 10,
  pickedTags: ["picked"],
  packedTags: ["packed"],
  // The namespace that Shopify gives to what a merchant defines.
  pickedMetafields: [{ namespace: "custom", key: "picked", value: null }],
  packedMetafields: [{ namespace: "custom", key: "packed", value: null }],
  progressReport: "being_prepared",
  notReceivedTags: ["says-not-received", "not-received"],
  replacedTags: ["replaced"],
  replacementTags: ["replacement"],
  replacedByKeys: ["replaced_by"],
  replacesKeys: ["replaces", "replaces_order"],
  clockToleranceMinutes: 15,
};
