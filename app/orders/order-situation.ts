import type { Tone } from "./facts.ts";
import type { Group } from "./groups.ts";
import type { OrderRules } from "./rules.ts";
import type { Dated, GroupSituation } from "./judging.ts";
import { meaningOf, worry } from "./situation-ids.ts";
import type { OrderSituationId, ORDER_SITUATIONS } from "./situation-ids.ts";
import type { OrderReturn, OrderSnapshot } from "./snapshot.ts";

export type JudgedGroup = { group: Group; situation: GroupSituation };

export type OrderSituation = {
  id: OrderSituationId;
  tone: Tone;
  since: Dated | null;
  /** What stands above the groups, such as a cancellation; null when the groups speak for themselves. */
  above: keyof typeof ORDER_SITUATIONS | null;
};

/**
 * What is true about the order as a whole. Rules, in order:
 * 0. A test order is one, and nothing else about it is true.
 * 1. A canceled order is canceled, whatever its parcels do, and what matters is the money.
 * 2. A full refund outweighs where the items are.
 * 3. An order that the shop marked as replaced is replaced.
 * 4. A return or exchange speaks once every group has come to its end (or waits for that very return).
 * 5. With something sent and something not, the order is partly shipped.
 * 6. Otherwise the order is what its most worrying group is; of equally worrying ones the one that goes on the longest.
 * The tone is the worst of the groups' tones, or that of the situation above them.
 */
export function orderSituation(
  snapshot: OrderSnapshot,
  groups: readonly JudgedGroup[],
  rules: OrderRules,
): OrderSituation {
  const above = (id: keyof typeof ORDER_SITUATIONS, since: Dated | null): OrderSituation => {
    return { id, tone: meaningOf(id).tone, since, above: id };
  };
  if (snapshot.test) return above("test_order", null);
  if (snapshot.cancelledAt !== null) {
    return above(cancellation(snapshot), { at: snapshot.cancelledAt, source: "cancelledAt" });
  }
  if (replacementOf(snapshot, rules) !== null) return above("replaced", null);
  const returned = returnSituation(snapshot);
  if (snapshot.financialStatus === "REFUNDED" && (snapshot.refunded?.minor ?? 0) > 0) {
    return above(returned?.id === "return_completed" ? "return_completed" : "refunded", null);
  }
  const waitsForReturn = (judged: JudgedGroup): boolean => judged.situation.id === "hold_return_items";
  const ended = groups.every((judged) => meaningOf(judged.situation.id).over || waitsForReturn(judged));
  if (returned && ended) return above(returned.id, returned.since);

  const living = groups.filter((judged) => judged.group.kind !== "removed");
  const [first, ...others] = living.length > 0 ? living : groups;
  if (!first) return above("no_details", null);
  const worst = others.reduce((a, b) => (weight(b) > weight(a) ? b : a), first);
  const { tone } = meaningOf(worst.situation.id);
  const sent = living.some((judged) => judged.group.kind === "parcel");
  const waiting = living.some((judged) => judged.group.kind === "to_ship");
  const id = sent && waiting ? "partly_shipped" : worst.situation.id;
  return { id, tone, since: worst.situation.since, above: null };
}

/** The order that replaces this one: its name, or `""` when the shop only says that there is one; null when none does. */
export function replacementOf(snapshot: OrderSnapshot, rules: OrderRules): string | null {
  const name = orderNamed(snapshot, rules.replacedByKeys);
  const tagged = snapshot.tags.some((tag) => rules.replacedTags.includes(tag.toLowerCase()));
  return tagged ? (name ?? "") : null;
}

/** The order this one replaces. Only the shop can tag, so an attribute that a shopper wrote says nothing by itself. */
export function predecessorOf(snapshot: OrderSnapshot, rules: OrderRules): string | null {
  const tagged = snapshot.tags.some((tag) => rules.replacementTags.includes(tag.toLowerCase()));
  return tagged ? orderNamed(snapshot, rules.replacesKeys) : null;
}

/** An attribute's value when it is an order's name and nothing else: shoppers can write attributes. */
function orderNamed(snapshot: OrderSnapshot, keys: readonly string[]): string | null {
  const value = snapshot.attributes.find((attribute) => keys.includes(attribute.key))?.value ?? "";
  return /^#?[A-Z]{0,4}-?\d{1,10}$/i.test(value) ? value : null;
}

/** More worrying first; then what is still going on before what is over. */
export function weight(judged: JudgedGroup): number {
  const { tone, over } = meaningOf(judged.situation.id);
  return worry(tone) * 2 + (over ? 0 : 1);
}

function cancellation(snapshot: OrderSnapshot): keyof typeof ORDER_SITUATIONS {
  if (snapshot.refunds.some((refund) => refund.money === "pending")) return "cancelled_refund_on_its_way";
  switch (snapshot.financialStatus) {
    case "REFUNDED":
      return (snapshot.refunded?.minor ?? 1) > 0 ? "cancelled_refunded" : "cancelled_not_charged";
    case "PARTIALLY_REFUNDED":
      return "cancelled_partly_refunded";
    case "PAID":
    case "PARTIALLY_PAID":
      return snapshot.received?.minor === 0
        ? "cancelled_not_charged"
        : (snapshot.refunded?.minor ?? 0) > 0
          ? "cancelled_refunded"
          : snapshot.detail === "headline"
            ? "cancelled"
            : "cancelled_refund_pending";
    case "AUTHORIZED":
    case "EXPIRED":
    case "PENDING":
    case "VOIDED":
      return "cancelled_not_charged";
    case null:
      return "cancelled";
  }
}

type ReturnSituation = { id: keyof typeof ORDER_SITUATIONS; since: Dated | null };

/** The newest return that is not canceled; in a list only the order's own word on its returns is known. */
function returnSituation(snapshot: OrderSnapshot): ReturnSituation | null {
  const index = snapshot.returns.findIndex((candidate) => candidate.status !== "CANCELED");
  const found = snapshot.returns[index];
  if (found) return ofReturn(found, snapshot, `returns[${String(index)}]`);
  if (snapshot.detail === "full") return null;
  const byStatus = {
    RETURN_REQUESTED: "return_requested",
    IN_PROGRESS: "return_in_progress",
    INSPECTION_COMPLETE: "return_inspected",
    RETURNED: "return_completed",
    RETURN_FAILED: null,
    NO_RETURN: null,
  } as const;
  const id = byStatus[snapshot.returnStatus];
  return id === null ? null : { id, since: null };
}

function ofReturn(found: OrderReturn, snapshot: OrderSnapshot, path: string): ReturnSituation | null {
  const created = { at: found.createdAt, source: `${path}.createdAt` };
  switch (found.status) {
    case "REQUESTED":
      return { id: "return_requested", since: created };
    case "DECLINED":
      return { id: "return_declined", since: null };
    case "CANCELED":
      return null;
    case "CLOSED":
      return { id: "return_completed", since: null };
    case "OPEN": {
      const approved = found.approvedAt ? { at: found.approvedAt, source: `${path}.requestApprovedAt` } : created;
      if (found.units > 0 && found.refundedUnits >= found.units) return { id: "return_completed", since: null };
      if (snapshot.returnStatus === "INSPECTION_COMPLETE") return { id: "return_inspected", since: null };
      if (found.received || (found.units > 0 && found.processedUnits >= found.units))
        return { id: "return_received", since: null };
      if (found.isExchange) return { id: "exchange_awaiting_return", since: approved };
      return { id: found.hasTracking ? "return_in_transit" : "return_approved", since: approved };
    }
  }
}
