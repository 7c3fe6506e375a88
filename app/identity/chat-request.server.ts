import type { LoaderFunctionArgs } from "@remix-run/node";
import { tokenBuckets } from "../platform/token-buckets.ts";
import { systemClock } from "../platform/clock.ts";
import { blind } from "../platform/crypto.server.ts";
import { env } from "../platform/env.server.ts";
import { answerJson, HttpError, json, tooManyRequests } from "../platform/http.server.ts";
import { bearerToken, type ConversationClaims, readConversationToken } from "./token.server.ts";

/** What a request to the chat API proves: its conversation, and (blinded) where it came from. */
export type ChatCaller = ConversationClaims & { expiresAt: Date; ip: string };

/**
 * Any page may call the chat API: what counts is the token in the header, so there are no cookies to ride on
 * and the browser's `Origin` decides nothing.
 */
const CORS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Headers": "Authorization, Content-Type, Last-Event-ID",
  "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
  "Access-Control-Expose-Headers": "Retry-After",
  "Access-Control-Max-Age": "7200",
};

/**
 * Limits on messages (P9): by shopper, by address (a household, an office) and by shop. They are checked on every
 * request, so they live in memory, each process for itself.
 */
function messageLimits() {
  const perMinute = env().CHAT_MESSAGES_PER_MINUTE;
  return {
    conversation: tokenBuckets({ capacity: 3 * perMinute, perMinute }, systemClock),
    address: tokenBuckets({ capacity: 12 * perMinute, perMinute: 6 * perMinute }, systemClock),
    shop: tokenBuckets({ capacity: 150 * perMinute, perMinute: 150 * perMinute }, systemClock),
  };
}

/** A client says at most once in three seconds that its shopper writes; a little more is let through. */
const typing = tokenBuckets({ capacity: 10, perMinute: 40 }, systemClock);

/** @throws HttpError 429 when a client says far more often than asked that its shopper writes. */
export function limitTyping(caller: ChatCaller): void {
  const taken = typing.take(`${caller.shop}/${caller.conversationId}`);
  if (!taken.ok) throw tooManyRequests(taken.retryAfterSeconds, "Once in three seconds is enough.");
}

let limits: ReturnType<typeof messageLimits> | undefined;

/** @throws HttpError 429 when the shopper, their address or the whole shop writes faster than people do. */
export function limitMessages(caller: ChatCaller): void {
  limits ??= messageLimits();
  const tries = [
    limits.conversation.take(`${caller.shop}/${caller.conversationId}`),
    limits.address.take(`${caller.shop}/${caller.ip}`),
    limits.shop.take(caller.shop),
  ];
  const refused = tries.filter((one) => !one.ok).at(0);
  if (refused) {
    throw tooManyRequests(refused.retryAfterSeconds, "That was a lot at once. Please wait a moment and try again.");
  }
}

/** Answers one request of the chat API: preflight, token, errors and headers are the same for all of them. */
export async function answerChat(
  request: Request,
  clientIp: string,
  work: (caller: ChatCaller) => Promise<Response>,
): Promise<Response> {
  if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: CORS });
  const response = await answerJson(async () => work(await authenticate(request, clientIp)));
  for (const [name, value] of Object.entries(CORS)) response.headers.set(name, value);
  return response;
}

/** Loader of the routes that only take posts: a preflight, which Remix hands to loaders, or a word that says so. */
export function postOnly({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerChat(request, context.clientIp, () => {
    throw new HttpError(405, "method_not_allowed", "This is posted.", { Allow: "POST" });
  });
}

async function authenticate(request: Request, clientIp: string): Promise<ChatCaller> {
  const token = bearerToken(request);
  if (!token) throw new HttpError(401, "token_missing", "Send the conversation's token as a bearer token.");
  const read = await readConversationToken(token);
  if (read.kind === "expired")
    throw new HttpError(401, "token_expired", "The token has expired: ask for a new session.");
  if (read.kind === "invalid") throw new HttpError(401, "token_invalid", "The token is not valid.");
  return { ...read.claims, expiresAt: read.expiresAt, ip: blind(clientIp) };
}

/** For paths of the chat API that do not exist. */
export function unknownChatPath(): Response {
  return json({ error: { code: "not_found", message: "There is nothing here." } }, 404, CORS);
}
