import { sql } from "../platform/db.server.ts";
import { LEDGER_COLUMNS, type LedgerRow } from "./ledger-row.ts";
import { isOver } from "./states.ts";
import { withoutPerson } from "./without-person.ts";

/** Whose resolutions: those of a customer, of orders, and of conversations. */
export type Whose = {
  shop: string;
  customerId: string;
  orderIds: readonly string[];
  conversationIds: readonly string[];
};

const THEIRS = `
  SELECT ${LEDGER_COLUMNS} FROM resolution
  WHERE shop = $1 AND (customer_id = $2 OR order_id = ANY($3::text[]) OR conversation_id = ANY($4::uuid[]))`;

/**
 * What is over keeps its units, what was begun may have happened and keeps them too, and what was not begun is over and
 * gives them back: without the person's data nobody can carry it out any more.
 */
const FORGET = `
  WITH forgotten AS (
    UPDATE resolution SET customer_id = NULL, proposal = $3::jsonb, granted = NULL, asked = NULL, outcome = NULL, lease_owner = NULL, lease_until = NULL,
      state = CASE WHEN state IN ('proposed', 'awaiting_approval', 'confirmed', 'approved') THEN 'superseded'
        WHEN state IN ('executing', 'needs_attention') THEN 'failed' ELSE state END,
      settled_at = COALESCE(settled_at, now()), updated_at = now()
    WHERE shop = $1 AND id = $2::uuid RETURNING id, state
  ), told AS (
    UPDATE resolution_step SET before = NULL, result = NULL WHERE shop = $1 AND resolution_id = $2::uuid
  )
  DELETE FROM resolution_claim c USING forgotten f
  WHERE c.shop = $1 AND c.resolution_id = f.id AND f.state = 'superseded'`;

const TOLD = `UPDATE resolution SET told_state = state WHERE shop = $1 AND id = $2::uuid`;

/**
 * Takes a person out of the ledger and leaves the ledger (P10, P3): rows and claims stay, so that nothing is given twice;
 * customer, addresses, emails and texts go. It can be done again.
 */
export async function forgetInLedger(whose: Whose): Promise<void> {
  for (const row of await resolutionsOf(whose)) await forgetRow(row);
}

/** Takes people out of what was settled in conversations that are about to go; what is not settled stays as it is. */
export async function forgetSettled(shop: string, conversationIds: readonly string[]): Promise<void> {
  const rows = await resolutionsOf({ shop, customerId: "", orderIds: [], conversationIds });
  for (const row of rows) if (isOver(row.state)) await forgetRow(row);
}

async function forgetRow({ shop, id, proposal }: LedgerRow): Promise<void> {
  await sql().query(FORGET, [shop, id, JSON.stringify(withoutPerson(proposal))]);
  // Nobody is left to be told.
  await sql().query(TOLD, [shop, id]);
}

export function resolutionsOf({ shop, customerId, orderIds, conversationIds }: Whose): Promise<LedgerRow[]> {
  return sql().query<LedgerRow>(THEIRS, [shop, customerId, [...orderIds], [...conversationIds]]);
}
