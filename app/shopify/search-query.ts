/**
 * A value inside an Admin API search query (`name:"#1001"`), so that nothing in it can end the value or add a filter.
 * Shopify's search syntax: a quoted value ends at an unescaped double quote; a backslash escapes.
 */
export function searchValue(text: string): string {
  return `"${text.replace(/[\p{Cc}\p{Cf}]/gu, " ").replace(/["\\]/g, "\\$&")}"`;
}

/** The number at the end of a GID, which search filters such as `id:` and `customer_id:` take; null when it has none. */
export function gidNumber(gid: string): string | null {
  return /^gid:\/\/shopify\/[A-Za-z]+\/(\d+)$/.exec(gid)?.[1] ?? null;
}
