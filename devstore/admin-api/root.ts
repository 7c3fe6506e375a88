import { parseGid } from "../store/ids.ts";
import type { OrderRecord } from "../store/records.ts";
import type { CallContext } from "./context.ts";
import { customerConnection } from "./customers.ts";
import { draftOrderQueries } from "./draft-orders.ts";
import { nodeQueries } from "./nodes.ts";
import { orderConnection, type OrdersArgs } from "./orders.ts";
import { returnQueries } from "./returns.ts";
import type { RootFields } from "./resolvers.ts";
import { customerView } from "./views/customer.ts";
import { fulfillmentOrderView } from "./views/fulfillment-order.ts";
import { fulfillmentView } from "./views/fulfillment.ts";
import { orderView } from "./views/order.ts";
import { mayRead, readableFulfillmentOrders } from "./views/readable.ts";
import { productView } from "./views/product.ts";
import { appInstallationView, shopView } from "./views/shop.ts";
import { themes } from "./views/theme.ts";

type IdArgs = { id: string };
/** Candidates for a search: all orders, or those of the one customer that the search is bounded to. */
function candidates(customerId: string | null, { store }: CallContext): readonly OrderRecord[] {
  if (customerId === null) return store.orders;
  const customer = store.customer(customerId);
  return customer ? store.ordersOf(customer) : [];
}

function numberIn(id: string): string {
  return parseGid(id)?.number ?? "";
}

function readableOrders(context: CallContext): OrderRecord[] {
  return context.store.orders.filter((order) => mayRead(order, context));
}

/** Answers of the query root. An id that names nothing, or nothing the app may read, is null. */
export const queryFields: RootFields = {
  shop: (_args, context) => shopView(context),
  currentAppInstallation: (_args, context) => appInstallationView(context),
  themes: (args, context) => themes(args, context),
  orders: (args: OrdersArgs, context, info) =>
    orderConnection((customerId) => candidates(customerId, context), args, context, [info.path.key], "PROCESSED_AT"),
  order: (args: IdArgs, context) => {
    const order = context.store.order(args.id);
    return order && mayRead(order, context) ? orderView(order, context) : null;
  },
  fulfillment: (args: IdArgs, context) => {
    const id = numberIn(args.id);
    for (const order of readableOrders(context)) {
      const found = order.fulfillments.find((item) => item.id === id && item.at <= context.now);
      if (found) return fulfillmentView(found, context);
    }
    return null;
  },
  fulfillmentOrder: (args: IdArgs, context) => {
    const id = numberIn(args.id);
    for (const order of readableOrders(context)) {
      const found = readableFulfillmentOrders(order.fulfillmentOrders, context).find((item) => item.id === id);
      if (found) return fulfillmentOrderView(found, context);
    }
    return null;
  },
  customer: (args: IdArgs, context) => {
    const customer = context.store.customer(args.id);
    return customer ? customerView(customer, context) : null;
  },
  customers: (args: Parameters<typeof customerConnection>[0], context, info) =>
    customerConnection(args, context, [info.path.key]),
  product: (args: IdArgs, context) => {
    const product = context.store.product(args.id);
    return product ? productView(product, context) : null;
  },
  ...draftOrderQueries,
  ...nodeQueries,
  ...returnQueries,
};
