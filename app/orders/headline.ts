import type { CardGroup, GroupFacts } from "./facts.ts";
import { dayIn, daysBetween } from "./calendar.ts";
import { itemsInWords } from "./group-words.ts";
import type { Wording } from "./group-words.ts";
import { predecessorOf, replacementOf, weight } from "./order-situation.ts";
import type { JudgedGroup, OrderSituation } from "./order-situation.ts";
import { meaningOf } from "./situation-ids.ts";
import type { GroupSituationId } from "./situation-ids.ts";
import type { OrderSnapshot } from "./snapshot.ts";

export type WordedGroup = {
  judged: JudgedGroup;
  label: string;
  status: string;
  text: string;
  facts: GroupFacts;
  card: CardGroup;
};

/** Most groups of an order that the headline tells one by one. */
const TOLD_GROUPS = 3;
/** A refund older than this is in the facts, but no longer news. */
const RECENT_REFUND_DAYS = 30;
const TELLS_REFUNDS: ReadonlySet<GroupSituationId> = new Set(["removed_refunded"]);

/**
 * The whole answer to "where is my order?".
 * Rule: what stands above the groups (a cancellation, a full refund, a return) is told first; else an order with one group
 * is told by that group's text, and one with several by their statuses, the most pressing when there are too many.
 * Removed items and recent refunds are added at the end.
 */
export function headline(
  snapshot: OrderSnapshot,
  order: OrderSituation,
  groups: readonly WordedGroup[],
  refunds: readonly string[],
  wording: Wording,
): string {
  const { teller, texts, judging } = wording;
  const name = (text: string): string => teller.orderName(text, "customAttributes");
  const living = groups.filter((group) => group.judged.group.kind !== "removed");
  const told = tellGroups(living, snapshot, wording);
  const sentences: string[] = [];
  if (order.above !== null) {
    const replacement = replacementOf(snapshot, judging.rules);
    const declined = snapshot.returns.find((one) => one.status === "DECLINED")?.declineReason ?? null;
    const words = {
      since: order.since && teller.date(order.since.at, order.since.source),
      refunds: refunds.join(" "),
      declined,
      groups: living.length > 0 ? told : "",
      replacement: replacement ? name(replacement) : null,
    };
    sentences.push(texts.order[order.above](words));
    return sentences.join(" ");
  }
  if (living.length > 0) sentences.push(told);
  const removed = groups.filter((group) => group.judged.group.kind === "removed");
  for (const group of removed) {
    sentences.push(living.length > 0 ? removedToo(group.judged.group.items) : group.text);
  }
  const recent = snapshot.refunds.filter((refund) => age(refund.at) <= RECENT_REFUND_DAYS);
  const removedRefunded = removed.some((group) => TELLS_REFUNDS.has(group.judged.situation.id));
  if (recent.length > 0 || removedRefunded) sentences.push(...refunds.slice(-Math.max(1, recent.length)));
  const predecessor = predecessorOf(snapshot, judging.rules);
  if (predecessor !== null) sentences.push(texts.replaces(name(predecessor)));
  return sentences.join(" ");

  function removedToo(items: WordedGroup["judged"]["group"]["items"]): string {
    const units = items.reduce((sum, { quantity }) => sum + quantity, 0);
    return texts.removedToo(itemsInWords(items, snapshot.lines, texts), units);
  }

  function age(at: Date): number {
    return daysBetween(dayIn(at, judging.timeZone), dayIn(judging.now, judging.timeZone));
  }
}

function tellGroups(groups: readonly WordedGroup[], snapshot: OrderSnapshot, { texts }: Wording): string {
  const [only] = groups;
  if (groups.length <= 1) return only?.text ?? "";
  const pressing = groups.toSorted((a, b) => weight(b.judged) - weight(a.judged)).slice(0, TOLD_GROUPS);
  const named = groups.filter((group) => pressing.includes(group));
  const unnamed = groups.filter((group) => !pressing.includes(group));
  return texts.several({
    groups: named.map((group) => ({
      label: group.label,
      items: itemsInWords(group.judged.group.items, snapshot.lines, texts),
      status: group.status,
      parcel: group.judged.group.kind === "parcel",
    })),
    unnamed: unnamed.length,
    unnamedArrived: unnamed.filter((group) => meaningOf(group.judged.situation.id).over).length,
    total: groups.length,
  });
}
