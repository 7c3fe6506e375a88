import { sql } from "../platform/db.server.ts";
import type { Deed } from "../staff/audit.ts";
import { deedValues, keepDeed } from "../staff/audit.server.ts";
import { LEDGER_COLUMNS, type LedgerRow, type Outcome } from "./ledger-row.ts";
import type { ResolutionState } from "./states.ts";

/** An execution without a sign of life for this long is free for another process. */
export const EXECUTION_LEASE_SECONDS = 15;

const TAKE = `
  UPDATE resolution SET lease_owner = $3::uuid, lease_until = now() + interval '${EXECUTION_LEASE_SECONDS} seconds',
    attempts = attempts + 1
  WHERE shop = $1 AND id = $2::uuid AND state IN ('confirmed', 'approved', 'executing')
    AND (lease_until IS NULL OR lease_until <= now()) AND (next_at IS NULL OR next_at <= now())
  RETURNING ${LEDGER_COLUMNS}`;

/** Takes a resolution to execute. Null when there is nothing to do, it isn't time yet, or somebody else is at it. */
export async function takeExecution(shop: string, id: string, owner: string): Promise<LedgerRow | null> {
  const [row] = await sql().query<LedgerRow>(TAKE, [shop, id, owner]);
  return row ?? null;
}

const RENEW = `
  UPDATE resolution SET lease_until = now() + interval '${EXECUTION_LEASE_SECONDS} seconds'
  WHERE shop = $1 AND id = $2::uuid AND lease_owner = $3::uuid AND lease_until > now() RETURNING id`;

export async function renewExecution(shop: string, id: string, owner: string): Promise<boolean> {
  return (await sql().query(RENEW, [shop, id, owner])).length === 1;
}

const BEGIN = `
  UPDATE resolution SET state = 'executing', updated_at = now()
  WHERE shop = $1 AND id = $2::uuid AND lease_owner = $3::uuid AND lease_until > now()
    AND state IN ('confirmed', 'approved', 'executing')
  RETURNING id`;

/**
 * From here on it is carried out; it can no longer be declined. An order has one resolution under way at a time: what one of
 * them finds changed it would else take for its own work.
 */
export async function beginExecution(
  shop: string,
  id: string,
  owner: string,
): Promise<"begun" | "another_first" | "lost"> {
  try {
    return (await sql().query(BEGIN, [shop, id, owner])).length === 1 ? "begun" : "lost";
  } catch (error) {
    if (isUniqueViolation(error)) return "another_first";
    throw error;
  }
}

const PUT_OFF = `
  UPDATE resolution SET lease_owner = NULL, lease_until = NULL, next_at = now() + $4::int * interval '1 millisecond',
    attempts = CASE WHEN $5::boolean THEN attempts ELSE 0 END
  WHERE shop = $1 AND id = $2::uuid AND lease_owner = $3::uuid`;

/** Gives it back unfinished, to be looked at again later. `failed`: it counts as an attempt that came to nothing. */
export async function putOff(
  shop: string,
  id: string,
  owner: string,
  milliseconds: number,
  failed: boolean,
): Promise<void> {
  await sql().query(PUT_OFF, [shop, id, owner, Math.round(milliseconds), failed]);
}

const WAIT_IN_LINE = `
  UPDATE resolution r SET lease_owner = NULL, lease_until = NULL, attempts = 0, next_at = GREATEST(
    now() + interval '1 second',
    (SELECT o.next_at FROM resolution o
      WHERE o.shop = r.shop AND o.order_id = r.order_id AND o.id <> r.id AND o.state = 'executing')
  )
  WHERE r.shop = $1 AND r.id = $2::uuid AND r.lease_owner = $3::uuid`;

/**
 * Gives it back until the resolution of the same order that is under way is looked at next: one that waits for a partner may
 * take days. Whoever settles that one wakes it.
 */
export async function waitInLine(shop: string, id: string, owner: string): Promise<void> {
  await sql().query(WAIT_IN_LINE, [shop, id, owner]);
}

const SETTLE = `
  WITH settled AS (
    UPDATE resolution SET state = $4, outcome = $5::jsonb, updated_at = now(), settled_at = now(), next_at = now(),
      lease_owner = NULL, lease_until = NULL
    WHERE shop = $1 AND id = $2::uuid AND lease_owner = $3::uuid
    RETURNING ${LEDGER_COLUMNS}
  ), freed AS (
    DELETE FROM resolution_claim c USING settled s WHERE $6::boolean AND c.shop = s.shop AND c.resolution_id = s.id
  ), woken AS (
    UPDATE resolution w SET next_at = now() FROM settled s
    WHERE w.shop = s.shop AND w.order_id = s."orderId" AND w.id <> s.id AND w.state IN ('confirmed', 'approved')
      AND w.next_at > now()
  )
  SELECT * FROM settled`;

/**
 * Ends an execution, and wakes what stood in line behind it. `freeUnits`: nothing happened to them, so another resolution may have them.
 * @returns null when the lease was lost: somebody else settles it.
 */
export async function settle(
  row: LedgerRow,
  owner: string,
  state: Extract<ResolutionState, "succeeded" | "failed" | "needs_attention" | "superseded">,
  outcome: Outcome,
  freeUnits: boolean,
): Promise<LedgerRow | null> {
  const [settled] = await sql().query<LedgerRow>(SETTLE, [
    row.shop,
    row.id,
    owner,
    state,
    JSON.stringify(outcome),
    freeUnits,
  ]);
  return settled ?? null;
}

const NEXT_IN_LINE = `
  SELECT id FROM resolution
  WHERE shop = $1 AND order_id = $2 AND state IN ('confirmed', 'approved') AND lease_owner IS NULL AND next_at <= now()
  ORDER BY confirmed_at LIMIT 1`;

/** What may be carried out about an order now that another resolution of it has ended; null when there is nothing. */
export async function nextInLine({ shop, orderId }: LedgerRow): Promise<Pick<LedgerRow, "shop" | "id"> | null> {
  const [row] = await sql().query<{ id: string }>(NEXT_IN_LINE, [shop, orderId]);
  return row ? { shop, id: row.id } : null;
}

const RETRY = `
  WITH forgotten AS (
    DELETE FROM resolution_step s USING resolution r
    WHERE s.shop = $1 AND s.resolution_id = $2::uuid AND s.state = 'refused' AND r.shop = $1 AND r.id = $2::uuid AND r.state = 'needs_attention'
  ), again AS (
    UPDATE resolution SET state = 'executing', attempts = 0, next_at = now(), updated_at = now(), settled_at = NULL
    WHERE shop = $1 AND id = $2::uuid AND state = 'needs_attention' RETURNING ${LEDGER_COLUMNS}
  ), kept AS (
    ${keepDeed("again", 3)}
  )
  SELECT * FROM again`;

/**
 * Goes on with what needed attention. It is safe: each step first looks whether it was done, and what Shopify refused is
 * asked of it again. Null while another resolution of the order is under way.
 */
export async function retryExecution(shop: string, id: string, deed: Deed | null = null): Promise<LedgerRow | null> {
  try {
    const [row] = await sql().query<LedgerRow>(RETRY, [shop, id, ...deedValues(deed)]);
    return row ?? null;
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}

const DUE = `
  SELECT ${LEDGER_COLUMNS} FROM resolution
  WHERE (state IN ('confirmed', 'approved', 'executing') OR told_state <> state)
    AND (next_at IS NULL OR next_at <= now()) AND (lease_until IS NULL OR lease_until <= now())
  ORDER BY next_at LIMIT $1`;

/** Resolutions that nobody executes, or that their conversation hasn't heard of, over all shops; for the reconciler alone. */
export function dueResolutions(limit: number): Promise<LedgerRow[]> {
  return sql().query<LedgerRow>(DUE, [limit]);
}

const TOLD = `UPDATE resolution SET told_state = $3 WHERE shop = $1 AND id = $2::uuid AND state = $3`;

export async function noteTold(row: LedgerRow): Promise<void> {
  await sql().query(TOLD, [row.shop, row.id, row.state]);
}

const UNTOLD = `
  SELECT ${LEDGER_COLUMNS} FROM resolution
  WHERE shop = $1 AND conversation_id = $2::uuid AND told_state <> state ORDER BY updated_at`;

/** What a conversation has not been told of yet. */
export function untold(shop: string, conversationId: string): Promise<LedgerRow[]> {
  return sql().query<LedgerRow>(UNTOLD, [shop, conversationId]);
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "23505";
}
