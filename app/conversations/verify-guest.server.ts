import type { z } from "zod";
import { enterCode } from "../identity/codes.server.ts";
import { identifyGuest } from "../identity/identify.server.ts";
import type { ConversationKey } from "../identity/scope.ts";
import { HttpError, tooManyRequests } from "../platform/http.server.ts";
import type { verificationBodySchema } from "./chat-bodies.ts";
import type { ConversationEvent } from "./events.ts";
import { append } from "./log.server.ts";

type Verification = Extract<ConversationEvent, { type: "verification" }>;

const STATES = {
  verified: "verified",
  no_match: "failed",
  needs_code: "code_sent",
  needs_login: "login_needed",
} as const satisfies Record<string, Verification["state"]>;

/**
 * The verification form of the chat API: the same checks as the agent's tool, told as one event that never says which
 * part was wrong, nor whether there was anybody to send a code to.
 * @throws HttpError 410, 429, 503.
 */
export async function verifyGuest(
  caller: ConversationKey & { ip: string },
  body: z.infer<typeof verificationBodySchema>,
  signal: AbortSignal,
): Promise<ConversationEvent> {
  const result =
    "code" in body
      ? await enterCode(caller, body.code, caller.ip)
      : await identifyGuest(caller, { ...body, ip: caller.ip }, signal);
  if (result.kind === "limited") {
    throw tooManyRequests(result.retryAfterSeconds, "Too many tries. Please wait, or ask for a person.");
  }
  if (result.kind === "unavailable") {
    throw new HttpError(503, "shop_unavailable", "The shop can't be reached right now. Please try again in a minute.");
  }
  const orderName = result.kind === "verified" ? result.orderName : null;
  const [stored] =
    (await append(caller, [{ type: "verification", author: "system", state: STATES[result.kind], orderName }])) ?? [];
  if (!stored) throw new HttpError(410, "conversation_gone", "This conversation no longer exists.");
  return stored;
}
