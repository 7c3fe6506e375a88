import { z } from "zod";
import { db } from "../../platform/db.server.ts";
import { accessTokens } from "../access-tokens.server.ts";
import { shopifyLibrary } from "../api.server.ts";
import type { WebhookHandlers } from "./receive-webhook.server.ts";

const scopesUpdate = z.object({ current: z.array(z.string()) });

/** What Shopify says about the app itself in a shop; that it was removed is heard where its data is kept. */
export const appWebhooks: WebhookHandlers = {
  async APP_SCOPES_UPDATE({ shop, payload }) {
    const { current } = scopesUpdate.parse(payload);
    const id = shopifyLibrary().session.getOfflineId(shop);
    await db().shopifySession.updateMany({ where: { id, shop }, data: { scope: current.join(",") } });
    accessTokens.forget(shop);
  },
};
