import { Session } from "@shopify/shopify-api";
import { reconcile } from "../../../app/conversations/resolutions.server.ts";
import { closeDatabase, openDatabase, sql } from "../../../app/platform/db.server.ts";
import { publishPolicy } from "../../../app/resolutions/policies.server.ts";
import { sessionStorage } from "../../../app/shopify/session-storage.server.ts";
import { createRandom } from "../../../devstore/shop/random.ts";
import { type Devstore, startDevstore } from "../../../devstore/start.ts";
import { gid } from "../../../devstore/store/ids.ts";
import type { OrderRecord } from "../../../devstore/store/records.ts";
import type { Store } from "../../../devstore/store/store.ts";
import { testShop } from "../../../devstore/store/test-store.ts";
import { type DatabaseKind, makeDatabase } from "../../support/databases.ts";
import { setTestEnvironment } from "../../support/open-database.ts";
import type { MoneyCase, OrderBefore } from "./case.ts";
import { listenToReads } from "./reads.ts";
import { hostilePolicy, hostileShop, type Person } from "./shop.ts";
import type { Trouble } from "./trouble.ts";

/** The app's own rooms in this process, a real database, and a devstore behind HTTP. */
export type World = {
  devstore: Devstore;
  people: Person[];
  policy: MoneyCase["policy"];
  /** Orders as they were before anybody asked for anything; those that were made since, as they are. */
  orders(): OrderBefore[];
  /** Waits until nothing is under way about an order, for a few seconds. False: something still is. */
  quiet(orderName: string): Promise<boolean>;
  /** Goes on with what is due, as every process of the app does, until all is settled. False: something never is. */
  settle(withinMs: number): Promise<boolean>;
  close(): Promise<void>;
};

const RECONCILE_MS = 250;

/**
 * How long a call may still be at work. Where every lost answer is of work that was done, waiting costs nothing, and the time
 * is more than calls are given: on a busy machine one that was given up may do its work late. Elsewhere it is short, for there
 * is much to wait for.
 */
const QUIET_MS: Record<Trouble, string> = { none: "250", some: "10000", storm: "250" };

type Setting = { seed: number; database: DatabaseKind; customers: number; trouble: Trouble };

export async function openWorld({ seed, database, customers, trouble }: Setting): Promise<World> {
  const { store, people } = hostileShop(customers, createRandom(seed).fork("shop"));
  const app = { apiKey: "1f0e2d3c4b5a69788796a5b4c3d2e1f0", apiSecret: "shpss_only_for_tests_0123456789abcdef" };
  const devstore = await startDevstore({ store, port: 0, appUrl: "http://127.0.0.1:3000", ...app, unthrottled: true });
  devstore.installation.install();
  setTestEnvironment({ SHOPIFY_GATEWAY_URL: devstore.url, RESOLUTION_QUIET_MS: QUIET_MS[trouble] });
  const made = await makeDatabase(database);
  await openDatabase({ url: made.env["DATABASE_URL"], dataDir: made.env["DATA_DIR"] ?? "", poolSize: 8 });
  await signIn(devstore);
  const policy = hostilePolicy();
  await publishPolicy(testShop, policy, "the test");
  listenToReads(devstore.url);
  const first = ordersBefore(store);
  const looking = setInterval(() => void reconcile().catch(() => undefined), RECONCILE_MS);
  return {
    devstore,
    people,
    policy,
    orders: () => [...first, ...ordersBefore(store).slice(first.length)],
    quiet,
    settle,
    async close() {
      clearInterval(looking);
      await closeDatabase();
      await made.drop();
      await devstore.close();
    },
  };
}

/** The app's token for the shop, in a database just opened. */
export async function signIn(devstore: Devstore): Promise<void> {
  const { access } = devstore.tokens.grantOffline({ expiring: true });
  const expires = new Date(access.expiresAt ?? 0);
  const id = `offline_${testShop}`;
  await sessionStorage.storeSession(
    new Session({ id, shop: testShop, state: "", isOnline: false, accessToken: access.value, expires }),
  );
}

/** The shop's orders as they are now. */
export function ordersBefore({ orders }: Store): OrderBefore[] {
  return orders.map(before);
}

function before(order: OrderRecord): OrderBefore {
  const paid = order.transactions.filter(
    ({ kind, status }) => (kind === "SALE" || kind === "CAPTURE") && status === "SUCCESS",
  );
  return {
    id: gid("Order", order.id),
    name: order.name,
    customerId: gid("Customer", order.customer?.id ?? ""),
    currency: order.currency,
    rate: order.rate,
    received: paid.reduce((sum, { amount }) => sum + amount, 0),
    tags: [...order.tags],
    country: order.shippingAddress?.countryCode ?? null,
    deliveredAt:
      order.fulfillments.flatMap(({ events }) => events).find(({ status }) => status === "DELIVERED")?.at ?? null,
    lines: order.lineItems.map(({ id, variant, title, quantity, unitPrice, giftCard }) => ({
      id: gid("LineItem", id),
      variantId: gid("ProductVariant", variant?.id ?? ""),
      title,
      quantity,
      unitPrice,
      tags: [...(variant?.product.tags ?? [])],
      isGiftCard: giftCard,
    })),
  };
}

const UNDER_WAY = `
  SELECT count(*)::int AS count FROM resolution
  WHERE shop = $1 AND order_name = $2 AND state IN ('confirmed', 'approved', 'executing')`;
const QUIET_WITHIN_MS = 5_000;

async function quiet(orderName: string): Promise<boolean> {
  const until = performance.now() + QUIET_WITHIN_MS;
  for (;;) {
    const [under] = await sql().query<{ count: number }>(UNDER_WAY, [testShop, orderName]);
    if (under?.count === 0) return true;
    if (performance.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, RECONCILE_MS / 5));
  }
}

const UNSETTLED = `
  SELECT count(*)::int AS count FROM resolution
  WHERE state IN ('confirmed', 'approved', 'executing') OR told_state <> state`;
/** Waiting for the next look is not what is tested: whoever waits is due at once. */
const HURRY = `
  UPDATE resolution SET next_at = now()
  WHERE state IN ('confirmed', 'approved', 'executing') AND next_at > now() + interval '1 second' AND lease_owner IS NULL`;

async function settle(withinMs: number): Promise<boolean> {
  const until = performance.now() + withinMs;
  for (;;) {
    const [left] = await sql().query<{ count: number }>(UNSETTLED);
    if (left?.count === 0) return true;
    if (performance.now() > until) return false;
    await sql().query(HURRY);
    await new Promise((resolve) => setTimeout(resolve, RECONCILE_MS));
  }
}
