import { parseGid } from "../store/ids.ts";
import type { OrderRecord } from "../store/records.ts";
import { connection, type PageArgs, type SortKey } from "./connection.ts";
import type { CallContext } from "./context.ts";
import type { RootField, RootFields } from "./resolvers.ts";
import { orderUpdatedAt } from "../store/derive.ts";
import { orderTotals } from "../store/order-money.ts";
import { matchesOrder, requiredCustomer, unknownOrderFields } from "./search/orders.ts";
import { parseSearch, printSearch } from "./search/parse.ts";
import { customerView } from "./views/customer.ts";
import { fulfillmentOrderView } from "./views/fulfillment-order.ts";
import { fulfillmentView } from "./views/fulfillment.ts";
import { orderView } from "./views/order.ts";
import { mayRead, readableFulfillmentOrders } from "./views/readable.ts";
import { productView } from "./views/product.ts";
import { appInstallationView, shopView } from "./views/shop.ts";
import { themes } from "./views/theme.ts";

type IdArgs = { id: string };
type OrdersArgs = PageArgs & { query?: string | null; sortKey?: string | null };

/** Where each sort key finds its value; those that are left out sort by when the order was processed. */
const orderSorts: Record<string, (order: OrderRecord, now: string) => string | number> = {
  CREATED_AT: (order) => order.createdAt,
  CURRENT_TOTAL_PRICE: (order, now) => orderTotals(order, now).current,
  CUSTOMER_NAME: (order) => [order.customer?.lastName, order.customer?.firstName].join(" "),
  ID: () => 0,
  ORDER_NUMBER: (order) => order.number,
  PROCESSED_AT: (order) => order.processedAt,
  TOTAL_PRICE: (order, now) => orderTotals(order, now).total,
  UPDATED_AT: orderUpdatedAt,
};

function orders(args: OrdersArgs, context: CallContext, info: Parameters<RootField>[2]) {
  const search = parseSearch(args.query ?? "");
  if (args.query) {
    const warnings = unknownOrderFields(search).map((field) => ({
      field,
      message: "Invalid search field for this query.",
    }));
    context.searches.push({ path: [info.path.key], query: args.query, parsed: printSearch(search), warnings });
  }
  const customer = requiredCustomer(search);
  const known = customer === null ? null : context.store.customer(customer);
  const candidates = customer === null ? context.store.orders : known ? context.store.ordersOf(known) : [];
  const found = candidates.filter((order) => mayRead(order, context) && matchesOrder(search, order, context.now));
  const sort = orderSorts[args.sortKey ?? "PROCESSED_AT"] ?? ((order: OrderRecord) => order.processedAt);
  const key: SortKey<OrderRecord> = { id: (order) => order.id, value: (order) => sort(order, context.now) };
  return connection(found, args, key, (order) => orderView(order, context));
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
  orders,
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
  product: (args: IdArgs, context) => {
    const product = context.store.product(args.id);
    return product ? productView(product, context) : null;
  },
};
