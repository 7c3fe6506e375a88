import { createHmac, timingSafeEqual } from "node:crypto";
import { keyFor } from "../../platform/crypto.server.ts";

/** A link lasts between one and two of these, so that it stays the same while a page is looked at again. */
const STEP_SECONDS = 5 * 60;
const LONGEST_SECONDS = 2 * STEP_SECONDS;

/** A path that shows one photo of a shop to whoever has it, for ten minutes at most: images are fetched without headers. */
export function signPhotoLink(shop: string, id: string, now = new Date()): string {
  const expires = (Math.floor(now.getTime() / 1000 / STEP_SECONDS) + 2) * STEP_SECONDS;
  const query = new URLSearchParams({ shop, expires: String(expires), signature: signatureOf(shop, id, expires) });
  return `/attachments/${id}?${query.toString()}`;
}

/** Whether a link is one of ours, for this very photo, and still lasts. Answers how long, in seconds. */
export function checkPhotoLink(
  id: string,
  query: URLSearchParams,
  now = new Date(),
): { kind: "valid"; shop: string; secondsLeft: number } | { kind: "refused" } {
  const shop = query.get("shop") ?? "";
  const expires = Number(query.get("expires"));
  const given = Buffer.from(query.get("signature") ?? "", "utf8");
  const right = Buffer.from(signatureOf(shop, id, expires), "utf8");
  const secondsLeft = expires - now.getTime() / 1000;
  const isOurs = given.length === right.length && timingSafeEqual(given, right);
  if (!isOurs || secondsLeft <= 0 || secondsLeft > LONGEST_SECONDS) return { kind: "refused" };
  return { kind: "valid", shop, secondsLeft: Math.floor(secondsLeft) };
}

function signatureOf(shop: string, id: string, expires: number): string {
  return createHmac("sha256", keyFor("photo-link")).update(`${shop}\n${id}\n${expires}`).digest("base64url");
}
