import type { AdminCallOptions, AdminClient, AdminOutcome } from "./admin-client.ts";
import type { AccessTokens, TokenOutcome } from "./access-tokens.ts";
import { attempt } from "./attempt.ts";
import type { Fetch } from "./attempt.ts";
import type { Bucket } from "./bucket.ts";
import { printedDocument } from "./printed-document.ts";
import type { PrintedDocument } from "./printed-document.ts";
import type { Answer } from "./read-answer.ts";

export type AdminClientParts = {
  shop: string;
  url: string;
  userAgent: string;
  tokens: Pick<AccessTokens, "held" | "current" | "rejected">;
  bucket: Bucket;
  /** Points by document text, as Shopify last named them; all shops may share it. */
  costs?: Map<string, number>;
  fetch: Fetch;
  now?: () => number;
  /** At least 0 and below 1. */
  random?: () => number;
  /** Hears of every attempt, for logs and figures. Never of variables or data. */
  onAttempt?: (attempt: { operation: string; answer: Answer["kind"]; tries: number; milliseconds: number }) => void;
  limits?: Partial<AdminLimits>;
};

export type AdminLimits = {
  /** For a call that names no deadline of its own. */
  deadlineMs: number;
  attemptMs: number;
  maximumBytes: number;
  backoffBaseMs: number;
  backoffMaximumMs: number;
};

const LIMITS: AdminLimits = {
  deadlineMs: 10_000,
  attemptMs: 5_000,
  maximumBytes: 8 * 1024 * 1024,
  backoffBaseMs: 150,
  backoffMaximumMs: 3_000,
};

/** Points assumed of a document until Shopify has named its cost once. */
const ASSUMED_COST = 25;

/**
 * One shop's Admin API. Every way a server can fail becomes an outcome; a lost database (the token's) throws.
 *
 * Queries are tried again while there is time. A mutation is only tried again where Shopify says that it was not
 * carried out (throttled, or the token was not taken): after a cut or a 5xx nobody can know, and only the caller can find out.
 */
export function createAdminClient(parts: AdminClientParts): AdminClient {
  const limits = { ...LIMITS, ...parts.limits };
  const now = parts.now ?? Date.now;
  const random = parts.random ?? Math.random;
  const costs = parts.costs ?? new Map<string, number>();

  const backoff = (tries: number, atLeastMs: number | null): number => {
    const ceiling = Math.min(limits.backoffMaximumMs, limits.backoffBaseMs * 2 ** (tries - 1));
    return (atLeastMs ?? 0) + random() * ceiling;
  };

  const call = async <Data>(
    document: PrintedDocument,
    variables: Record<string, unknown>,
    options: AdminCallOptions,
  ): Promise<AdminOutcome<Data>> => {
    const { signal } = options;
    const until = now() + (options.deadlineMs ?? limits.deadlineMs);
    const body = JSON.stringify({ query: document.text, variables });
    let cameBack = false;
    let renewed = false;
    let last: Unavailable = unavailable("deadline", "there was no time to ask");

    for (let tries = 1; ; tries += 1) {
      const held = parts.tokens.held(parts.shop);
      const token: TokenOutcome | "too_late" | "aborted" =
        held === null
          ? await within(parts.tokens.current(parts.shop), until - now(), signal)
          : { kind: "token", accessToken: held };
      if (token === "too_late" || token === "aborted") return ended(token, last);
      if (token.kind === "not_installed") return unavailable("not_installed", "the shop has not installed the app");
      if (token.kind === "unavailable") return unavailable("server", token.message);

      const cost = costs.get(document.text) ?? ASSUMED_COST;
      const permit = await parts.bucket.enter({ cost, until, signal, again: cameBack });
      if (permit === "aborted") return ended(permit, last);
      if (permit === "too_late") return unavailable("throttled", "the shop's points would not be back in time");

      const sentAt = now();
      const timeoutMs = Math.max(1, Math.min(limits.attemptMs, until - sentAt));
      const request = {
        ...parts,
        accessToken: token.accessToken,
        body,
        timeoutMs,
        signal,
        maximumBytes: limits.maximumBytes,
      };
      const answer = await attempt(parts.fetch, request, now);
      permit.settle("bucket" in answer ? answer.bucket : null);
      parts.onAttempt?.({ operation: document.operation, answer: answer.kind, tries, milliseconds: now() - sentAt });
      if (signal?.aborted) return ended("aborted", last);

      let waitMs = 0;
      switch (answer.kind) {
        case "ok":
          if (answer.cost) costs.set(document.text, answer.cost.requested);
          // The one place where Shopify's word is taken for the type: the document was checked against its schema.
          return {
            kind: "ok",
            data: answer.data as Data,
            at: answer.at,
            cost: answer.cost,
            fieldErrors: answer.fieldErrors,
          };
        case "denied":
        case "invalid":
          return { kind: answer.kind, message: answer.message };
        case "gone":
          return unavailable("not_installed", answer.message);
        case "unauthorized":
          parts.tokens.rejected(parts.shop, token.accessToken);
          if (renewed) return unavailable("not_installed", "Shopify takes no token of this shop");
          renewed = true;
          continue;
        case "throttled":
          cameBack = true;
          if (answer.requestedCost !== null) costs.set(document.text, answer.requestedCost);
          last = unavailable("throttled", "the shop's points are used up");
          // With the bucket known, `enter` waits exactly as long as it takes.
          if (!answer.bucket) waitMs = backoff(tries, answer.retryAfterMs);
          break;
        case "failed":
          last = unavailable(answer.why, answer.message);
          if (answer.lasting || document.isMutation) return last;
          waitMs = backoff(tries, answer.retryAfterMs);
          break;
      }
      if (now() + waitMs >= until) return last;
      if ((await pause(waitMs, signal)) === "aborted") return ended("aborted", last);
    }
  };

  return {
    shop: parts.shop,
    run: (document, variables, options = {}) => call(printedDocument(document), variables, options),
  };
}

type Unavailable = Extract<AdminOutcome<never>, { kind: "unavailable" }>;

function unavailable(why: Unavailable["why"], message: string): Unavailable {
  return { kind: "unavailable", why, message };
}

/** What to say when time ran out: the trouble that took the time, if there was any. */
function ended(how: "too_late" | "aborted", last: Unavailable): Unavailable {
  return how === "aborted" ? unavailable("deadline", "the caller no longer needs it") : last;
}

async function within<Value>(
  value: Promise<Value>,
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<Value | "too_late" | "aborted"> {
  if (signal?.aborted) return "aborted";
  const stop = new AbortController();
  try {
    const late = pause(milliseconds, signal, stop.signal).then((how) => (how === "aborted" ? how : "too_late"));
    return await Promise.race([value, late]);
  } finally {
    stop.abort();
  }
}

/** Waits, unless `signal` fires first; `stop` ends the wait early and quietly. */
function pause(milliseconds: number, signal?: AbortSignal, stop?: AbortSignal): Promise<"over" | "aborted"> {
  if (milliseconds <= 0 && !signal?.aborted) return Promise.resolve("over");
  return new Promise((resolve) => {
    const end = (how: "over" | "aborted") => () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      resolve(how);
    };
    const onAbort = end("aborted");
    const timer = setTimeout(end("over"), milliseconds);
    if (signal?.aborted) {
      onAbort();
      return;
    }
    signal?.addEventListener("abort", onAbort, { once: true });
    stop?.addEventListener("abort", end("over"), { once: true });
  });
}
