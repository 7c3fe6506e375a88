import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createBucket } from "./bucket.ts";
import type { Bucket, Permit } from "./bucket.ts";

const report = (currentlyAvailable: number, restoreRate = 100) => ({
  maximumAvailable: 2000,
  currentlyAvailable,
  restoreRate,
});

const later = () => Date.now() + 60_000;

async function permitted(bucket: Bucket, cost: number, options: { again?: boolean } = {}): Promise<Permit> {
  const permit = await bucket.enter({ cost, until: later(), ...options });
  if (typeof permit === "string") throw new Error(permit);
  return permit;
}

/** Calls that ask for leave and note when they got it, in milliseconds from the start of the test. */
function watch(bucket: Bucket, start: number) {
  const entered: [string, number][] = [];
  const ask = (name: string, cost: number, more: { again?: boolean; until?: number; signal?: AbortSignal } = {}) =>
    bucket.enter({ cost, until: later(), ...more }).then((result) => {
      entered.push([typeof result === "string" ? `${name} ${result}` : name, Date.now() - start]);
      return result;
    });
  return { entered, ask };
}

describe("a shop's bucket of points", () => {
  beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => vi.useRealTimers());

  test("nothing waits before Shopify has reported once", async () => {
    const bucket = createBucket();
    const permits = await Promise.all([permitted(bucket, 1000), permitted(bucket, 1000), permitted(bucket, 1000)]);
    expect(permits).toHaveLength(3);
  });

  test("a call waits until the points it asks for are back", async () => {
    const bucket = createBucket();
    (await permitted(bucket, 10)).settle(report(30));
    const { entered, ask } = watch(bucket, Date.now());
    const asked = ask("big", 130);
    await vi.advanceTimersByTimeAsync(999);
    expect(entered).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await asked;
    expect(entered).toEqual([["big", 1000]]);
  });

  test("calls are served first come first served, so a small one cannot pass a large one for ever", async () => {
    const bucket = createBucket();
    (await permitted(bucket, 10)).settle(report(0));
    const { entered, ask } = watch(bucket, Date.now());
    const all = Promise.all([ask("big", 200), ask("small", 10), ask("smaller", 1)]);
    await vi.advanceTimersByTimeAsync(5000);
    await all;
    expect(entered).toEqual([
      ["big", 2000],
      ["small", 2100],
      ["smaller", 2110],
    ]);
  });

  test("a call that Shopify sent back goes first", async () => {
    const bucket = createBucket();
    (await permitted(bucket, 10)).settle(report(0));
    const { entered, ask } = watch(bucket, Date.now());
    const all = Promise.all([ask("new", 100), ask("sent back", 100, { again: true })]);
    await vi.advanceTimersByTimeAsync(5000);
    await all;
    expect(entered.map(([name]) => name)).toEqual(["sent back", "new"]);
  });

  test("calls under way count as spent until they are answered", async () => {
    const bucket = createBucket();
    (await permitted(bucket, 10)).settle(report(100));
    const first = await permitted(bucket, 90);
    const second = watch(bucket, Date.now());
    void second.ask("second", 90);
    await vi.advanceTimersByTimeAsync(1);
    expect(second.entered).toEqual([]);
    first.settle(report(95));
    await vi.advanceTimersByTimeAsync(1);
    expect(second.entered).toEqual([["second", 1]]);
  });

  test("a call that cannot be served in time is told so at once", async () => {
    const bucket = createBucket();
    (await permitted(bucket, 10)).settle(report(0, 50));
    expect(await bucket.enter({ cost: 500, until: Date.now() + 2000 })).toBe("too_late");
  });

  test("a call leaves the queue when its caller gives up, and the next takes its place", async () => {
    const bucket = createBucket();
    (await permitted(bucket, 10)).settle(report(0));
    const { entered, ask } = watch(bucket, Date.now());
    const caller = new AbortController();
    const all = Promise.all([ask("first", 500, { signal: caller.signal }), ask("second", 10)]);
    caller.abort();
    await vi.advanceTimersByTimeAsync(5000);
    await all;
    expect(entered).toEqual([
      ["first aborted", 0],
      ["second", 100],
    ]);
  });

  test("a query larger than the bucket waits for a full one instead of for ever", async () => {
    const bucket = createBucket();
    (await permitted(bucket, 10)).settle({ maximumAvailable: 100, currentlyAvailable: 0, restoreRate: 100 });
    const { entered, ask } = watch(bucket, Date.now());
    const asked = ask("huge", 150);
    await vi.advanceTimersByTimeAsync(5000);
    await asked;
    expect(entered).toEqual([["huge", 1000]]);
  });

  test("a report without a restore rate is not believed", async () => {
    const bucket = createBucket();
    (await permitted(bucket, 10)).settle({ maximumAvailable: 0, currentlyAvailable: 0, restoreRate: 0 });
    expect(await bucket.enter({ cost: 100, until: Date.now() })).toHaveProperty("settle");
  });
});
