import type { GroupSituationId, OrderSituationId, Reason, WorryLevel } from "../orders/situation-ids.ts";
import type { RequestReason, ResolutionKind } from "./kinds.ts";
import type { MoneyPair } from "./money-pair.ts";

/** All that a decision may rest on, read fresh for it. Instants are Shopify's time. Plain data. */
export type PolicyFacts = {
  order: OrderPolicyFacts;
  customer: { id: string | null; tags: readonly string[]; orderCount: number | null };
  lines: readonly LinePolicyFacts[];
  /** Shipping that was paid and not yet given back. */
  shippingLeft: MoneyPair;
  /** What payments still allow to be given back, over the whole order. */
  refundable: MoneyPair;
  /** What this customer (or, for a guest, this order's email) was given before by this app, newest first, and what staff refunded on this order. */
  history: readonly PriorResolution[];
  storeCreditEnabled: boolean;
  /** IANA name; windows and waits are counted in the shop's calendar days. */
  timeZone: string;
  /** Something was not to be read or was more than is read (lines beyond the limit): decisions are then for a person. */
  incomplete: boolean;
};

export type OrderPolicyFacts = {
  id: string;
  name: string;
  placedAt: Date;
  cancelledAt: Date | null;
  test: boolean;
  tags: readonly string[];
  /** The order that this app sent this one instead of; null where it was bought. */
  replaces: string | null;
  /** Where it goes, ISO 3166-1 alpha-2. */
  countryCode: string | null;
  situation: OrderSituationId;
  highRisk: boolean;
  /** Shopify lets its items be edited. */
  editable: boolean;
  total: MoneyPair;
  /**
   * How far preparation is: nothing has begun; a third-party logistics provider has it and must be asked; somebody is at it;
   * or (some of) it was sent. Decides cancelling and changing.
   */
  preparation: "not_begun" | "with_partner" | "begun" | "sent";
};

export type LinePolicyFacts = {
  lineId: string;
  title: string;
  variant: string | null;
  variantId: string | null;
  productId: string | null;
  productTags: readonly string[];
  collectionIds: readonly string[];
  isGiftCard: boolean;
  requiresShipping: boolean;
  /** Units ordered and still in the order. */
  quantity: number;
  /** Units that were never refunded, returned, replaced, exchanged or claimed by a resolution under way. */
  free: number;
  /** What one unit cost after all discounts, tax as the order shows it. */
  unitPaid: MoneyPair;
  /** Units of the same variant that can be sent at once; null when the shop does not track it; 0 when it is no longer sold. */
  inStock: number | null;
  /** Where its units are. The units add up to `quantity` less what was removed. */
  places: readonly LinePlace[];
};

export type LinePlace = {
  units: number;
  situation: GroupSituationId;
  worry: WorryLevel;
  reasons: readonly Reason[];
  deliveredAt: Date | null;
  /** The newest sign of life from the carrier, and when it was handed over; null when never. */
  lastScanAt: Date | null;
  sentAt: Date | null;
  /** The end of the window in which it was to arrive by what was promised, if a promise or estimate was given. */
  dueBy: Date | null;
};

export type PriorResolution = {
  at: Date;
  by: "agent" | "staff";
  orderId: string;
  kind: ResolutionKind;
  reason: RequestReason | null;
  /** In the shop's currency; replacements count what the goods cost. */
  value: { minor: number; currency: string };
};

/** What is asked: a reason with the items it is about, and perhaps the one resolution wanted. */
export type PolicyRequest = {
  reason: RequestReason;
  /** Chosen units; empty for an order as a whole (cancel, change_address, late). */
  items: readonly { lineId: string; quantity: number }[];
  /** Null asks which are on offer. */
  wanted: ResolutionKind | null;
  /** Where the shopper wants the money, if they said. */
  destination: "original_payment" | "store_credit" | null;
  evidence: { photos: number; description: boolean };
  /** For exchanges and item changes: the variant wanted instead, with what it costs and how many can be sent. */
  instead: { variantId: string; unitPrice: MoneyPair; inStock: number | null; sameProduct: boolean } | null;
};
