/**
 * The access scopes this app's documents need and no others: Shopify's review asks for a use of each.
 * `shopify.app.toml` lists the same; a test holds them together.
 */
export const REQUIRED_SCOPES = [
  /** Orders, their lines, parcels and parcel events. */
  "read_orders",
  /** The orders of a logged-in customer, and the email that a guest proves an order with. */
  "read_customers",
  /** Fulfillment orders at the merchant's own locations, and at third-party logistics. Without one, those stay unseen. */
  "read_merchant_managed_fulfillment_orders",
  "read_third_party_fulfillment_orders",
  /** Whether a return is under way. */
  "read_returns",
  /** Whether the chat widget is switched on in the live theme. */
  "read_themes",
] as const;

export type RequiredScope = (typeof REQUIRED_SCOPES)[number];

/** A granted `write_x` includes `read_x` and Shopify then lists only the former. */
export function missingScopes(granted: string | undefined | null): RequiredScope[] {
  const has = new Set((granted ?? "").split(",").map((scope) => scope.trim()));
  return REQUIRED_SCOPES.filter((scope) => !has.has(scope) && !has.has(scope.replace(/^read_/, "write_")));
}
