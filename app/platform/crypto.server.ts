import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "./env.server.ts";

const keys = new Map<string, Buffer>();

/** A 256-bit key for one purpose, derived so that no purpose's key tells another's. */
export function keyFor(purpose: string): Buffer {
  let key = keys.get(purpose);
  if (!key) {
    const { ENCRYPTION_KEY, SHOPIFY_API_SECRET } = env();
    key = Buffer.from(hkdfSync("sha256", ENCRYPTION_KEY ?? SHOPIFY_API_SECRET, "wherewithal", purpose, 32));
    keys.set(purpose, key);
  }
  return key;
}

/**
 * Seals text for storage at rest: AES-256-GCM, base64url of nonce, tag and cipher text.
 *
 * @param boundTo what it is sealed for; it opens only for whoever names the same
 */
export function seal(text: string, boundTo = ""): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor("at-rest"), nonce).setAAD(Buffer.from(boundTo, "utf8"));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url")}`;
}

/** What `seal` sealed for the same, or null when the key has changed or the text was tampered with. */
export function unseal(sealed: string, boundTo = ""): string | null {
  const [version, body] = sealed.split(".");
  if (version !== "v1" || !body) return null;
  const bytes = Buffer.from(body, "base64url");
  if (bytes.length < 28) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor("at-rest"), bytes.subarray(0, 12));
    decipher.setAAD(Buffer.from(boundTo, "utf8"));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

/** A keyed, shortened digest: tells equal from unequal without telling what (IP addresses, order names in limits). */
export function blind(text: string): string {
  return createHmac("sha256", keyFor("blind")).update(text).digest("base64url").slice(0, 22);
}
