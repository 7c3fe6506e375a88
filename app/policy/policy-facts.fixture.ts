import type {
  LinePlace,
  LinePolicyFacts,
  OrderPolicyFacts,
  PolicyFacts,
  PolicyRequest,
  PriorResolution,
} from "./facts.ts";
import { GROUP_SITUATIONS } from "../orders/situation-ids.ts";
import type { GroupSituationId } from "../orders/situation-ids.ts";
import { REASONS } from "./kinds.ts";
import type { RequestReason, ResolutionKind } from "./kinds.ts";
import type { MoneyPair } from "./money-pair.ts";
import { policySchema } from "./policy.ts";
import type { Offer, Policy, ReasonPolicy } from "./policy.ts";
import { presetPolicy } from "./presets.ts";
import type { PresetId } from "./presets.ts";

/**
 * Facts for tests: one order of a shop in Berlin that counts in euros, with two mugs at €20.00 that were delivered on
 * Wednesday 18 November 2026. Decisions are made on Friday 20 November at 10:00.
 */
export const NOW = at("11-20 10:00");

/** `11-18 14:00` of 2026 in Berlin's winter time. */
export function at(monthDayTime: string): Date {
  return new Date(`2026-${monthDayTime.replace(" ", "T")}:00+01:00`);
}

/** Minor units of both currencies; the shopper's is the shop's unless a rate is given (2 makes one euro two dollars). */
export function euros(minor: number, rate = 1): MoneyPair {
  const presentment = { minor: minor * rate, currency: rate === 1 ? "EUR" : "USD" };
  return { shop: { minor, currency: "EUR" }, presentment };
}

/** Units where a situation says they are, with what that situation means. */
export function place(situation: GroupSituationId, changes: Partial<LinePlace> = {}): LinePlace {
  const { worry, reasons, over } = GROUP_SITUATIONS[situation];
  const there = over && situation !== "removed";
  return {
    units: 2,
    situation,
    worry,
    reasons,
    deliveredAt: there ? at("11-18 14:00") : null,
    lastScanAt: there ? at("11-18 14:00") : null,
    sentAt: there ? at("11-16 10:00") : null,
    dueBy: null,
    ...changes,
  };
}

/** On its way: sent on Monday 9 November, seen last on the day given. */
export function sent(situation: GroupSituationId, lastScan: string, changes: Partial<LinePlace> = {}): LinePlace {
  return place(situation, { sentAt: at("11-09 10:00"), lastScanAt: at(lastScan), ...changes });
}

export function policyLine(changes: Partial<LinePolicyFacts> = {}): LinePolicyFacts {
  return {
    lineId: "L1",
    title: "Mug",
    variant: "Blue",
    variantId: "gid://shopify/ProductVariant/11",
    productId: "gid://shopify/Product/1",
    productTags: [],
    collectionIds: [],
    isGiftCard: false,
    requiresShipping: true,
    quantity: 2,
    free: 2,
    unitPaid: euros(2000),
    inStock: 10,
    places: [place("delivered")],
    ...changes,
  };
}

export function policyFacts(
  overrides: Partial<Omit<PolicyFacts, "order">> & { order?: Partial<OrderPolicyFacts> } = {},
): PolicyFacts {
  const { order, ...rest } = overrides;
  return {
    order: {
      id: "gid://shopify/Order/1",
      name: "#1001",
      placedAt: at("11-13 09:00"),
      cancelledAt: null,
      test: false,
      replaces: null,
      tags: [],
      countryCode: "DE",
      situation: "delivered",
      highRisk: false,
      editable: true,
      total: euros(4500),
      preparation: "sent",
      ...order,
    },
    customer: { id: "gid://shopify/Customer/1", tags: [], orderCount: 3 },
    lines: [policyLine()],
    shippingLeft: euros(500),
    refundable: euros(4500),
    history: [],
    storeCreditEnabled: true,
    timeZone: "Europe/Berlin",
    incomplete: false,
    ...rest,
  };
}

/** The same order before anybody has begun with it. */
export function waitingFacts(overrides: Parameters<typeof policyFacts>[0] = {}): PolicyFacts {
  const { order, ...rest } = overrides;
  return policyFacts({
    lines: [policyLine({ places: [place("received")] })],
    ...rest,
    order: { situation: "received", preparation: "not_begun", ...order },
  });
}

/** One mug, with a photo and a description, and nothing in particular wanted. */
export function policyRequest(reason: RequestReason, changes: Partial<PolicyRequest> = {}): PolicyRequest {
  return {
    reason,
    items: [{ lineId: "L1", quantity: 1 }],
    wanted: null,
    destination: null,
    evidence: { photos: 1, description: true },
    instead: null,
    ...changes,
  };
}

export function prior(changes: Partial<PriorResolution> = {}): PriorResolution {
  return {
    at: at("11-01 12:00"),
    by: "agent",
    orderId: "gid://shopify/Order/9",
    kind: "refund",
    reason: "damaged",
    value: { minor: 2000, currency: "EUR" },
    ...changes,
  };
}

type Section = Exclude<keyof Policy, "version" | "name" | "currency" | "reasons">;
type PolicyChanges = { [Part in Section]?: Partial<Policy[Part]> } & {
  reasons?: { [Reason in RequestReason]?: Partial<ReasonPolicy> };
};

/** A preset in euros with some of its parts changed. */
export function policyWith(preset: PresetId, { reasons = {}, ...parts }: PolicyChanges = {}): Policy {
  const policy = presetPolicy(preset, "EUR");
  const sections = Object.keys(parts) as Section[];
  return policySchema.parse({
    ...policy,
    ...Object.fromEntries(sections.map((part) => [part, { ...policy[part], ...parts[part] }])),
    reasons: Object.fromEntries(REASONS.map((reason) => [reason, { ...policy.reasons[reason], ...reasons[reason] }])),
  });
}

export function offer(kind: ResolutionKind, changes: Partial<Offer> = {}): Offer {
  return { kind, portion: { of: "items" }, lateByWorkingDays: 0, ...changes };
}
