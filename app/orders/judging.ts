import { isTimeZone } from "./calendar.ts";
import type { MessageMeaning } from "./carrier-wordings.ts";
import type { Outlook } from "./dates.ts";
import type { ShopDates } from "./estimates/estimate.ts";
import type { Group } from "./groups.ts";
import type { OrderRules } from "./rules.ts";
import type { ParcelStage, Scans } from "./scans.ts";
import type { OrderSnapshot } from "./snapshot.ts";
import type { GroupSituationId } from "./situation-ids.ts";

/** The conditions under which an order is judged. `now` is Shopify's time. */
export type Judging = {
  now: Date;
  /** Where days are told and counted. */
  timeZone: string;
  rules: OrderRules;
  /** What the shop knows about how long things take; null judges by Mondays to Fridays and estimates nothing. */
  dates: ShopDates | null;
};

/**
 * Days are told and counted where the order goes, because "today" is the shopper's and carriers show local days too;
 * in the shop's time zone where that is unknown. All dates of an order are in one zone, so none needs to name it.
 */
export function zoneOf(snapshot: OrderSnapshot, shopTimeZone: string): string {
  const there = snapshot.destination?.timeZone ?? null;
  return there !== null && isTimeZone(there) ? there : shopTimeZone;
}

/** A date with the GraphQL path below the order where it was read. */
export type Dated = { at: Date; source: string };

/** What is true about a group of items. */
export type GroupSituation = {
  id: GroupSituationId;
  /** Since when, and the newest sound scan of a parcel. */
  since: Dated | null;
  lastScan: (Dated & { city: string | null }) | null;
  outlook: Outlook;
  /** By when the shop should have sent it, or when preparation begins. */
  sendBy: Dated | null;
  startsOn: Dated | null;
  stage: ParcelStage | null;
  /** Which limits of patience hold for a parcel; null for what is not one. */
  reach: "domestic" | "international" | null;
  conflicts: Scans["conflicts"];
  /** The parcel's sound events, newest first. */
  events: Scans["events"];
  /** What the carrier's newest message adds to the status, and where it says the parcel is kept until when. */
  said: CarrierSaid;
};

export type CarrierSaid = { meaning: MessageMeaning | null; place: string | null; until: Dated | null };

/** What a situation says when it knows nothing but its name. */
export const NOTHING_KNOWN: Omit<GroupSituation, "id"> = {
  since: null,
  lastScan: null,
  outlook: { next: null, missed: null },
  sendBy: null,
  startsOn: null,
  stage: null,
  reach: null,
  conflicts: [],
  events: [],
  said: { meaning: null, place: null, until: null },
};

/** How the items of a group reach the shopper. */
export type Means = "carrier" | "local" | "pickup" | "in_store";

export function meansOf(group: Group): Means {
  const method = group.fulfillmentOrder?.method;
  if (method === "LOCAL") return "local";
  if (method === "PICK_UP") return "pickup";
  if (method === "RETAIL") return "in_store";
  return "carrier";
}

/** Nothing has been charged yet, or part of it is still owed. An authorized payment is a paid one to the shopper. */
export function isUnpaid(snapshot: OrderSnapshot): boolean {
  return (
    snapshot.financialStatus === "PENDING" ||
    snapshot.financialStatus === "EXPIRED" ||
    snapshot.financialStatus === "VOIDED" ||
    snapshot.financialStatus === "PARTIALLY_PAID"
  );
}
