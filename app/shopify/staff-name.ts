/**
 * Who of the shop's staff asks, as the ledger keeps it. Session tokens say who by Shopify's user id alone, and the name of a
 * user may be read only by apps of shops on Shopify Plus.
 * https://shopify.dev/docs/apps/build/authentication-authorization/session-tokens
 */
export function staffName({ sub }: { sub?: string }): string {
  return `staff member ${sub ?? "unknown"}`;
}
