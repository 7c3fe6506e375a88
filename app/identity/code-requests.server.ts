import { randomUUID } from "node:crypto";
import { blind, seal } from "../platform/crypto.server.ts";
import { db } from "../platform/db.server.ts";
import { env } from "../platform/env.server.ts";
import { enqueue } from "../platform/queue.server.ts";
import { countUse } from "../platform/rate-limit.server.ts";
import { normalizeOrderName } from "../shopify/order-name.ts";
import { codeRequestLimits } from "./limits.ts";
import type { ConversationKey } from "./scope.ts";

/** The queue whose worker sends codes; a job is `CodeJob`. */
export const CODES_QUEUE = "identity.send-code";
export type CodeJob = { shop: string; id: string };

/** A code is good for this long after it was made, and a request for one waits no longer to be sent. */
export const CODE_SECONDS = 10 * 60;

/** About which order: as a guest typed it, or one that the conversation has proven in another way already. */
export type CodeAbout = { kind: "typed"; orderName: string; email: string } | { kind: "order"; orderId: string };

export type CodeRequested =
  /** It will be sent if there is somebody to send it to: nobody who asks learns whether there is. */
  | { kind: "asked" }
  | { kind: "limited"; retryAfterSeconds: number }
  /** This server sends no email. */
  | { kind: "unavailable" };

/** Whether this server can send codes at all. */
export function canSendCodes(): boolean {
  return env().SMTP_URL !== undefined;
}

/**
 * Asks for a code to be sent to the email on an order. Nothing is looked up here, whatever was typed: a job does that later,
 * so that neither words nor time tell whether the order exists or the email is right.
 */
export async function requestCode(key: ConversationKey, about: CodeAbout, ip: string | null): Promise<CodeRequested> {
  if (!canSendCodes()) return { kind: "unavailable" };
  const typed = typedIn(about).map((one) => blind(`${key.shop}/${one}`));
  const limited = await countUse(key.shop, codeRequestLimits(key.conversationId, ip, typed));
  if (limited) return { kind: "limited", ...limited };
  const { shop, conversationId } = key;
  const id = randomUUID();
  await db().identityCode.create({
    data: {
      shop,
      id,
      conversationId,
      asked: seal(JSON.stringify(about)),
      expiresAt: new Date(Date.now() + CODE_SECONDS * 1000),
    },
  });
  await enqueue(CODES_QUEUE, { shop, id } satisfies CodeJob);
  return { kind: "asked" };
}

function typedIn(about: CodeAbout): string[] {
  if (about.kind === "order") return [about.orderId];
  const name = normalizeOrderName(about.orderName) ?? about.orderName.trim().toLowerCase();
  return [`order ${name}`, `email ${about.email.trim().toLowerCase()}`];
}
