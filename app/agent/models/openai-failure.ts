import OpenAI, { type APIError } from "openai";
import { OPTIONAL_PARAMETERS, type OptionalParameter } from "./openai-request.ts";
import { PrivateAddressError } from "../../platform/outbound.server.ts";
import type { ModelFailure } from "./port.ts";

/** What a failure says when nobody was asked because the address leads into a private network. */
export const PRIVATE_ADDRESS = "not a public address";

/** `instanceof` leaves the parameters of the SDK's class open. */
type ApiError = APIError<number | undefined, Headers | undefined, object | undefined>;

/** Passing failures are worth another try; the rest would fail the same way again. */
export type Failed = { failure: ModelFailure; passing: boolean };

/**
 * What an error of the SDK, of a stream or of the network means.
 * The messages are for logs and people in the admin: statuses and codes, never what was sent.
 */
export function toFailure(error: unknown): Failed {
  if (error instanceof OpenAI.RateLimitError) {
    // An empty account answers 429 as well; waiting does not fill it.
    if (error.code === "insufficient_quota") return { failure: unavailable("429 insufficient_quota"), passing: false };
    return {
      failure: { kind: "rate_limited", retryAfterMs: retryAfterMs(error.headers), message: describe(error) },
      passing: true,
    };
  }
  if (error instanceof OpenAI.APIConnectionError && error.cause instanceof PrivateAddressError) {
    return { failure: { kind: "rejected", message: PRIVATE_ADDRESS }, passing: false };
  }
  if (error instanceof OpenAI.APIConnectionError) return { failure: unavailable("no connection"), passing: true };
  if (isApiError(error)) {
    const { status } = error;
    if (status === undefined || status >= 500 || status === 408 || status === 409) {
      return { failure: unavailable(describe(error)), passing: true };
    }
    return { failure: { kind: "rejected", message: describe(error) }, passing: false };
  }
  // What is thrown while a body is read: a connection that broke, or bytes that are no events.
  return { failure: { kind: "cut", message: error instanceof Error ? error.name : "unknown" }, passing: true };
}

/** What `toFailure` says of an answer that came: its HTTP status, and the provider's code for it. */
export function answerIn({ message }: ModelFailure): { status: number; code: string } | null {
  const read = /^(\d{3})(?: (.+))?$/.exec(message);
  return read ? { status: Number(read[1]), code: read[2] ?? "" } : null;
}

/** The parameter a server says it does not take, if that is why it refused. */
export function refusedParameter(error: unknown): OptionalParameter | undefined {
  if (!isApiError(error) || (error.status !== 400 && error.status !== 422)) return undefined;
  const complaint = `${error.param ?? ""} ${error.message}`;
  return OPTIONAL_PARAMETERS.find((name) => complaint.includes(name));
}

function isApiError(error: unknown): error is ApiError {
  return error instanceof OpenAI.APIError;
}

function unavailable(message: string): ModelFailure {
  return { kind: "unavailable", message };
}

function describe(error: ApiError): string {
  return [error.status ?? "stream", error.code ?? error.type ?? ""].join(" ").trim();
}

/** `Retry-After` in seconds or as a date, or OpenAI's `retry-after-ms`. */
function retryAfterMs(headers: Headers | undefined): number | null {
  const milliseconds = Number(headers?.get("retry-after-ms") ?? Number.NaN);
  if (Number.isFinite(milliseconds)) return Math.max(0, milliseconds);
  const text = headers?.get("retry-after");
  if (!text) return null;
  const seconds = Number(text);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}
