import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type { AdminOutcome } from "../../shopify/admin-client.ts";
import type { StepContext, StepOutcome } from "../executor.ts";

/** Most milliseconds for one call of a step. */
const CALL_MS = 8_000;

/** What a call that changes something came to, when it was not answered with a payload. */
export type Failure = Extract<StepOutcome, { kind: "refused" | "unknown" | "again" }>;
export type Answered<Data> = { kind: "answered"; data: Data; at: Date };
export type Unreadable = { kind: "unreadable"; why: string };

type Caller = Pick<StepContext, "client" | "signal">;

/**
 * Calls a mutation. Shopify's refusals and what certainly never reached it are told apart from answers that were lost:
 * those are `unknown`, and never called again before somebody has looked.
 */
export async function change<Data, Variables extends Record<string, unknown>>(
  { client, signal }: Caller,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Answered<Data> | Failure> {
  return answerOf(await client.run(document, variables, { deadlineMs: CALL_MS, signal }));
}

/** Reads: whatever goes wrong, it was not read, and nothing else follows from it. */
export async function look<Data, Variables extends Record<string, unknown>>(
  { client, signal }: Caller,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Answered<Data> | Unreadable> {
  const outcome = await client.run(document, variables, { deadlineMs: CALL_MS, signal });
  if (outcome.kind === "ok") return { kind: "answered", data: outcome.data, at: outcome.at };
  const why = outcome.kind === "unavailable" ? outcome.why : outcome.kind;
  return { kind: "unreadable", why: `Shopify could not be read (${why}: ${outcome.message})` };
}

/** Shopify answers so while a call with the same key is still at work: that one may yet succeed. */
const STILL_AT_WORK = /idempoten.*(?:concurrent|in progress)|concurrent.*idempoten/i;

function answerOf<Data>(outcome: AdminOutcome<Data>): Answered<Data> | Failure {
  switch (outcome.kind) {
    case "ok": {
      const { data, fieldErrors, at } = outcome;
      const [lost] = fieldErrors;
      // A payload that is null with an error of its own does not say whether the work was done.
      if (lost && Object.values(data as Record<string, unknown>).some((root) => root === null))
        return { kind: "unknown", why: `Shopify answered without a result (${lost.code}: ${lost.message})` };
      return { kind: "answered", data, at };
    }
    case "denied":
    case "invalid":
      return STILL_AT_WORK.test(outcome.message)
        ? { kind: "unknown", why: outcome.message }
        : { kind: "refused", message: outcome.message };
    case "unavailable": {
      const { why, message } = outcome;
      // Nothing was sent, or Shopify says that it did nothing.
      if (why === "throttled" || why === "not_installed") return { kind: "again", why: message };
      return { kind: "unknown", why: `the answer was lost (${why}: ${message})` };
    }
  }
}

type UserError = { field?: readonly string[] | null; message: string; code?: string | null };

/** Shopify's own words for why it did nothing; null when it has none to say. */
export function refusalOf(
  userErrors: readonly UserError[] | undefined,
): Extract<StepOutcome, { kind: "refused" }> | null {
  if (!userErrors || userErrors.length === 0) return null;
  const message = userErrors.map(({ message, code }) => (code ? `${message} (${code})` : message)).join("; ");
  return { kind: "refused", message };
}

/** A payload without errors and without a result: nobody knows. */
export function emptyAnswer(operation: string): Extract<StepOutcome, { kind: "unknown" }> {
  return { kind: "unknown", why: `${operation} was answered with neither a result nor an error` };
}

export function notRead({ why }: Unreadable): Extract<StepOutcome, { kind: "unknown" }> {
  return { kind: "unknown", why };
}

const POLL_MS = 300;
const POLL_FOR_MS = 5_000;

/**
 * Looks again and again for a few seconds at what Shopify is about to finish, so that most resolutions need no second
 * attempt. Gives the last answer.
 */
export async function poll<Value>(
  signal: AbortSignal,
  read: () => Promise<Value>,
  isOver: (value: Value) => boolean,
  forMs = POLL_FOR_MS,
): Promise<Value> {
  const until = performance.now() + forMs;
  for (;;) {
    const value = await read();
    if (isOver(value) || signal.aborted || performance.now() > until) return value;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
