import { adminQueryHmac } from "../auth/signatures.ts";
import { STAFF_USER } from "../auth/staff.ts";
import { type AppCredentials, signSessionToken } from "../auth/session-tokens.ts";

/** `my-store` of `my-store.myshopify.com`: how the admin's own addresses name a shop. */
export function storeHandle(shopDomain: string): string {
  return shopDomain.replace(/\.myshopify\.com$/, "");
}

/** The `host` parameter: the admin's address of this shop, in base64 without padding. */
function hostParam(shopDomain: string): string {
  return Buffer.from(`admin.shopify.com/store/${storeHandle(shopDomain)}`)
    .toString("base64")
    .replace(/=+$/, "");
}

/**
 * The address at which the admin loads a page of the app in its iframe, as `authenticate.admin` of
 * `@shopify/shopify-app-remix` expects it: shop, host, a fresh id token, and an `hmac` over all of them.
 *
 * @param pathAndQuery a page of the app, `/app/settings?tab=2`
 */
export async function embeddedAppUrl(
  app: AppCredentials,
  appUrl: URL,
  shopDomain: string,
  pathAndQuery: string,
  { userId = STAFF_USER.id, locale = "en" }: { userId?: number; locale?: string } = {},
): Promise<URL> {
  const url = new URL(pathAndQuery, appUrl);
  if (url.origin !== appUrl.origin) throw new Error(`${pathAndQuery} is not a path of the app`);
  const query: [string, string][] = [
    ...url.searchParams,
    ["embedded", "1"],
    ["host", hostParam(shopDomain)],
    ["id_token", await signSessionToken(app, { shop: shopDomain, userId })],
    ["locale", locale],
    ["session", adminQueryHmac([["shop", shopDomain]], app.apiSecret)],
    ["shop", shopDomain],
    ["timestamp", String(Math.floor(Date.now() / 1000))],
  ];
  url.search = new URLSearchParams([...query, ["hmac", adminQueryHmac(query, app.apiSecret)]]).toString();
  return url;
}
