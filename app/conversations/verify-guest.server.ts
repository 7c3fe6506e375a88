import type { ConversationEvent, NewEvent } from "./events.ts";
import { append } from "./log.server.ts";
import type { ConversationKey } from "../identity/scope.ts";
import { identifyGuest } from "../identity/identify.server.ts";
import { HttpError, tooManyRequests } from "../platform/http.server.ts";

/**
 * The verification form of the chat API: the same check as the agent's tool, told as one event that never says which
 * part was wrong.
 * @throws HttpError 410, 429, 503.
 */
export async function verifyGuest(
  caller: ConversationKey & { ip: string },
  body: { orderName: string; email: string },
  signal: AbortSignal,
): Promise<ConversationEvent> {
  const result = await identifyGuest(caller, { ...body, ip: caller.ip }, signal);
  if (result.kind === "limited") {
    throw tooManyRequests(result.retryAfterSeconds, "Too many tries. Please wait, or ask for a person.");
  }
  if (result.kind === "unavailable") {
    throw new HttpError(503, "shop_unavailable", "The shop can't be reached right now. Please try again in a minute.");
  }
  const event: NewEvent =
    result.kind === "verified"
      ? { type: "verification", author: "system", state: "verified", orderName: result.orderName }
      : { type: "verification", author: "system", state: "failed", orderName: null };
  const [stored] = (await append(caller, [event])) ?? [];
  if (!stored) throw new HttpError(410, "conversation_gone", "This conversation no longer exists.");
  return stored;
}
