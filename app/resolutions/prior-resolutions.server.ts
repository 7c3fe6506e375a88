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
