import { sql } from "../../platform/db.server.ts";

/** A calendar month by UTC, as providers bill, and by the database's clock, which all processes share. */
const MONTH = "to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM')";

const ADD = `
  INSERT INTO model_spending AS s (shop, month, micro_usd, calls, unpriced_calls)
  VALUES ($1, ${MONTH}, $2::bigint, 1, $3::int)
  ON CONFLICT (shop, month) DO UPDATE SET micro_usd = s.micro_usd + EXCLUDED.micro_usd, calls = s.calls + 1,
    unpriced_calls = s.unpriced_calls + EXCLUDED.unpriced_calls`;

/**
 * Adds one call to the month's row, whichever process made it.
 * @param usd what it cost, in US dollars; null where nobody knows
 */
export async function addSpending(shop: string, usd: number | null): Promise<void> {
  await sql().query(ADD, [shop, Math.ceil((usd ?? 0) * 1e6), usd === null ? 1 : 0]);
}

/** What a shop's calls cost in the month that it is: US dollars, `month` as `2026-11`. */
export type MonthsSpending = { month: string; usd: number; calls: number; unpricedCalls: number };

const READ = `
  SELECT m.month, COALESCE(s.micro_usd, 0)::float8 / 1e6 AS usd, COALESCE(s.calls, 0) AS calls,
    COALESCE(s.unpriced_calls, 0) AS "unpricedCalls"
  FROM (SELECT ${MONTH} AS month) m LEFT JOIN model_spending s ON s.shop = $1 AND s.month = m.month`;

export async function monthsSpending(shop: string): Promise<MonthsSpending> {
  const [row] = await sql().query<MonthsSpending>(READ, [shop]);
  if (!row) throw new Error("A month was asked for and none came.");
  return row;
}
