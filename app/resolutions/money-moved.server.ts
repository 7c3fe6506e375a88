import type { Money } from "../orders/money.ts";
import type { ResolutionKind } from "../policy/kinds.ts";
import { sql } from "../platform/db.server.ts";

/** What gives money back, to a card or as store credit. */
const MONEY_KINDS: readonly ResolutionKind[] = ["refund", "store_credit", "cancel"];

/** What was carried out in the last 30 days and gave money back; `r` is the resolution. */
export const MOVED_MONEY = `r.state = 'succeeded' AND r.settled_at >= now() - interval '30 days'
  AND r.kind IN (${MONEY_KINDS.map((kind) => `'${kind}'`).join(", ")})`;

/** `count` resolutions that were worth `amount` in all, in the shop's currency of their time. */
export type MoneyMoved = { amount: Money; count: number };

const SUMS = `
  SELECT r.currency, sum(r.value_minor)::float8 AS minor, count(*)::int AS count
  FROM resolution r WHERE r.shop = $1 AND ${MOVED_MONEY}
  GROUP BY r.currency ORDER BY count DESC, r.currency`;

/** What the agent has given back in the last 30 days, for each currency. */
export async function moneyMoved(shop: string): Promise<MoneyMoved[]> {
  const rows = await sql().query<{ currency: string; minor: number; count: number }>(SUMS, [shop]);
  return rows.map(({ currency, minor, count }) => ({ amount: { minor, currency }, count }));
}
