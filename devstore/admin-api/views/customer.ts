import { gid } from "../../store/ids.ts";
import type { CustomerRecord } from "../../store/records.ts";
import { listConnection, type PageArgs } from "../connection.ts";
import type { CallContext } from "../context.ts";
import { orderConnection, type OrdersArgs } from "../orders.ts";
import { mailingAddress } from "./address.ts";
import { metafieldFields } from "./metafields.ts";
import { mayRead } from "./readable.ts";
import { storeCreditAccounts } from "./store-credit.ts";

export function customerView(customer: CustomerRecord, context: CallContext) {
  const orders = () => context.store.ordersOf(customer);
  const name = [customer.firstName, customer.lastName].filter(Boolean).join(" ");
  return {
    __typename: "Customer",
    id: gid("Customer", customer.id),
    legacyResourceId: customer.id,
    firstName: customer.firstName,
    lastName: customer.lastName,
    displayName: name || customer.email || "",
    defaultEmailAddress: customer.email === null ? null : { emailAddress: customer.email },
    defaultPhoneNumber: customer.phone === null ? null : { phoneNumber: customer.phone },
    locale: customer.locale,
    note: customer.note,
    tags: customer.tags,
    state: customer.state,
    createdAt: customer.createdAt ?? context.now,
    verifiedEmail: customer.state === "ENABLED",
    numberOfOrders: () => String(orders().length),
    defaultAddress: mailingAddress(customer.addresses[0] ?? null, `${customer.id}/0`),
    addressesV2: (args: PageArgs) =>
      listConnection(
        customer.addresses.map((address, index) => ({ id: `${customer.id}/${index}`, address })),
        args,
        (item) => mailingAddress(item.address, item.id),
      ),
    lastOrder: () => {
      const last = orders()
        .filter((order) => mayRead(order, context))
        .sort((a, b) => (a.processedAt < b.processedAt ? 1 : -1))[0];
      return last ? context.views.order(last, context) : null;
    },
    orders: (args: OrdersArgs) => orderConnection(orders, args, context, ["customer", "orders"], "ID"),
    storeCreditAccounts: (args: PageArgs) => storeCreditAccounts(customer, args, context),
    ...metafieldFields(customer.metafields, `Customer/${customer.id}`),
  };
}
