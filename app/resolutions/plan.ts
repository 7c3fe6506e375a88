import type { Money } from "../orders/money.ts";
import type { RequestReason, ResolutionKind } from "../policy/kinds.ts";
import type { MoneyPair } from "../policy/money-pair.ts";
import type { FiredRule } from "../policy/verdict.ts";

/**
 * A resolution with every argument frozen: exactly what the shopper was shown is what is executed. Plain JSON; its digest
 * is what a confirmation names.
 */
export type FrozenProposal = {
  version: 1;
  orderId: string;
  orderName: string;
  customerId: string | null;
  reason: RequestReason;
  kind: ResolutionKind;
  /** The units of the order it is about, which no other resolution may have. Shipping and lateness are units of their own. */
  units: readonly ClaimedUnits[];
  /** What it is worth to the shop at most, in both currencies. */
  value: MoneyPair;
  /** What the policy said: the version it has, and the rules that fired, with their words. */
  policyVersion: number;
  rules: readonly FiredRule[];
  needsApproval: boolean;
  plan: Plan;
};

/**
 * `line`: a line item's gid, or `shipping` or `lateness`, of which an order has one unit each. `of`: units that the ledger may
 * give away in all, that is, those still free and those that ledger rows have already; what was refunded or returned outside
 * of the ledger is not among them.
 */
export type ClaimedUnits = { line: string; quantity: number; of: number };

export type Address = {
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  address1: string;
  address2: string | null;
  city: string;
  provinceCode: string | null;
  zip: string | null;
  countryCode: string;
  phone: string | null;
};

/** Everything an executor says to Shopify, by kind. Amounts are in the shopper's currency unless they say otherwise. */
export type Plan =
  | RefundPlan
  | StoreCreditPlan
  | ReplacementPlan
  | ReturnPlan
  | ExchangePlan
  | CancelPlan
  | ChangeAddressPlan
  | ChangeItemsPlan;

/** Units that were not sent are cancelled, so that they are not sent anymore; others stay with the shopper. */
export type RefundedLine = { lineId: string; quantity: number; restock: "NO_RESTOCK" | "CANCEL" };

export type RefundPlan = {
  kind: "refund";
  lines: readonly RefundedLine[];
  /** Shipping given back, or null. */
  shipping: Money | null;
  /** Which payment gets how much, as Shopify suggested; together the amount. */
  transactions: readonly { parentId: string; gateway: string; amount: Money }[];
  amount: Money;
  presentmentCurrency: string;
};

/** Through a refund to store credit where it is money of the order; a bonus and goodwill are credited on their own. */
export type StoreCreditPlan = {
  kind: "store_credit";
  refund: { lines: readonly RefundedLine[]; shipping: Money | null; amount: Money } | null;
  /** Credited on top, in the shopper's currency. */
  bonus: Money | null;
  /** `gid://shopify/Customer/…`: guests have no account to credit. */
  customerId: string;
};

export type ReplacementPlan = {
  kind: "replacement";
  lines: readonly { variantId: string; quantity: number; title: string }[];
  customerId: string | null;
  email: string | null;
  address: Address;
  currency: string;
};

export type ReturnPlan = {
  kind: "return";
  lines: readonly { fulfillmentLineItemId: string; quantity: number; reasonDefinitionId: string | null }[];
  /** For Shopify's own note, at most 200 characters. */
  note: string;
  restockingPercent: number;
  shippingFee: Money | null;
  labelUrl: string | null;
  /** Told to the shopper once it is open. */
  instructions: string;
  /** What comes back when everything has arrived, by Shopify's calculation, and where to; and what is credited on top of it. */
  expectedRefund: Money;
  bonus: Money | null;
  destination: "original_payment" | "store_credit";
};

export type ExchangePlan = {
  kind: "exchange";
  lines: readonly { fulfillmentLineItemId: string; quantity: number; reasonDefinitionId: string | null }[];
  note: string;
  instead: { variantId: string; quantity: number; title: string };
  /** Taken off all new units together, so that the shopper pays nothing more; null when there is nothing to take off. */
  discount: Money | null;
  /** Given back to the shopper after the exchange when the new item costs less; zero or more. */
  difference: Money;
  differenceTo: "original_payment" | "store_credit";
  sendNow: boolean;
  labelUrl: string | null;
  instructions: string;
};

export type CancelPlan = {
  kind: "cancel";
  refundTo: "original_payment" | "store_credit";
  amount: Money;
  /** Fulfillment orders at a third-party logistics provider, which is asked and may say no. Empty: cancelled at once. */
  askPartner: readonly string[];
};

export type ChangeAddressPlan = { kind: "change_address"; before: Address | null; after: Address };

export type ChangeItemsPlan = {
  kind: "change_items";
  /** New number of units of lines that stay, fewer than before; 0 removes. */
  quantities: readonly { lineId: string; variantId: string | null; from: number; to: number }[];
  add: readonly { variantId: string; quantity: number; discount: Money | null; title: string }[];
  /** What the change gives back by Shopify's calculation; zero or more. Refunded after the edit. */
  giveBack: Money;
  transactions: readonly { parentId: string; gateway: string; amount: Money }[];
};
