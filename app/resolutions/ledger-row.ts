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
  proposal: FrozenProposal;
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
  customer_id AS "customerId", state, digest, proposal, locale, created_at AS "createdAt", expires_at AS "expiresAt",
  confirmed_at AS "confirmedAt", approved_at AS "approvedAt", approved_by AS "approvedBy", attempts, outcome, told_state AS "toldState"`;
