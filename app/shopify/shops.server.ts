import { db } from "../platform/db.server.ts";
import { accessTokens } from "./access-tokens.server.ts";

/** The shop installed the app, or came back. */
export async function rememberInstall(shop: string): Promise<void> {
  await db().shop.upsert({ where: { shop }, create: { shop }, update: {} });
  // Coming back counts as a new installation, so that a late word of the old un-install is known to be old.
  await db().shop.updateMany({
    where: { shop, uninstalledAt: { not: null } },
    data: { uninstalledAt: null, installedAt: new Date() },
  });
}

/**
 * The shop removed the app: nothing may be read from it any more. What was said in its conversations stays until
 * Shopify asks for the shop's redaction, 48 hours later.
 */
export async function rememberUninstall(shop: string, at: Date): Promise<void> {
  await db().shopifySession.deleteMany({ where: { shop } });
  await db().shop.updateMany({ where: { shop }, data: { uninstalledAt: at } });
  accessTokens.forget(shop);
}
