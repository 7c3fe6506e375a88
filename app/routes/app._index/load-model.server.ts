import { ownUrl } from "../../agent/models/model-settings.ts";
import { readModelSettings } from "../../agent/models/model-settings.server.ts";
import { operatorsModelAtHand } from "../../agent/models/pick.server.ts";
import { monthsSpending } from "../../agent/models/spending.server.ts";

/** From here on, as a share of the limit, the merchant is warned. */
const NEARLY = 0.8;

export type ModelAtHome = {
  inUse: { kind: "embedded" } | { kind: "provider"; model: string; host: string };
  /** US dollars, only where a limit is nearly or wholly spent. */
  spending: { reached: boolean; usd: number; limit: number } | null;
};

/** Which model answers the shop's shoppers, and whether its monthly limit lets it. */
export async function modelAtHome(shop: string): Promise<ModelAtHome> {
  const { settings } = await readModelSettings(shop);
  const url = ownUrl(settings);
  const provider =
    settings.provider === "app" ? operatorsModelAtHand() : url && { model: settings.model, host: url.host };
  const limit = settings.monthlyLimit;
  if (!provider || limit === null) return { inUse: inUse(provider), spending: null };
  const { usd } = await monthsSpending(shop);
  return { inUse: inUse(provider), spending: usd < limit * NEARLY ? null : { reached: usd >= limit, usd, limit } };
}

function inUse(provider: { model: string; host: string } | null): ModelAtHome["inUse"] {
  return provider ? { kind: "provider", ...provider } : { kind: "embedded" };
}
