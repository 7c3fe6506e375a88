/** Shopify's report on the shop's bucket of points, as in `extensions.cost.throttleStatus`. */
export type BucketReport = { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };

/** Leave to send one call. `settle` must be called once, with what Shopify then said of the bucket, or null. */
export type Permit = { settle(report: BucketReport | null): void };

type EnterOptions = {
  /** Points the call asks for. */
  cost: number;
  /** Milliseconds since 1970 after which waiting is pointless. */
  until: number;
  signal?: AbortSignal | undefined;
  /** A call that Shopify sent back goes before those that have not been tried. */
  again?: boolean;
};

export type Bucket = { enter(options: EnterOptions): Promise<Permit | "too_late" | "aborted"> };

type Waiter = EnterOptions & { leave(result: Permit | "too_late" | "aborted"): void };

/**
 * A mirror of the leaky bucket that Shopify keeps per app and shop (shopify.dev: API limits). Calls wait here, first
 * come first served, until the points they ask for should be there, instead of being sent back as `THROTTLED`: a large
 * query cannot be starved by small ones, nor the other way round. Until Shopify has reported once nothing waits.
 *
 * Other processes draw from the same bucket, so the mirror may be too hopeful; every answer corrects it.
 */
export function createBucket(now: () => number = Date.now): Bucket {
  let known: (BucketReport & { at: number }) | null = null;
  let inFlight = 0;
  let timer: NodeJS.Timeout | null = null;
  const queue: Waiter[] = [];

  const level = (bucket: BucketReport & { at: number }) =>
    Math.min(bucket.maximumAvailable, bucket.currentlyAvailable + ((now() - bucket.at) / 1000) * bucket.restoreRate);

  /** Milliseconds until `points` should be there. */
  const waitFor = (points: number): number => {
    if (!known) return 0;
    const missing = Math.min(points, known.maximumAvailable) - level(known);
    return missing <= 0 ? 0 : Math.ceil((missing / known.restoreRate) * 1000);
  };

  const grant = (cost: number): Permit => {
    inFlight += cost;
    if (known) known = { ...known, currentlyAvailable: level(known) - cost, at: now() };
    let settled = false;
    return {
      settle(report) {
        if (settled) return;
        settled = true;
        inFlight -= cost;
        // What is under way may not have been taken off yet when Shopify reported: better to wait a little too long.
        if (report && report.restoreRate > 0 && report.maximumAvailable > 0)
          known = { ...report, currentlyAvailable: report.currentlyAvailable - inFlight, at: now() };
        pump();
      },
    };
  };

  const pump = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    for (let head = queue[0]; head; head = queue[0]) {
      const wait = waitFor(head.cost);
      if (wait > 0) {
        timer = setTimeout(pump, wait);
        return;
      }
      queue.shift();
      head.leave(grant(head.cost));
    }
  };

  const queued = (options: EnterOptions) =>
    new Promise<Permit | "too_late" | "aborted">((resolve) => {
      const drop = (result: "too_late" | "aborted") => {
        const place = queue.indexOf(waiter);
        if (place >= 0) queue.splice(place, 1);
        waiter.leave(result);
        pump();
      };
      const onAbort = () => drop("aborted");
      const alarm = setTimeout(() => drop("too_late"), Math.max(0, options.until - now()));
      const waiter: Waiter = {
        ...options,
        leave(result) {
          clearTimeout(alarm);
          options.signal?.removeEventListener("abort", onAbort);
          resolve(result);
        },
      };
      options.signal?.addEventListener("abort", onAbort, { once: true });
      if (options.again) queue.unshift(waiter);
      else queue.push(waiter);
      pump();
    });

  return {
    async enter(options) {
      if (options.signal?.aborted) return "aborted";
      const ahead = options.again ? 0 : queue.reduce((sum, waiter) => sum + waiter.cost, 0);
      if (ahead === 0 && queue.length === 0 && waitFor(options.cost) === 0) return grant(options.cost);
      const bucketWait = known ? Math.max(0, ((ahead + options.cost - level(known)) / known.restoreRate) * 1000) : 0;
      if (now() + bucketWait > options.until) return "too_late";
      return queued(options);
    },
  };
}
