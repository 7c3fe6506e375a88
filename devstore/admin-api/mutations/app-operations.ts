import { join } from "node:path";
import { REQUIRED_SCOPES } from "#app/shopify/scopes.ts";
import { readOperation } from "../../schema/documents.ts";
import { gid } from "../../store/ids.ts";
import type { OrderInput } from "../../store/schema.ts";
import type { Store } from "../../store/store.ts";
import { teaOrder, testShop, testStore } from "../../store/test-store.ts";
import { type AdminRequest, createAdminApi } from "../admin-api.ts";
import { executableSchema } from "../schema.ts";
import { part } from "./testing.ts";

const root = join(import.meta.dirname, "..", "..", "..");

const schema = executableSchema();

/** For tests: runs operations of the app's own documents, with the app's own scopes, and gives the data at a path of the answer. */
function appOperations(store: Store) {
  const api = createAdminApi(store, { schema, unthrottled: true });
  return (name: string, variables: Record<string, unknown>, path = "", more: Partial<AdminRequest> = {}): unknown => {
    const text = readOperation(root, name);
    if (text === null) throw new Error(`the app has no operation ${name}`);
    // A test's orders are small: pages of three hold them, at a fraction of the cost.
    const query = text.replaceAll(/first: \d+/g, "first: 3");
    const { body } = api.handle({ auth: { shop: testShop, scopes: REQUIRED_SCOPES }, query, variables, ...more });
    if (body["errors"]) throw new Error(JSON.stringify(body["errors"]));
    return part(body["data"], path);
  };
}

/** What tests look at of an order; the app reads it in several calls. */
const orderQuery = `
  query ($id: ID!) {
    order(id: $id) {
      updatedAt cancelledAt displayFinancialStatus refundable merchantEditable merchantEditableErrors tags note
      shippingAddress { address1 city zip lastName }
      currentTotalPriceSet { ...Pair } totalRefundedSet { ...Pair } totalOutstandingSet { ...Pair }
      lineItems(first: 9) {
        nodes { title variantTitle quantity currentQuantity refundableQuantity unfulfilledQuantity }
      }
      fulfillmentOrders(first: 9) { nodes { status lineItems(first: 9) { nodes { remainingQuantity } } } }
      fulfillments(first: 9) { fulfillmentLineItems(first: 9) { nodes { quantity } } }
      transactions(first: 9) { kind }
      refunds(first: 9) { id }
    }
  }
  fragment Pair on MoneyBag { presentmentMoney { amount } }
`;

/** One order in a shop with stock, and how to ask about it and change it. */
export function withOrder(order: Partial<OrderInput> = {}, more: Parameters<typeof testStore>[1] = {}) {
  const store = testStore([teaOrder(order)], {
    products: [
      {
        id: "tea",
        title: "Green tea",
        price: "9.50",
        options: ["Size"],
        variants: [
          { sku: "TEA-S", options: ["S"], inventory: { main: 5 } },
          { sku: "TEA-L", options: ["L"], price: "15.00", inventory: { main: 5 } },
        ],
      },
    ],
    ...more,
  });
  const found = store.orders[0];
  if (!found) throw new Error("the test's shop has no order");
  const run = appOperations(store);
  const api = createAdminApi(store, { schema, unthrottled: true });
  const id = gid("Order", found.id);
  return {
    store,
    order: found,
    id,
    run,
    line: (index = 0) => gid("LineItem", found.lineItems[index]?.id ?? ""),
    payment: (index = 0) => gid("OrderTransaction", found.transactions[index]?.id ?? ""),
    /** The order as it stands, or a part of it. */
    read: (path = "") => {
      const { body } = api.handle({
        auth: { shop: testShop, scopes: REQUIRED_SCOPES },
        query: orderQuery,
        variables: { id },
      });
      if (body["errors"]) throw new Error(JSON.stringify(body["errors"]));
      return part(body["data"], path === "" ? "order" : `order.${path}`);
    },
    stock: (sku: string) => [...(store.variant(sku)?.inventory.values() ?? [])].reduce((sum, units) => sum + units, 0),
    books: () => store.book.list(),
  };
}

/** The amount of a money bag's presentment side. */
export const presented = (bag: unknown): unknown => part(bag, "presentmentMoney.amount");

/** Runs a step of several, each time with a key of its own. */
export function refunder(shop: ReturnType<typeof withOrder>) {
  let keys = 0;
  return (input: Record<string, unknown>, key = `key-${(keys += 1)}`) =>
    shop.run("RefundCreate", { input: { orderId: shop.id, ...input }, key }, "refundCreate");
}
