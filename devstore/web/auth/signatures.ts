import { createHmac } from "node:crypto";

/** A query as an ordered list of pairs, so that repeated names keep their order. */
export type QueryPairs = readonly (readonly [name: string, value: string])[];

/**
 * The `signature` of an app proxy request: `name=value` of every parameter, repeated names joined by commas, sorted and
 * concatenated with nothing between, HMAC-SHA256 with the app's secret, in hex.
 * Source: https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies
 */
export function proxySignature(query: QueryPairs, secret: string): string {
  const message = [...groupByName(query)]
    .map(([name, values]) => `${name}=${values.join(",")}`)
    .sort()
    .join("");
  return hmac(secret, message).digest("hex");
}

/**
 * The `hmac` of the URL with which the admin opens an embedded app: the query, sorted and URL-encoded, HMAC-SHA256 in hex.
 * Source: https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant
 */
export function adminQueryHmac(query: QueryPairs, secret: string): string {
  const sorted = [...query].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const message = new URLSearchParams(sorted.map(([name, value]) => [name, value])).toString();
  return hmac(secret, message).digest("hex");
}

/** The `X-Shopify-Hmac-Sha256` of a webhook: HMAC-SHA256 of the raw body, in base64. */
export function webhookHmac(body: string | Buffer, secret: string): string {
  return createHmac("sha256", secret).update(body).digest("base64");
}

function groupByName(query: QueryPairs): Map<string, string[]> {
  const grouped = new Map<string, string[]>();
  for (const [name, value] of query) grouped.set(name, [...(grouped.get(name) ?? []), value]);
  return grouped;
}

function hmac(secret: string, message: string) {
  return createHmac("sha256", secret).update(message, "utf8");
}
