import { DEFAULT_PRESET, presetPolicy } from "../policy/presets.ts";
import type { Policy } from "../policy/policy.ts";
import { policySchema } from "../policy/policy.ts";
import { sql } from "../platform/db.server.ts";
import { errorFields, log } from "../platform/log.server.ts";

/** A policy in force. Version 0 is the preset of shops that never published one. */
export type PolicyInForce = { version: number; policy: Policy };

const CACHE_MS = 10_000;
const SHOPS_AT_HAND = 2_000;
const cache = new Map<string, { read: Promise<PolicyInForce | null>; until: number }>();

const NEWEST = `SELECT version, policy FROM policy_version WHERE shop = $1 ORDER BY version DESC LIMIT 1`;

/**
 * The newest published policy, at most ten seconds old; the balanced preset in the shop's currency where none was published.
 * @param fresh reads it now: right before something is done
 */
export async function policyFor(shop: string, currency: string, fresh = false): Promise<PolicyInForce> {
  const cached = fresh ? undefined : cache.get(shop);
  const read = cached && cached.until > Date.now() ? cached.read : readNewest(shop);
  if (read !== cached?.read) keep(shop, read);
  return (await read) ?? { version: 0, policy: presetPolicy(DEFAULT_PRESET, currency) };
}

function keep(shop: string, read: Promise<PolicyInForce | null>): void {
  cache.delete(shop);
  cache.set(shop, { read, until: Date.now() + CACHE_MS });
  read.catch(() => cache.delete(shop));
  const [oldest] = cache.keys();
  if (cache.size > SHOPS_AT_HAND && oldest !== undefined) cache.delete(oldest);
}

/** @throws when the newest policy cannot be read: an older or looser one must not stand in for it */
async function readNewest(shop: string): Promise<PolicyInForce | null> {
  const [row] = await sql().query<{ version: number; policy: unknown }>(NEWEST, [shop]);
  if (!row) return null;
  const parsed = policySchema.safeParse(row.policy);
  if (parsed.success) return { version: row.version, policy: parsed.data };
  log.error({ shop, version: row.version, ...errorFields(parsed.error) }, "the shop's policy cannot be read");
  throw new Error("the shop's policy cannot be read", { cause: parsed.error });
}

/** Forgets what is at hand of a shop's policy: another version has come into force. */
export function dropPolicy(shop: string): void {
  cache.delete(shop);
}

const PUBLISH = `
  INSERT INTO policy_version (shop, version, policy, published_by)
  SELECT $1, coalesce(max(version), 0) + 1, $2::jsonb, $3 FROM policy_version WHERE shop = $1
  ON CONFLICT (shop, version) DO NOTHING
  RETURNING version`;

const TRIES = 5;

/** Makes a new version of a shop's policy, in force from now on. Versions never change afterwards. */
export async function publishPolicy(shop: string, policy: Policy, publishedBy: string): Promise<number> {
  const json = JSON.stringify(policySchema.parse(policy));
  for (let tries = 0; tries < TRIES; tries++) {
    const [row] = await sql().query<{ version: number }>(PUBLISH, [shop, json, publishedBy]);
    if (row) {
      dropPolicy(shop);
      return row.version;
    }
  }
  throw new Error("others published policies at the same time, again and again");
}
