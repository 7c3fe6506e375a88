import type { Money } from "../orders/money.ts";
import { sql } from "../platform/db.server.ts";
import type { ResolutionKind } from "../policy/kinds.ts";
import type { LedgerRow } from "./ledger-row.ts";
import type { ResolutionState } from "./states.ts";

/** Something else that the same customer, or a guest for the same order, confirmed. */
export type PriorResolution = {
  id: string;
  orderName: string;
  kind: ResolutionKind;
  state: ResolutionState;
  /** What it was worth to the shop at most, in the shop's currency. */
  value: Money;
  createdAt: Date;
};

type Row = Omit<PriorResolution, "value"> & { valueMinor: number; currency: string };

/** Enough to see a habit. */
const MOST = 10;

const PRIOR = `
  SELECT id, order_name AS "orderName", kind, state, value_minor::float8 AS "valueMinor", currency, created_at AS "createdAt"
  FROM resolution
  WHERE shop = $1 AND id <> $2::uuid AND (customer_id = $3 OR order_id = $4) AND confirmed_at IS NOT NULL
  ORDER BY created_at DESC, id DESC LIMIT ${MOST}`;

/** What was confirmed before and since by who confirmed this one, the newest first. */
export async function priorResolutions({ shop, id, customerId, orderId }: LedgerRow): Promise<PriorResolution[]> {
  const rows = await sql().query<Row>(PRIOR, [shop, id, customerId, orderId]);
  return rows.map(({ valueMinor, currency, ...row }) => ({ ...row, value: { minor: valueMinor, currency } }));
}

const OF_CONVERSATION = `
  SELECT id FROM resolution
  WHERE shop = $1 AND conversation_id = $2::uuid AND confirmed_at IS NOT NULL
  ORDER BY state IN ('awaiting_approval', 'needs_attention') DESC, created_at DESC, id DESC LIMIT 5`;

/** Ids of what was confirmed in a conversation: first what waits for people, then the newest. */
export async function confirmedIn(shop: string, conversationId: string): Promise<string[]> {
  const rows = await sql().query<{ id: string }>(OF_CONVERSATION, [shop, conversationId]);
  return rows.map(({ id }) => id);
}

const OF_SHOPPER = `
  SELECT id, order_name AS "orderName", kind, state, value_minor::float8 AS "valueMinor", currency, created_at AS "createdAt"
  FROM resolution
  WHERE shop = $1 AND (customer_id = $2 OR order_id = ANY($3::text[])) AND conversation_id <> $4::uuid
    AND confirmed_at IS NOT NULL
  ORDER BY created_at DESC, id DESC LIMIT ${MOST}`;

/** What a shopper confirmed in other conversations, as a customer or for their orders; the newest first. */
export async function confirmedElsewhere(
  { shop, conversationId }: { shop: string; conversationId: string },
  { customerId, orderIds }: { customerId: string | null; orderIds: readonly string[] },
): Promise<PriorResolution[]> {
  const rows = await sql().query<Row>(OF_SHOPPER, [shop, customerId, orderIds, conversationId]);
  return rows.map(({ valueMinor, currency, ...row }) => ({ ...row, value: { minor: valueMinor, currency } }));
}
