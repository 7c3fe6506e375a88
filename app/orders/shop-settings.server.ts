import { db } from "../platform/db.server.ts";
import { errorFields, log } from "../platform/log.server.ts";
import { nextVersion, type Replaced, type Versioned, versionOf } from "../platform/versions.ts";
import type { Deed } from "../staff/audit.ts";
import { changeRows } from "../staff/audit.server.ts";
import { dayIn } from "./calendar.ts";
import type { ShopDates } from "./estimates/estimate.ts";
import { learntRows } from "./estimates/store.server.ts";
import { publicHolidays } from "./holidays.server.ts";
import { noticeSchema } from "./notices.ts";
import type { Notice } from "./notices.ts";
import { DEFAULT_SETTINGS, shopSettingsSchema } from "./shop-settings.ts";
import type { ShopSettings } from "./shop-settings.ts";

const CACHE_MS = 60_000;
const SHOPS_AT_HAND = 2_000;
const cache = new Map<string, { dates: Promise<ShopDates>; zone: string; until: number }>();

/**
 * All that the shop knows about how long things take: settings, notices in force and what was learnt, from memory for a
 * minute, else from three small tables read side by side. Turns of a shop that begin together share one reading.
 *
 * @param timeZone the shop's own, as Shopify says; the settings may name another.
 */
export function shopDates(shop: string, timeZone: string): Promise<ShopDates> {
  const cached = cache.get(shop);
  if (cached && cached.until > Date.now() && cached.zone === timeZone) return cached.dates;
  const dates = readDates(shop, timeZone);
  cache.delete(shop);
  cache.set(shop, { dates, zone: timeZone, until: Date.now() + CACHE_MS });
  dates.catch(() => {
    dropShopDates(shop);
  });
  const [oldest] = cache.keys();
  if (cache.size > SHOPS_AT_HAND && oldest !== undefined) cache.delete(oldest);
  return dates;
}

/** Whoever changes settings, notices or estimates drops them here; other processes follow within a minute. */
export function dropShopDates(shop: string): void {
  cache.delete(shop);
}

async function readDates(shop: string, timeZone: string): Promise<ShopDates> {
  const [settings, notices, learnt] = await Promise.all([readShopSettings(shop), readNotices(shop), learntRows(shop)]);
  const holidays = await publicHolidays(settings.holidays.regions);
  return { settings, notices, learnt, holidays, timeZone: settings.timeZone ?? timeZone };
}

/** The calendar day it is in a shop, as an ISO date, by the time zone that its dates are told in. */
export async function shopToday(shop: string, timeZone: string, now: Date): Promise<string> {
  const { timeZone: zone } = await shopDates(shop, timeZone);
  return dayIn(now, zone);
}

/** A shop's settings; the defaults where it has none, or none that can be read. */
export async function readShopSettings(shop: string): Promise<ShopSettings> {
  const row = await db().shopSettings.findUnique({ where: { shop } });
  if (!row) return DEFAULT_SETTINGS;
  const parsed = shopSettingsSchema.safeParse(row.settings);
  if (parsed.success) return parsed.data;
  log.error({ shop, ...errorFields(parsed.error) }, "the shop's settings cannot be read; its defaults are used");
  return DEFAULT_SETTINGS;
}

/** The settings with their version, for an editor. What cannot be read is shown as the defaults it counts as. */
export async function settingsToEdit(shop: string): Promise<Versioned<ShopSettings>> {
  const row = await db().shopSettings.findUnique({ where: { shop }, select: { updatedAt: true } });
  return { value: await readShopSettings(shop), version: versionOf(row?.updatedAt) };
}

/**
 * Puts new settings in the place of those the editor saw.
 * @param version of what the editor saw; where another one is stored by now, nothing is changed
 */
export async function replaceShopSettings(
  shop: string,
  settings: ShopSettings,
  version: string | null,
  deed: Deed | null = null,
): Promise<Replaced> {
  const updatedAt = nextVersion(version);
  const data = { settings: shopSettingsSchema.parse(settings), updatedAt };
  const count = await changeRows(shop, deed, (on) =>
    version === null
      ? on.shopSettings.createMany({ data: [{ shop, ...data }], skipDuplicates: true })
      : on.shopSettings.updateMany({ where: { shop, updatedAt: new Date(version) }, data }),
  );
  if (count === 0) return { kind: "conflict" };
  dropShopDates(shop);
  return { kind: "saved", version: updatedAt.toISOString() };
}

export async function saveShopSettings(shop: string, settings: ShopSettings): Promise<void> {
  const data = { settings: shopSettingsSchema.parse(settings), updatedAt: new Date() };
  await db().shopSettings.upsert({ where: { shop }, create: { shop, ...data }, update: data });
  dropShopDates(shop);
}

/** The notices whose end has not passed; a day's grace covers every time zone. Those that cannot be read are left out. */
export async function readNotices(shop: string, now: Date = new Date()): Promise<Notice[]> {
  const since = new Date(now.getTime() - 24 * 60 * 60 * 1000);
  const rows = await db().notice.findMany({
    where: { shop, until: { gte: since } },
    orderBy: { until: "asc" },
    take: 100,
  });
  return rows.flatMap((row) => {
    const parsed = noticeSchema.safeParse(row.notice);
    if (!parsed.success) log.error({ shop, notice: row.id, ...errorFields(parsed.error) }, "a notice cannot be read");
    return parsed.success ? [parsed.data] : [];
  });
}

/** Declares a notice, or changes the one with its id. */
export async function saveNotice(shop: string, notice: Notice): Promise<void> {
  const parsed = noticeSchema.parse(notice);
  const data = { notice: parsed, until: new Date(`${parsed.until}T00:00:00Z`), updatedAt: new Date() };
  await db().notice.upsert({
    where: { shop_id: { shop, id: parsed.id } },
    create: { shop, id: parsed.id, ...data },
    update: data,
  });
  dropShopDates(shop);
}

export async function removeNotice(shop: string, id: string): Promise<void> {
  await db().notice.deleteMany({ where: { shop, id } });
  dropShopDates(shop);
}
