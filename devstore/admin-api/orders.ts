import { orderUpdatedAt } from "../store/moments.ts";
import { orderTotals } from "../store/order-money.ts";
import type { OrderRecord } from "../store/records.ts";
import { connection, type PageArgs, type SortKey } from "./connection.ts";
import type { CallContext } from "./context.ts";
import { matchesOrder, requiredCustomer, unknownOrderFields } from "./search/orders.ts";
import { parseSearch, printSearch } from "./search/parse.ts";
import { mayRead } from "./views/readable.ts";

export type OrdersArgs = PageArgs & { query?: string | null; sortKey?: string | null };

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

/** A connection of orders that are searched, sorted and paged, of those that the app may read. */
export function orderConnection(
  of: (customerId: string | null) => readonly OrderRecord[],
  args: OrdersArgs,
  context: CallContext,
  path: (string | number)[],
  defaultSort: string,
) {
  const search = parseSearch(args.query ?? "");
  if (args.query) {
    const warnings = unknownOrderFields(search).map((field) => ({
      field,
      message: "Invalid search field for this query.",
    }));
    context.searches.push({ path, query: args.query, parsed: printSearch(search), warnings });
  }
  const candidates = of(requiredCustomer(search));
  const found = candidates.filter((order) => mayRead(order, context) && matchesOrder(search, order, context.now));
  const sort = orderSorts[args.sortKey ?? defaultSort] ?? ((order: OrderRecord) => order.processedAt);
  const key: SortKey<OrderRecord> = { id: (order) => order.id, value: (order) => sort(order, context.now) };
  return connection(found, args, key, (order) => context.views.order(order, context));
}
