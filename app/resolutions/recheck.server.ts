import { shopDates } from "../orders/shop-settings.server.ts";
import { liveTracking } from "../orders/tracking/live-tracking.server.ts";
import { log } from "../platform/log.server.ts";
import type { PolicyRequest } from "../policy/facts.ts";
import type { ResolutionKind } from "../policy/kinds.ts";
import type { AdminClient } from "../shopify/admin-client.ts";
import { shopProfile } from "../shopify/shop-profile.server.ts";
import type { Chosen } from "./choose-items.ts";
import { canonical } from "./digest.ts";
import { verdictOn } from "./draw-proposal.server.ts";
import type { Recheck, RecheckedFacts } from "./executor.ts";
import type { MaterialVariant, OrderMaterial } from "./facts/material.ts";
import { readFacts } from "./facts/read-facts.server.ts";
import type { ReadFacts } from "./facts/read-facts.server.ts";
import type { LedgerRow } from "./ledger-row.ts";
import { photosSent } from "./photos.server.ts";
import type { FrozenProposal, Plan } from "./plan.ts";
import { buildPlan } from "./plans/build-plan.server.ts";
import { policyFor } from "./policies.server.ts";
import type { PolicyInForce } from "./policies.server.ts";
import { priceOf } from "./request-for.ts";
import { cardTexts } from "./texts/texts.ts";

/**
 * Whether a confirmed resolution may still be carried out (P2): everything is read and worked out again as if it were asked
 * for now, with the policy now in force and without the row's own claims, and must come to the very same plan. Anything else
 * that happened meanwhile, be it to stock, prices, parcels, payments, the address or the policy, is "changed".
 *
 * @param what `units` asks only whether the items are still free: what the resolution has prepared itself, such as stock it
 * has reserved, is no change
 */
export async function recheck(
  row: LedgerRow,
  client: AdminClient,
  signal: AbortSignal,
  what: RecheckedFacts = "everything",
): Promise<Recheck> {
  const profile = await shopProfile(row.shop);
  const [dates, inForce, photos] = await Promise.all([
    shopDates(row.shop, profile.timeZone),
    policyFor(row.shop, profile.currency, true),
    photosSent(row, row.createdAt),
  ]);
  const scope = { shop: row.shop, customerId: null, orderIds: [row.orderId] };
  const reader = { client, scope, timeZone: profile.timeZone, dates, tracking: liveTracking() };
  const read = await readFacts(reader, null, signal, row.id);
  if (read.kind === "unavailable") return read;
  if (read.kind === "denied") return { kind: "unavailable", why: "the app may not read orders" };
  if (read.kind !== "ok") return changed(row, "The order can no longer be read.");
  return (
    stillFree(row, read) ??
    (what === "units" ? { kind: "holds" } : compare(row, read, inForce, photos, { client, signal }))
  );
}

/** Null when it holds. */
function stillFree(row: LedgerRow, { material }: ReadFacts): Recheck | null {
  const proposal = row.confirmed ?? row.proposal;
  if (chosenUnits(proposal, material) === null) return changed(row, "The order no longer has these items.");
  const taken = proposal.units.find(({ line, quantity }) => quantity > freeOf(line, material));
  return taken ? changed(row, "Something else was done about the same items meanwhile.") : null;
}

async function compare(
  row: LedgerRow,
  read: ReadFacts,
  inForce: PolicyInForce,
  photos: number,
  asking: { client: AdminClient; signal: AbortSignal },
): Promise<Recheck> {
  // Of less than was confirmed nothing can be worked out again: what it is less of must still be what it was.
  const proposal = row.confirmed ?? row.proposal;
  const { plan } = proposal;
  const chosen = chosenUnits(proposal, read.material) ?? [];
  const instead = insteadOf(plan, chosen);
  if (instead === "gone") return changed(row, "What was to be sent instead is no longer sold.");
  let why = "The policy in force does not allow it anymore.";
  for (const { wanted, destination } of readingsOf(plan)) {
    const request = requestOf(proposal, chosen, instead, read, { wanted, destination, photos });
    const { verdict, option } = verdictOn(inForce.policy, request, read);
    if (!option) {
      why = verdict.merchant;
      continue;
    }
    if (option.approval && row.approvedBy === null) {
      why = "By the policy in force a person has to approve it.";
      continue;
    }
    const built = await buildPlan(
      asking,
      {
        material: read.material,
        reason: proposal.reason,
        option,
        chosen,
        destination,
        refundable: read.facts.refundable,
        policy: inForce.policy,
        description: null,
      },
      { instead, address: plan.kind === "change_address" ? plan.after : null },
    );
    if (built.kind === "unavailable") return built;
    if (built.kind === "differs") {
      why = built.why;
      continue;
    }
    if (same(built.plan, plan)) return { kind: "holds" };
    why = "Amounts, items or the address are not what they were when it was confirmed.";
  }
  return changed(row, why);
}

type Destination = PolicyRequest["destination"] & string;
type Reading = { wanted: ResolutionKind; destination: Destination };

/** Which wishes may have come to a plan: what has to come back first, for one, makes a return of a refund. */
function readingsOf(plan: Plan): Reading[] {
  const as = (destination: Destination, ...kinds: ResolutionKind[]): Reading[] =>
    kinds.map((wanted) => ({ wanted, destination }));
  switch (plan.kind) {
    case "store_credit":
      return as("store_credit", "store_credit");
    case "return":
      return as(
        plan.destination,
        "return",
        "refund",
        ...(plan.destination === "store_credit" ? [plan.destination] : []),
      );
    case "exchange":
      return as(plan.differenceTo, "exchange", "replacement");
    case "cancel":
      return as(plan.refundTo, "cancel");
    case "refund":
    case "replacement":
    case "change_address":
    case "change_items":
      return as("original_payment", plan.kind);
  }
}

/** The same arguments; a note that only people read is nobody's money. */
function same(now: Plan, frozen: Plan): boolean {
  const silent = (plan: Plan): Plan => ("note" in plan ? { ...plan, note: "" } : plan);
  return canonical(silent(now)) === canonical(silent(frozen));
}

/** Units by their place in the order; empty for what is about the order as a whole. Null when a line is gone. */
function chosenUnits({ units, kind, reason }: FrozenProposal, { lines }: OrderMaterial): Chosen[] | null {
  if (kind === "cancel" || reason === "late") return [];
  const chosen: Chosen[] = [];
  for (const { line: lineId, quantity } of units) {
    if (lineId === "shipping" || lineId === "lateness") continue;
    const index = lines.findIndex((line) => line.lineId === lineId);
    const line = lines[index];
    if (!line) return null;
    chosen.push({ line, number: index + 1, quantity });
  }
  return chosen;
}

function freeOf(lineId: string, { lines, shippingClaimed, latenessClaimed }: OrderMaterial): number {
  if (lineId === "shipping") return shippingClaimed ? 0 : 1;
  if (lineId === "lateness") return latenessClaimed ? 0 : 1;
  return lines.find((line) => line.lineId === lineId)?.free ?? 0;
}

function insteadOf(plan: Plan, chosen: readonly Chosen[]): MaterialVariant | "gone" | null {
  const variantId =
    plan.kind === "exchange"
      ? plan.instead.variantId
      : plan.kind === "change_items"
        ? plan.add[0]?.variantId
        : undefined;
  if (variantId === undefined) return null;
  return chosen[0]?.line.variants.find(({ id }) => id === variantId) ?? "gone";
}

function requestOf(
  { reason }: FrozenProposal,
  chosen: readonly Chosen[],
  instead: MaterialVariant | null,
  { facts }: ReadFacts,
  { wanted, destination, photos }: Reading & { photos: number },
): PolicyRequest {
  const line = chosen[0]?.line;
  const price = instead && line && wanted !== "replacement" ? priceOf(instead, line, facts.order.total) : null;
  return {
    reason,
    items: chosen.map((item) => ({ lineId: item.line.lineId, quantity: item.quantity })),
    wanted,
    destination,
    // It was described before it could be proposed; photos are counted as they were then.
    evidence: { photos, description: true },
    instead:
      instead && price
        ? { variantId: instead.id, unitPrice: price, inStock: instead.inStock, sameProduct: true }
        : null,
  };
}

function changed(row: LedgerRow, staff: string): Recheck {
  log.info({ shop: row.shop, resolution: row.id }, "facts have moved since a resolution was confirmed");
  return { kind: "changed", shopper: cardTexts(row.locale).texts.changed, staff };
}
