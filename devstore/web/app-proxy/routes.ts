import { type Request, type Response, Router } from "express";
import { asyncRoute } from "../async-route.ts";
import type { AppCredentials } from "../auth/session-tokens.ts";
import { forward } from "./forward.ts";
import { signedProxyQuery } from "./signed-query.ts";

/** Where the storefront's path leads; `[app_proxy]` of shopify.app.toml says the same. */
export const APP_PROXY = { pathPrefix: "/apps/wherewithal", appPath: "/proxy" } as const;

export type AppProxyOptions = {
  app: AppCredentials;
  appUrl: URL;
  shopDomain: () => string;
  isInstalled: () => boolean;
  /** The number in the GID of the customer who is logged in to the storefront. */
  customerNumber: (req: Request) => string | null;
  /** Puts Liquid from the app into the theme's layout and sends it. */
  sendLiquid: (req: Request, res: Response, source: string, status: number) => Promise<void>;
  /** Milliseconds until the app's whole answer has arrived. */
  timeoutMs: number;
};

/** A header for tests and load runs that want to look like many shoppers; there is nothing like it on Shopify. */
const CLIENT_IP_HEADER = "x-devstore-client-ip";

export function appProxyRoutes(options: AppProxyOptions): Router {
  const router = Router();
  const handler = asyncRoute(async (req, res) => {
    const asked = new URL(req.originalUrl, "http://storefront");
    // `..` in the path is resolved by now, and may have led out of the proxy's own.
    const ours = asked.pathname === APP_PROXY.pathPrefix || asked.pathname.startsWith(`${APP_PROXY.pathPrefix}/`);
    if (!ours || !options.isInstalled()) return void res.status(404).type("html").send(thirdPartyError("Not found."));
    const url = new URL(options.appUrl);
    url.pathname = APP_PROXY.appPath + asked.pathname.slice(APP_PROXY.pathPrefix.length);
    url.search = signedProxyQuery(
      asked.searchParams,
      { shop: options.shopDomain(), customerId: options.customerNumber(req), pathPrefix: APP_PROXY.pathPrefix },
      options.app.apiSecret,
    ).toString();
    const outcome = await forward(req, res, {
      url,
      clientIp: clientIp(req),
      storefrontHost: options.shopDomain(),
      timeoutMs: options.timeoutMs,
      onLiquid: (source, { status }) => options.sendLiquid(req, res, source, status),
    });
    if (outcome.kind === "failed" && !res.headersSent) {
      res
        .status(outcome.why === "timeout" ? 504 : 502)
        .type("html")
        .send(thirdPartyError("There was an error in the third-party application."));
    }
  });
  router.use(APP_PROXY.pathPrefix, handler);
  return router;
}

function clientIp(req: Request): string {
  const asked = req.get(CLIENT_IP_HEADER);
  const address = asked ?? req.socket.remoteAddress ?? "127.0.0.1";
  return address.replace(/^::ffff:/, "");
}

function thirdPartyError(message: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Error</title><body style="font:16px/1.5 system-ui;margin:4rem auto;max-width:40rem;padding:0 1rem"><h1>Something went wrong</h1><p>${message}</p></body></html>`;
}
