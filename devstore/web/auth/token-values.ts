import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** What a token's value says about itself. The prefixes are Shopify's. */
const KINDS = {
  offline: { code: 1, prefix: "shpat_" },
  online: { code: 2, prefix: "shpua_" },
  refresh: { code: 3, prefix: "shprt_" },
} as const;

export type TokenKind = keyof typeof KINDS;

const CLAIM_BYTES = 9;
const MAC_BYTES = 7;

/**
 * Values that look like Shopify's (`shpat_` and 32 hex digits) and carry their kind and end, signed, so that a token the
 * app stored is still good after the devstore was restarted.
 *
 * Layout: kind (1 byte), end in milliseconds since the epoch or 0 for never (6), chance (2), truncated HMAC (7). It is
 * made for a shop on one's own machine; nobody should guard anything real with a MAC this short.
 */
export function sealToken(kind: TokenKind, expiresAt: number | null, secret: string): string {
  const claims = Buffer.alloc(CLAIM_BYTES);
  claims.writeUInt8(KINDS[kind].code, 0);
  claims.writeUIntBE(expiresAt ?? 0, 1, 6);
  randomBytes(2).copy(claims, 7);
  return KINDS[kind].prefix + Buffer.concat([claims, mac(claims, secret)]).toString("hex");
}

/** Reads a token of the expected kind; null when it was not sealed with this secret. */
export function openToken(kind: TokenKind, value: string, secret: string): { expiresAt: number | null } | null {
  const { prefix, code } = KINDS[kind];
  const hex = value.slice(prefix.length);
  if (!value.startsWith(prefix) || !/^[0-9a-f]{32}$/.test(hex)) return null;
  const bytes = Buffer.from(hex, "hex");
  const claims = bytes.subarray(0, CLAIM_BYTES);
  if (claims.readUInt8(0) !== code || !timingSafeEqual(bytes.subarray(CLAIM_BYTES), mac(claims, secret))) return null;
  return { expiresAt: claims.readUIntBE(1, 6) || null };
}

function mac(claims: Buffer, secret: string): Buffer {
  return createHmac("sha256", secret).update(claims).digest().subarray(0, MAC_BYTES);
}
