import { setTimeout as pause } from "node:timers/promises";
import { db } from "../../platform/db.server.ts";
import { log } from "../../platform/log.server.ts";
import { adminClientFor } from "../../shopify/admin-client.server.ts";
import type { AdminClient } from "../../shopify/admin-client.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { dropShopDates, shopDates } from "../shop-settings.server.ts";
import { sampleOf } from "./delivered.ts";
import { learn } from "./learn.ts";
import { readDelivered } from "./read-delivered.server.ts";
import { replaceLearntRows } from "./store.server.ts";

/** Shops that have the app, for the daily refresh. */
export async function shopsToRefresh(): Promise<string[]> {
  const rows = await db().shop.findMany({ where: { uninstalledAt: null }, select: { shop: true } });
  return rows.map(({ shop }) => shop);
}

/**
 * Learns anew how long a shop's orders take from what was sent lately. When Shopify cannot be asked, what was learnt
 * before stays.
 */
export async function refreshEstimates(
  shop: string,
  parts: { client?: AdminClient; now?: Date } = {},
): Promise<{ kind: "ok"; parcels: number; rows: number } | { kind: "unavailable"; why: string }> {
  const client = parts.client ?? (await adminClientFor(shop));
  const now = parts.now ?? new Date();
  const history = await readDelivered(client, now, (milliseconds) => pause(milliseconds));
  if (history.kind !== "ok") {
    log.warn({ shop, why: history.why }, "the shop's deliveries could not be read; its estimates stay as they are");
    return history;
  }
  const { timeZone } = await shopProfile(shop);
  const dates = await shopDates(shop, timeZone);
  const samples = history.parcels.map((parcel) => sampleOf(parcel, dates, now)).filter((sample) => sample !== null);
  const rows = learn(samples);
  await replaceLearntRows(shop, rows);
  dropShopDates(shop);
  log.info({ shop, parcels: samples.length, rows: rows.length }, "learnt how long deliveries take");
  return { kind: "ok", parcels: samples.length, rows: rows.length };
}
