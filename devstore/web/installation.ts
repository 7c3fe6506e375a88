import type { Store } from "#devstore/store/store.ts";
import type { AccessTokens } from "./auth/access-tokens.ts";

/**
 * Whether our app is installed in the shop, and what the merchant granted it.
 *
 * Installation is managed by Shopify, as for every app with `[access_scopes]` in its configuration: opening the app in
 * the admin installs it, and granting needs no round trip through the app.
 */
export class Installation {
  readonly #store: Store;
  readonly #tokens: AccessTokens;
  readonly #askedScopes: readonly string[];
  #granted: readonly string[] | null;
  #installed: boolean;

  /** @param askedScopes what the app's configuration asks for, granted whole unless the store file says otherwise */
  constructor(store: Store, tokens: AccessTokens, askedScopes: readonly string[]) {
    this.#store = store;
    this.#tokens = tokens;
    this.#askedScopes = askedScopes;
    this.#granted = store.shop.grantedScopes;
    this.#installed = store.installedApp.installed;
  }

  get installed(): boolean {
    return this.#installed;
  }

  get scopes(): readonly string[] {
    return this.#granted ?? this.#askedScopes;
  }

  install(): void {
    this.#installed = true;
  }

  /** The merchant removes the app: its tokens end, its widget leaves the storefront, and it hears of it by webhook. */
  uninstall(): void {
    if (!this.#installed) return;
    this.#installed = false;
    this.#tokens.revokeAll();
    this.#store.emit("app/uninstalled", shopPayload(this.#store));
  }

  /** Changes what is granted, as when a merchant approves or withdraws scopes; the app hears of it by webhook. */
  grant(scopes: readonly string[]): void {
    const previous = this.scopes;
    this.#granted = scopes;
    const updated_at = this.#store.nowInstant();
    this.#store.emit("app/scopes_update", { id: 1, previous: [...previous], current: [...scopes], updated_at });
  }
}

/** The REST shop that an `app/uninstalled` webhook carries. */
function shopPayload({ shop }: Store): Record<string, unknown> {
  return {
    name: shop.name,
    email: shop.email,
    domain: shop.primaryDomain ?? shop.domain,
    myshopify_domain: shop.domain,
    currency: shop.currencyCode,
    country_code: shop.countryCode,
    iana_timezone: shop.ianaTimezone,
    primary_locale: shop.locales[0],
    plan_name: shop.plan,
  };
}
