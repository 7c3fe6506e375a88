import type { Answer } from "./read-answer.ts";
import { readAnswer } from "./read-answer.ts";

export type AttemptRequest = {
  url: string;
  accessToken: string;
  body: string;
  userAgent: string;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  /** Most bytes of an answer that are read; a larger one is a failure that lasts. */
  maximumBytes: number;
};

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Sends one request and says what came of it. Never throws. */
export async function attempt(fetch: Fetch, request: AttemptRequest, now: () => number): Promise<Answer> {
  const stop = new AbortController();
  const onAbort = () => stop.abort();
  const alarm = setTimeout(onAbort, request.timeoutMs);
  request.signal?.addEventListener("abort", onAbort, { once: true });
  try {
    const response = await fetch(request.url, {
      method: "POST",
      redirect: "manual",
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json",
        "User-Agent": request.userAgent,
        "X-Shopify-Access-Token": request.accessToken,
      },
      body: request.body,
      signal: stop.signal,
    });
    const body = await readUpTo(response, request.maximumBytes);
    if (body === null) return failure("server", "the answer was too large", true);
    return readAnswer({ status: response.status, headers: response.headers, body }, new Date(now()));
  } catch (error) {
    return failure("network", stop.signal.aborted ? "no answer in time" : networkMessage(error), false);
  } finally {
    clearTimeout(alarm);
    request.signal?.removeEventListener("abort", onAbort);
  }
}

async function readUpTo(response: Response, maximumBytes: number): Promise<string | null> {
  const reader = response.body?.getReader();
  if (!reader) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > maximumBytes) {
      // Gives the connection up instead of reading on; its own end does not matter to anyone.
      void reader.cancel().catch(() => undefined);
      return null;
    }
    chunks.push(next.value);
  }
  return Buffer.concat(chunks, size).toString("utf8");
}

function failure(why: "server" | "network", message: string, lasting: boolean): Answer {
  return { kind: "failed", why, message, lasting, retryAfterMs: null };
}

/** `fetch` hides the reason in `cause`; its code (ECONNREFUSED, ENOTFOUND) is what helps. */
function networkMessage(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : null;
  return code ? `no connection (${code})` : "the connection failed";
}
