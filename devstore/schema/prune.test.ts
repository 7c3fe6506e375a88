import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, parse, printSchema } from "graphql";
import { describe, expect, test } from "vitest";
import { accessOf } from "./access.ts";
import { readKept } from "./documents.ts";
import { pruneSchema } from "./pruned-schema.ts";
import { apiVersion } from "./source.ts";
import { collectUsage, emptyAbstractTypes } from "./usage.ts";

const full = buildSchema(`
  interface Node { id: ID! }
  "An order." type Order implements Node { id: ID! name: String! email: String old: String @deprecated lines(first: Int, was: Int @deprecated(reason: "x")): LineConnection! actor: Actor }
  type Line implements Node { id: ID! title: String sku: String }
  type LineConnection { edges: [LineEdge!]! nodes: [Line!]! pageInfo: PageInfo! count: Int }
  type LineEdge { cursor: String! node: Line! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  union Actor = App | Staff
  type App { title: String }
  type Staff { name: String }
  enum Sort { ID NAME }
  input Filter { sort: Sort! nested: Filter gone: String @deprecated }
  type Unused { id: ID! }
  type Query { order(id: ID!, filter: Filter): Order unused: Unused }
`);
const used = (text: string) => collectUsage(full, [parse(text)]);

describe("The pruned schema", () => {
  test("keeps what documents select, ids, whole connections and the inputs of what is kept", () => {
    const usage = used(
      "query ($id: ID!) { order(id: $id) { name ...L } } fragment L on Order { lines(first: 1) { nodes { title } } }",
    );
    const text = printSchema(pruneSchema(full, usage));
    expect(text).toContain(
      "type Order implements Node {\n  id: ID!\n  name: String!\n  lines(first: Int): LineConnection!\n}",
    );
    expect(text).toContain("type Line implements Node {\n  id: ID!\n  title: String\n}");
    expect(text).toMatch(/type PageInfo \{\s+hasNextPage: Boolean!\s+endCursor: String\s+\}/);
    expect(text).toMatch(/input Filter \{\s+sort: Sort!\s+nested: Filter\s+\}/);
    expect(text).not.toMatch(/Unused|sku|email|old|count|An order|gone/);
  });

  test("is what the documents of today use, and nothing was added to it by hand", () => {
    const text = readFileSync(join(import.meta.dirname, `admin-${apiVersion}.graphql`), "utf8");
    const schema = buildSchema(text);
    const documents = readKept(join(import.meta.dirname, "..", "..")).map(({ document }) => document);
    const definitions = (printed: string) =>
      new Set(
        printed
          .replace(/^(#.*)?\n/gm, "")
          .split(/\n(?=\w)/)
          .map((one) => one.trim()),
      );
    expect(definitions(text)).toEqual(definitions(printSchema(pruneSchema(schema, collectUsage(schema, documents)))));
  });

  test("leaves no interface without fields when documents read those of its members only", () => {
    const text = `interface Method { amount: Int! } type Credit implements Method { amount: Int! } type Query { method: Method }`;
    const schema = buildSchema(text);
    const usage = collectUsage(schema, [parse("{ method { ... on Credit { amount } } }")]);
    expect(printSchema(pruneSchema(schema, usage))).toContain("interface Method {\n  amount: Int!\n}");
  });

  test("keeps of a union what documents read, and notices when that is nothing", () => {
    expect(printSchema(pruneSchema(full, used('{ order(id: "1") { actor { ... on App { title } } } }')))).toContain(
      "union Actor = App\n",
    );
    expect(emptyAbstractTypes(full, used('{ order(id: "1") { actor { __typename } } }'))).toEqual(["Actor"]);
  });
});

test("Access says any-of, and all-of where Shopify's text says so, of what is kept", () => {
  const access = accessOf(
    {
      schema: full,
      licence: "",
      types: [
        {
          name: "Order",
          fields: [
            { name: "email", protectedContent: "email" },
            { name: "name", protectedContent: "name" },
          ],
        },
        { name: "Query", fields: [{ name: "order", args: [{ name: "id", gidTypes: ["Order"] }] }] },
      ],
      scopes: [
        {
          typeName: "Order",
          requiredAccess: "`read_orders` access scope or `read_quick_sale` access scope.",
          offlineScopes: ["read_orders", "read_quick_sale"],
        },
        {
          typeName: "Line",
          requiredAccess: "`read_orders` access scope. Also: requires `read_returns`.",
          offlineScopes: ["read_orders", "read_returns"],
        },
        {
          typeName: "Order",
          fieldName: "email",
          requiredAccess: "`read_customers` access scope.",
          offlineScopes: ["read_customers"],
        },
        { typeName: "Order", fieldName: "name", requiredAccess: "", offlineScopes: [] },
      ],
    },
    used('{ order(id: "1") { email lines(first: 1) { nodes { id } } } }'),
  );
  expect(access).toEqual({
    scopes: {
      Line: [["read_orders"], ["read_returns"]],
      Order: [["read_orders", "read_quick_sale"]],
      "Order.email": [["read_customers"]],
    },
    protectedData: { "Order.email": "email" },
    gidTypes: { "Query.order(id)": ["Order"] },
  });
});
