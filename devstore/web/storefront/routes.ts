import path from "node:path";
import express, { type Request, type Response, Router } from "express";
import type { Store } from "#devstore/store/store.ts";
import { asyncRoute } from "../async-route.ts";
import { type Html, raw } from "../html.ts";
import { renderEmbeds, renderProxyLiquid } from "./embed.ts";
import { layout, policyHandle, policyTitle } from "./layout.ts";
import { ASSET_PATH } from "./liquid.ts";
import {
  accountPage,
  homePage,
  loginPage,
  notFoundPage,
  orderPage,
  type PageBody,
  type PageContext,
  productPage,
  prosePage,
} from "./pages.ts";
import type { Visitors } from "./visitor.ts";
import { wordsFor } from "./words.ts";

export type StorefrontOptions = {
  store: Store;
  visitors: Visitors;
  appUrl: URL;
  extensionFolder: string;
  isInstalled: () => boolean;
};

const YEAR_SECONDS = 31_536_000;

export type Storefront = {
  routes: Router;
  /** Sends a page that is none of the theme's own: Liquid from the app proxy. */
  sendLiquid: (req: Request, res: Response, source: string, status: number) => Promise<void>;
};

export function storefront(options: StorefrontOptions): Storefront {
  const { store, visitors } = options;

  const send = async (req: Request, res: Response, pageType: string, page: PageBody, status = 200): Promise<void> => {
    const visitor = visitors.of(req);
    if (typeof req.query["locale"] === "string") visitors.rememberLocale(res, visitor.locale);
    const view = { visitor, path: req.path, host: store.shop.domain, pageType };
    const embed = options.isInstalled()
      ? await renderEmbeds(store, options.extensionFolder, view)
      : { head: "", body: "" };
    const document: Html = layout(store, visitor, { ...page, path: req.path }, embed);
    res
      .status(status)
      .set("Content-Security-Policy", contentSecurityPolicy(options.appUrl))
      .type("html")
      .send(document.text);
  };

  const context = (req: Request): PageContext => {
    const visitor = visitors.of(req);
    return { store, visitor, words: wordsFor(visitor.locale) };
  };
  const notFound = (req: Request, res: Response) => send(req, res, "404", notFoundPage(context(req)), 404);

  const router = Router();
  router.use(
    ASSET_PATH,
    express.static(path.join(options.extensionFolder, "assets"), {
      setHeaders: (res) => {
        // The address carries the file's version, so a browser may keep it, as it may Shopify's.
        const versioned = new URL(res.req.url, "http://storefront").searchParams.has("v");
        res.setHeader("Cache-Control", versioned ? `public, max-age=${YEAR_SECONDS}, immutable` : "no-cache");
        res.setHeader("Access-Control-Allow-Origin", "*");
      },
    }),
  );
  router.use("/_assets", express.static(path.join(import.meta.dirname, "..", "assets")));
  router.get(
    "/",
    asyncRoute((req, res) => send(req, res, "index", homePage(context(req)))),
  );
  router.get(
    "/products/:handle",
    asyncRoute((req, res) => {
      const product = store.products.find(({ handle, status }) => handle === req.params.handle && status === "ACTIVE");
      return product ? send(req, res, "product", productPage(context(req), product)) : notFound(req, res);
    }),
  );

  router.get(
    "/pages/:handle",
    asyncRoute((req, res) => {
      const page = store.pages.find(({ handle, published }) => handle === req.params.handle && published);
      return page ? send(req, res, "page", prosePage(page.title, page.body)) : notFound(req, res);
    }),
  );

  router.get(
    "/policies/:handle",
    asyncRoute((req, res) => {
      const policy = store.policies.find(({ type }) => policyHandle(type) === req.params.handle);
      return policy ? send(req, res, "policy", prosePage(policyTitle(policy), policy.body)) : notFound(req, res);
    }),
  );

  router.get(
    "/account/login",
    asyncRoute((req, res) => send(req, res, "customers/login", loginPage(context(req)))),
  );
  router.post("/account/login", express.urlencoded({ extended: false }), (req, res) => {
    const { customerId } = req.body as { customerId?: string };
    visitors.logIn(res, customerId ? store.customer(customerId) : null);
    res.redirect(303, customerId ? "/account" : "/");
  });
  router.post("/account/logout", (_req, res) => {
    visitors.logIn(res, null);
    res.redirect(303, "/");
  });
  router.get(
    "/account",
    asyncRoute(async (req, res) => {
      const { customer } = visitors.of(req);
      if (!customer) {
        res.redirect(303, "/account/login");
        return;
      }
      await send(req, res, "customers/account", accountPage(context(req), customer));
    }),
  );
  router.get(
    "/account/orders/:id",
    asyncRoute((req, res) => {
      const { customer } = visitors.of(req);
      const order = store.order(req.params["id"] ?? "");
      const own = customer !== null && order?.customer?.id === customer.id ? order : null;
      return own ? send(req, res, "customers/order", orderPage(context(req), own)) : notFound(req, res);
    }),
  );

  router.get("*", asyncRoute(notFound));

  return {
    routes: router,
    sendLiquid: async (req, res, source, status) => {
      const visitor = visitors.of(req);
      const view = { visitor, path: req.path, host: store.shop.domain, pageType: "app_proxy" };
      const body = raw(await renderProxyLiquid(store, options.extensionFolder, view, source));
      await send(req, res, "app_proxy", { title: store.shop.name, body }, status);
    },
  };
}

/** Only the shop and the app: whatever else the widget would ask for is refused by the browser, and seen in tests. */
function contentSecurityPolicy(appUrl: URL): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${appUrl.origin}`,
    `connect-src 'self' ${appUrl.origin}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
