import { sql } from "../platform/db.server.ts";
import type { Deed } from "../staff/audit.ts";
import { deedValues, keepDeed } from "../staff/audit.server.ts";
import { LEDGER_COLUMNS, type LedgerRow, type Outcome } from "./ledger-row.ts";

const SETTLE = `
  WITH settled AS (
    UPDATE resolution SET state = $3, outcome = $4::jsonb, updated_at = now(), settled_at = now(), next_at = now()
    WHERE shop = $1 AND id = $2::uuid AND state = 'needs_attention'
    RETURNING ${LEDGER_COLUMNS}
  ), freed AS (
    DELETE FROM resolution_claim c USING settled s
    WHERE s.state = 'failed' AND c.shop = s.shop AND c.resolution_id = s.id
      AND NOT EXISTS (SELECT 1 FROM resolution_step p WHERE p.shop = s.shop AND p.resolution_id = s.id AND p.state = 'done')
  ), kept AS (
    ${keepDeed("settled", 5)}
  )
  SELECT * FROM settled`;

/**
 * Ends what needed attention the way a person found it to be: they looked, the app carries out nothing. Its units become
 * free only when it failed and no step of it is known to be done: what was given once is never given again (P3).
 *
 * @param decided.note what the person found, for people in the admin; `shopperText` is told to the shopper
 * @returns null when it does not need attention any more
 */
export async function settleByHand(
  shop: string,
  id: string,
  decided: { state: "succeeded" | "failed"; by: string; note: string; shopperText: string },
  deed: Deed | null = null,
): Promise<LedgerRow | null> {
  const { state, by, note, shopperText } = decided;
  const outcome: Outcome = {
    text: shopperText,
    staff: note,
    amount: null,
    newOrderName: null,
    url: null,
    settledBy: by,
  };
  const [row] = await sql().query<LedgerRow>(SETTLE, [shop, id, state, JSON.stringify(outcome), ...deedValues(deed)]);
  return row ?? null;
}
