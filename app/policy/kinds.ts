/** Why a shopper asks for something; a policy speaks of each. `wrong_size`: the size or colour is not right for them. */
export const REASONS = [
  "wrong_item",
  "missing_item",
  "damaged",
  "defective",
  "lost",
  "not_received",
  "late",
  "changed_mind",
  "wrong_size",
  "cancel",
  "change_address",
  "change_items",
] as const;
export type RequestReason = (typeof REASONS)[number];

/** What can be done about it. A refund and a store credit give money back, the others goods or a change. */
export const RESOLUTION_KINDS = [
  "refund",
  "store_credit",
  "replacement",
  "return",
  "exchange",
  "cancel",
  "change_address",
  "change_items",
] as const;
export type ResolutionKind = (typeof RESOLUTION_KINDS)[number];

/**
 * What a refund or store credit is of: the chosen items, the shipping that was paid, or a share of what the chosen items cost
 * while the shopper keeps them.
 */
export type Portion = { of: "items" } | { of: "shipping" } | { of: "share"; percent: number };
