import "@shopify/shopify-app-remix/adapters/node";
// Imported for its effect: it installs fetch adapters of its own, and ours must come after them.
import "@shopify/shopify-app-remix/server";
import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";
import { env } from "../platform/env.server.ts";

/**
 * The only place that knows how Shopify is reached. In production that is Shopify itself; with `SHOPIFY_GATEWAY_URL`
 * every request and link for `*.myshopify.com` goes to that origin instead, with the shop in `X-Forwarded-Host`.
 */
const SHOP_URL = /^https:\/\/([a-z0-9][a-z0-9-]*\.myshopify\.com)(?=[/?#]|$)/i;
const SHOPIFY_APP_BRIDGE = "https://cdn.shopify.com/shopifycloud/app-bridge.js";
/** The library's own calls (tokens) have no time limit. */
const LIBRARY_TIMEOUT_MS = 10_000;

const gateway = (): string | undefined => env().SHOPIFY_GATEWAY_URL?.replace(/\/+$/, "");

/** `fetch` for Shopify's APIs: `url` names the shop's own `https://{shop}.myshopify.com/…`. */
export function shopifyFetch(url: string, init: RequestInit = {}): Promise<Response> {
  const origin = gateway();
  const shop = origin ? SHOP_URL.exec(url)?.[1] : undefined;
  if (!origin || !shop) return fetch(url, init);
  const headers = new Headers(init.headers);
  headers.set("X-Forwarded-Host", shop.toLowerCase());
  return fetch(url.replace(SHOP_URL, origin), { ...init, headers });
}

setAbstractFetchFunc((input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  return shopifyFetch(url, { signal: AbortSignal.timeout(LIBRARY_TIMEOUT_MS), ...init });
});

/** A page of the shop's admin for the merchant's browser; `path` begins with a slash and comes after `/admin`. */
export function shopAdminUrl(shop: string, path: string): string {
  return `${gateway() ?? `https://${shop}`}/admin${path}`;
}

/** The shop's storefront for a browser. */
export function storefrontUrl(shop: string, path = "/"): string {
  return `${gateway() ?? `https://${shop}`}${path}`;
}

export function appBridgeUrl(): string {
  const origin = gateway();
  return origin ? `${origin}/app-bridge.js` : SHOPIFY_APP_BRIDGE;
}

/** Origins whose pages may show the embedded app in a frame: the shop's own admin, and nobody else's. */
export function frameAncestors(shop: string): string[] {
  const origin = gateway();
  return [`https://${shop}`, "https://admin.shopify.com", ...(origin ? [new URL(origin).origin] : [])];
}

/**
 * A response made by Shopify's library (App Bridge's bounce page, redirects into the admin), as it must be behind the
 * gateway. Without a gateway it is returned as it is.
 */
export async function throughGateway(response: Response): Promise<Response> {
  const origin = gateway();
  if (!origin) return response;
  const headers = new Headers(response.headers);
  const location = headers.get("location");
  if (location) headers.set("location", location.replace(SHOP_URL, origin));
  headers.delete("link");
  const shop = /frame-ancestors https:\/\/([^\s;]+)/.exec(headers.get("content-security-policy") ?? "")?.[1];
  if (shop) headers.set("content-security-policy", `frame-ancestors ${frameAncestors(shop).join(" ")};`);
  const html = headers.get("content-type")?.startsWith("text/html") === true;
  const body = html ? (await response.text()).replaceAll(SHOPIFY_APP_BRIDGE, appBridgeUrl()) : response.body;
  return new Response(body, { status: response.status, statusText: response.statusText, headers });
}
