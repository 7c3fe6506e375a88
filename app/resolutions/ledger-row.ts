import type { FrozenProposal } from "./plan.ts";
import type { ResolutionState } from "./states.ts";

/** How a resolution ended, or where it stands; for people and for the card. */
export type Outcome = {
  /** For the shopper; empty when there is nothing to add to the state. */
  text: string;
  /** For people in the admin: what is known, what is not. */
  staff: string;
  amount: string | null;
  newOrderName: string | null;
  url: string | null;
  /** Who ended it by hand, so that people need not be called again. */
  settledBy?: string;
};

/** Words alone: no money moved. */
export function outcomeOf(text: string, staff: string): Outcome {
  return { text, staff, amount: null, newOrderName: null, url: null };
}

/** One row of the ledger as code reads it. */
export type LedgerRow = {
  shop: string;
  id: string;
  conversationId: string;
  orderId: string;
  orderName: string;
  customerId: string | null;
  state: ResolutionState;
  digest: string;
  /** What is carried out: what the shopper confirmed, or the lesser one that a person granted of it. */
  proposal: FrozenProposal;
  /** What the shopper confirmed, where a person granted less; the digest is this one's. */
  confirmed: FrozenProposal | null;
  locale: string;
  createdAt: Date;
  expiresAt: Date;
  confirmedAt: Date | null;
  approvedAt: Date | null;
  approvedBy: string | null;
  attempts: number;
  outcome: Outcome | null;
  toldState: ResolutionState;
};

/** Columns of `resolution`, named as `LedgerRow` has them. */
export const LEDGER_COLUMNS = `shop, id, conversation_id AS "conversationId", order_id AS "orderId", order_name AS "orderName",
  customer_id AS "customerId", state, digest, coalesce(granted, proposal) AS proposal,
  CASE WHEN granted IS NOT NULL THEN proposal END AS confirmed, locale, created_at AS "createdAt", expires_at AS "expiresAt",
  confirmed_at AS "confirmedAt", approved_at AS "approvedAt", approved_by AS "approvedBy", attempts, outcome, told_state AS "toldState"`;
