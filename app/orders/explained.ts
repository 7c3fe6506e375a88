import type { CardStep, ItemFacts, OrderFacts, Tone, TrackingFacts } from "./facts.ts";
import type { ExpectationKind } from "./dates.ts";
import type { Reason, Turn, WorryLevel } from "./situation-ids.ts";
import type { OrderSituationId, GroupSituationId } from "./situation-ids.ts";
import type { UnreadablePart } from "./snapshot.ts";

/** An instant, the words for its day in the order's time zone, and the GraphQL path below the order where it was read. */
export type When = { at: string; text: string; source: string };

/** One field that said so: its GraphQL path below the order, and the value as it was read (dates in ISO 8601). */
export type Signal = { path: string; value: string };

/**
 * What should happen next. `kind` says whose word the time is: an expectation from the ladder of dates, the deadline
 * or the planned day of the fulfillment order, the last day a carrier keeps it, or the shop's own patience (`limit`: when it becomes worth worrying about).
 * `from` is null when the time is a day; both are null, and so is the kind, when nothing dates it.
 */
export type NextStep = {
  what: string;
  from: When | null;
  by: When | null;
  kind: ExpectationKind | "deadline" | "planned" | "kept" | "limit" | null;
  /** The kind in words: "delivery by the carrier's newest estimate". */
  kindText: string | null;
};

/** Signals that contradict each other, and the rule by which one of them was believed. */
export type Conflict = { kind: ConflictKind; text: string; resolvedBy: string; signals: Signal[] };

export type ConflictKind =
  | "event_from_the_future"
  | "moved_after_delivery"
  | "duplicate_event"
  | "status_disagrees"
  | "tracking_number_invalid"
  | "several_tracking_numbers"
  | "more_units_than_ordered";

type Explained<Id> = {
  situation: Id;
  /** A few words: "On its way, past its date". */
  title: string;
  tone: Tone;
  worry: WorryLevel;
  turn: Turn;
  since: When | null;
  /** Reasons for a resolution that the facts bear out; what is done about them is the policy's to say. */
  reasons: readonly Reason[];
  evidence: Signal[];
  /** What the shopper is told, and what the support lead should know. */
  shopperText: string;
  leadText: string;
};

export type GroupExplained = Explained<GroupSituationId> & {
  kind: "parcel" | "to_ship" | "pickup" | "no_shipping" | "removed";
  /** Position of its parcel among the order's, as in `fulfillments[0]`; null where none carries it. */
  parcelIndex: number | null;
  /** "Parcel 1 of 2", "Still to be shipped". */
  label: string;
  items: ItemFacts[];
  tracking: TrackingFacts[];
  next: NextStep | null;
  /** A date that was given and was not, or will not be, kept. */
  missed: { by: When; kind: ExpectationKind; kindText: string; passed: boolean } | null;
  lastScan: When | null;
  conflicts: Conflict[];
  timeline: CardStep[];
};

/**
 * What is true about an order, why, and what would be told: for the support lead's eyes only, because evidence holds
 * hold reasons and carriers' own words. Plain JSON.
 */
export type OrderExplained = {
  orderId: string;
  orderName: string;
  placed: When;
  /** Shopify's time at which it was judged, and the time zone all days are told and counted in. */
  judgedAt: string;
  timeZone: string;
  headline: Explained<OrderSituationId> & {
    /** Which rule of the headline chose it, in words, and the label of the group it was taken from, if it was. */
    rule: string;
    from: string | null;
  };
  groups: GroupExplained[];
  /** Every conflict of every group and of the order itself. */
  conflicts: (Conflict & { group: string | null })[];
  /** Parts that could not be read. */
  gaps: { part: UnreadablePart; path: string; text: string }[];
  /** Units ordered, and where they are; the sum of the latter is the former. */
  units: { ordered: number; accounted: { label: string; units: number }[] };
  /** Exactly what `get_order` gives to the model. */
  told: OrderFacts;
};
