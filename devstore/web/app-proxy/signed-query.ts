import { proxySignature } from "../auth/signatures.ts";

/** Parameters that only the proxy itself may set; a caller's own are dropped before signing. */
const RESERVED = new Set(["shop", "logged_in_customer_id", "path_prefix", "timestamp", "signature", "hmac"]);

export type ProxyIdentity = {
  /** `{handle}.myshopify.com` */
  shop: string;
  /** The number in the customer's GID, or null when nobody is logged in: the parameter is then empty. */
  customerId: string | null;
  /** `/apps/wherewithal` */
  pathPrefix: string;
};

/**
 * The query with which Shopify's proxy calls the app: the caller's own parameters and the proxy's, all signed.
 *
 * @param timestamp seconds since the epoch by the machine's clock, which the app compares with its own
 */
export function signedProxyQuery(
  callersQuery: URLSearchParams,
  identity: ProxyIdentity,
  secret: string,
  timestamp: number = Math.floor(Date.now() / 1000),
): URLSearchParams {
  const query = [
    ...[...callersQuery].filter(([name]) => !RESERVED.has(name.replace(/\[\]$/, ""))),
    ["shop", identity.shop],
    ["logged_in_customer_id", identity.customerId ?? ""],
    ["path_prefix", identity.pathPrefix],
    ["timestamp", String(timestamp)],
  ] satisfies [string, string][];
  return new URLSearchParams([...query, ["signature", proxySignature(query, secret)]]);
}
