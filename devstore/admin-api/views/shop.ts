import { gid, numericId } from "../../store/ids.ts";
import type { Plan } from "../../store/shop-schema.ts";
import type { CallContext } from "../context.ts";
import { metafieldFields } from "./metafields.ts";

const planNames: Record<Plan, string> = {
  standard: "Basic",
  advanced: "Advanced",
  plus: "Plus",
  enterprise: "Enterprise",
};

export function shopView(context: CallContext) {
  const { shop, policies } = context.store;
  const id = numericId("Shop", shop.id, shop.domain);
  const host = shop.primaryDomain ?? shop.domain;
  return {
    id: gid("Shop", id),
    name: shop.name,
    email: shop.email,
    contactEmail: shop.email,
    myshopifyDomain: shop.domain,
    url: `https://${host}`,
    primaryDomain: { id: gid("Domain", id), host, url: `https://${host}`, sslEnabled: true },
    currencyCode: shop.currencyCode,
    enabledPresentmentCurrencies: [...new Set([shop.currencyCode, ...shop.presentmentCurrencies])],
    ianaTimezone: shop.ianaTimezone,
    taxesIncluded: shop.taxesIncluded,
    plan: {
      publicDisplayName: planNames[shop.plan],
      partnerDevelopment: false,
      shopifyPlus: shop.plan === "plus" || shop.plan === "enterprise",
    },
    shopPolicies: policies.map((policy) => ({
      id: gid("ShopPolicy", numericId("ShopPolicy", policy.type, shop.domain)),
      type: policy.type,
      title: policy.title ?? policy.type.toLowerCase().replaceAll("_", " "),
      body: policy.body,
      url: `https://${host}/policies/${policy.type.toLowerCase().replaceAll("_", "-")}`,
      createdAt: policy.updatedAt ?? context.now,
      updatedAt: policy.updatedAt ?? context.now,
    })),
    ...metafieldFields(shop.metafields, `Shop/${id}`),
  };
}

export function appInstallationView(context: CallContext) {
  const { app } = context;
  return {
    id: gid("AppInstallation", numericId("AppInstallation", context.store.shop.domain, app.handle)),
    app: { id: gid("App", app.id), handle: app.handle, title: app.title },
    accessScopes: [...context.scopes].map((handle) => ({ handle, description: handle })),
  };
}
