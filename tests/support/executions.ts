import { randomUUID } from "node:crypto";
import { Session } from "@shopify/shopify-api";
import { startDevstore } from "#devstore/start.ts";
import type { Devstore } from "#devstore/start.ts";
import type { OrderInput } from "#devstore/store/schema.ts";
import { teaOrder, testShop, testStore } from "#devstore/store/test-store.ts";
import { db, sql } from "#app/platform/db.server.ts";
import type { RequestReason } from "#app/policy/kinds.ts";
import { execute, type Execution } from "#app/resolutions/execute.server.ts";
import { takeExecution } from "#app/resolutions/executions.server.ts";
import type { Executor, Recheck, StepContext } from "#app/resolutions/executor.ts";
import { executorFor } from "#app/resolutions/executors/index.ts";
import type { OrderNode } from "#app/resolutions/executors/read-order.ts";
import type { LedgerRow } from "#app/resolutions/ledger-row.ts";
import { confirm, findResolution, storeProposal } from "#app/resolutions/ledger.server.ts";
import type { ClaimedUnits, FrozenProposal, Plan } from "#app/resolutions/plan.ts";
import { adminClientFor } from "#app/shopify/admin-client.server.ts";
import { OrderForExecutionDocument } from "#app/shopify/generated/admin.ts";
import { sessionStorage } from "#app/shopify/session-storage.server.ts";
import { setTestEnvironment } from "./open-database.ts";
import { until } from "./until.ts";

export const shop = testShop;

const app = { apiKey: "1f0e2d3c4b5a69788796a5b4c3d2e1f0", apiSecret: "shpss_only_for_tests_0123456789abcdef" };
/** How an order of two small pots of tea stands. */
export type Standing = "unsent" | "sent" | "with_partner" | "sent_for_yen";

const SENT: Partial<OrderInput> = {
  fulfillments: [{ at: "2026-11-18T12:00:00Z", events: [{ status: "DELIVERED", at: "2026-11-19T12:00:00Z" }] }],
};
const STANDS: Record<Standing, Partial<OrderInput>> = {
  unsent: {},
  sent: SENT,
  sent_for_yen: { ...SENT, presentment: { currencyCode: "JPY", rate: 160 } },
  with_partner: {
    fulfillmentOrders: [
      {
        location: "3pl",
        requests: [{ sentAt: "2026-11-18T10:00:00Z", response: { at: "2026-11-18T11:00:00Z", accepted: true } }],
      },
    ],
  },
};

/** Orders of each standing: more than there are tests, for every test takes one of its own. */
const EACH = 80;

/** A devstore full of tea, over HTTP, and this process as the app that is installed in it. Call it before anything reads the environment. */
export async function startTeaShop(): Promise<Devstore> {
  const orders = (Object.keys(STANDS) as Standing[]).flatMap((standing, group) =>
    Array.from({ length: EACH }, (_, index) =>
      teaOrder({ name: `#${(group + 1) * 1000 + index}`, ...STANDS[standing] }),
    ),
  );
  const store = testStore(orders, {
    shop: {
      domain: testShop,
      name: "Tea",
      email: "hello@example.com",
      currencyCode: "EUR",
      presentmentCurrencies: ["JPY"],
      countryCode: "DE",
    },
    products: [
      {
        id: "tea",
        title: "Green tea",
        price: "9.50",
        options: ["Size"],
        variants: [
          { sku: "TEA-S", options: ["S"], inventory: { main: 500 } },
          { sku: "TEA-L", options: ["L"], price: "15.00", inventory: { main: 500 } },
        ],
      },
    ],
  });
  const devstore = await startDevstore({ store, port: 0, appUrl: "http://127.0.0.1:3000", ...app, unthrottled: true });
  devstore.installation.install();
  // Longer than a job of the devstore takes, which is all that can still be at work there.
  setTestEnvironment({ SHOPIFY_GATEWAY_URL: devstore.url, RESOLUTION_QUIET_MS: "250" });
  return devstore;
}

/** The app's token for the shop, in a database just opened. */
export async function signIn(devstore: Devstore): Promise<void> {
  const { access } = devstore.tokens.grantOffline({ expiring: true });
  await sessionStorage.storeSession(
    new Session({
      id: `offline_${shop}`,
      shop,
      state: "",
      isOnline: false,
      accessToken: access.value,
      expires: new Date(access.expiresAt ?? 0),
    }),
  );
}

const taken: Record<Standing, number> = { unsent: 0, sent: 0, with_partner: 0, sent_for_yen: 0 };

/** An order that no other test has. */
export async function freshOrder(devstore: Devstore, standing: Standing): Promise<OrderNode> {
  const number = (Object.keys(STANDS).indexOf(standing) + 1) * 1000 + taken[standing]++;
  return readOrder(`gid://shopify/Order/${String(devstore.store.orderByName(`#${number}`)?.id)}`);
}

export async function readOrder(id: string): Promise<OrderNode> {
  const read = await (await adminClientFor(shop)).run(OrderForExecutionDocument, { id });
  if (read.kind !== "ok" || !read.data.order) throw new Error(`no order ${id}: ${JSON.stringify(read)}`);
  return read.data.order;
}

type Given = { reason?: RequestReason; units?: readonly ClaimedUnits[]; locale?: string; needsApproval?: boolean };

/** A proposal that its shopper has said yes to. */
export async function confirmed(order: OrderNode, plan: Plan, given: Given = {}): Promise<LedgerRow> {
  const { reason = "damaged", units = [{ line: order.lineItems.nodes[0]?.id ?? "", quantity: 1, of: 2 }] } = given;
  const [id, conversationId] = [randomUUID(), randomUUID()];
  await db().conversation.create({ data: { shop, id: conversationId, orderIds: [order.id] } });
  const worth = { minor: 950, currency: "EUR" };
  const proposal: FrozenProposal = {
    version: 1,
    orderId: order.id,
    orderName: order.name,
    customerId: order.customer?.id ?? null,
    reason,
    kind: plan.kind,
    units,
    value: { shop: worth, presentment: worth },
    policyVersion: 1,
    rules: [],
    needsApproval: given.needsApproval ?? false,
    plan,
  };
  const key = { shop, conversationId };
  const { digest } = await storeProposal(key, id, proposal, given.locale ?? "en");
  const decided = await confirm(key, id, digest);
  if (decided.kind !== "decided") throw new Error("the proposal could not be confirmed");
  return decided.row;
}

type LooksAgain = Execution["recheck"];

/** One attempt to carry it out, as a process does that takes it up now. Null when somebody else has it. */
export function attempt(id: string, recheck: Recheck | LooksAgain = { kind: "holds" }): Promise<LedgerRow | null> {
  return attemptWith(id, executorFor, recheck);
}

/** An attempt whose process dies right after it called Shopify for a step, before it could write down what came of it. */
export async function attemptAndDie(id: string, stepName: string): Promise<void> {
  const mortal = (kind: Plan["kind"]): Executor => {
    const executor = executorFor(kind);
    const steps = executor.steps.map((step) =>
      step.name === stepName ? { ...step, run: (context: StepContext) => step.run(context).then(die) } : step,
    );
    return { ...executor, steps };
  };
  await until(`${stepName} is reached`, () =>
    attemptWith(id, mortal, { kind: "holds" }).then(
      () => false,
      (error: unknown) => error === DEATH,
    ),
  );
  await sql().query(
    "UPDATE resolution SET lease_until = now() - interval '1 second' WHERE shop = $1 AND id = $2::uuid",
    [shop, id],
  );
}

const DEATH = new Error("the process died");

function die(): never {
  throw DEATH;
}

async function attemptWith(
  id: string,
  executorOf: (kind: Plan["kind"]) => Executor,
  recheck: Recheck | LooksAgain,
): Promise<LedgerRow | null> {
  const owner = randomUUID();
  await sql().query("UPDATE resolution SET next_at = now() WHERE shop = $1 AND id = $2::uuid", [shop, id]);
  const row = await takeExecution(shop, id, owner);
  if (!row) return null;
  const { signal } = new AbortController();
  const executor = executorOf(row.proposal.plan.kind);
  await execute({
    row,
    owner,
    executor,
    recheck: typeof recheck === "function" ? recheck : () => Promise.resolve(recheck),
    signal,
  });
  return findResolution(shop, id);
}

const UNFINISHED = new Set(["confirmed", "approved", "executing"]);

/** Takes it up again and again, as the reconciler does when it is due, until it has ended. */
export function carryOut(id: string): Promise<LedgerRow> {
  return until(`resolution ${id} ends`, async () => {
    const row = await attempt(id);
    return row && !UNFINISHED.has(row.state) ? row : null;
  });
}

export async function claimsOf(id: string): Promise<number> {
  return db().resolutionClaim.count({ where: { shop, resolutionId: id } });
}
