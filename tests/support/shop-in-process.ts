import { join } from "node:path";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { createAdminApi } from "#devstore/admin-api/admin-api.ts";
import { Store } from "#devstore/store/store.ts";
import type { AdminClient, AdminOutcome } from "#app/shopify/admin-client.ts";
import { printedDocument } from "#app/shopify/printed-document.ts";
import { readAnswer } from "#app/shopify/read-answer.ts";
import { REQUIRED_SCOPES } from "#app/shopify/scopes.ts";
import type { RequiredScope } from "#app/shopify/scopes.ts";

const EXAMPLE_SHOP = join(import.meta.dirname, "..", "..", "devstore", "shop", "example-shop.json");

type Call = { operation: string; variables: Record<string, unknown>; requested: number; actual: number };

/** The devstore's Admin API in this process, without HTTP: a client for it, standing still at the store's `now`. */
export type ShopInProcess = {
  store: Store;
  client: AdminClient;
  calls: Call[];
  /** Protected data the app may not see. */
  hidden: Set<"name" | "address" | "phone" | "email">;
  /** Whether the app was granted `read_all_orders`; otherwise it sees the orders of 60 days. */
  allOrders: boolean;
  /** Scopes of the app's that the shop has not granted. */
  refused: Set<RequiredScope>;
};

/** @param from a store file, or a store that stands still. */
export async function shopInProcess(from: string | Store = EXAMPLE_SHOP): Promise<ShopInProcess> {
  const store = typeof from === "string" ? await Store.fromFile(from, { time: "frozen" }) : from;
  const api = createAdminApi(store, { unthrottled: true });
  const { domain } = store.shop;
  const shop: ShopInProcess = {
    store,
    calls: [],
    hidden: new Set(),
    allOrders: true,
    refused: new Set(),
    client: { shop: domain, run },
  };
  return shop;

  function run<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<AdminOutcome<Data>> {
    const { text, operation } = printedDocument(document);
    const granted = REQUIRED_SCOPES.filter((scope) => !shop.refused.has(scope));
    const scopes = [...granted, ...(shop.allOrders ? ["read_all_orders"] : [])];
    const { status, headers, body, cost } = api.handle({
      auth: { shop: domain, scopes },
      query: text,
      variables,
      operationName: operation,
      hideProtected: [...shop.hidden],
    });
    shop.calls.push({ operation, variables, requested: cost?.requested ?? 0, actual: cost?.actual ?? 0 });
    const answer = readAnswer({ status, headers: new Headers(headers), body: JSON.stringify(body) }, store.now());
    if (answer.kind === "ok") return Promise.resolve({ ...answer, data: answer.data as Data });
    if (answer.kind === "denied" || answer.kind === "invalid") return Promise.resolve(answer);
    throw new Error(`the devstore answered ${operation} with ${JSON.stringify(answer)}`);
  }
}
