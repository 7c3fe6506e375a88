// First, so that the library's requests go where ours go.
import "./gateway.server.ts";
import { AppDistribution, shopifyApp } from "@shopify/shopify-app-remix/server";
import { env } from "../platform/env.server.ts";
import { USER_AGENT } from "./api.server.ts";
import { API_VERSION } from "./api-version.ts";
import { libraryLog } from "./library-log.server.ts";
import { REQUIRED_SCOPES } from "./scopes.ts";
import { sessionStorage } from "./session-storage.server.ts";
import { rememberInstall } from "./shops.server.ts";

const create = () => {
  const { SHOPIFY_API_KEY, SHOPIFY_API_SECRET, SHOPIFY_APP_URL, SCOPES } = env();
  return shopifyApp({
    apiKey: SHOPIFY_API_KEY,
    apiSecretKey: SHOPIFY_API_SECRET,
    appUrl: SHOPIFY_APP_URL,
    apiVersion: API_VERSION,
    scopes: SCOPES?.split(",") ?? [...REQUIRED_SCOPES],
    distribution: AppDistribution.AppStore,
    userAgentPrefix: USER_AGENT,
    sessionStorage,
    logger: libraryLog,
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
    // Runs while the shop's token lock is held: it must not call the Admin API.
    hooks: { afterAuth: ({ session }) => rememberInstall(session.shop) },
  });
};

let app: ReturnType<typeof create> | undefined;

/** Shopify's Remix library, made when it is first needed, so that importing a route reads no environment. */
export function shopify(): ReturnType<typeof create> {
  app ??= create();
  return app;
}
