import { AFTERSHIP_SLUGS } from "./aftership-slugs.ts";
import { readTrackings } from "./aftership-answer.ts";
import type { LiveTracking, LiveTrackingPort, TrackingQuery } from "./port.ts";

export type AfterShipSettings = {
  apiKey: string;
  /** The origin; the API's version is part of the path below it. */
  baseUrl?: string | undefined;
  /** How long a request may take before it is given up. The shopper never waits for it: see `remembering`. */
  timeoutMs?: number;
  /** Milliseconds since any moment that does not change. */
  now?: () => number;
  /** Told of every failure, with a word that is safe to log. */
  onFailure?: (why: string) => void;
};

const PATH = "/tracking/2026-07/trackings";
const LONGEST_ANSWER = 2_000_000;
/** How long to leave AfterShip alone: too many requests and no word for how long; a key it refuses; failure upon failure. */
const REST_MS = { limited: 5_000, longest: 60_000, refused: 300_000, failing: 30_000 };
const FAILURES_IN_A_ROW = 5;

/**
 * AfterShip's Tracking API. A number it has never heard of is registered with it, and `unknown` until the carrier answered it.
 * Limits are kept: after a 429 nothing is asked before the time it names.
 */
export function createAfterShip(settings: AfterShipSettings): LiveTrackingPort {
  const { apiKey, baseUrl = "https://api.aftership.com", timeoutMs = 8_000, now = () => performance.now() } = settings;
  let restUntil = -Infinity;
  let failures = 0;

  const rest = (ms: number): void => {
    restUntil = Math.max(restUntil, now() + ms);
  };
  const fail = (why: string): LiveTracking => {
    failures += 1;
    if (failures >= FAILURES_IN_A_ROW) rest(REST_MS.failing);
    settings.onFailure?.(why);
    return { kind: "unavailable", why };
  };

  return {
    async lookUp(query) {
      if (now() < restUntil) return { kind: "unavailable", why: "resting" };
      const slug = slugOf(query);
      const search = new URLSearchParams({ tracking_numbers: query.number, ...(slug === null ? {} : { slug }) });
      const got = await ask("GET", `${PATH}?${search.toString()}`);
      if (got.kind === "failed") return fail(got.why);
      const read = readTrackings(got.body, query);
      if (read === "malformed") return fail("malformed");
      failures = 0;
      return read === "absent" ? register(query, slug) : read;
    },
  };

  async function register(query: TrackingQuery, slug: string | null): Promise<LiveTracking> {
    const body = { tracking_number: query.number, ...(slug === null ? {} : { slug }) };
    const created = await ask("POST", PATH, JSON.stringify(body));
    // 400: a number or carrier AfterShip cannot follow, or one that was registered meanwhile (4003).
    if (created.kind === "failed" && created.status !== 400) return fail(created.why);
    return { kind: "unknown" };
  }

  type Answer = { kind: "ok"; body: string } | { kind: "failed"; why: string; status: number | null };

  async function ask(method: "GET" | "POST", path: string, body?: string): Promise<Answer> {
    try {
      const response = await fetch(new URL(path, baseUrl), {
        method,
        headers: {
          "as-api-key": apiKey,
          accept: "application/json",
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body }),
        redirect: "error",
        signal: AbortSignal.timeout(timeoutMs),
      });
      const text = await response.text();
      if (response.ok) {
        return text.length > LONGEST_ANSWER
          ? { kind: "failed", why: "too long", status: response.status }
          : { kind: "ok", body: text };
      }
      if (response.status === 429) rest(restAsked(response.headers));
      if ([401, 402, 403].includes(response.status)) rest(REST_MS.refused);
      return { kind: "failed", why: `http ${String(response.status)}`, status: response.status };
    } catch (error) {
      const why = error instanceof Error && error.name === "TimeoutError" ? "timeout" : "unreachable";
      return { kind: "failed", why, status: null };
    }
  }
}

/** `Retry-After` in seconds, or `X-RateLimit-Reset` as a Unix time by AfterShip's clock, which `Date` tells. */
function restAsked(headers: Headers): number {
  const retryAfter = Number(headers.get("retry-after") ?? "");
  if (retryAfter > 0) return Math.min(retryAfter * 1000, REST_MS.longest);
  const reset = Number(headers.get("x-ratelimit-reset") ?? "") * 1000;
  const date = Date.parse(headers.get("date") ?? "");
  const wait = reset - date;
  return wait > 0 ? Math.min(wait, REST_MS.longest) : REST_MS.limited;
}

const slugOf = (query: TrackingQuery): string | null =>
  query.carrierId === null ? null : (AFTERSHIP_SLUGS[query.carrierId] ?? null);
