import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, execute } from "graphql";
import { readAccess } from "#devstore/admin-api/access.ts";
import type { CallContext } from "#devstore/admin-api/context.ts";
import { requestedCost } from "#devstore/admin-api/cost.ts";
import { createDocuments } from "#devstore/admin-api/documents.ts";
import { attachResolvers } from "#devstore/admin-api/resolvers.ts";
import { queryFields } from "#devstore/admin-api/root.ts";
import { guardScalars } from "#devstore/admin-api/scalars.ts";
import { Store } from "#devstore/store/store.ts";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type { AdminClient, AdminOutcome } from "#app/shopify/admin-client.ts";
import { printedDocument } from "#app/shopify/printed-document.ts";
import { REQUIRED_SCOPES } from "#app/shopify/scopes.ts";

const root = join(import.meta.dirname, "..", "..");
export const EXAMPLE_SHOP = join(root, "devstore", "shop", "example-shop.json");
export const SHOP = "example.myshopify.com";

export type Call = { operation: string; variables: Record<string, unknown>; requested: number };

/** An Admin client that executes on the devstore's own resolvers in this process, without HTTP, and remembers its calls. */
export type ShopInProcess = {
  store: Store;
  client: AdminClient;
  calls: Call[];
  /** Protected data the app may not see. */
  hidden: Set<"name" | "address" | "phone" | "email">;
  /** Days of orders the app may read; null for all. */
  readableDays: number | null;
};

const schema = buildSchema(readFileSync(join(root, "devstore", "schema", "admin-2026-07.graphql"), "utf8"));
attachResolvers(schema, readAccess(), { query: queryFields });
guardScalars(schema);
const documents = createDocuments(schema);

export async function shopInProcess(file: string = EXAMPLE_SHOP): Promise<ShopInProcess> {
  const store = await Store.fromFile(file, { time: "frozen" });
  const shop: ShopInProcess = { store, calls: [], hidden: new Set(), readableDays: null, client: { shop: SHOP, run } };
  return shop;

  async function run<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<AdminOutcome<Data>> {
    const { text, operation } = printedDocument(document);
    const prepared = documents(text);
    if (prepared.kind === "errors") return { kind: "invalid", message: prepared.errors.map(String).join("\n") };
    const [definition] = prepared.prepared.operations;
    if (!definition) return { kind: "invalid", message: "no operation" };
    const requested = requestedCost({ schema, fragments: prepared.prepared.fragments, variables }, definition);
    shop.calls.push({ operation, variables, requested });
    const now = store.now();
    const context: CallContext = {
      store,
      now: store.nowInstant(),
      scopes: new Set<string>(REQUIRED_SCOPES),
      hidden: shop.hidden,
      ordersSince:
        shop.readableDays === null
          ? null
          : new Date(now.getTime() - shop.readableDays * 86_400_000).toISOString().replace(/\.\d+Z$/, "Z"),
      app: {
        id: "gid://shopify/App/1",
        handle: "wherewithal",
        title: "Wherewithal",
        embedBlock: "chat",
        extensionUid: "x",
      },
      spent: { points: 0, fields: null },
      searches: [],
      idempotent: new Map(),
    };
    const result = await execute({
      schema,
      document: prepared.prepared.document,
      contextValue: context,
      variableValues: variables,
    });
    if (!result.data)
      return { kind: "denied", message: (result.errors ?? []).map((error) => error.message).join("\n") };
    const data: Data = JSON.parse(JSON.stringify(result.data));
    const fieldErrors = (result.errors ?? []).map((error) => ({
      path: (error.path ?? []).join("."),
      code: String(error.extensions["code"] ?? ""),
      message: error.message,
    }));
    const cost = { requested, actual: context.spent.points, available: 0, restoreRate: 0 };
    return { kind: "ok", data, at: now, cost, fieldErrors };
  }
}
