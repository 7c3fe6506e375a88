import type { Tone } from "./facts.ts";
import type { Group } from "./groups.ts";
import type { OrderRules } from "./rules.ts";
import type { Dated, GroupSituation } from "./judging.ts";
import { levelOf, meaningOf, moreWorrying, worry } from "./situation-ids.ts";
import type { OrderSituationId, ORDER_SITUATIONS, Reason, Turn, WorryLevel } from "./situation-ids.ts";
import type { OrderReturn, OrderSnapshot } from "./snapshot.ts";

/** `worry` and `reasons` are those of the situation, sharpened by the dates that this group missed. */
export type JudgedGroup = { group: Group; situation: GroupSituation; worry: WorryLevel; reasons: readonly Reason[] };

/** The rule of the headline that spoke, named below. */
export type HeadlineRule =
  "test" | "cancelled" | "replaced" | "refunded" | "returned" | "nothing_known" | "partly_shipped" | "most_worrying";

export type OrderSituation = {
  id: OrderSituationId;
  tone: Tone;
  worry: WorryLevel;
  turn: Turn;
  reasons: readonly Reason[];
  since: Dated | null;
  rule: HeadlineRule;
  /** The group that the situation, the tone and the turn come from; null when something stands above the groups. */
  from: JudgedGroup | null;
  /** What stands above the groups, such as a cancellation; null when the groups speak for themselves. */
  above: keyof typeof ORDER_SITUATIONS | null;
};

/**
 * What is true about the order as a whole: the rule of the headline. The first that holds speaks.
 * 1. `test`: a test order is one, and nothing else about it is true.
 * 2. `cancelled`: a canceled order is canceled, whatever its parcels do, and what matters is the money.
 * 3. `replaced`: an order that the shop marked as replaced is replaced.
 * 4. `refunded`: a full refund outweighs where the items are.
 * 5. `returned`: a return or exchange speaks once every group has come to its end (or waits for that very return).
 * 6. `nothing_known`: without any group nothing is known about its way.
 * 7. `partly_shipped`: with something sent and something not, the order is partly shipped.
 * 8. `most_worrying`: otherwise the order is what its most worrying group is (`weight`); the first of equal ones.
 * Tone, worry and turn are those of the most worrying group, or of what stands above the groups. Where nothing took the
 * goods away from the shopper (rules 5 to 8), the order bears out every reason that one of its groups does.
 */
export function orderSituation(
  snapshot: OrderSnapshot,
  groups: readonly JudgedGroup[],
  rules: OrderRules,
): OrderSituation {
  const borneOut = [...new Set(groups.flatMap((judged) => judged.reasons))];
  const above = (rule: HeadlineRule, id: keyof typeof ORDER_SITUATIONS, since: Dated | null): OrderSituation => {
    const meaning = meaningOf(id);
    const { tone, turn } = meaning;
    const reasons = rule === "returned" ? borneOut : meaning.reasons;
    return { id, tone, worry: meaning.worry, turn, reasons, since, rule, from: null, above: id };
  };
  if (snapshot.test) return above("test", "test_order", null);
  if (snapshot.cancelledAt !== null) {
    return above("cancelled", cancellation(snapshot), { at: snapshot.cancelledAt, source: "cancelledAt" });
  }
  if (replacementOf(snapshot, rules) !== null) return above("replaced", "replaced", null);
  const returned = returnSituation(snapshot);
  if (snapshot.financialStatus === "REFUNDED" && (snapshot.refunded?.minor ?? 0) > 0) {
    return above("refunded", returned?.id === "return_completed" ? "return_completed" : "refunded", null);
  }
  const waitsForReturn = (judged: JudgedGroup): boolean => judged.situation.id === "hold_return_items";
  const ended = groups.every((judged) => meaningOf(judged.situation.id).over || waitsForReturn(judged));
  if (returned && ended) return above("returned", returned.id, returned.since);

  const living = groups.filter((judged) => judged.group.kind !== "removed");
  const [first, ...others] = living.length > 0 ? living : groups;
  if (!first) return above("nothing_known", "no_details", null);
  const worst = others.reduce((a, b) => (weight(b) > weight(a) ? b : a), first);
  const { tone, turn } = meaningOf(worst.situation.id);
  const sent = living.some((judged) => judged.group.kind === "parcel");
  const waiting = living.some((judged) => judged.group.kind === "to_ship");
  const partly = sent && waiting;
  return {
    id: partly ? "partly_shipped" : worst.situation.id,
    tone,
    worry: living.map((judged) => judged.worry).reduce(moreWorrying, worst.worry),
    turn,
    reasons: borneOut,
    since: worst.situation.since,
    rule: partly ? "partly_shipped" : "most_worrying",
    from: worst,
    above: null,
  };
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

/** The worse news first; of equal news the more worrying, and then what is still going on before what is over. */
export function weight({ situation, worry: level }: JudgedGroup): number {
  const { tone, over } = meaningOf(situation.id);
  return worry(tone) * 8 + levelOf(level) * 2 + (over ? 0 : 1);
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
