import { jwtVerify, SignJWT, errors } from "jose";
import { z } from "zod";
import { keyFor } from "../platform/crypto.server.ts";

/** What a conversation token says: one conversation of one shop, for one customer or one guest. */
export type ConversationClaims = { shop: string; conversationId: string; customerId: string | null };

/** The chat API takes a token for this long. */
export const TOKEN_SECONDS = 60 * 60;
/** An older token still tells which conversation to resume, for this long. */
export const RESUME_SECONDS = 30 * 24 * 60 * 60;

const AUDIENCE = "wherewithal:chat";

const claimsSchema = z.object({
  dest: z.string().min(1),
  sub: z.uuid(),
  cus: z.string().min(1).nullable(),
  iat: z.number(),
  exp: z.number(),
});

export async function signConversationToken(
  claims: ConversationClaims,
  now = new Date(),
): Promise<{ token: string; expiresAt: Date }> {
  const issued = Math.floor(now.getTime() / 1000);
  const token = await new SignJWT({ dest: claims.shop, cus: claims.customerId })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setSubject(claims.conversationId)
    .setAudience(AUDIENCE)
    .setIssuedAt(issued)
    .setExpirationTime(issued + TOKEN_SECONDS)
    .sign(keyFor("conversation-token"));
  return { token, expiresAt: new Date((issued + TOKEN_SECONDS) * 1000) };
}

export type TokenOutcome =
  | { kind: "valid"; claims: ConversationClaims; expiresAt: Date }
  | { kind: "expired"; claims: ConversationClaims; expiresAt: Date }
  | { kind: "invalid" };

/** Reads a token. An expired one is told apart from a forged one only when its signature is right. */
export async function readConversationToken(token: string, now = new Date()): Promise<TokenOutcome> {
  try {
    const { payload } = await jwtVerify(token, keyFor("conversation-token"), {
      audience: AUDIENCE,
      algorithms: ["HS256"],
      currentDate: now,
      clockTolerance: RESUME_SECONDS,
    });
    const parsed = claimsSchema.safeParse(payload);
    if (!parsed.success) return { kind: "invalid" };
    const { dest, sub, cus, exp } = parsed.data;
    const claims = { shop: dest, conversationId: sub, customerId: cus };
    const expiresAt = new Date(exp * 1000);
    return { kind: now < expiresAt ? "valid" : "expired", claims, expiresAt };
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return { kind: "invalid" };
    throw error;
  }
}

/** The bearer token of a request to the chat API, or null. */
export function bearerToken(request: Request): string | null {
  const match = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/.exec(
    request.headers.get("Authorization") ?? "",
  );
  return match?.[1] ?? null;
}
