import { readSnapshot } from "../../orders/read-orders.server.ts";
import type { SnapshotOutcome } from "../../orders/read-orders.server.ts";
import { situations } from "../../orders/situations.ts";
import type { Situations } from "../../orders/situations.ts";
import type { OrderSnapshot } from "../../orders/snapshot.ts";
import type { PolicyFacts } from "../../policy/facts.ts";
import type { AdminClient, AdminOutcome } from "../../shopify/admin-client.ts";
import {
  CustomerStoreCreditDocument,
  OrderForResolutionDocument,
  VariantsForResolutionDocument,
} from "../../shopify/generated/admin.ts";
import type { ResolutionCaller } from "../caller.ts";
import { readClaims, readGiven, readReplaced } from "./ledger-facts.server.ts";
import { mapFacts } from "./map-facts.ts";
import type { OrderMaterial } from "./material.ts";
import { variantNodes } from "./stock.ts";

export type ReadFacts = {
  kind: "ok";
  facts: PolicyFacts;
  material: OrderMaterial;
  snapshot: OrderSnapshot;
  situations: Situations;
  /** Shopify's time. */
  at: Date;
};
export type FactsOutcome = ReadFacts | Exclude<SnapshotOutcome, { kind: "found" }>;

type Reader = Pick<ResolutionCaller, "client" | "scope" | "timeZone" | "dates" | "tracking">;

/**
 * Reads all that a decision about one order rests on: the order within the scope, with the very calls of `get_order`, so that
 * what is not the shopper's looks like what does not exist (P1); then its money, its customer's store credit and the
 * ledger side by side; then what it is made of. Three round trips at most, none of them for an order out of scope.
 *
 * @param orderName as the shopper wrote it; null for their newest order
 * @param except a ledger row whose own claims and worth do not count, because it is the one that asks
 */
export async function readFacts(
  reader: Reader,
  orderName: string | null,
  signal: AbortSignal,
  except: string | null = null,
): Promise<FactsOutcome> {
  const { client, scope, timeZone, dates, tracking } = reader;
  const options = { profile: { timeZone }, signal, tracking, tell: { dates } };
  const found = await readSnapshot(client, scope, orderName, options);
  if (found.kind !== "found") return found;
  return factsOf(reader, found.snapshot, signal, except);
}

/** The facts about an order whose snapshot is read already, by whoever may read it. Otherwise as `readFacts`. */
export async function factsOf(
  { client, dates }: Pick<Reader, "client" | "dates">,
  snapshot: OrderSnapshot,
  signal: AbortSignal,
  except: string | null = null,
): Promise<ReadFacts | { kind: "unavailable"; why: string }> {
  const { shop } = client;
  const [money, credit, claims, { replaces, given }] = await Promise.all([
    client.run(OrderForResolutionDocument, { id: snapshot.id }, { signal }),
    storeCredit(client, snapshot.customerId, signal),
    readClaims(shop, snapshot.id, except),
    givenSoFar(shop, snapshot, except),
  ]);
  if (money.kind !== "ok") return unavailable(money);
  const { order } = money.data;
  if (!order) return { kind: "unavailable", why: "the order is gone" };
  const ids = [...new Set(order.lineItems.nodes.flatMap(({ variant }) => (variant ? [variant.id] : [])))];
  const catalog = await Promise.all(
    inParts(ids).map((part) => client.run(VariantsForResolutionDocument, { ids: part }, { signal })),
  );
  const failed = catalog.find((outcome) => outcome.kind !== "ok");
  if (failed) return unavailable(failed);
  const read = catalog.filter((outcome) => outcome.kind === "ok");
  const judged = situations(snapshot, dates, dates.notices, money.at);
  const mapped = mapFacts({
    order,
    snapshot,
    situations: judged,
    variants: new Map(read.flatMap(({ data }) => [...variantNodes(data)])),
    storeCredit: credit,
    claims,
    history: given,
    replaces,
    ours: [...given.map(({ id }) => id), ...(except === null ? [] : [except])],
    timeZone: dates.timeZone,
    denied:
      money.fieldErrors.some(({ path }) => !MAY_BE_DENIED.test(path)) ||
      read.some(({ fieldErrors }) => fieldErrors.length > 0),
  });
  return { kind: "ok", ...mapped, snapshot, situations: judged, at: money.at };
}

/** What the ledger has of the order's matter: what it was sent instead of, and what was given. */
async function givenSoFar(shop: string, { id, name, customerId, tags }: OrderSnapshot, except: string | null) {
  const replaces = await readReplaced(shop, { orderId: id, orderName: name, customerId, tags });
  const given = await readGiven(shop, replaces === null ? [id] : [id, replaces], customerId, except);
  return { replaces, given };
}

/** Protected data that the shop may keep from the app: what needs it asks for it. */
const MAY_BE_DENIED = /^order\.(?:shippingAddress|email|note|customAttributes)\b/;

/** Null: it is not known, and then it is not offered. Without a customer nobody has an account. */
async function storeCredit(
  client: AdminClient,
  customerId: string | null,
  signal: AbortSignal,
): Promise<boolean | null> {
  if (customerId === null) return null;
  const outcome = await client.run(CustomerStoreCreditDocument, { customerId }, { signal });
  return outcome.kind === "ok" && outcome.data.customer
    ? outcome.data.storeCreditConfiguration.storeCreditEnabled
    : null;
}

/** A variant with its product's other variants has about 50 points, and a call may cost 1,000. */
const VARIANTS_AT_ONCE = 15;

function inParts(ids: readonly string[]): string[][] {
  const count = Math.ceil(ids.length / VARIANTS_AT_ONCE);
  return Array.from({ length: count }, (_, part) => ids.slice(part * VARIANTS_AT_ONCE, (part + 1) * VARIANTS_AT_ONCE));
}

function unavailable(outcome: Exclude<AdminOutcome<unknown>, { kind: "ok" }>): { kind: "unavailable"; why: string } {
  return { kind: "unavailable", why: outcome.kind === "unavailable" ? outcome.why : outcome.kind };
}
