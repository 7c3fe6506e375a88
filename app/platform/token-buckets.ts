import type { Clock } from "./clock.ts";

type Bucket = { tokens: number; at: number };

/**
 * Token buckets in memory, for limits that are checked on every message and may differ a little between processes.
 * `capacity` at once, then `perMinute`.
 */
export function tokenBuckets(options: { capacity: number; perMinute: number; mostKeys?: number }, clock: Clock) {
  const buckets = new Map<string, Bucket>();
  const mostKeys = options.mostKeys ?? 50_000;
  const perMs = options.perMinute / 60_000;

  return {
    /** Takes one; when there is none, says in how many seconds there will be. */
    take(key: string): { ok: true } | { ok: false; retryAfterSeconds: number } {
      const now = clock().getTime();
      const known = buckets.get(key);
      const tokens = known ? Math.min(options.capacity, known.tokens + (now - known.at) * perMs) : options.capacity;
      // Re-inserting keeps the map in order of last use, so that the first is the one to forget.
      buckets.delete(key);
      if (buckets.size >= mostKeys) buckets.delete(buckets.keys().next().value as string);
      const ok = tokens >= 1;
      buckets.set(key, { tokens: ok ? tokens - 1 : tokens, at: now });
      return ok ? { ok } : { ok, retryAfterSeconds: Math.ceil((1 - tokens) / perMs / 1000) };
    },
  };
}
