import { db } from "../platform/db.server.ts";
import { errorFields, log } from "../platform/log.server.ts";
import { accessTokens } from "./access-tokens.server.ts";
import { adminClientFor } from "./admin-client.server.ts";
import { ShopInfoDocument } from "./generated/admin.ts";

/** Shopify waits 5 seconds for the answer to a webhook. */
const ASK_MS = 3_000;

type Installed = (shop: string) => Promise<void>;
let hearsOfInstalls: Installed | undefined;

/** Names who is told of each shop that installs the app or comes back; undefined when nobody is any longer. */
export function whenInstalled(told: Installed | undefined): void {
  hearsOfInstalls = told;
}

/**
 * The shop signed in: if the app is new to it, or was gone, that is told once. What comes of being told is no part of the
 * sign-in, which neither waits for Shopify nor fails for it.
 */
export async function rememberInstall(shop: string): Promise<void> {
  const before = await db().shop.findUnique({ where: { shop }, select: { uninstalledAt: true } });
  await db().shop.upsert({ where: { shop }, create: { shop }, update: { uninstalledAt: null } });
  if (before !== null && before.uninstalledAt === null) return;
  try {
    await hearsOfInstalls?.(shop);
  } catch (error) {
    log.error({ shop, ...errorFields(error) }, "the shop was installed, but what follows from it could not be begun");
  }
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

/**
 * Whether Shopify still takes our token: webhooks come late and in any order, and a shop that came back must not be
 * taken for one that left. Un-installing ends every token before its webhook is sent.
 */
export async function isInstalled(shop: string): Promise<boolean> {
  const client = await adminClientFor(shop);
  const outcome = await client.run(ShopInfoDocument, {}, { deadlineMs: ASK_MS });
  return outcome.kind === "ok";
}
