import { z } from "zod";
import { db } from "../platform/db.server.ts";
import { errorFields, log } from "../platform/log.server.ts";
import { adminClientFor } from "./admin-client.server.ts";
import { ShopInfoDocument } from "./generated/admin.ts";

/** What the rest of the app needs to know of a shop itself. */
export type StoredShopProfile = {
  shop: string;
  name: string;
  /** IANA name, such as `Europe/Dublin`. */
  timeZone: string;
  /** ISO 4217. */
  currency: string;
  locale: string;
  agentName: string;
  greeting: string;
  /** Greetings by language, where it has one of its own: `{ de: "Moin!" }`. */
  greetings: Readonly<Record<string, string>>;
  /** The name of a ready-made tone, and the merchant's own words besides. */
  tonePreset: string;
  tone: string;
  /** What the merchant asks the agent to keep in mind. */
  instructions: string;
  /** ISO 639-1; empty for whichever the shopper writes in. */
  languages: readonly string[];
};

const greetingsSchema = z.record(z.string(), z.string()).catch({});

/** Read from Shopify this often; a shop's name and time zone hardly ever change. */
const FRESH_MS = 24 * 60 * 60 * 1000;
const CACHE_MS = 60_000;

const cache = new Map<string, { profile: StoredShopProfile; until: number }>();

/**
 * A shop's profile: from memory for a minute, else from the database, and from Shopify when that is a day old.
 * When Shopify cannot be asked, what is known is used.
 */
export async function shopProfile(shop: string): Promise<StoredShopProfile> {
  const cached = cache.get(shop);
  if (cached && cached.until > Date.now()) return cached.profile;
  let row = await db().shop.findUnique({ where: { shop } });
  if (!row?.profileReadAt || row.profileReadAt.getTime() < Date.now() - FRESH_MS) {
    row = (await readFromShopify(shop)) ?? row;
  }
  const profile: StoredShopProfile = {
    shop,
    name: row?.name ?? shop.replace(/\.myshopify\.com$/, ""),
    timeZone: row?.timeZone ?? "UTC",
    currency: row?.currency ?? "USD",
    locale: row?.locale ?? "en",
    agentName: row?.agentName ?? "",
    greeting: row?.greeting ?? "",
    greetings: greetingsSchema.parse(row?.greetings ?? {}),
    tonePreset: row?.tonePreset ?? "",
    tone: row?.tone ?? "",
    instructions: row?.instructions ?? "",
    languages: row?.languages ?? [],
  };
  cache.set(shop, { profile, until: Date.now() + CACHE_MS });
  return profile;
}

export function dropShopProfile(shop: string): void {
  cache.delete(shop);
}

async function readFromShopify(shop: string) {
  try {
    const client = await adminClientFor(shop);
    const outcome = await client.run(ShopInfoDocument, {}, { deadlineMs: 3_000 });
    if (outcome.kind !== "ok") return null;
    const { name, ianaTimezone, currencyCode } = outcome.data.shop;
    const data = { name, timeZone: ianaTimezone, currency: currencyCode, profileReadAt: new Date() };
    return await db().shop.upsert({ where: { shop }, create: { shop, ...data }, update: data });
  } catch (error) {
    log.warn({ shop, ...errorFields(error) }, "the shop's profile could not be read");
    return null;
  }
}
