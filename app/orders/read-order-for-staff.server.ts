import type { AdminCallOptions, AdminClient, AdminOutcome } from "../shopify/admin-client.ts";
import {
  FindOrderByNameDocument,
  OrderBySearchForAnswerDocument,
  OrderForAnswerDocument,
} from "../shopify/generated/admin.ts";
import { normalizeOrderName, sameOrderName } from "../shopify/order-name.ts";
import { scopesNamed } from "../shopify/scopes.ts";
import { searchValue } from "../shopify/search-query.ts";
import { mapOrder } from "./map-order.ts";
import type { OrderNode, Reading } from "./map-order.ts";
import { completeOrder } from "./order-pages.server.ts";
import { metafieldVariables } from "./progress.ts";
import { metered } from "./read-cost.ts";
import type { ReadCost } from "./read-cost.ts";
import { below } from "./read-orders.server.ts";
import { DEFAULT_RULES } from "./rules.ts";
import type { OrderRules } from "./rules.ts";
import type { OrderSnapshot } from "./snapshot.ts";
import { withLiveTracking } from "./tracking/merge-live.ts";
import type { LiveTrackingPort } from "./tracking/port.ts";

export type StaffReadOptions = AdminCallOptions & {
  /** The shop granted `read_all_orders`. */
  readsAllOrders: boolean;
  /** What the shop judges by; its metafields are read. The defaults where it is left out. */
  rules?: OrderRules;
  /** The same that the agent asks, so that staff and shoppers are told the same. `timeZone` is the shop's. */
  tracking?: { port: LiveTrackingPort; timeZone: string } | null;
};

export type StaffRead =
  | { kind: "ok"; snapshot: OrderSnapshot; at: Date; cost: ReadCost }
  /** What was typed cannot be an order's name; Shopify was not asked. */
  | { kind: "no_name" }
  | { kind: "not_found" }
  /** Nothing among the orders since `oldest`, and the app may not read older ones: whether it exists is not known. */
  | { kind: "too_old"; oldest: Date }
  /** The shop has not granted a scope that it takes; `scopes` are those of ours that Shopify named. */
  | { kind: "no_permission"; scopes: readonly string[] }
  | { kind: "unavailable"; why: string };

/** Without `read_all_orders` Shopify gives the orders of the last 60 days. */
const READABLE_MS = 60 * 24 * 60 * 60 * 1000;

type Found = { kind: "found"; node: OrderNode; at: Date; fieldErrors: Reading["fieldErrors"] };
type Nothing = { kind: "nothing"; at: Date };
type Failure = Exclude<StaffRead, { kind: "ok" }>;
type Metafields = ReturnType<typeof metafieldVariables>;

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
  const meter = metered(client);
  const metafields = metafieldVariables(options.rules ?? DEFAULT_RULES);
  const first = await firstFound(meter.client, name, metafields, options);
  const found = first.kind === "nothing" ? await amongAll(meter.client, name, metafields, options) : first;
  if (found.kind === "nothing") {
    if (options.readsAllOrders) return { kind: "not_found" };
    return { kind: "too_old", oldest: new Date(found.at.getTime() - READABLE_MS) };
  }
  if (found.kind !== "found") return found;
  const { node, cut } = await completeOrder(meter.client, found.node, options);
  const mapped = mapOrder(node, { fieldErrors: found.fieldErrors, cut });
  const { tracking } = options;
  const snapshot = tracking ? await withLiveTracking(mapped, tracking.port, tracking.timeZone) : mapped;
  return { kind: "ok", snapshot, at: found.at, cost: meter.cost };
}

async function firstFound(
  client: AdminClient,
  name: string,
  metafields: Metafields,
  options: AdminCallOptions,
): Promise<Found | Nothing | Failure> {
  const outcome = await client.run(
    OrderBySearchForAnswerDocument,
    { query: `name:${searchValue(name)}`, after: null, ...metafields },
    options,
  );
  if (outcome.kind !== "ok") return failure(outcome);
  const [node] = outcome.data.orders.nodes;
  const { at } = outcome;
  if (!node || !sameOrderName(node.name, name)) return { kind: "nothing", at };
  return { kind: "found", node, at, fieldErrors: below(outcome.fieldErrors, "orders.nodes.0") };
}

/** Shopify's search is tokenised: another order whose name has the same words may come first. */
async function amongAll(
  client: AdminClient,
  name: string,
  metafields: Metafields,
  options: AdminCallOptions,
): Promise<Found | Nothing | Failure> {
  const listed = await client.run(FindOrderByNameDocument, { query: `name:${searchValue(name)}` }, options);
  if (listed.kind !== "ok") return failure(listed);
  const match = listed.data.orders.nodes.find((candidate) => sameOrderName(candidate.name, name));
  if (!match) return { kind: "nothing", at: listed.at };
  const outcome = await client.run(OrderForAnswerDocument, { id: match.id, ...metafields }, options);
  if (outcome.kind !== "ok") return failure(outcome);
  const { data, at } = outcome;
  if (!data.order) return { kind: "nothing", at };
  return { kind: "found", node: data.order, at, fieldErrors: below(outcome.fieldErrors, "order") };
}

function failure(outcome: Exclude<AdminOutcome<unknown>, { kind: "ok" }>): Failure {
  if (outcome.kind === "denied") return { kind: "no_permission", scopes: scopesNamed(outcome.message) };
  return { kind: "unavailable", why: outcome.kind === "unavailable" ? outcome.why : outcome.kind };
}
