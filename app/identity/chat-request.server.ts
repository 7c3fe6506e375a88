import { tokenBuckets } from "../platform/token-buckets.ts";
import { systemClock } from "../platform/clock.ts";
import { blind } from "../platform/crypto.server.ts";
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

// Limits on messages (P9). They are checked on every request, so they live in memory, each process for itself.
const perConversation = tokenBuckets({ capacity: 60, perMinute: 20 }, systemClock);
const perAddress = tokenBuckets({ capacity: 240, perMinute: 120 }, systemClock);
const perShop = tokenBuckets({ capacity: 3_000, perMinute: 3_000 }, systemClock);

/** @throws HttpError 429 when the shopper, their address or the whole shop writes faster than people do. */
export function limitMessages(caller: ChatCaller): void {
  const tries = [
    perConversation.take(`${caller.shop}/${caller.conversationId}`),
    perAddress.take(`${caller.shop}/${caller.ip}`),
    perShop.take(caller.shop),
  ];
  const refused = tries.find((one) => !one.ok);
  if (refused && !refused.ok) {
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
