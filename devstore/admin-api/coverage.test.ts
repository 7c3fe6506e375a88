import {
  type GraphQLObjectType,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLNamedType,
} from "graphql";
import { expect, test } from "vitest";
import { teaOrder, testShop, testStore } from "../store/test-store.ts";
import { readDocuments } from "../schema/documents.ts";
import { createAdminApi } from "./admin-api.ts";
import { createDocuments } from "./documents.ts";
import { executableSchema } from "./schema.ts";

const schema = executableSchema();

const store = testStore([
  teaOrder({
    lineItems: [{ variant: "TEA-S", quantity: 3, discounts: [{ title: "D", amount: "1.00" }] }, { variant: "card" }],
    shippingLines: [{ title: "Standard", price: "4.90" }],
    taxes: [{ title: "VAT", rate: 0.19 }],
    customAttributes: [{ key: "a", value: "b" }],
    metafields: [{ namespace: "custom", key: "k", value: "v" }],
    fulfillmentOrders: [
      {
        location: "3pl",
        lines: [{ line: 1, quantity: 2 }],
        requests: [{ sentAt: "2026-11-18T10:00:00Z", response: { at: "2026-11-18T11:00:00Z", accepted: true } }],
      },
      { lines: [{ line: 1, quantity: 1 }], holds: [{ reason: "OTHER" }], warnings: [{ title: "w" }] },
    ],
    fulfillments: [
      {
        at: "2026-11-18T12:00:00Z",
        tracking: [{ company: "DHL", number: "1", url: "https://example.com/1" }],
        events: [{ status: "DELIVERED", at: "2026-11-19T12:00:00Z" }],
      },
    ],
    refunds: [{ at: "2026-11-19T14:00:00Z", lines: [{ line: 1 }], shipping: "1.00" }],
    returns: [
      {
        approvedAt: "2026-11-19T13:00:00Z",
        lines: [{ line: 1, dispositions: [{ at: "2026-11-19T14:00:00Z", type: "RESTOCKED" }] }],
        exchangeLines: [{ variant: "TEA-L" }],
        reverseDeliveries: [
          { at: "2026-11-19T14:00:00Z", tracking: { number: "R" }, labelUrl: "https://example.com/l" },
        ],
      },
      { requestedAt: "2026-11-19T13:00:00Z", declined: { at: "2026-11-19T14:00:00Z" }, lines: [{ line: 1 }] },
    ],
  }),
]);

/** Selects one field with everything below it, not following a type into itself. */
function selection(type: GraphQLNamedType, above: string[]): string {
  if (!isCompositeType(type)) return "";
  const seen = [...above, type.name];
  const members = isUnionType(type) || isInterfaceType(type) ? [...schema.getPossibleTypes(type)] : [];
  const fields = isObjectType(type)
    ? fieldsOf(type, seen)
    : ["__typename", ...members.map((member) => `... on ${member.name} { ${fieldsOf(member, seen).join(" ")} }`)];
  return `{ ${fields.join(" ")} }`;
}

function fieldsOf(type: GraphQLObjectType, seen: string[]): string[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const result = getNamedType(field.type);
    if (seen.includes(result.name)) return [];
    const sized = result.name.endsWith("Connection") ? "(first: 1)" : "";
    return [`${field.name}${sized} ${selection(result, seen)}`];
  });
}

test("Every field of the schema is answered, on an order that has everything", () => {
  const api = createAdminApi(store, { schema, unthrottled: true });
  const order = store.orders[0]!;
  const scopes = ["all_orders", "orders", "customers", "products", "returns", "themes", "legal_policies"].map(
    (name) => `read_${name}`,
  );
  for (const family of ["merchant_managed", "third_party"]) scopes.push(`read_${family}_fulfillment_orders`);
  const ids: Record<string, string> = {
    order: `gid://shopify/Order/${order.id}`,
    fulfillment: `gid://shopify/Fulfillment/${order.fulfillments[0]!.id}`,
    fulfillmentOrder: `gid://shopify/FulfillmentOrder/${order.fulfillmentOrders[0]!.id}`,
    customer: `gid://shopify/Customer/${order.customer!.id}`,
  };
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  for (const field of roots) {
    const result = getNamedType(field.type);
    const needsId = field.args.some((argument) => argument.name === "id");
    const args = needsId ? `(id: "${ids[field.name]}")` : result.name.endsWith("Connection") ? "(first: 1)" : "";
    // A type's own fields, one query each, so that none is too dear.
    for (const part of isObjectType(result) && !result.name.endsWith("Connection")
      ? fieldsOf(result, [result.name])
      : [selection(result, ["QueryRoot"]).slice(1, -1)]) {
      const { body } = api.handle({ auth: { shop: testShop, scopes }, query: `{ ${field.name}${args} { ${part} } }` });
      expect(body["errors"], `${field.name} { ${part} }`).toBeUndefined();
      expect(Object.values(body["data"] as object)[0], field.name).not.toBeNull();
    }
  }
});

test("Every document of the app fits the schema", () => {
  const documents = createDocuments(schema);
  const root = `${import.meta.dirname}/../..`;
  const all = readDocuments(root).map((item) => item.document.loc?.source.body ?? "");
  expect(documents(all.join("\n"))).toMatchObject({ kind: "prepared" });
});
