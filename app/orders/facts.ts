import type { Evidence } from "./evidence.ts";
import type { Reason, Turn, WorryLevel } from "./situation-ids.ts";

/** How good or bad the news is; widgets colour by it and never by words. */
export type Tone = "neutral" | "good" | "warn" | "problem";

export type ItemFacts = { title: string; variant: string | null; quantity: number };

export type TrackingFacts = { company: string | null; number: string; url: string | null };

/** Items of an order that share one fate: a parcel, or what is still to be shipped, collected or not shipped at all. */
export type GroupFacts = {
  kind: "parcel" | "to_ship" | "pickup" | "no_shipping" | "removed";
  /** "Parcel 1 of 2", "Still to be shipped". */
  label: string;
  items: ItemFacts[];
  /** The situation's id, such as `in_transit_past_date`. */
  situation: string;
  tone: Tone;
  /** One to three short sentences for the shopper; every figure in them is in the evidence. */
  text: string;
  /** When it should arrive or be ready, in words with its kind ("The carrier expects it on Tuesday, 24 November"), or null. */
  expected: string | null;
  tracking: TrackingFacts[];
  /** Since when, in words; null when nothing dates it. */
  since: string | null;
  /** Whose turn it is, how worried to be, and the reasons for a resolution that the facts bear out. */
  turn: Turn;
  worry: WorryLevel;
  reasons: readonly Reason[];
};

/** What `get_order` answers: all that a model needs to word an answer about one order. */
export type OrderFacts = {
  orderName: string;
  /** In words, in the time zone the dates are told in. */
  placedOn: string;
  situation: string;
  tone: Tone;
  turn: Turn;
  worry: WorryLevel;
  /** The whole answer to "where is my order?" in one to three sentences. */
  headline: string;
  groups: GroupFacts[];
  /** "€84.00", paid or not, refunds: in words. */
  money: { total: string; payment: string; refunds: string[] };
  deliveryMethod: string | null;
  /** Facts the app could not read, in words fit for the shopper ("I can't see the delivery address"). */
  gaps: string[];
};

/** One line of `list_orders`. */
export type OrderSummaryFacts = {
  orderName: string;
  placedOn: string;
  headline: string;
  tone: Tone;
  itemCount: number;
  total: string;
};

export type CardStep = {
  label: string;
  state: "done" | "current" | "todo" | "problem";
  /** ISO 8601 instant, and the words for it in the shopper's language and time zone. */
  at: string | null;
  atText: string | null;
  detail: string | null;
};

export type CardGroup = {
  label: string;
  status: string;
  tone: Tone;
  items: ItemFacts[];
  steps: CardStep[];
  expected: string | null;
  tracking: TrackingFacts[];
};

/** The order timeline the widget draws. */
export type OrderCard = {
  kind: "order";
  orderName: string;
  placedOn: string;
  headline: string;
  tone: Tone;
  groups: CardGroup[];
  total: string | null;
};

/** All the shopper's orders, newest first. */
export type OrderListCard = {
  kind: "orders";
  orders: { orderName: string; placedOn: string; headline: string; tone: Tone }[];
  more: boolean;
};

export type Card = OrderCard | OrderListCard;

/** An order as told: facts for the model, a card for the widget, and the evidence behind both. */
export type OrderTold = { orderId: string; facts: OrderFacts; card: OrderCard; evidence: Evidence[] };
export type OrdersTold = { orders: OrderSummaryFacts[]; more: boolean; card: OrderListCard; evidence: Evidence[] };
