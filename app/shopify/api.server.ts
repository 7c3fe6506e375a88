// First, so that the library's requests go where ours go.
import "./gateway.server.ts";
import { shopifyApi } from "@shopify/shopify-api";
import { env } from "../platform/env.server.ts";
import { API_VERSION } from "./api-version.ts";
import { libraryLog } from "./library-log.server.ts";

const create = () => {
  const { SHOPIFY_API_KEY, SHOPIFY_API_SECRET, SHOPIFY_APP_URL } = env();
  const appUrl = new URL(SHOPIFY_APP_URL);
  return shopifyApi({
    apiKey: SHOPIFY_API_KEY,
    apiSecretKey: SHOPIFY_API_SECRET,
    hostName: appUrl.host,
    hostScheme: appUrl.protocol === "http:" ? "http" : "https",
    apiVersion: API_VERSION,
    isEmbeddedApp: true,
    userAgentPrefix: USER_AGENT,
    logger: libraryLog,
    _logDisabledFutureFlags: false,
  });
};

let api: ReturnType<typeof create> | undefined;

export const USER_AGENT = "Wherewithal";

/** Shopify's plain library, for what the Remix package keeps to itself: refreshing tokens, checking webhooks. */
export function shopifyLibrary(): ReturnType<typeof create> {
  api ??= create();
  return api;
}
