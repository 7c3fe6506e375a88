import type { AdminCallOptions, AdminClient, AdminOutcome } from "../shopify/admin-client.ts";
import {
  FindOrderByNameDocument,
  OrderBySearchForAnswerDocument,
  OrderForAnswerDocument,
} from "../shopify/generated/admin.ts";
import { normalizeOrderName, sameOrderName } from "../shopify/order-name.ts";
import { searchValue } from "../shopify/search-query.ts";
import { mapOrder } from "./map-order.ts";
import type { OrderNode, Reading } from "./map-order.ts";
import { completeOrder } from "./order-pages.server.ts";
import { below } from "./read-orders.server.ts";
import type { OrderSnapshot } from "./snapshot.ts";
import { withLiveTracking } from "./tracking/merge-live.ts";
import type { LiveTrackingPort } from "./tracking/port.ts";

/** What a read cost in all: points of the shop's bucket, as Shopify reported them. */
export type ReadCost = { calls: number; requested: number; actual: number };

export type StaffReadOptions = AdminCallOptions & {
  /** The shop granted `read_all_orders`. */
  readsAllOrders: boolean;
  /** The same that the agent asks, so that staff and shoppers are told the same. `timeZone` is the shop's. */
  tracking?: { port: LiveTrackingPort; timeZone: string } | null;
};

export type StaffRead =
  | { kind: "ok"; snapshot: OrderSnapshot; at: Date; cost: ReadCost }
  /** What was typed cannot be an order's name; Shopify was not asked. */
  | { kind: "no_name" }
  | { kind: "not_found" }
  /** Nothing among the orders of 60 days, and the app may not read older ones: whether it exists is not known. */
  | { kind: "too_old" }
  | { kind: "no_permission" }
  | { kind: "unavailable"; why: string };

type Found = { node: OrderNode; at: Date; fieldErrors: Reading["fieldErrors"] };
type Failure = Exclude<StaffRead, { kind: "ok" }>;

/**
 * Reads any order of the client's shop by its name, for the shop's own staff: no shopper's scope bounds it, so it may be
 * called behind `authenticateAdmin` alone, with a client of the shop that was signed in to (P7); the architecture check
 * holds that. One call where Shopify's search puts the order first, else three; further ones for orders too big for one.
 *
 * @param orderName as it was typed, with or without `#`
 */
export async function readOrderForStaff(
  client: AdminClient,
  orderName: string,
  options: StaffReadOptions,
): Promise<StaffRead> {
  const name = normalizeOrderName(orderName);
  if (name === null) return { kind: "no_name" };
  const cost: ReadCost = { calls: 0, requested: 0, actual: 0 };
  const metered = adding(cost, client);
  const found = (await firstFound(metered, name, options)) ?? (await amongAll(metered, name, options));
  if (!found) return { kind: options.readsAllOrders ? "not_found" : "too_old" };
  if ("kind" in found) return found;
  const { node, cut } = await completeOrder(metered, found.node, options);
  const mapped = mapOrder(node, { fieldErrors: found.fieldErrors, cut });
  const { tracking } = options;
  const snapshot = tracking ? await withLiveTracking(mapped, tracking.port, tracking.timeZone) : mapped;
  return { kind: "ok", snapshot, at: found.at, cost };
}

async function firstFound(
  client: AdminClient,
  name: string,
  options: AdminCallOptions,
): Promise<Found | Failure | null> {
  const outcome = await client.run(
    OrderBySearchForAnswerDocument,
    { query: `name:${searchValue(name)}`, after: null },
    options,
  );
  if (outcome.kind !== "ok") return failure(outcome);
  const [node] = outcome.data.orders.nodes;
  if (!node || !sameOrderName(node.name, name)) return null;
  return { node, at: outcome.at, fieldErrors: below(outcome.fieldErrors, "orders.nodes.0") };
}

/** Shopify's search is tokenised: another order whose name has the same words may come first. */
async function amongAll(client: AdminClient, name: string, options: AdminCallOptions): Promise<Found | Failure | null> {
  const listed = await client.run(FindOrderByNameDocument, { query: `name:${searchValue(name)}` }, options);
  if (listed.kind !== "ok") return failure(listed);
  const match = listed.data.orders.nodes.find((candidate) => sameOrderName(candidate.name, name));
  if (!match) return null;
  const outcome = await client.run(OrderForAnswerDocument, { id: match.id }, options);
  if (outcome.kind !== "ok") return failure(outcome);
  const node = outcome.data.order;
  return node && { node, at: outcome.at, fieldErrors: below(outcome.fieldErrors, "order") };
}

function failure(outcome: Exclude<AdminOutcome<unknown>, { kind: "ok" }>): Failure {
  if (outcome.kind === "denied") return { kind: "no_permission" };
  return { kind: "unavailable", why: outcome.kind === "unavailable" ? outcome.why : outcome.kind };
}

function adding(cost: ReadCost, client: AdminClient): AdminClient {
  return {
    shop: client.shop,
    async run(document, variables, options) {
      const outcome = await client.run(document, variables, options);
      cost.calls += 1;
      if (outcome.kind === "ok") {
        cost.requested += outcome.cost?.requested ?? 0;
        cost.actual += outcome.cost?.actual ?? 0;
      }
      return outcome;
    },
  };
}
