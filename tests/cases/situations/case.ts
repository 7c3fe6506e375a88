import type { OrderSnapshot } from "#app/orders/snapshot.ts";

/**
 * Given these facts, at this time in Berlin: the situation, how worrying it is, whose turn it is, and the reasons for a
 * resolution that the facts bear out. The situation is the headline's, so a case has one group unless it says otherwise.
 */
export type SituationCase = readonly [
  name: string,
  given: OrderSnapshot,
  at: string,
  situation: string,
  worry: "fine" | "watch" | "late" | "problem",
  turn: "merchant" | "carrier" | "shopper" | "nobody",
  reasons: string,
];

export const NOTHING = "";
export const CHANGE = "cancel change_address change_items";
export const CHANGE_OR_LATE = `${CHANGE} late`;
export const GOODS = "wrong_item missing_item damaged defective changed_mind";
export const ARRIVED = `not_received ${GOODS}`;
export const GONE_WRONG = "not_received late change_address changed_mind";
