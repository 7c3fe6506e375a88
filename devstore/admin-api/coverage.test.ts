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
import { REQUIRED_SCOPES } from "#app/shopify/scopes.ts";
import { gid } from "../store/ids.ts";
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

/**
 * Selects what has not been selected before: every field of every type once, so that no query is too long or too dear. A type that was
 * opened already, here or above, is only named.
 */
function selection(type: GraphQLNamedType, opened: Set<string>): string {
  if (!isCompositeType(type)) return "";
  if (opened.has(type.name)) return "{ __typename }";
  opened.add(type.name);
  const members = isUnionType(type) || isInterfaceType(type) ? [...schema.getPossibleTypes(type)] : [];
  const fields = isObjectType(type)
    ? fieldsOf(type, opened)
    : ["__typename", ...members.map((member) => `... on ${member.name} ${selection(member, opened)}`)];
  return `{ ${fields.join(" ")} }`;
}

function fieldsOf(type: GraphQLObjectType, opened: Set<string>): string[] {
  return Object.values(type.getFields()).map((field) => {
    const result = getNamedType(field.type);
    const sized = result.name.endsWith("Connection") ? "(first: 1)" : "";
    return `${field.name}${sized} ${selection(result, opened)}`;
  });
}

const order = store.orders[0]!;
const ids: Record<string, string> = {
  order: gid("Order", order.id),
  fulfillment: gid("Fulfillment", order.fulfillments[0]!.id),
  fulfillmentOrder: gid("FulfillmentOrder", order.fulfillmentOrders[0]!.id),
  customer: gid("Customer", order.customer!.id),
  job: gid(
    "Job",
    store.jobs.add(() => undefined),
  ),
};
/** Arguments of root fields that need more than a size or the id of a thing. */
const argumentsOf: Record<string, string> = {
  nodes: `(ids: ["${ids["order"]}", "${ids["customer"]}"])`,
  returnableFulfillments: `(first: 1, orderId: "${ids["order"]}")`,
  returnCalculate: `(input: { orderId: "${ids["order"]}", returnLineItems: [] })`,
};

test("Every field of the schema is answered, on an order that has everything", () => {
  const api = createAdminApi(store, { schema, unthrottled: true });
  const scopes = [...REQUIRED_SCOPES, "read_all_orders", "read_legal_policies"];
  const opened = new Set<string>();
  // Those that lead to the order are asked after it, so that its own fields are read from it.
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter((field) => field.name !== "draftOrder");
  const ask = (query: string, what: string) => {
    const { body } = api.handle({ auth: { shop: testShop, scopes }, query });
    expect(body["errors"], what).toBeUndefined();
    expect(Object.values(body["data"] as object)[0], what).not.toBeNull();
  };
  for (const field of roots.sort((a, b) => Number(b.name === "order") - Number(a.name === "order"))) {
    const result = getNamedType(field.type);
    const id = ids[field.name];
    const sized = result.name.endsWith("Connection") ? "(first: 1)" : "";
    const args = argumentsOf[field.name] ?? (id ? `(id: "${id}")` : sized);
    const whole = isObjectType(result) && !opened.has(result.name) && !result.name.endsWith("Connection");
    if (whole) opened.add(result.name);
    // A type's own fields, one query each, so that none is too dear.
    for (const part of whole ? fieldsEach(result, opened) : [selection(result, opened).slice(1, -1)])
      ask(`{ ${field.name}${args} { ${part} } }`, field.name);
  }
});

function* fieldsEach(type: GraphQLObjectType, opened: Set<string>): Generator<string> {
  for (const field of Object.values(type.getFields())) {
    const result = getNamedType(field.type);
    yield `${field.name}${result.name.endsWith("Connection") ? "(first: 1)" : ""} ${selection(result, opened)}`;
  }
}

test("Every document of the app fits the schema", () => {
  const documents = createDocuments(schema);
  const root = `${import.meta.dirname}/../..`;
  const all = readDocuments(root).map((item) => item.document.loc?.source.body ?? "");
  expect(documents(all.join("\n"))).toMatchObject({ kind: "prepared" });
});
