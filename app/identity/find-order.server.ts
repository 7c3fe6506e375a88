import { normalizeOrderName, sameOrderName } from "../shopify/order-name.ts";
import type { AdminCallOptions, AdminClient } from "../shopify/admin-client.ts";
import { FindOrderByNameDocument } from "../shopify/generated/admin.ts";
import { gidNumber, searchValue } from "../shopify/search-query.ts";

export { normalizeOrderName };

export type GuestOrder =
  | { kind: "match"; orderId: string; orderName: string }
  /** Unknown order, wrong email and unreadable input alike. */
  | { kind: "no_match" }
  | { kind: "unavailable" };

/** `email` as Shopify has it: null where the order has none, or the app may not read it. */
type OrderToMail =
  { kind: "match"; orderId: string; orderName: string; email: string | null } | Exclude<GuestOrder, { kind: "match" }>;

/**
 * Finds the order that has both this name and this email. Always exactly one Admin call, whatever was written:
 * an unreadable name is looked up too, so that neither calls nor time tell what was wrong.
 * Shopify's search is tokenised, so name and email are compared again on what it returns.
 */
export async function findOrderForGuest(
  client: AdminClient,
  orderName: string,
  email: string,
  options?: AdminCallOptions,
): Promise<GuestOrder> {
  const found = await findOrderToMail(client, orderName, email, options);
  if (found.kind !== "match") return found;
  const { orderId, orderName: foundName } = found;
  return { kind: "match", orderId, orderName: foundName };
}

/** The same, with the email to write to, for nobody but whoever writes there. */
export async function findOrderToMail(
  client: AdminClient,
  orderName: string,
  email: string,
  options?: AdminCallOptions,
): Promise<OrderToMail> {
  const name = normalizeOrderName(orderName);
  const address = normalizeEmail(email);
  // Shopify writes no order name like this one, so it finds nothing.
  const query = `name:${searchValue(name ?? "0")}`;
  const outcome = await client.run(FindOrderByNameDocument, { query }, options);
  if (outcome.kind !== "ok") return { kind: "unavailable" };
  if (name === null || address === "") return { kind: "no_match" };
  const order = outcome.data.orders.nodes.find(
    (candidate) =>
      sameOrderName(candidate.name, name) && candidate.email !== null && normalizeEmail(candidate.email) === address,
  );
  return order ? matching(order) : { kind: "no_match" };
}

/** An order by its id, for whoever has proven already that it is theirs. */
export async function findOrderById(client: AdminClient, orderId: string): Promise<OrderToMail> {
  const query = `id:${gidNumber(orderId) ?? "0"}`;
  const outcome = await client.run(FindOrderByNameDocument, { query });
  if (outcome.kind !== "ok") return { kind: "unavailable" };
  const order = outcome.data.orders.nodes.find(({ id }) => id === orderId);
  return order ? matching(order) : { kind: "no_match" };
}

function matching({ id, name, email }: { id: string; name: string; email: string | null }): OrderToMail {
  return { kind: "match", orderId: id, orderName: name, email };
}

function normalizeEmail(email: string): string {
  return email
    .normalize("NFKC")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .trim()
    .toLowerCase();
}
