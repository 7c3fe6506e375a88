import { readFileSync } from "node:fs";
import { gid } from "../../store/ids.ts";
import type { OrderInput } from "../../store/schema.ts";
import type { Store } from "../../store/store.ts";
import { testShop, testStore } from "../../store/test-store.ts";
import { createAdminApi } from "../admin-api.ts";

const scopes = [
  "write_orders",
  "write_draft_orders",
  "write_returns",
  "write_merchant_managed_fulfillment_orders",
  "write_third_party_fulfillment_orders",
  "read_customers",
  "read_products",
];

/** A shop with stock in two places and one product of the past, for tests of what changes an order. */
export function shopOf(orders: OrderInput[]): Store {
  return testStore(orders, {
    products: [
      {
        id: "tea",
        title: "Green tea",
        price: "9.50",
        options: ["Size"],
        variants: [
          { sku: "TEA-S", options: ["S"], inventory: { main: 5 } },
          { sku: "TEA-L", options: ["L"], price: "15.00", inventory: { main: 1, "3pl": 4 } },
        ],
      },
      {
        id: "guide",
        title: "Tea guide",
        price: "4.00",
        requiresShipping: false,
        variants: [{ sku: "GUIDE", tracked: false }],
      },
      { id: "old", title: "Old tea", price: "5.00", status: "ARCHIVED", variants: [{ sku: "OLD" }] },
    ],
  });
}

/** The GID of a variant, by its SKU. */
export function variantOf(store: Store, sku: string): string {
  return gid("ProductVariant", store.variant(sku)?.id ?? "");
}

/** A part of an answer, by its path: "draftOrderCreate.draftOrder.id", "nodes.0". Undefined when there is none. */
export function part(answer: unknown, path: string): unknown {
  let value = answer;
  for (const key of path === "" ? [] : path.split("."))
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  return value;
}

/** Asks the Admin API with every scope these tests need; returns the data at a path and throws on errors. */
export function ask(store: Store) {
  const api = createAdminApi(store, { unthrottled: true });
  return (query: string, variables: Record<string, unknown>, path: string, operationName?: string): unknown => {
    const { body } = api.handle({ auth: { shop: testShop, scopes }, query, variables, operationName });
    if (body["errors"]) throw new Error(JSON.stringify(body["errors"]));
    return part(body["data"], path);
  };
}

const folder = "app/shopify/documents/resolutions";
const moneyPair =
  /fragment MoneyPair[^]*/.exec(readFileSync(`${folder}/order-for-resolution.graphql`, "utf8"))?.[0] ?? "";

/** One of the app's own documents, with the fragment that they share. */
export function appDocument(name: "cancel" | "replacement" | "returns"): string {
  const text = readFileSync(`${folder}/${name}.graphql`, "utf8");
  return text.includes("...MoneyPair") ? `${text}\n${moneyPair}` : text;
}

/** Two small pots for Ana, for nothing. */
export function replacement(store: Store, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    purchasingEntity: { customerId: gid("Customer", store.customer("ana")?.id ?? "") },
    email: "ana@example.com",
    shippingAddress: { firstName: "Ana", address1: "Am Ring 1", city: "Bonn", zip: "53111", countryCode: "DE" },
    lineItems: [{ variantId: variantOf(store, "TEA-S"), quantity: 2 }],
    appliedDiscount: { title: "Replacement", value: 100, valueType: "PERCENTAGE" },
    shippingLine: { title: "Replacement", priceWithCurrency: { amount: "0.00", currencyCode: "EUR" } },
    taxExempt: true,
    tags: ["case-7"],
    note: "Lost on the way",
    customAttributes: [{ key: "case", value: "7" }],
    visibleToCustomer: false,
    ...more,
  };
}

/** The app's steps to a replacement. A draft that is `readied` has been looked at, so it can be completed. */
export function replacing(store: Store) {
  const api = ask(store);
  const run = (operation: string, variables: Record<string, unknown>, path = "") =>
    api(appDocument("replacement"), variables, path, operation);
  const created = (more: Record<string, unknown> = {}) =>
    String(run("ReplacementDraftCreate", { input: replacement(store, more) }, "draftOrderCreate.draftOrder.id"));
  const readied = (more: Record<string, unknown> = {}) => {
    const id = created(more);
    run("ReplacementDraft", { id });
    return id;
  };
  const complete = (id: string, path = "") => part(run("ReplacementDraftComplete", { id }, "draftOrderComplete"), path);
  return { run, created, readied, complete };
}
