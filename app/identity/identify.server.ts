import { blind } from "../platform/crypto.server.ts";
import { countUse, takeBackUse } from "../platform/rate-limit.server.ts";
import { adminClientFor } from "../shopify/admin-client.server.ts";
import { findOrderForGuest, normalizeOrderName } from "./find-order.server.ts";
import { identifyLimits } from "./limits.ts";
import type { ConversationKey } from "./scope.ts";
import { addVerifiedOrder } from "./widen-scope.server.ts";

export type IdentifyResult =
  | { kind: "verified"; orderId: string; orderName: string }
  /** Unknown order and wrong email alike. */
  | { kind: "no_match" }
  | { kind: "limited"; retryAfterSeconds: number }
  | { kind: "unavailable" };

/**
 * Refusals are answered on the strokes of this clock, so that the time tells no more than the words do
 * whether an order exists.
 */
const REFUSAL_STEP_MS = 250;

/**
 * Tries to prove a guest's right to one order. Every try counts against the limits before anything is looked up, and only
 * one that Shopify did not answer is taken back: it told nothing. A match widens the conversation's scope.
 */
export async function identifyGuest(
  key: ConversationKey,
  attempt: { orderName: string; email: string; ip: string | null },
  signal: AbortSignal,
): Promise<IdentifyResult> {
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

function nextStroke(startedAt: number): Promise<void> {
  const elapsed = performance.now() - startedAt;
  const wait = Math.ceil((elapsed + 1) / REFUSAL_STEP_MS) * REFUSAL_STEP_MS - elapsed;
  return new Promise((resolve) => setTimeout(resolve, wait));
}
