import type { OrderRecord } from "../../devstore/store/records.ts";
import type { Random } from "../../devstore/shop/random.ts";
import type { System } from "../support/system.ts";
import type { StoreBooks } from "./case-file.ts";
import { Shopper } from "./shopper.ts";

/** Somebody with an order of their own, and one that is not theirs. */
export type Visitor = { shopper: Shopper; orderName: string; foreignName: string; email: string; isGuest: boolean };

/** The app reads the orders of sixty days. */
const READABLE_MS = 50 * 24 * 60 * 60 * 1000;

/** Lets visitors in: every other one logs in as a customer, the rest know their order's number and email. */
export async function visitorsOf(
  system: System,
  count: number,
  options: { random: Random; marked: boolean; where?: () => string },
): Promise<Visitor[]> {
  const { store } = system.devstore;
  const since = new Date(store.now().getTime() - READABLE_MS).toISOString();
  const orders = store.visibleOrders().filter((order) => emailOf(order) !== null && order.createdAt > since);
  const visitors: Visitor[] = [];
  const taken = new Set<string>();
  for (let index = 0; index < count; index++) {
    const random = options.random.fork(`visitor ${index}`);
    const mine = random.pick(orders.filter((order) => !taken.has(emailOf(order) ?? "")));
    const email = emailOf(mine) ?? "";
    taken.add(email);
    const others = orders.filter((order) => emailOf(order) !== email && order.customer !== mine.customer);
    const isGuest = index % 2 === 1 || mine.customer === null;
    const own = orders.filter((order) => (isGuest ? emailOf(order) === email : order.customer === mine.customer));
    const shopper = await Shopper.arrive({
      storefront: system.devstore.url,
      who: isGuest ? `a guest with ${mine.name}` : `the customer of ${mine.name}`,
      ownOrders: isGuest
        ? own.map(({ name }) => name)
        : store.orders.filter((one) => one.customer === mine.customer).map(({ name }) => name),
      ...(isGuest || !mine.customer ? {} : { cookie: system.devstore.login(mine.customer.id) }),
      random,
      where: options.where ?? (() => system.app.url),
      marked: options.marked,
    });
    visitors.push({ shopper, orderName: mine.name, foreignName: random.pick(others).name, email, isGuest });
  }
  return visitors;
}

export function emailOf(order: OrderRecord): string | null {
  return order.email ?? order.customer?.email ?? null;
}

export function storeBooks(system: System): StoreBooks {
  const { store } = system.devstore;
  return {
    timeZone: store.shop.ianaTimezone,
    aheadMs: store.now().getTime() - Date.now(),
    orders: store.orders.map(({ name, fulfillments }) => ({
      name,
      tracking: fulfillments.flatMap(({ tracking }) =>
        tracking.flatMap(({ number }) => (number === null ? [] : [number])),
      ),
    })),
  };
}
