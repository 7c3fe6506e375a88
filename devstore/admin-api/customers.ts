import type { CustomerRecord } from "../store/records.ts";
import { connection, type PageArgs } from "./connection.ts";
import type { CallContext } from "./context.ts";
import { matchesCustomer } from "./search/customers.ts";
import { parseSearch, printSearch } from "./search/parse.ts";
import { customerView } from "./views/customer.ts";

type CustomersArgs = PageArgs & { query?: string | null; sortKey?: string | null };

/** Customers that a search fits, by name where that is asked for, else in the order in which they came to be. */
export function customerConnection(args: CustomersArgs, context: CallContext, path: (string | number)[]) {
  const search = parseSearch(args.query ?? "");
  if (args.query) {
    context.searches.push({ path, query: args.query, parsed: printSearch(search), warnings: [] });
  }
  const found = context.store.customers.filter((customer) => matchesCustomer(search, customer));
  const value = (customer: CustomerRecord) =>
    args.sortKey === "NAME" ? [customer.lastName, customer.firstName].join(" ") : (customer.createdAt ?? "");
  return connection(found, args, { id: ({ id }) => id, value }, (customer) => customerView(customer, context));
}
