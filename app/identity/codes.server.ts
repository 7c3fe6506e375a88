import { createHmac, randomInt, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { keyFor, unseal } from "../platform/crypto.server.ts";
import { db, sql } from "../platform/db.server.ts";
import { countUse } from "../platform/rate-limit.server.ts";
import { CODE_SECONDS, type CodeAbout, type CodeJob } from "./code-requests.server.ts";
import { codeTryLimits } from "./limits.ts";
import { nextStroke } from "./refusal-clock.ts";
import type { ConversationKey } from "./scope.ts";
import { addOrderProvenByCode } from "./widen-scope.server.ts";

/** After so many tries a code is worth nothing. */
const MOST_TRIES = 5;

const aboutSchema: z.ZodType<CodeAbout> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("typed"), orderName: z.string(), email: z.string() }),
  z.object({ kind: z.literal("order"), orderId: z.string() }),
]);

export type PendingCode = { about: CodeAbout; conversationId: string; locale: string };

/** A request that still waits for its code; null when it was sent, has run out, or its conversation is gone. */
export async function pendingCode({ shop, id }: CodeJob): Promise<PendingCode | null> {
  const row = await db().identityCode.findUnique({
    where: { shop_id: { shop, id } },
    include: { conversation: { select: { locale: true } } },
  });
  if (!row || row.asked === null || row.sentAt !== null || row.expiresAt <= new Date()) return null;
  const about = aboutSchema.safeParse(JSON.parse(unseal(row.asked) ?? "null"));
  return about.success
    ? { about: about.data, conversationId: row.conversationId, locale: row.conversation.locale }
    : null;
}

/**
 * Makes the code of a request, good for ten minutes from now; codes for the same order in the same conversation that were
 * made before are worth nothing from now on.
 * @returns six digits, which are kept nowhere.
 */
export async function makeCode(
  { shop, id }: CodeJob,
  conversationId: string,
  order: { id: string; name: string },
): Promise<string> {
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const now = new Date();
  await db().identityCode.updateMany({
    where: { shop, conversationId, orderId: order.id, id: { not: id } },
    data: { expiresAt: now },
  });
  await db().identityCode.updateMany({
    where: { shop, id },
    data: {
      orderId: order.id,
      orderName: order.name,
      hash: hashOf(shop, id, code).toString("hex"),
      expiresAt: new Date(now.getTime() + CODE_SECONDS * 1000),
    },
  });
  return code;
}

/** The request is done with: what was typed is not kept any longer. */
export async function closeRequest({ shop, id }: CodeJob): Promise<void> {
  await db().identityCode.updateMany({ where: { shop, id }, data: { asked: null, sentAt: new Date() } });
}

/** Every live code of a conversation loses a try, whichever of them is meant. */
const TRY = `
  UPDATE identity_code SET tries = tries + 1
  WHERE shop = $1 AND conversation_id = $2::uuid AND hash IS NOT NULL AND used_at IS NULL
    AND expires_at > $3 AND tries < ${MOST_TRIES}
  RETURNING id::text, order_id AS "orderId", order_name AS "orderName", hash`;
const USE = `
  UPDATE identity_code SET used_at = $3 WHERE shop = $1 AND id = $2::uuid AND used_at IS NULL RETURNING id`;

export type CodeResult =
  | { kind: "verified"; orderId: string; orderName: string }
  /** Wrong, used, run out, of another conversation, or never sent: all alike. */
  | { kind: "no_match" }
  | { kind: "limited"; retryAfterSeconds: number };

/** Tries a code. Every try counts before anything is compared. A match widens the conversation's scope, once. */
export async function enterCode(key: ConversationKey, code: string, ip: string | null): Promise<CodeResult> {
  const startedAt = performance.now();
  const { shop, conversationId } = key;
  const limited = await countUse(shop, codeTryLimits(conversationId, ip));
  if (limited) return { kind: "limited", ...limited };
  const live = await sql().query<{ id: string; orderId: string; orderName: string; hash: string }>(TRY, [
    shop,
    conversationId,
    new Date(),
  ]);
  const match = live.find(({ id, hash }) => timingSafeEqual(Buffer.from(hash, "hex"), hashOf(shop, id, code)));
  const used = match ? await sql().query(USE, [shop, match.id, new Date()]) : [];
  if (!match || used.length === 0) {
    await nextStroke(startedAt);
    return { kind: "no_match" };
  }
  await addOrderProvenByCode(key, match.orderId);
  return { kind: "verified", orderId: match.orderId, orderName: match.orderName };
}

/** Forgets codes that have run out. */
export async function dropOldCodes(): Promise<void> {
  await sql().script("DELETE FROM identity_code WHERE expires_at < now() - interval '1 hour'");
}

function hashOf(shop: string, id: string, code: string): Buffer {
  return createHmac("sha256", keyFor("identity-code")).update(`${shop}/${id}/${code}`).digest();
}
