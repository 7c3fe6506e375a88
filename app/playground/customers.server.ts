import { adminClientFor } from "../shopify/admin-client.server.ts";
import {
  CustomerToBeDocument,
  FindCustomerByOrderDocument,
  FindCustomersDocument,
} from "../shopify/generated/admin.ts";
import { normalizeOrderName, sameOrderName } from "../shopify/order-name.ts";
import { searchValue } from "../shopify/search-query.ts";
import { MOST_LABEL } from "./persona.ts";

type FoundCustomer = { customerId: string; label: string };
export type FoundCustomers =
  | { kind: "found"; customers: FoundCustomer[] }
  /** The shop has not allowed the app to read customers. */
  | { kind: "no_permission" }
  | { kind: "unavailable" };

type Node = { id: string; displayName: string; defaultEmailAddress?: { emailAddress: string } | null };

/** Customers by name, email or the number of one of their orders, as somebody of the shop typed it. */
export async function findCustomers(shop: string, typed: string, signal: AbortSignal): Promise<FoundCustomers> {
  const client = await adminClientFor(shop);
  const orderName = /\d/.test(typed) && !typed.includes("@") ? normalizeOrderName(typed) : null;
  const [byOrder, byWords] = await Promise.all([
    orderName === null
      ? null
      : client.run(FindCustomerByOrderDocument, { query: `name:${searchValue(orderName)}` }, { signal }),
    client.run(FindCustomersDocument, { query: searchFor(typed) }, { signal }),
  ]);
  if (byWords.kind === "denied" || byOrder?.kind === "denied") return { kind: "no_permission" };
  if (byWords.kind !== "ok" || (byOrder && byOrder.kind !== "ok")) return { kind: "unavailable" };
  const owners = (byOrder?.data.orders.nodes ?? []).flatMap(({ name, customer }) =>
    customer && orderName !== null && sameOrderName(name, orderName) ? [customer] : [],
  );
  const all = new Map([...owners, ...byWords.data.customers.nodes].map((node) => [node.id, labelled(node)]));
  return { kind: "found", customers: [...all.values()] };
}

/** An email is looked for as it is; of words the last may go on. */
function searchFor(typed: string): string {
  if (typed.includes("@")) return `email:${searchValue(typed)}`;
  const words = typed.match(/[\p{L}\p{N}]+/gu) ?? ["-"];
  return `${words
    .map((word) => `"${word}"`)
    .slice(0, -1)
    .join(" ")} ${words.at(-1) ?? ""}*`.trim();
}

function labelled({ id, displayName, defaultEmailAddress }: Node): FoundCustomer {
  const email = defaultEmailAddress?.emailAddress;
  const label = email === undefined || email === displayName ? displayName : `${displayName} (${email})`;
  return { customerId: id, label: label.slice(0, MOST_LABEL) || id };
}

/** Whether a customer is still in the shop. @returns `unknown` when Shopify cannot say now */
export async function customerToBe(
  shop: string,
  id: string,
  signal: AbortSignal,
): Promise<"there" | "gone" | "unknown"> {
  const outcome = await (await adminClientFor(shop)).run(CustomerToBeDocument, { id }, { signal });
  if (outcome.kind !== "ok") return "unknown";
  return outcome.data.customer ? "there" : "gone";
}
