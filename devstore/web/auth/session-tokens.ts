import { randomUUID } from "node:crypto";
import { errors, jwtVerify, SignJWT } from "jose";
import { STAFF_USER } from "./staff.ts";

/** Shopify's session tokens live for one minute: https://shopify.dev/docs/apps/build/authentication-authorization/session-tokens */
const SESSION_TOKEN_SECONDS = 60;

export type AppCredentials = { apiKey: string; apiSecret: string };

export type SessionTokenOptions = {
  shop: string;
  /** Of the member of staff whose browser it is. */
  userId?: number;
  /** Seconds until it expires; negative makes one that has already expired. */
  lifetimeSeconds?: number;
  audience?: string;
};

/**
 * A session token (id token) as App Bridge hands it to the app: a JWT signed with the app's secret (HS256).
 *
 * Its times are the machine's, never the shop's movable clock: whoever verifies it compares them with its own clock.
 */
export async function signSessionToken(app: AppCredentials, options: SessionTokenOptions): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const lifetime = options.lifetimeSeconds ?? SESSION_TOKEN_SECONDS;
  return new SignJWT({
    iss: `https://${options.shop}/admin`,
    dest: `https://${options.shop}`,
    aud: options.audience ?? app.apiKey,
    sub: String(options.userId ?? STAFF_USER.id),
    exp: now + lifetime,
    nbf: Math.min(now, now + lifetime - SESSION_TOKEN_SECONDS),
    iat: Math.min(now, now + lifetime - SESSION_TOKEN_SECONDS),
    jti: randomUUID(),
    sid: randomUUID(),
  })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .sign(secretKey(app));
}

export type SessionTokenCheck =
  { kind: "valid"; userId: number } | { kind: "invalid"; why: "malformed" | "signature" | "expired" | "claims" };

/** Checks a session token the way the token endpoint does: signature, audience, times, and that it is for this shop. */
export async function checkSessionToken(app: AppCredentials, shop: string, token: string): Promise<SessionTokenCheck> {
  try {
    const { payload } = await jwtVerify(token, secretKey(app), {
      algorithms: ["HS256"],
      audience: app.apiKey,
      issuer: `https://${shop}/admin`,
      requiredClaims: ["exp", "nbf", "sub", "dest"],
      clockTolerance: 10,
    });
    if (payload["dest"] !== `https://${shop}`) return { kind: "invalid", why: "claims" };
    const userId = Number(payload.sub);
    return Number.isSafeInteger(userId) ? { kind: "valid", userId } : { kind: "invalid", why: "claims" };
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { kind: "invalid", why: "expired" };
    if (error instanceof errors.JWTClaimValidationFailed) return { kind: "invalid", why: "claims" };
    if (error instanceof errors.JWSSignatureVerificationFailed) return { kind: "invalid", why: "signature" };
    return { kind: "invalid", why: "malformed" };
  }
}

function secretKey(app: AppCredentials): Uint8Array {
  return new TextEncoder().encode(app.apiSecret);
}
