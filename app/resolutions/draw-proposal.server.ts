import { decide } from "../policy/decide.ts";
import type { PolicyRequest } from "../policy/facts.ts";
import type { Policy } from "../policy/policy.ts";
import type { PricedOption, Verdict } from "../policy/verdict.ts";
import type { AdminClient } from "../shopify/admin-client.ts";
import type { Chosen } from "./choose-items.ts";
import type { OrderMaterial } from "./facts/material.ts";
import type { ReadFacts } from "./facts/read-facts.server.ts";
import { newAddress } from "./new-address.ts";
import type { Address, ClaimedUnits, FrozenProposal } from "./plan.ts";
import { buildPlan } from "./plans/build-plan.server.ts";
import type { PolicyInForce } from "./policies.server.ts";
import { understand } from "./request-for.ts";
import type { ProposalAsk } from "./tool-answers.ts";

type Drawing = {
  client: AdminClient;
  signal: AbortSignal;
  /** That the shopper sent lately. */
  photos: number;
};

export type Drawn =
  | { kind: "drawn"; proposal: FrozenProposal; option: PricedOption; request: PolicyRequest; verdict: Verdict }
  | { kind: "choose" }
  /** The shopper may choose where the money goes, and has not. */
  | { kind: "destination" }
  | { kind: "verdict"; verdict: Verdict; chosen: readonly Chosen[]; request: PolicyRequest }
  /** The policy would allow it, and people have to see to it. `why`: for them, where Shopify says otherwise. */
  | { kind: "person"; why: string | null; chosen: readonly Chosen[] }
  /** Another ledger row has what it is about. */
  | { kind: "done" }
  | { kind: "invalid"; message: string }
  | { kind: "unavailable"; why: string };

/**
 * What would be proposed for an ask, with every argument, by facts that are read already: nothing is stored and nothing is
 * claimed, so that it can be drawn for a shopper and for staff who try a policy alike.
 */
export async function drawProposal(
  { client, signal, photos }: Drawing,
  read: ReadFacts,
  inForce: PolicyInForce,
  ask: ProposalAsk,
): Promise<Drawn> {
  const { facts, material } = read;
  const understood = understand(ask, facts, material, photos);
  if (understood.kind !== "ok") return understood;
  const { chosen, instead } = understood;
  const { verdict, option, request } = verdictOn(inForce.policy, understood.request, read);
  if (!option) return { kind: "verdict", verdict, chosen, request };
  const destination = destinationOf(option, ask);
  if (destination === null) return { kind: "destination" };
  let address: Address | null = null;
  if (option.kind === "change_address") {
    if (!ask.address) return invalid("Give the new address.");
    if (!material.address) return { kind: "person", why: null, chosen };
    const changed = newAddress(ask.address, material.address);
    if (changed.kind === "invalid") return changed;
    ({ address } = changed);
  }
  const { reason, description } = ask;
  const { policy } = inForce;
  const input = { material, reason, option, chosen, destination, refundable: facts.refundable, policy, description };
  const built = await buildPlan({ client, signal }, input, { instead, address });
  if (built.kind === "unavailable") return built;
  if (built.kind === "differs") return { kind: "person", why: built.why, chosen };
  if (isTaken(built.units, material)) return { kind: "done" };
  const proposal: FrozenProposal = {
    version: 1,
    orderId: material.orderId,
    orderName: material.orderName,
    customerId: material.customerId,
    reason,
    kind: built.plan.kind,
    units: built.units,
    value: built.value,
    policyVersion: inForce.version,
    rules: verdict.rules,
    needsApproval: option.approval,
    plan: built.plan,
  };
  return { kind: "drawn", proposal, option, request, verdict };
}

/**
 * The verdict on what is wanted, the option to propose where it allows one, and the request that was decided on: who wants
 * store credit also gets it where the policy speaks of a refund that may be taken as such.
 */
export function verdictOn(
  policy: Policy,
  request: PolicyRequest,
  { facts, at }: Pick<ReadFacts, "facts" | "at">,
): { verdict: Verdict; option: PricedOption | null; request: PolicyRequest } {
  const verdict = decide(policy, request, facts, at);
  if (verdict.kind === "allow" || verdict.kind === "needs_approval") {
    return { verdict, request, option: verdict.options.find(({ kind }) => kind === request.wanted) ?? null };
  }
  if (verdict.kind !== "deny" || verdict.why !== "not_offered" || request.wanted !== "store_credit") {
    return { verdict, request, option: null };
  }
  const asRefund = verdictOn(policy, { ...request, wanted: "refund", destination: "store_credit" }, { facts, at });
  return asRefund.option ? asRefund : { verdict, request, option: null };
}

/** Null: the shopper may choose and has not said. */
function destinationOf({ destinations, kind }: PricedOption, ask: ProposalAsk): PlanDestination | null {
  const [first, ...more] = destinations;
  if (first === undefined) return "original_payment";
  if (more.length === 0) return first;
  if (ask.kind === "store_credit" || kind === "store_credit") return "store_credit";
  return ask.destination;
}

type PlanDestination = "original_payment" | "store_credit";

/** Shipping and lateness are units of which there is one; policies do not see who has it. */
function isTaken(units: readonly ClaimedUnits[], { shippingClaimed, latenessClaimed }: OrderMaterial): boolean {
  return units.some(
    ({ line, quantity, of }) =>
      quantity > of || (line === "shipping" && shippingClaimed) || (line === "lateness" && latenessClaimed),
  );
}

function invalid(message: string): { kind: "invalid"; message: string } {
  return { kind: "invalid", message };
}
