/**
 * The access scopes this app's documents need and no others: Shopify's review asks for a use of each.
 * `shopify.app.toml` lists the same; tests hold the two together, and this list and the documents.
 * Where an app may write, it may read: no `read_x` stands beside its `write_x`.
 */
export const REQUIRED_SCOPES = [
  /** Orders, their lines, parcels and parcel events; to refund and cancel, and to correct an address. */
  "write_orders",
  /** To take units off an order that has not shipped, and to add what takes their place. */
  "write_order_edits",
  /** To make a replacement: an order at no charge. */
  "write_draft_orders",
  /** Whether a return is under way; to open returns and exchanges. */
  "write_returns",
  /** The orders of a logged-in customer, and the email that a guest proves an order with. */
  "read_customers",
  /** Fulfillment orders at the merchant's own locations. Without it, those stay unseen. */
  "read_merchant_managed_fulfillment_orders",
  /** The same at third-party logistics; to ask them to stop. */
  "write_third_party_fulfillment_orders",
  /** What may be exchanged or sent again: variants, their prices and stock, collections. */
  "read_products",
  /** Whether a customer has store credit, and what was credited lately; to credit it. */
  "read_store_credit_accounts",
  "write_store_credit_account_transactions",
  /** Whether the chat widget is switched on in the live theme. */
  "read_themes",
] as const;

export type RequiredScope = (typeof REQUIRED_SCOPES)[number];

/**
 * The scopes that a refusal of Shopify's asks for ("Required access: `read_returns` access scope."), those of this app alone:
 * where one of several would do, the others are not for it to ask for. Empty when it names none of them.
 */
export function scopesNamed(message: string): RequiredScope[] {
  const named = new Set(message.match(/\b(?:read|write)_[a-z_]+/g));
  return REQUIRED_SCOPES.filter((scope) => named.has(scope) || named.has(scope.replace(/^write_/, "read_")));
}

/** A granted `write_x` includes `read_x` and Shopify then lists only the former. */
export function missingScopes(granted: string | undefined | null): RequiredScope[] {
  const has = new Set((granted ?? "").split(",").map((scope) => scope.trim()));
  return REQUIRED_SCOPES.filter((scope) => !has.has(scope) && !has.has(scope.replace(/^read_/, "write_")));
}
