import type { CodeRequested } from "../identity/code-requests.server.ts";
import { identityRules } from "../identity/identity-rules.server.ts";
import { type Level, scopeFor, strength, THINGS, type Thing } from "../identity/levels.ts";
import type { Proven, Scope } from "../identity/scope.ts";
import { FindOrderByNameDocument } from "../shopify/generated/admin.ts";
import type { AdminClient } from "../shopify/admin-client.ts";
import { sameOrderName } from "../shopify/order-name.ts";
import { gidNumber } from "../shopify/search-query.ts";
import type { ProofNeeded } from "./tools/tool.ts";

type Asking = {
  shop: string;
  /** All that the conversation has proven in any way. */
  proven: Proven;
  client: AdminClient;
  thing: Thing;
  /** As the shopper wrote it; null for their newest order. */
  orderName: string | null;
  /** Orders that a code was asked for in this turn: a model that tries one tool after another makes for one email. */
  asked: Set<string>;
  requestCode: (orderId: string) => Promise<CodeRequested>;
  signal: AbortSignal;
};
type Failed = { kind: string };

/**
 * Does something for one order under the part of the scope that has proven enough for it by the shop's rules. An order that
 * lies outside of that part, and was proven in a lesser way, is asked a better proof for: then a code is on its way, or a
 * login is what it takes. Everything else outside stays what it is, not found.
 */
export async function withProof<Outcome extends Failed>(
  asking: Asking,
  work: (scope: Scope) => Promise<Outcome>,
): Promise<Outcome | ProofNeeded> {
  const { shop, proven, thing } = asking;
  const rules = await identityRules.read(shop);
  const enough = scopeFor(proven, rules, thing);
  const outcome = await work(enough);
  if (outcome.kind !== "not_found" && outcome.kind !== "needs_identity") return outcome;
  if (outcome.kind === "needs_identity" && rules.status === "login") return { kind: "needs_login" };
  const lesser = proven.orderIds.filter((id) => !enough.orderIds.includes(id));
  const orderId = await meant(asking, lesser);
  return orderId === null ? outcome : betterProof(asking, rules[thing], orderId);
}

/** What is proven enough for a thing and everything before it: a card with an address takes what an address takes. */
export async function provenFor(shop: string, proven: Proven, thing: Thing): Promise<Scope> {
  const rules = await identityRules.read(shop);
  const least = THINGS.slice(0, THINGS.indexOf(thing) + 1).toSorted((a, b) => strength(rules[b]) - strength(rules[a]));
  return scopeFor(proven, rules, least[0] ?? thing);
}

async function betterProof({ asked, requestCode }: Asking, level: Level, orderId: string): Promise<ProofNeeded> {
  if (level !== "email_code") return { kind: "needs_login" };
  if (asked.has(orderId)) return { kind: "needs_code" };
  const requested = await requestCode(orderId);
  if (requested.kind === "unavailable") return { kind: "no_codes" };
  if (requested.kind === "limited") return requested;
  asked.add(orderId);
  return { kind: "needs_code" };
}

/** Which of the orders the shopper speaks of; the one proven last where none is named. */
async function meant({ client, orderName, signal }: Asking, orderIds: readonly string[]): Promise<string | null> {
  if (orderIds.length === 0) return null;
  if (orderName === null) return orderIds.at(-1) ?? null;
  const ids = orderIds.flatMap((id) => gidNumber(id) ?? []).slice(-5);
  const outcome = await client.run(
    FindOrderByNameDocument,
    { query: ids.map((id) => `id:${id}`).join(" OR ") },
    { signal },
  );
  if (outcome.kind !== "ok") return null;
  const named = outcome.data.orders.nodes.find(
    ({ id, name }) => orderIds.includes(id) && sameOrderName(name, orderName),
  );
  return named?.id ?? null;
}
