import { describe, expect, it } from "vitest";
import { tokenBuckets } from "./token-buckets.ts";

describe("A token bucket", () => {
  const at = { ms: 0 };
  const clock = () => new Date(at.ms);

  it("gives its capacity at once, then one at a time as it fills, and says how long to wait", () => {
    at.ms = 0;
    const buckets = tokenBuckets({ capacity: 2, perMinute: 6 }, clock);
    expect([buckets.take("a").ok, buckets.take("a").ok]).toEqual([true, true]);
    expect(buckets.take("a")).toEqual({ ok: false, retryAfterSeconds: 10 });
    expect(buckets.take("b").ok).toBe(true);
    at.ms = 10_000;
    expect(buckets.take("a").ok).toBe(true);
    expect(buckets.take("a").ok).toBe(false);
  });

  it("never holds more than its capacity, nor more keys than it may", () => {
    at.ms = 0;
    const buckets = tokenBuckets({ capacity: 1, perMinute: 60, mostKeys: 2 }, clock);
    buckets.take("a");
    at.ms = 3_600_000;
    expect([buckets.take("a").ok, buckets.take("a").ok]).toEqual([true, false]);
    buckets.take("b");
    buckets.take("c");
    expect(buckets.take("a").ok).toBe(true);
  });
});
