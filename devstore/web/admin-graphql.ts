import express, { type Response, Router } from "express";
import type { AdminApi, AdminAuth } from "#devstore/admin-api/admin-api.ts";
import { serveAdminCall, type WireAnswer } from "#devstore/admin-api/serve.ts";
import type { CallLog } from "#devstore/calls.ts";
import type { Faults } from "#devstore/faults.ts";
import type { Holds } from "#devstore/holds.ts";
import type { Store } from "#devstore/store/store.ts";
import { asyncRoute } from "./async-route.ts";
import type { AccessTokens } from "./auth/access-tokens.ts";
import type { Installation } from "./installation.ts";

export type AdminGraphqlOptions = {
  store: Store;
  tokens: AccessTokens;
  installation: Installation;
  faults: Faults;
  holds: Holds;
  calls: CallLog;
  api: AdminApi;
};

/** As public apps created since April 2026 are answered. */
const NON_EXPIRING =
  "[API] Non-expiring access tokens are no longer accepted for the Admin API. Start using expiring offline tokens.";

/**
 * `POST /admin/api/{version}/graphql.json`: who is asking, and the wire. The answer itself, its faults and its place in
 * the call log are the Admin API's.
 */
export function adminGraphqlRoutes(options: AdminGraphqlOptions): Router {
  const { store, tokens, installation, faults, holds, calls, api } = options;
  const router = Router();
  const handler = asyncRoute(async (req, res) => {
    const check = tokens.check(req.get("X-Shopify-Access-Token") ?? "");
    const valid = check.kind === "valid" && installation.installed;
    if (valid && check.token.expiresAt === null) return void res.status(403).json({ errors: NON_EXPIRING });
    const auth: AdminAuth | null = valid ? { shop: store.shop.domain, scopes: installation.scopes } : null;
    const debugCost = req.get("Shopify-GraphQL-Cost-Debug") === "1";
    send(
      res,
      await serveAdminCall({ api, faults, holds, calls, store }, { auth, body: req.body as unknown, debugCost }),
    );
  });
  router.post("/admin/api/:version/graphql.json", express.json({ limit: "10mb" }), handler);
  return router;
}

function send(res: Response, answer: WireAnswer): void {
  if (answer.kind === "hangUp") return void res.destroy();
  res.status(answer.status).set(answer.headers).send(answer.body);
}
