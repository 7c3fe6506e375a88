import type { Store } from "#devstore/store/store.ts";
import { customerName } from "./format.ts";
import type { LiquidObjects } from "./liquid.ts";
import type { Visitor } from "./visitor.ts";

export type PageView = { visitor: Visitor; path: string; host: string; pageType: string };

/** The global Liquid objects of a page, with the fields of https://shopify.dev/docs/api/liquid/objects that need no theme. */
export function liquidObjects(store: Store, { visitor, path, host, pageType }: PageView): LiquidObjects {
  const { shop } = store;
  const language = (locale: string) => ({
    iso_code: locale,
    name: new Intl.DisplayNames(["en"], { type: "language" }).of(locale) ?? locale,
    endonym_name: new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale,
    primary: locale === shop.locales[0],
    root_url: "/",
  });
  const { customer } = visitor;
  return {
    shop: {
      name: shop.name,
      email: shop.email,
      domain: shop.primaryDomain ?? shop.domain,
      permanent_domain: shop.domain,
      url: `https://${shop.primaryDomain ?? shop.domain}`,
      secure_url: `https://${shop.primaryDomain ?? shop.domain}`,
      currency: shop.currencyCode,
      enabled_currencies: [shop.currencyCode, ...shop.presentmentCurrencies].map((iso_code) => ({ iso_code })),
      published_locales: shop.locales.map(language),
      locale: shop.locales[0],
    },
    customer: customer && {
      id: Number(customer.id),
      first_name: customer.firstName,
      last_name: customer.lastName,
      name: customerName(customer),
      email: customer.email,
      phone: customer.phone,
      tags: customer.tags,
      orders_count: store.ordersOf(customer).length,
      has_account: true,
    },
    request: {
      locale: language(visitor.locale),
      host,
      origin: `https://${host}`,
      path,
      page_type: pageType,
      design_mode: false,
      visual_preview_mode: false,
    },
    localization: {
      language: language(visitor.locale),
      available_languages: shop.locales.map(language),
      country: { iso_code: shop.countryCode, currency: { iso_code: shop.currencyCode } },
    },
    routes: {
      root_url: "/",
      account_url: "/account",
      account_login_url: "/account/login",
      account_logout_url: "/account/logout",
      cart_url: "/cart",
      search_url: "/search",
    },
    template: { name: pageType },
    cart: { item_count: 0, items: [] },
    now: store.now().toISOString(),
  };
}
