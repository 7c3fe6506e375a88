import { seal, unseal } from "../../platform/crypto.server.ts";
import { db } from "../../platform/db.server.ts";
import { env } from "../../platform/env.server.ts";
import { errorFields, log } from "../../platform/log.server.ts";
import { outboundFetch } from "../../platform/outbound.server.ts";
import { nextVersion, type Replaced, versionOf } from "../../platform/versions.ts";
import { type ModelSettings, modelSettingsSchema, ownUrl } from "./model-settings.ts";
import type { Deed } from "../../staff/audit.ts";
import { changeRows } from "../../staff/audit.server.ts";

const NOTHING_SAID: ModelSettings = { provider: "app", baseUrl: "", model: "", price: null, monthlyLimit: null };

/** What people may know of a key that is stored; `setAt` is ISO 8601. `end` is empty for keys too short to show any of. */
export type KnownKey = { end: string; origin: string; setAt: string };

export type StoredModel = { settings: ModelSettings; version: string | null; key: KnownKey | null };

/** Keys shorter than this show nothing of themselves. */
const SHORT_KEY = 16;

/** What the shop has chosen. What cannot be read counts as the embedded model: it sends no word to anybody. */
export async function readModelSettings(shop: string): Promise<StoredModel> {
  const row = await db().modelSettings.findUnique({ where: { shop }, omit: { apiKey: true } });
  if (!row) return { settings: NOTHING_SAID, version: null, key: null };
  const read = modelSettingsSchema.safeParse(row.settings);
  if (!read.success) log.error({ shop, ...errorFields(read.error) }, "the shop's choice of a model cannot be read");
  const { apiKeyEnd: end, apiKeyOrigin: origin, apiKeySetAt: setAt } = row;
  return {
    settings: read.success ? read.data : { ...NOTHING_SAID, provider: "embedded" },
    version: versionOf(row.updatedAt),
    key: setAt && { end, origin, setAt: setAt.toISOString() },
  };
}

/** The shop's key for an origin; null when it has none for it, or it can no longer be opened. */
export async function openModelKey(shop: string, origin: string): Promise<string | null> {
  const row = await db().modelSettings.findUnique({ where: { shop }, select: { apiKey: true } });
  return row?.apiKey ? unseal(row.apiKey, boundTo(shop, origin)) : null;
}

/** A key of one shop, copied to another or sent to another address, would open nothing. */
const boundTo = (shop: string, origin: string) => `model key of ${shop} for ${origin}`;

/**
 * Puts new settings in the place of those the editor saw. A stored key is kept while the address it belongs to stays.
 *
 * @param key a new one; "" for the stored one, null for none
 * @param version of what the editor saw; where another one is stored by now, nothing is changed
 */
export async function replaceModelSettings(
  shop: string,
  settings: ModelSettings,
  key: string | null,
  version: string | null,
  deed: Deed | null = null,
): Promise<Replaced> {
  const before = await readModelSettings(shop);
  const origin = ownUrl(settings)?.origin ?? before.key?.origin ?? "";
  const keeps = key === "" && before.key?.origin === origin;
  const updatedAt = nextVersion(version);
  const data = {
    settings: modelSettingsSchema.parse(settings),
    updatedAt,
    ...(keeps ? {} : keyColumns(shop, origin, key === "" ? null : key)),
  };
  const count = await changeRows(shop, deed, (on) =>
    version === null
      ? on.modelSettings.createMany({ data: [{ shop, ...data }], skipDuplicates: true })
      : on.modelSettings.updateMany({ where: { shop, updatedAt: new Date(version) }, data }),
  );
  return count === 0 ? { kind: "conflict" } : { kind: "saved", version: updatedAt.toISOString() };
}

function keyColumns(shop: string, origin: string, key: string | null) {
  if (key === null) return { apiKey: null, apiKeyEnd: "", apiKeyOrigin: "", apiKeySetAt: null };
  return {
    apiKey: seal(key, boundTo(shop, origin)),
    apiKeyEnd: key.length < SHORT_KEY ? "" : key.slice(-4),
    apiKeyOrigin: origin,
    apiKeySetAt: new Date(),
  };
}

let send: ReturnType<typeof outboundFetch> | undefined;

/** How requests reach the addresses that merchants name. */
export function merchantFetch(): ReturnType<typeof outboundFetch> {
  send ??= outboundFetch(env().MODEL_PRIVATE_HOSTS);
  return send;
}
