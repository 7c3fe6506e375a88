import type { HoldReason } from "../../snapshot.ts";
import type { GroupSituationId } from "../../situation-ids.ts";

/** What a text for the support lead is made of: days and states in words; the fields themselves are in the evidence. */
export type LeadWords = {
  /** "DHL", "the carrier". */
  carrier: string;
  since: string | null;
  lastScan: string | null;
  missed: string | null;
  sendBy: string | null;
  startsOn: string | null;
  /** Why it is on hold; empty where no reason can be seen. */
  holds: readonly HoldReason[];
  /** A fulfillment service was asked to do it. */
  byService: boolean;
  /** Where the carrier says it waits, and until when. */
  waitsAt: string | null;
  keptUntil: string | null;
  /** Nobody was there when the carrier came, by its own word. */
  nobodyThere: boolean;
  reach: string;
  /** Limits of patience that were applied, in days. */
  limits: { firstScan: number; silent: number; lost: number; stuck: number };
};

/** `next` is told of a carrier by its name, or of "the carrier". */
export type Row = { text: (w: LeadWords) => string; next: (carrier: string) => string };
export type LeadRows = Partial<Record<GroupSituationId, Row>>;

export const row = (text: Row["text"], next: string | Row["next"]): Row => ({
  text,
  next: typeof next === "string" ? () => next : next,
});

export const start = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const since = (w: LeadWords): string => (w.since ? ` since ${w.since}` : "");
export const on = (w: LeadWords): string => (w.since ? ` on ${w.since}` : "");
export const scan = (w: LeadWords): string => (w.lastScan ? `Last scan on ${w.lastScan}.` : "There is no scan.");
export const missed = (w: LeadWords): string => (w.missed ? ` The date that was given, ${w.missed}, is missed.` : "");
export const days = (count: number): string => `${String(count)} ${count === 1 ? "day" : "days"}`;
export const workingDays = (count: number): string => `${String(count)} working ${count === 1 ? "day" : "days"}`;
export const deadline = (w: LeadWords): string =>
  w.sendBy
    ? `the deadline for sending it, ${w.sendBy}, has passed`
    : w.missed
      ? `the date that was given, ${w.missed}, has passed`
      : "the usual handling time has passed";
/** What waits since it was ordered. */
export const ordered = (w: LeadWords): string => (w.since ? `Ordered on ${w.since}` : "Ordered");
export const kept = (w: LeadWords): string =>
  (w.waitsAt ? ` It is at ${w.waitsAt}, by ${w.carrier}'s message.` : "") +
  (w.keptUntil ? ` By ${w.carrier}'s message it is kept until ${w.keptUntil}.` : "");

const HOLDS: Record<HoldReason, string> = {
  AWAITING_PAYMENT: "waiting for payment",
  AWAITING_RETURN_ITEMS: "waiting for returned items",
  HIGH_RISK_OF_FRAUD: "high risk of fraud",
  INCORRECT_ADDRESS: "the address is incorrect",
  INVENTORY_OUT_OF_STOCK: "out of stock",
  ONLINE_STORE_POST_PURCHASE_CROSS_SELL: "an offer after checkout is still open",
  OTHER: "a reason of the shop's own",
  UNKNOWN_DELIVERY_DATE: "the delivery date is unknown",
};

/** Shopify doesn't say since when, so neither does this. */
export const held = (w: LeadWords): string =>
  w.holds.length === 0
    ? "On hold; the reason can't be seen"
    : `On hold: ${w.holds.map((reason) => HOLDS[reason]).join(", ")}`;

export const NOTHING = "Nothing more is expected";
export const DISPATCH = "The warehouse ships it";
export const DECIDE = "Decide with the shopper: send again or refund";
export const DELIVERY = (carrier: string): string => `${start(carrier)} delivers it`;
export const ASK_CARRIER = (carrier: string): string => `Ask ${carrier} where it is`;
export const HANDED_OVER = (carrier: string): string => `Check that it was handed over; then ask ${carrier}`;
