import type { MessageMeaning } from "./carrier-wordings.ts";
import type { ExpectationKind } from "./dates.ts";
import type { OrderSituationId, GroupSituationId } from "./situation-ids.ts";
import type { FinancialStatus, RefundMoney, UnreadablePart } from "./snapshot.ts";

/**
 * The words a language needs to tell an order. A translation is another object of this type.
 * Every figure arrives as words already (dates, amounts, names), so that whoever made them has recorded their evidence.
 */
export type Texts = {
  /** ISO 639 code. */
  language: string;
  group: Record<GroupSituationId, (words: GroupWords) => GroupText>;
  order: Record<Exclude<OrderSituationId, GroupSituationId>, (words: OrderWords) => string>;
  /** One sentence saying when, and by whose word. */
  expectation(words: ExpectationWords): string;
  /** The same in a few words, to follow a status: "expected Tuesday, November 24". */
  expectationShort(words: ExpectationWords): string;
  window(from: string, to: string): string;
  by(date: string): string;
  onDay(date: string): string;
  label: {
    parcel(number: number, of: number): string;
    toShip: string;
    pickup: string;
    localDelivery: string;
    noShipping: string;
    removed: string;
  };
  subject: { order: string; parcel: string; rest: string };
  item(quantity: number, title: string, variant: string | null): string;
  items(items: string[], more: number): string;
  /** The whole answer about an order with several groups. */
  several(words: SeveralWords): string;
  removedToo(items: string, units: number): string;
  refund(words: RefundWords): string;
  /** Where only the sum is known. */
  refundTotal(amount: string): string;
  payment(status: FinancialStatus | null, outstanding: string | null): string;
  replaces(order: string): string;
  gap: Record<UnreadablePart, string>;
  step: Record<StepName, string>;
  carrier: string;
  localCarrier: string;
};

export type StepName =
  | "ordered"
  | "preparing"
  | "shipped"
  | "in_transit"
  | "out_for_delivery"
  | "delivered"
  | "ready"
  | "collected"
  | "sent";

/** `status` is a few words for a card; `text` is one to three sentences for the shopper. */
type GroupText = { status: string; text: string };

export type GroupWords = {
  /** Begins a sentence: "Your order", "Parcel 1 of 2", "The rest of your order". */
  subject: string;
  /** "UPS" or "the carrier"; `by` is the carrier's name only where it is known. */
  carrier: string;
  by: string | null;
  since: string | null;
  lastScan: string | null;
  city: string | null;
  /** What the carrier's message adds to the status; where it says the parcel waits, and its last day there. */
  said: MessageMeaning | null;
  waitsAt: string | null;
  keptUntil: string | null;
  keptUntilPassed: boolean;
  /** A sentence, and its short form. */
  expects: string | null;
  expectsShort: string | null;
  /** A date that was given and passed: "Tuesday, November 24" or a window. */
  missed: string | null;
  missedKind: ExpectationKind | null;
  /** The missed date lies behind; else it is still ahead but a later one is expected. */
  missedPassed: boolean;
  /** How many working days it is late by now; null when it is less than one, or not late yet. */
  lateBy: number | null;
  sendBy: string | null;
  startsOn: string | null;
  place: string | null;
  outstanding: string | null;
  hasLink: boolean;
  /** How many units the group has. */
  units: number;
};

/** `window` is a day when `single`, else words that stand by themselves ("by …", "between … and …"). */
type ExpectationWords = {
  kind: ExpectationKind;
  window: string;
  single: boolean;
  today: boolean;
  carrier: string;
};

type OrderWords = {
  since: string | null;
  /** Sentences about each refund, one after another; empty when there is none. */
  refunds: string;
  declined: "FINAL_SALE" | "OTHER" | "RETURN_PERIOD_ENDED" | null;
  groups: string;
  /** Name of the order that replaces this one, when it is known. */
  replacement: string | null;
};

type SeveralWords = {
  groups: { label: string; items: string; status: string; parcel: boolean }[];
  /** Groups that are not named one by one, and of these how many have arrived. */
  unnamed: number;
  unnamedArrived: number;
  total: number;
};

type RefundWords = {
  amount: string;
  on: string;
  items: string | null;
  money: RefundMoney;
  /** Long enough ago to be in the account by now. */
  settled: boolean;
};
