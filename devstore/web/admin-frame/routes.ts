import express, { type Request, type Response, Router } from "express";
import type { Store } from "#devstore/store/store.ts";
import { type AppCredentials, signSessionToken } from "../auth/session-tokens.ts";
import { staffMember, staffOf, switchStaff } from "../auth/staff.ts";
import { asyncRoute } from "../async-route.ts";
import { type Html, html } from "../html.ts";
import type { Installation } from "../installation.ts";
import { adminPage, appFramePage, type ChromeOptions } from "./chrome.ts";
import { clientScript } from "./client-scripts.ts";
import { embeddedAppUrl, storeHandle } from "./embedded-url.ts";
import { themeExtensionInfo } from "./extension-info.ts";
import { listResources } from "./resources.ts";
import { saveThemeEditor, themeEditorPage } from "./theme-editor.ts";

export type AdminFrameOptions = {
  store: Store;
  app: AppCredentials;
  appUrl: URL;
  installation: Installation;
  extensionFolder: string;
};

/**
 * The admin in the merchant's browser. Its canonical addresses are `/admin/apps/{apiKey}/…`; those of admin.shopify.com
 * (`/store/{handle}/apps/…`) lead there.
 */
export function adminFrameRoutes(options: AdminFrameOptions): Router {
  const { store, app, appUrl, installation, extensionFolder } = options;
  const router = Router();
  const chrome = (req: Request, current: ChromeOptions["current"]): ChromeOptions => ({
    shopName: store.shop.name,
    apiKey: app.apiKey,
    current,
    staff: staffOf(req),
  });
  const send = (res: Response, page: Html, status = 200) =>
    res.status(status).set("Content-Security-Policy", "frame-ancestors 'none'").type("html").send(page.text);

  router.get("/app-bridge.js", (_req, res) => {
    res
      .set("Cache-Control", "no-cache")
      .set("Access-Control-Allow-Origin", "*")
      .type("js")
      .send(clientScript("appBridge"));
  });
  router.get("/_assets/admin-frame.js", (_req, res) => {
    res.set("Cache-Control", "no-cache").type("js").send(clientScript("frame"));
  });
  router.get("/_assets/admin-nav.js", (_req, res) => {
    res.set("Cache-Control", "no-cache").type("js").send(clientScript("nav"));
  });

  router.get("/store/:handle", (_req, res) => res.redirect("/admin"));
  router.get("/store/:handle/*", (req, res) =>
    res.redirect(`/admin/${pathAndQuery(req, `/store/${req.params.handle}/`)}`),
  );
  router.get("/admin", (_req, res) => res.redirect(`/admin/apps/${app.apiKey}`));

  router.get(["/admin/apps/:app", "/admin/apps/:app/*"], asyncRoute(openApp));
  async function openApp(req: Request, res: Response): Promise<void> {
    const asked = req.params["app"] ?? "";
    if (asked !== app.apiKey && asked !== "wherewithal") return void send(res, notFoundPage(req), 404);
    installation.install();
    const path = `/${pathAndQuery(req, `/admin/apps/${asked}`).replace(/^\/+/, "")}`;
    const src = await embeddedAppUrl(app, appUrl, store.shop.domain, path, { userId: staffOf(req).id });
    const page = appFramePage({
      ...chrome(req, "app"),
      appOrigin: appUrl.origin,
      src: src.href,
      storeHandle: storeHandle(store.shop.domain),
    });
    // The page holds an id token; a copy of it would hold one that has expired.
    send(res.set("Cache-Control", "no-store"), page);
  }

  router.get(
    "/admin/_frame/session-token",
    asyncRoute(async (req, res) => {
      if (!installation.installed)
        return void res.status(403).json({ error: { code: "not_installed", message: "The app is not installed." } });
      const token = await signSessionToken(app, { shop: store.shop.domain, userId: staffOf(req).id });
      res.set("Cache-Control", "no-store").json({ token });
    }),
  );
  router.post("/admin/_frame/staff", express.urlencoded({ extended: false }), (req, res) => {
    const body = req.body as { staffId?: string };
    switchStaff(res, staffMember(Number(body.staffId)) ?? staffOf(req));
    res.redirect(303, pathOfPage(req));
  });
  router.get("/admin/_frame/scopes", (_req, res) => void res.json(installation.scopes));
  router.get("/admin/_frame/resources", (req, res) => {
    const { type, query } = req.query;
    const words = typeof query === "string" ? query : "";
    res.json(listResources(store, type === "collection" ? "collection" : "product", words));
  });
  router.get(
    "/admin/_frame/extensions",
    asyncRoute(async (_req, res) => {
      res.json([await themeExtensionInfo(extensionFolder, store.shop.theme.appEmbedEnabled)]);
    }),
  );

  router.get(
    "/admin/themes/:id/editor",
    asyncRoute(async (req, res) => {
      send(
        res,
        adminPage(
          "App embeds",
          chrome(req, "theme"),
          await themeEditorPage(store, extensionFolder, "saved" in req.query),
        ),
      );
    }),
  );
  router.post(
    "/admin/themes/:id/editor",
    express.urlencoded({ extended: false }),
    asyncRoute(async (req, res) => {
      await saveThemeEditor(store, extensionFolder, req.body);
      res.redirect(303, `${req.path}?context=apps&saved`);
    }),
  );
  router.get("/admin/*", (req, res) => void send(res, notFoundPage(req), 404));

  function notFoundPage(req: Request): Html {
    const body = html`<h1>Not in the devstore</h1>
      <p>
        This page of Shopify’s admin has no counterpart here. The devstore has the embedded app, the theme editor’s app
        embeds and the mailbox.
      </p>
      <p><a href="/admin">Back to the app</a></p>`;
    return adminPage("Not in the devstore", chrome(req, "none"), body);
  }
  return router;
}

/** The page of the admin that somebody came from. */
function pathOfPage(req: Request): string {
  const from = URL.parse(req.get("referer") ?? "");
  return from?.pathname.startsWith("/admin") ? from.pathname + from.search : "/admin";
}

function pathAndQuery(req: Request, prefix: string): string {
  return req.originalUrl.slice(prefix.length);
}
