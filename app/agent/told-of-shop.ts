import type { Policy } from "../policy/policy.ts";
import { briefForModel } from "../policy/summary.ts";
import type { StoredShopProfile } from "../shopify/shop-profile.server.ts";
import { languageNames, toneInWords } from "./agent-settings.ts";
import type { ShopProfile } from "./turn.ts";

/** What a model is told of a shop, its merchant's wishes and its policy. @param locale the conversation's, BCP 47 */
export function toldOfShop(shop: StoredShopProfile, locale: string, policy: Policy): ShopProfile {
  return {
    name: shop.name,
    agentName: shop.agentName,
    tone: toneInWords(shop.tonePreset, shop.tone),
    timeZone: shop.timeZone,
    locale,
    instructions: shop.instructions,
    languages: languageNames(shop.languages),
    policyBrief: briefForModel(policy),
  };
}
