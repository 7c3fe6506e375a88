/** A conversation's key: the shop comes first, here as in the tables (P7). */
export type ConversationKey = { shop: string; conversationId: string };

/**
 * Who the shopper is, as far as this conversation has proven it, and therefore which orders may be read (P1).
 *
 * It is made by `identity/` alone, from the app proxy's signature or from a verified order number and email,
 * and never from anything a model or a browser says.
 */
export type Scope = {
  shop: string;
  /** `gid://shopify/Customer/…` of a customer that the storefront's signature says is logged in. */
  customerId: string | null;
  /** `gid://shopify/Order/…` of each order that was verified by order number and email in this conversation. */
  orderIds: readonly string[];
};

/** All that a conversation has proven; how much of it is enough for what is said by the shop's rules (levels.ts). */
export type Proven = Scope & {
  /** Those of the orders that were proven by a code as well, sent to the email on the order. */
  codeOrderIds: readonly string[];
};

export function isIdentified(scope: Scope): boolean {
  return scope.customerId !== null || scope.orderIds.length > 0;
}
