import { sql } from "./db.server.ts";

/** At most `limit` in each window of `seconds`. */
export type Limit = { key: string; limit: number; seconds: number };

const COUNT = `
  INSERT INTO rate_limit AS r (shop, key, window_start, count, expires_at)
  SELECT $1, k.key, now(), 1, now() + make_interval(secs => k.seconds)
  FROM jsonb_to_recordset($2::jsonb) AS k(key text, seconds int) ORDER BY k.key
  ON CONFLICT (shop, key) DO UPDATE SET
    count = CASE WHEN r.expires_at <= now() THEN 1 ELSE r.count + 1 END,
    window_start = CASE WHEN r.expires_at <= now() THEN now() ELSE r.window_start END,
    expires_at = CASE WHEN r.expires_at <= now() THEN EXCLUDED.expires_at ELSE r.expires_at END
  RETURNING key, count, GREATEST(1, CEIL(EXTRACT(EPOCH FROM expires_at - now())))::int AS "secondsLeft"`;

/**
 * Counts one use of several limits at once, over all processes.
 * @returns how long to wait when any of them is used up, else null.
 */
export async function countUse(shop: string, limits: readonly Limit[]): Promise<{ retryAfterSeconds: number } | null> {
  const rows = await sql().query<{ key: string; count: number; secondsLeft: number }>(COUNT, [
    shop,
    JSON.stringify(limits.map(({ key, seconds }) => ({ key, seconds }))),
  ]);
  const used = rows.filter((row) => row.count > (limits.find((limit) => limit.key === row.key)?.limit ?? 0));
  if (used.length === 0) return null;
  return { retryAfterSeconds: Math.max(...used.map((row) => row.secondsLeft)) };
}

/** Takes back one use that was counted and then could not be made. */
export async function takeBackUse(shop: string, limits: readonly Limit[]): Promise<void> {
  await sql().query("UPDATE rate_limit SET count = count - 1 WHERE shop = $1 AND key = ANY($2::text[]) AND count > 0", [
    shop,
    limits.map(({ key }) => key),
  ]);
}

/** Forgets counters whose window has passed. */
export async function dropExpiredLimits(): Promise<void> {
  await sql().script("DELETE FROM rate_limit WHERE expires_at < now() - interval '1 hour'");
}
