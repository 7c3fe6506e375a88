import type { ReadOutcome } from "../agent/tools/tool.ts";
import type { Scope } from "../identity/scope.ts";
import type { AdminClient, AdminCallOptions, AdminOutcome, FieldError } from "../shopify/admin-client.ts";
import {
  CustomerOrderCountsDocument,
  OrderBySearchForAnswerDocument,
  OrderForAnswerDocument,
  OrdersForListDocument,
} from "../shopify/generated/admin.ts";
import type { OrderBySearchForAnswerQuery } from "../shopify/generated/admin.ts";
import { scopesNamed } from "../shopify/scopes.ts";
import type { RequiredScope } from "../shopify/scopes.ts";
import { gidNumber, searchValue } from "../shopify/search-query.ts";
import { tellOrder, tellOrders } from "./answer.ts";
import type { OrderProfile, TellOptions } from "./answer.ts";
import type { OrderTold, OrdersTold } from "./facts.ts";
import { mapListedOrder, mapOrder } from "./map-order.ts";
import type { OrderNode } from "./map-order.ts";
import { normalizeOrderName, sameOrderName } from "../shopify/order-name.ts";
import { completeOrder } from "./order-pages.server.ts";
import { metafieldVariables } from "./progress.ts";
import { metered } from "./read-cost.ts";
import type { ReadCost } from "./read-cost.ts";
import { DEFAULT_SETTINGS, rulesOf } from "./shop-settings.ts";
import type { OrderSnapshot } from "./snapshot.ts";
import { withLiveTracking } from "./tracking/merge-live.ts";
import type { LiveTrackingPort } from "./tracking/port.ts";

export type ReadOptions = AdminCallOptions & {
  profile: OrderProfile;
  /** The shop granted `read_all_orders`, so that no order is too old to be read. */
  readsAllOrders?: boolean;
  tell?: TellOptions;
  /** Asked about the parcels under way of a single order; never longer than its own deadline. */
  tracking?: LiveTrackingPort | null;
};

/** What reading a single order needs besides how it is told. */
type SnapshotOptions = AdminCallOptions & {
  profile: Pick<OrderProfile, "timeZone">;
  readsAllOrders?: boolean;
  /** Where the shop's settings name the metafields that tell of picking and packing. */
  tell?: TellOptions;
  tracking?: LiveTrackingPort | null;
};

/** `at` is Shopify's time. */
export type SnapshotOutcome = { kind: "found"; snapshot: OrderSnapshot; at: Date; cost: ReadCost } | NotFound;

type Found = { kind: "found"; node: OrderNode; at: Date; fieldErrors: FieldError[] };
type NotFound = Exclude<ReadOutcome<never>, { kind: "ok" }>;

const NOT_FOUND: NotFound = { kind: "not_found" };
const NO_OWNERS: NotFound = { kind: "denied", scopes: ["read_customers"] satisfies RequiredScope[] };

/**
 * Reads and tells one order of the scope: the one with this name, or the newest when `orderName` is null.
 *
 * What lies outside the scope is `not_found`, with the same calls as what does not exist (P1): searches are bounded to the
 * scope, and what comes back is checked against it again. One call for what is found, two for a number that a customer has no
 * order with; further ones only for the rest of orders with more than 20 lines, 5 fulfillment orders or 5 parcels.
 */
export async function readOrder(
  client: AdminClient,
  scope: Scope,
  orderName: string | null,
  options: ReadOptions,
): Promise<ReadOutcome<OrderTold>> {
  const found = await readSnapshot(client, scope, orderName, options);
  if (found.kind !== "found") return found;
  const { snapshot, at, cost } = found;
  return { kind: "ok", told: tellOrder(snapshot, at, options.profile, options.tell), cost };
}

/** The same order untold: for what is done about it. Scope, calls and outcomes are those of `readOrder`. */
export async function readSnapshot(
  client: AdminClient,
  scope: Scope,
  orderName: string | null,
  options: SnapshotOptions,
): Promise<SnapshotOutcome> {
  if (isNobody(scope)) return { kind: "needs_identity" };
  if (client.shop !== scope.shop) throw new Error("the scope belongs to another shop than the client");
  const [onlyId, ...otherIds] = scope.orderIds;
  const meter = metered(client);
  const found =
    scope.customerId === null && onlyId !== undefined && otherIds.length === 0
      ? await byId(meter.client, onlyId, orderName, options)
      : await bySearch(meter.client, scope, orderName, options);
  if (found.kind !== "found") return found;
  const { node, cut } = await completeOrder(meter.client, found.node, options);
  const mapped = mapOrder(node, { fieldErrors: found.fieldErrors, cut });
  const { tracking = null, profile } = options;
  const snapshot = tracking === null ? mapped : await withLiveTracking(mapped, tracking, profile.timeZone);
  return { kind: "found", snapshot, at: found.at, cost: meter.cost };
}

/** The newest orders of the scope, at most ten, in one call. */
export async function listOrders(
  client: AdminClient,
  scope: Scope,
  options: ReadOptions,
): Promise<ReadOutcome<OrdersTold>> {
  if (isNobody(scope)) return { kind: "needs_identity" };
  if (client.shop !== scope.shop) throw new Error("the scope belongs to another shop than the client");
  const query = boundaries(scope);
  if (query === null) return NOT_FOUND;
  const meter = metered(client);
  const outcome = await meter.client.run(OrdersForListDocument, { query, ...metafieldsOf(options) }, options);
  if (outcome.kind !== "ok") return unavailable(outcome);
  const { nodes, pageInfo } = outcome.data.orders;
  if (scope.customerId !== null && ownersHidden(outcome.fieldErrors)) return NO_OWNERS;
  const snapshots = nodes.flatMap((node, index) => {
    if (!inScope(node, scope)) return [];
    const fieldErrors = below(outcome.fieldErrors, `orders.nodes.${String(index)}`);
    return [mapListedOrder(node, { fieldErrors, cut: [] })];
  });
  const told = tellOrders(snapshots, pageInfo.hasNextPage, outcome.at, options.profile, options.tell);
  return { kind: "ok", told, cost: meter.cost };
}

/** A verified order that Shopify no longer gives has become too old to read: orders are hardly ever deleted. */
async function byId(
  client: AdminClient,
  id: string,
  orderName: string | null,
  options: SnapshotOptions,
): Promise<Found | NotFound> {
  const outcome = await client.run(OrderForAnswerDocument, { id, ...metafieldsOf(options) }, options);
  if (outcome.kind !== "ok") return unavailable(outcome);
  const node = outcome.data.order;
  if (!node) {
    if (outcome.fieldErrors.length > 0) return { kind: "unavailable", why: "field errors" };
    return orderName === null && options.readsAllOrders !== true ? { kind: "too_old" } : NOT_FOUND;
  }
  if (orderName !== null && !sameOrderName(node.name, orderName)) return NOT_FOUND;
  return { kind: "found", node, at: outcome.at, fieldErrors: below(outcome.fieldErrors, "order") };
}

/**
 * Shopify's search is tokenised and may put a longer name first; one more page is looked at then. That depends on the
 * shopper's own orders alone.
 */
async function bySearch(
  client: AdminClient,
  scope: Scope,
  orderName: string | null,
  options: SnapshotOptions,
): Promise<Found | NotFound> {
  const bounds = boundaries(scope);
  if (bounds === null) return NOT_FOUND;
  const name = orderName === null ? null : (normalizeOrderName(orderName) ?? "0");
  const query = name === null ? bounds : `name:${searchValue(name)} AND ${bounds}`;
  let after: string | null = null;
  for (let page = 0; page < 2; page++) {
    const outcome: AdminOutcome<OrderBySearchForAnswerQuery> = await client.run(
      OrderBySearchForAnswerDocument,
      { query, after, ...metafieldsOf(options) },
      options,
    );
    if (outcome.kind !== "ok") return unavailable(outcome);
    const [node] = outcome.data.orders.nodes;
    if (node && inScope(node, scope) && (name === null || sameOrderName(node.name, name))) {
      return { kind: "found", node, at: outcome.at, fieldErrors: below(outcome.fieldErrors, "orders.nodes.0") };
    }
    const { hasNextPage, endCursor }: { hasNextPage: boolean; endCursor: string | null } = outcome.data.orders.pageInfo;
    if (name === null && ownersHidden(outcome.fieldErrors)) return NO_OWNERS;
    if (!node || !hasNextPage || endCursor === null) break;
    after = endCursor;
  }
  return name === null ? NOT_FOUND : missing(client, scope, options);
}

/**
 * A customer some of whose orders are too old to be read may mean one of those: then no number is "no such order".
 * It takes one more call, and tells only of the customer's own orders.
 */
async function missing(client: AdminClient, scope: Scope, options: SnapshotOptions): Promise<NotFound> {
  if (scope.customerId === null || options.readsAllOrders === true) return NOT_FOUND;
  const outcome = await client.run(CustomerOrderCountsDocument, { id: scope.customerId }, options);
  if (outcome.kind !== "ok") return unavailable(outcome);
  if (!outcome.data.customer) return NOT_FOUND;
  const { numberOfOrders, orders } = outcome.data.customer;
  const hidden = !orders.pageInfo.hasNextPage && Number(numberOfOrders) > orders.nodes.length;
  return hidden ? { kind: "too_old" } : NOT_FOUND;
}

function isNobody(scope: Scope): boolean {
  return scope.customerId === null && scope.orderIds.length === 0;
}

/** The search filter that admits the scope's orders and no others; null when there is nothing to filter by. */
function boundaries(scope: Scope): string | null {
  const customer = scope.customerId === null ? null : gidNumber(scope.customerId);
  const ids = scope.orderIds.map(gidNumber).filter((id) => id !== null);
  const filters = [...(customer === null ? [] : [`customer_id:${customer}`]), ...ids.map((id) => `id:${id}`)];
  if (filters.length === 0) return null;
  return filters.length === 1 ? (filters[0] ?? null) : `(${filters.join(" OR ")})`;
}

/** What the search returned is checked again, so that a loose search never widens the scope. */
export function inScope(node: { id: string; customer: { id: string } | null }, scope: Scope): boolean {
  return scope.orderIds.includes(node.id) || (scope.customerId !== null && node.customer?.id === scope.customerId);
}

/** Without the scope for customers nobody's orders can be told from anybody else's: that is not "no orders". */
function ownersHidden(errors: readonly FieldError[]): boolean {
  return errors.some(({ path }) => /^orders\.nodes\.\d+\.customer$/.test(path));
}

function unavailable(outcome: Exclude<AdminOutcome<unknown>, { kind: "ok" }>): NotFound {
  if (outcome.kind === "denied") return { kind: "denied", scopes: scopesNamed(outcome.message) };
  return { kind: "unavailable", why: outcome.kind === "unavailable" ? outcome.why : outcome.kind };
}

/** Which metafields to read: those by which this shop says how far an order is. */
function metafieldsOf({ tell }: Pick<ReadOptions, "tell">): { metafields: number; metafieldKeys: string[] } {
  return metafieldVariables(tell?.rules ?? rulesOf(tell?.dates?.settings ?? DEFAULT_SETTINGS));
}

/** Errors below a path of the answer, with paths relative to it. */
export function below(errors: readonly FieldError[], root: string): FieldError[] {
  return errors.flatMap((error) =>
    error.path.startsWith(`${root}.`) ? [{ ...error, path: error.path.slice(root.length + 1) }] : [],
  );
}
