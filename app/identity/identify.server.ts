import { blind } from "../platform/crypto.server.ts";
import { countUse, takeBackUse } from "../platform/rate-limit.server.ts";
import { adminClientFor } from "../shopify/admin-client.server.ts";
import { requestCode } from "./code-requests.server.ts";
import { findOrderForGuest, normalizeOrderName } from "./find-order.server.ts";
import { identityRules } from "./identity-rules.server.ts";
import { identifyLimits } from "./limits.ts";
import { nextStroke } from "./refusal-clock.ts";
import type { ConversationKey } from "./scope.ts";
import { addVerifiedOrder } from "./widen-scope.server.ts";

export type IdentifyResult =
  | { kind: "verified"; orderId: string; orderName: string }
  /** The shop's rules take a code, which is sent if order and email go together; whether they do is not told. */
  | { kind: "needs_code" }
  /** The shop shows orders to customers who are logged in, and to nobody else. */
  | { kind: "needs_login" }
  /** Unknown order and wrong email alike. */
  | { kind: "no_match" }
  | { kind: "limited"; retryAfterSeconds: number }
  | { kind: "unavailable" };

type Attempt = { orderName: string; email: string; ip: string | null };

/**
 * Tries to prove a guest's right to one order, as far as the shop's rules let an order number with an email prove it: it
 * may be enough, the beginning of a proof by code, or nothing.
 */
export async function identifyGuest(
  key: ConversationKey,
  attempt: Attempt,
  signal: AbortSignal,
): Promise<IdentifyResult> {
  const { status } = await identityRules.read(key.shop);
  switch (status) {
    case "order_and_email":
      return matchGuest(key, attempt, signal);
    case "email_code": {
      const { orderName, email, ip } = attempt;
      const requested = await requestCode(key, { kind: "typed", orderName, email }, ip);
      return requested.kind === "asked" ? { kind: "needs_code" } : requested;
    }
    case "login":
      return { kind: "needs_login" };
  }
}

/**
 * Every try counts against the limits before anything is looked up, and only one that Shopify did not answer is taken
 * back: it told nothing. A match widens the conversation's scope.
 */
async function matchGuest(key: ConversationKey, attempt: Attempt, signal: AbortSignal): Promise<IdentifyResult> {
  const startedAt = performance.now();
  const name = normalizeOrderName(attempt.orderName) ?? attempt.orderName.trim().toLowerCase();
  const limits = identifyLimits(key.conversationId, attempt.ip, blind(`${key.shop}/${name}`));
  const limited = await countUse(key.shop, limits);
  if (limited) return { kind: "limited", ...limited };

  const client = await adminClientFor(key.shop);
  const found = await findOrderForGuest(client, attempt.orderName, attempt.email, { signal });
  if (found.kind === "match") {
    await addVerifiedOrder(key, found.orderId);
    return { kind: "verified", orderId: found.orderId, orderName: found.orderName };
  }
  if (found.kind === "no_match") await nextStroke(startedAt);
  else await takeBackUse(key.shop, limits);
  return { kind: found.kind };
}
