import { HttpResponseError } from "@shopify/shopify-api";
import { z } from "zod";
import { db } from "../platform/db.server.ts";
import { errorFields, log } from "../platform/log.server.ts";
import { createAccessTokens } from "./access-tokens.ts";
import type { RefreshOutcome, TokenSource } from "./access-tokens.ts";
import { shopifyLibrary } from "./api.server.ts";
import { sessionStorage } from "./session-storage.server.ts";

/** The library leaves its errors' response untyped. */
const answered = z.object({ code: z.number() }).catch({ code: 0 });
/** Statuses that say that this refresh token will never do: not throttling, not trouble on Shopify's side. */
const REFUSALS: ReadonlySet<number> = new Set([400, 401, 403, 404]);

const source: TokenSource = {
  async load(shop) {
    const session = await sessionStorage.loadSession(shopifyLibrary().session.getOfflineId(shop));
    if (!session?.accessToken) return null;
    return {
      accessToken: session.accessToken,
      expiresAt: session.expires ?? null,
      refreshToken: session.refreshToken ?? null,
    };
  },

  async refresh(shop, refreshToken): Promise<RefreshOutcome> {
    try {
      const { session } = await shopifyLibrary().auth.refreshToken({ shop, refreshToken });
      await sessionStorage.storeSession(session);
      log.info({ shop }, "refreshed the shop's access token");
      return { kind: "refreshed" };
    } catch (error) {
      const refused = error instanceof HttpResponseError && REFUSALS.has(answered.parse(error.response).code);
      log.warn({ shop, refused, ...errorFields(error) }, "could not refresh the shop's access token");
      return refused ? { kind: "refused" } : { kind: "failed", message: "Shopify did not give a new token" };
    }
  },

  async drop(shop, { expiresAt }) {
    const id = shopifyLibrary().session.getOfflineId(shop);
    await db().shopifySession.deleteMany({ where: { id, shop, expiresAt } });
    log.warn({ shop }, "Shopify takes the shop's token no more; its next visit brings a new one");
  },
};

export const accessTokens = createAccessTokens(source);
