import { Session } from "@shopify/shopify-api";
import type { SessionParams } from "@shopify/shopify-api";
import type { shopifyApp } from "@shopify/shopify-app-remix/server";
import { seal, unseal } from "../platform/crypto.server.ts";
import { db, sql } from "../platform/db.server.ts";
import type { ShopifySession } from "../platform/generated/prisma/client.ts";

type SessionStorage = NonNullable<Parameters<typeof shopifyApp>[0]["sessionStorage"]>;

/**
 * Where Shopify's library keeps its sessions: our own table, tokens sealed at rest. A row that can no longer be opened
 * (the key was changed) counts as no session: the next visit of the merchant exchanges a new token.
 */
export const sessionStorage: SessionStorage = {
  async storeSession(session) {
    const { id, shop, isOnline, state, scope = null, expires = null, accessToken, refreshToken } = session.toObject();
    // Shopify keeps one expiring offline token per shop alive, the newest. When two processes fetch one at the same
    // time they may arrive here in the other order, so an offline token never replaces one that lives longer.
    await sql().query(
      `INSERT INTO shopify_session
         (shop, id, is_online, state, scope, expires_at, access_token, refresh_token, refresh_token_expires_at, user_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (shop, id) DO UPDATE SET
         is_online = excluded.is_online, state = excluded.state, scope = excluded.scope,
         expires_at = excluded.expires_at, access_token = excluded.access_token, refresh_token = excluded.refresh_token,
         refresh_token_expires_at = excluded.refresh_token_expires_at, user_id = excluded.user_id
       WHERE excluded.is_online OR excluded.expires_at IS NULL
         OR shopify_session.expires_at IS NULL OR excluded.expires_at >= shopify_session.expires_at`,
      [
        shop,
        id,
        isOnline,
        state,
        scope,
        expires,
        accessToken ? seal(accessToken) : null,
        refreshToken ? seal(refreshToken) : null,
        session.refreshTokenExpires ?? null,
        session.onlineAccessInfo ? String(session.onlineAccessInfo.associated_user.id) : null,
      ],
    );
    return true;
  },

  async loadSession(id) {
    const row = await db().shopifySession.findUnique({ where: { id } });
    return row ? fromRow(row) : undefined;
  },

  async deleteSession(id) {
    await db().shopifySession.deleteMany({ where: { id } });
    return true;
  },

  async deleteSessions(ids) {
    await db().shopifySession.deleteMany({ where: { id: { in: ids } } });
    return true;
  },

  async findSessionsByShop(shop) {
    const rows = await db().shopifySession.findMany({ where: { shop }, take: 25 });
    return rows.map(fromRow).filter((session) => session !== undefined);
  },
};

function fromRow(row: ShopifySession): Session | undefined {
  const accessToken = row.accessToken === null ? null : unseal(row.accessToken);
  if (accessToken === null) return undefined;
  const refreshToken = row.refreshToken === null ? null : unseal(row.refreshToken);
  const params: SessionParams = {
    id: row.id,
    shop: row.shop,
    state: row.state,
    isOnline: row.isOnline,
    accessToken,
    ...(row.scope === null ? {} : { scope: row.scope }),
    ...(row.expiresAt === null ? {} : { expires: row.expiresAt }),
    ...(refreshToken === null ? {} : { refreshToken }),
    ...(row.refreshTokenExpiresAt === null ? {} : { refreshTokenExpires: row.refreshTokenExpiresAt }),
  };
  return new Session(params);
}
