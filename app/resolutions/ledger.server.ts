import type { ConversationKey } from "../identity/scope.ts";
import { sql } from "../platform/db.server.ts";
import type { Deed } from "../staff/audit.ts";
import { deedValues, keepDeed } from "../staff/audit.server.ts";
import type { Asked } from "./asked.ts";
import { digestOf } from "./digest.ts";
import { LEDGER_COLUMNS, type LedgerRow, type Outcome, outcomeOf } from "./ledger-row.ts";
import type { FrozenProposal } from "./plan.ts";

/** A proposal that nobody answers is no more after this long: prices, stock and parcels move. */
const PROPOSAL_MINUTES = 30;
/**
 * A resolution that waits for a person's approval waits at most this long, and the shopper is told when it has: a team that
 * works on some days of the week has had some of them, and what a week has not decided is about another order by then.
 */
const APPROVAL_DAYS = 7;

const STORE = `
  WITH older AS (
    UPDATE resolution SET state = 'superseded', updated_at = now(), settled_at = now(), next_at = now()
    WHERE shop = $1 AND conversation_id = $3::uuid AND order_id = $4 AND state = 'proposed'
  )
  INSERT INTO resolution (shop, id, conversation_id, order_id, order_name, customer_id, reason, kind, state, digest, proposal,
    value_minor, currency, locale, asked, expires_at)
  VALUES ($1, $2::uuid, $3::uuid, $4, $5, $6, $7, $8, 'proposed', $9, $10::jsonb, $11, $12, $13, $14::jsonb,
    now() + interval '${PROPOSAL_MINUTES} minutes')
  RETURNING ${LEDGER_COLUMNS}`;

/**
 * Freezes a proposal under an id of the caller's. It takes the place of what the conversation was shown for the same order
 * and has not answered. Nothing is claimed by it: that is for the shopper's yes.
 *
 * @param asked what it was decided on; it is no part of what is confirmed
 */
export async function storeProposal(
  key: ConversationKey,
  id: string,
  proposal: FrozenProposal,
  locale: string,
  asked: Asked | null = null,
): Promise<LedgerRow> {
  const { value } = proposal;
  const [row] = await sql().query<LedgerRow>(STORE, [
    key.shop,
    id,
    key.conversationId,
    proposal.orderId,
    proposal.orderName,
    proposal.customerId,
    proposal.reason,
    proposal.kind,
    digestOf(key.shop, id, proposal),
    JSON.stringify(proposal),
    value.shop.minor,
    value.shop.currency,
    locale,
    asked && JSON.stringify(asked),
  ]);
  if (!row) throw new Error("a proposal was not stored");
  return row;
}

const FIND = `SELECT ${LEDGER_COLUMNS} FROM resolution WHERE shop = $1 AND id = $2::uuid`;

export async function findResolution(shop: string, id: string): Promise<LedgerRow | null> {
  const [row] = await sql().query<LedgerRow>(FIND, [shop, id]);
  return row ?? null;
}

const OPEN = `
  SELECT ${LEDGER_COLUMNS} FROM resolution
  WHERE shop = $1 AND id = $2::uuid AND conversation_id = $3::uuid AND state = 'proposed' AND expires_at > now()`;

/** A proposal of this conversation that still waits for an answer. */
export async function openProposal(key: ConversationKey, id: string): Promise<LedgerRow | null> {
  const [row] = await sql().query<LedgerRow>(OPEN, [key.shop, id, key.conversationId]);
  return row ?? null;
}

/** What `confirm` and `decline` answer. `row` is as it stands afterwards. */
export type Decided =
  | { kind: "decided"; row: LedgerRow }
  /** The same decision came before: pressing twice is pressing once. */
  | { kind: "already"; row: LedgerRow }
  /** Another digest, too late, replaced, or somebody else has its units by now. */
  | { kind: "not_what_was_shown"; row: LedgerRow | null };

/**
 * The yes and the claims of its units are one statement: either this resolution has every one of its units and nobody else
 * has any of them, or nothing happened (P3).
 */
const CONFIRM = `
  WITH asked AS (
    SELECT id AS asked_id, order_id AS asked_order, proposal -> 'units' AS units FROM resolution
    WHERE shop = $1 AND id = $2::uuid AND conversation_id = $3::uuid AND state = 'proposed' AND digest = $4 AND expires_at > now()
    FOR UPDATE
  ), wanted AS (
    SELECT u.line, u.quantity, u.of FROM asked, jsonb_to_recordset(units) AS u(line text, quantity int, "of" int)
  ), free AS (
    SELECT w.line, w.quantity, n.unit, row_number() OVER (PARTITION BY w.line ORDER BY n.unit) AS place
    FROM asked, wanted w, generate_series(1, w.of) AS n(unit)
    WHERE NOT EXISTS (
      SELECT 1 FROM resolution_claim c WHERE c.shop = $1 AND c.order_id = asked_order AND c.line = w.line AND c.unit = n.unit
    )
  ), enough AS (
    SELECT 1 WHERE NOT EXISTS (
      SELECT 1 FROM wanted w WHERE (SELECT count(*) FROM free WHERE free.line = w.line) < w.quantity
    )
  ), claimed AS (
    INSERT INTO resolution_claim (shop, order_id, line, unit, resolution_id)
    SELECT $1, asked_order, free.line, free.unit, asked_id FROM asked, free, enough WHERE free.place <= free.quantity
  )
  UPDATE resolution SET
    state = CASE WHEN (proposal ->> 'needsApproval')::boolean THEN 'awaiting_approval' ELSE 'confirmed' END,
    expires_at = CASE WHEN (proposal ->> 'needsApproval')::boolean THEN now() + interval '${APPROVAL_DAYS} days' ELSE expires_at END,
    confirmed_at = now(), updated_at = now(), next_at = now()
  FROM asked, enough WHERE shop = $1 AND id = asked_id
  RETURNING ${LEDGER_COLUMNS}`;

/** Two confirmations that reach for the same unit at once: one of them tries again with what is left. */
const TRIES = 4;

/** The shopper's yes to exactly what the digest stands for. */
export async function confirm(key: ConversationKey, id: string, digest: string): Promise<Decided> {
  for (let tries = 1; ; tries++) {
    try {
      const [row] = await sql().query<LedgerRow>(CONFIRM, [key.shop, id, key.conversationId, digest]);
      if (row) return { kind: "decided", row };
      break;
    } catch (error) {
      if (!isUniqueViolation(error) || tries === TRIES) throw error;
    }
  }
  return before(key, id, digest, ({ confirmedAt, state }) => confirmedAt !== null && state !== "declined");
}

/** Before anything is executed, changing one's mind is free. */
const DECLINE = `
  WITH declined AS (
    UPDATE resolution SET state = 'declined', updated_at = now(), settled_at = now(), next_at = now()
    WHERE shop = $1 AND id = $2::uuid AND conversation_id = $3::uuid AND digest = $4
      AND state IN ('proposed', 'awaiting_approval', 'confirmed', 'approved') AND (lease_until IS NULL OR lease_until <= now())
    RETURNING ${LEDGER_COLUMNS}
  ), freed AS (
    DELETE FROM resolution_claim c USING declined d WHERE c.shop = d.shop AND c.resolution_id = d.id
  )
  SELECT * FROM declined`;

export async function decline(key: ConversationKey, id: string, digest: string): Promise<Decided> {
  const [row] = await sql().query<LedgerRow>(DECLINE, [key.shop, id, key.conversationId, digest]);
  if (row) return { kind: "decided", row };
  return before(key, id, digest, ({ state }) => state === "declined");
}

async function before(
  key: ConversationKey,
  id: string,
  digest: string,
  same: (row: LedgerRow) => boolean,
): Promise<Decided> {
  const row = await findResolution(key.shop, id);
  if (!row || row.conversationId !== key.conversationId) return { kind: "not_what_was_shown", row: null };
  return row.digest === digest && same(row) ? { kind: "already", row } : { kind: "not_what_was_shown", row };
}

const APPROVE = `
  WITH approved AS (
    UPDATE resolution SET state = 'approved', approved_at = now(), approved_by = $3, updated_at = now(), next_at = now(),
      granted = $4::jsonb, value_minor = coalesce($5::bigint, value_minor), outcome = coalesce($6::jsonb, outcome)
    WHERE shop = $1 AND id = $2::uuid AND state = 'awaiting_approval' AND expires_at > now()
    RETURNING ${LEDGER_COLUMNS}
  ), kept AS (
    ${keepDeed("approved", 7)}
  )
  SELECT * FROM approved`;

const REFUSE = `
  WITH refused AS (
    UPDATE resolution SET state = 'declined', approved_by = $3, updated_at = now(), settled_at = now(), next_at = now(),
      outcome = $4::jsonb
    WHERE shop = $1 AND id = $2::uuid AND state = 'awaiting_approval'
    RETURNING ${LEDGER_COLUMNS}
  ), freed AS (
    DELETE FROM resolution_claim c USING refused d WHERE c.shop = d.shop AND c.resolution_id = d.id
  ), kept AS (
    ${keepDeed("refused", 5)}
  )
  SELECT * FROM refused`;

/** Less than was confirmed: what is carried out instead, and what the shopper is told about it. */
export type Less = { proposal: FrozenProposal; outcome: Outcome };

/**
 * A person's yes to what the policy leaves to people, or to less of it. Null when it is not waiting for one anymore.
 * @param less by `lesserOf`, which alone knows what less of a proposal is
 */
export async function approve(
  shop: string,
  id: string,
  by: string,
  less: Less | null = null,
  deed: Deed | null = null,
): Promise<LedgerRow | null> {
  const granted = less && JSON.stringify(less.proposal);
  const told = less && JSON.stringify(less.outcome);
  const worth = less && less.proposal.value.shop.minor;
  const [row] = await sql().query<LedgerRow>(APPROVE, [shop, id, by, granted, worth, told, ...deedValues(deed)]);
  return row ?? null;
}

/** A person's no. `shopperText` is told to the shopper as the reason. */
export async function refuseApproval(
  shop: string,
  id: string,
  by: string,
  shopperText: string,
  deed: Deed | null = null,
): Promise<LedgerRow | null> {
  const outcome = outcomeOf(shopperText, `Not approved by ${by}.`);
  const [row] = await sql().query<LedgerRow>(REFUSE, [shop, id, by, JSON.stringify(outcome), ...deedValues(deed)]);
  return row ?? null;
}

const OVERTAKE = `
  WITH overtaken AS (
    UPDATE resolution SET state = 'superseded', updated_at = now(), settled_at = now(), next_at = now(), outcome = $3::jsonb
    WHERE shop = $1 AND id = $2::uuid AND state = 'awaiting_approval'
    RETURNING ${LEDGER_COLUMNS}
  ), freed AS (
    DELETE FROM resolution_claim c USING overtaken o WHERE c.shop = o.shop AND c.resolution_id = o.id
  ), kept AS (
    ${keepDeed("overtaken", 4)}
  )
  SELECT * FROM overtaken`;

/**
 * Ends what waits for an approval and can no longer be carried out as it was confirmed.
 * @param shopperText and `why`: what has changed, for the shopper and for people in the admin
 */
export async function overtake(
  shop: string,
  id: string,
  shopperText: string,
  why: string,
  deed: Deed | null = null,
): Promise<LedgerRow | null> {
  const outcome = JSON.stringify(outcomeOf(shopperText, why));
  const [row] = await sql().query<LedgerRow>(OVERTAKE, [shop, id, outcome, ...deedValues(deed)]);
  return row ?? null;
}

const EXPIRE = `
  WITH due AS (
    SELECT shop, id FROM resolution WHERE state IN ('proposed', 'awaiting_approval') AND expires_at <= now()
    ORDER BY expires_at LIMIT $1 FOR UPDATE SKIP LOCKED
  ), expired AS (
    UPDATE resolution r SET state = 'expired', updated_at = now(), settled_at = now(), next_at = now()
    FROM due WHERE r.shop = due.shop AND r.id = due.id RETURNING r.shop, r.id
  ), freed AS (
    DELETE FROM resolution_claim c USING expired e WHERE c.shop = e.shop AND c.resolution_id = e.id
  )
  SELECT count(*)::int AS count FROM expired`;

/** Ends what nobody answered in time, over all shops; for the reconciler alone. */
export async function expireProposals(limit: number): Promise<number> {
  const [row] = await sql().query<{ count: number }>(EXPIRE, [limit]);
  return row?.count ?? 0;
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "23505";
}
