import { errorFields, log } from "../../platform/log.server.ts";
import { resolutionCounts } from "../../resolutions/list-resolutions.server.ts";
import { policyFor } from "../../resolutions/policies.server.ts";
import type { ResolutionCounts } from "../../resolutions/resolution-list.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";

/** `policy.version` is 0 for the preset of a shop that never published one. */
export type LedgerAtHome = { counts: ResolutionCounts; policy: { name: string; version: number } };

/** Null when it cannot be read now: the rest of the page is worth showing without it. */
export async function ledgerAtHome(shop: string): Promise<LedgerAtHome | null> {
  try {
    const [counts, { currency }] = await Promise.all([resolutionCounts(shop), shopProfile(shop)]);
    const { version, policy } = await policyFor(shop, currency);
    return { counts, policy: { name: policy.name, version } };
  } catch (error) {
    log.error({ shop, ...errorFields(error) }, "the ledger could not be counted");
    return null;
  }
}
