import express, { type ErrorRequestHandler, type RequestHandler } from "express";
import { createAdminApi } from "#devstore/admin-api/admin-api.ts";
import { CallLog } from "#devstore/calls.ts";
import { Faults } from "#devstore/faults.ts";
import { Holds } from "#devstore/holds.ts";
import { createRandom } from "#devstore/shop/random.ts";
import type { Store } from "#devstore/store/store.ts";
import { adminFrameRoutes } from "./admin-frame/routes.ts";
import { adminGraphqlRoutes } from "./admin-graphql.ts";
import { readAppConfig } from "./app-config.ts";
import { appProxyRoutes } from "./app-proxy/routes.ts";
import { AccessTokens } from "./auth/access-tokens.ts";
import { oauthRoutes } from "./auth/oauth-routes.ts";
import type { AppCredentials } from "./auth/session-tokens.ts";
import { controlRoutes } from "./controls/routes.ts";
import { Installation } from "./installation.ts";
import { Mailbox } from "./mail/mailbox.ts";
import { mailRoutes } from "./mail/routes.ts";
import { storefront } from "./storefront/routes.ts";
import { Visitors } from "./storefront/visitor.ts";
import { Webhooks } from "./webhooks/webhooks.ts";

export type ShopifyOptions = {
  store: Store;
  app: AppCredentials;
  appUrl: URL;
  seed: number;
  appConfigFile: string;
  extensionFolder: string;
  proxyTimeoutMs: number;
  webhookRetryDelaysMs: readonly number[] | undefined;
  unthrottled: boolean;
  openApp: () => Promise<void>;
  addresses: () => Record<string, string>;
  log: (line: string) => void;
};

/** A webhook sent by hand whose topic the app's configuration does not subscribe to goes where the others go. */
const DEFAULT_WEBHOOK_PATH = "/webhooks";

/** Only one shop lives here; the app may ask for another by mistake, as for one that does not exist. */
function onlyThisShop(shopDomain: () => string): RequestHandler {
  return (req, res, next) => {
    const asked = req.get("x-forwarded-host")?.toLowerCase();
    if (asked?.endsWith(".myshopify.com") && asked !== shopDomain()) res.status(404).json({ errors: "Not Found" });
    else next();
  };
}

const answerFailures: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  if (res.headersSent) {
    next(error);
    return;
  }
  // body-parser's errors carry the status they mean.
  const status = error instanceof Error && "status" in error && typeof error.status === "number" ? error.status : 500;
  res.status(status).json({ errors: error instanceof Error ? error.message : String(error) });
};

/** Puts the parts of the devstore together behind one request handler. */
export async function createShopify(options: ShopifyOptions) {
  const { store, app, appUrl, extensionFolder, log } = options;
  const config = await readAppConfig(options.appConfigFile);
  const dice = createRandom(options.seed).fork("webhooks");
  const tokens = new AccessTokens(`${app.apiSecret}/${store.shop.domain}`);
  const installation = new Installation(store, tokens, config.scopes);
  const visitors = new Visitors(store, app.apiSecret);
  const mailbox = new Mailbox();
  const calls = new CallLog();
  const faults = new Faults();
  const holds = new Holds();
  const webhooks = new Webhooks({
    appUrl,
    apiSecret: app.apiSecret,
    shopDomain: () => store.shop.domain,
    pathOf: (topic) => config.webhooks.get(topic) ?? DEFAULT_WEBHOOK_PATH,
    random: () => dice.next(),
    log,
    ...(options.webhookRetryDelaysMs && { retryDelaysMs: options.webhookRetryDelaysMs }),
  });
  store.onChange(({ topic, at, payload }) => {
    // An uninstalled app is told of its uninstalling, and of nothing after that but redaction.
    const listens = installation.installed || topic === "app/uninstalled" || topic === "shop/redact";
    if (listens && config.webhooks.has(topic)) webhooks.send(topic, payload, new Date(at));
  });
  const isInstalled = () => installation.installed;
  const shopDomain = () => store.shop.domain;
  const theme = storefront({ store, visitors, appUrl, extensionFolder, isInstalled });

  /** No bucket of points, for measuring. */
  const api = createAdminApi(store, { unthrottled: options.unthrottled });
  const http = express();
  http.disable("x-powered-by");
  http.set("etag", false);
  http.use(onlyThisShop(shopDomain));
  http.use(oauthRoutes({ app, tokens, shopDomain, grantedScopes: () => installation.scopes, isInstalled }));
  http.use(adminGraphqlRoutes({ store, tokens, installation, faults, holds, calls, api }));
  http.use(
    "/_devstore",
    controlRoutes({
      store,
      installation,
      tokens,
      visitors,
      webhooks,
      webhookTopics: [...config.webhooks.keys()],
      mailbox,
      calls,
      faults,
      api,
      openApp: options.openApp,
      addresses: options.addresses,
    }),
  );
  http.use(
    appProxyRoutes({
      app,
      appUrl,
      shopDomain,
      isInstalled,
      customerNumber: (req) => visitors.of(req).customer?.id ?? null,
      sendLiquid: theme.sendLiquid,
      timeoutMs: options.proxyTimeoutMs,
    }),
  );
  http.use(adminFrameRoutes({ store, app, appUrl, installation, extensionFolder }));
  http.use(mailRoutes(mailbox, store.shop.name, app, () => options.addresses()["smtp"] ?? ""));
  http.use(theme.routes);
  http.use(answerFailures);
  return { handle: http, installation, tokens, visitors, mailbox, webhooks, calls, faults, holds };
}
