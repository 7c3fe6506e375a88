import { tellInFull } from "./answer.ts";
import type { OrderProfile, TellOptions } from "./answer.ts";
import { dayIn } from "./calendar.ts";
import type { Conflict, ConflictKind, GroupExplained, OrderExplained, Signal, When } from "./explained.ts";
import type { WordedGroup } from "./headline.ts";
import type { Wording } from "./group-words.ts";
import type { Dated } from "./judging.ts";
import { leadText } from "./lead-words.ts";
import { nextStep, when } from "./next-step.ts";
import { groupEvidence, orderEvidence } from "./situation-evidence.ts";
import { meaningOf } from "./situation-ids.ts";
import type { OrderSnapshot, Parcel } from "./snapshot.ts";
import { leadEn } from "./texts.lead.en.ts";

/**
 * Explains an order to the support lead: what is true about it and each part of it at `now` (Shopify's time), which
 * fields said so, what happens next, whose turn it is, what was contradictory, and exactly what the shopper is told.
 * Pure and total; it rests on the same judgment as `tellOrder`.
 */
export function explainOrder(
  snapshot: OrderSnapshot,
  now: Date,
  profile: OrderProfile,
  options: TellOptions = {},
): OrderExplained {
  const { told, situations, worded, wording } = tellInFull(snapshot, now, profile, options);
  const { order } = situations;
  const { judging, teller } = wording;
  const groups = worded.map((one) => explainGroup(one, snapshot, wording));
  const speaking = worded.find(({ judged }) => judged === order.from) ?? null;
  const own = overclaimed(snapshot);
  const texts = titleAndLead();
  return {
    orderId: snapshot.id,
    orderName: snapshot.name,
    placed: when({ at: snapshot.placedAt, source: "processedAt" }, teller),
    judgedAt: now.toISOString(),
    timeZone: judging.timeZone,
    headline: {
      situation: order.id,
      ...texts,
      leadText: snapshot.edited ? `${texts.leadText} ${leadEn.edited}` : texts.leadText,
      tone: order.tone,
      worry: order.worry,
      turn: order.turn,
      since: whenOrNull(order.since, wording),
      reasons: order.reasons,
      evidence: orderEvidence(order, snapshot, judging.rules),
      shopperText: told.facts.headline,
      rule: leadEn.rule[order.rule],
      from: speaking?.label ?? null,
    },
    groups,
    conflicts: [
      ...own.map((conflict) => ({ ...conflict, group: null })),
      ...groups.flatMap((group) => group.conflicts.map((conflict) => ({ ...conflict, group: group.label }))),
    ],
    gaps: snapshot.unreadable.map(({ part, path }) => ({ part, path, text: wording.texts.gap[part] })),
    units: {
      ordered: snapshot.lines.reduce((sum, line) => sum + line.quantity, 0),
      accounted: groups.map(({ label, items }) => ({
        label,
        units: items.reduce((sum, item) => sum + item.quantity, 0),
      })),
    },
    told: told.facts,
  };

  function titleAndLead(): { title: string; leadText: string } {
    if (order.above !== null) {
      const { title, text } = leadEn.order[order.above];
      return { title, leadText: text };
    }
    const of = speaking ? leadText(speaking.judged, snapshot, wording) : "";
    if (order.rule !== "partly_shipped") return { title: speaking?.status ?? "", leadText: of };
    const { title, text } = leadEn.order.partly_shipped;
    return { title, leadText: speaking ? `${text} ${speaking.label}: ${of}` : text };
  }
}

function explainGroup(
  { judged, label, status, text, facts, card }: WordedGroup,
  snapshot: OrderSnapshot,
  wording: Wording,
): GroupExplained {
  const { group, situation } = judged;
  const { judging, teller } = wording;
  const { tone, turn, over } = meaningOf(situation.id);
  const { missed } = situation.outlook;
  const today = dayIn(judging.now, judging.timeZone);
  return {
    kind: group.kind,
    parcelIndex: group.parcel?.index ?? null,
    label,
    items: facts.items,
    tracking: facts.tracking,
    situation: situation.id,
    title: status,
    tone,
    worry: judged.worry,
    turn,
    since: whenOrNull(situation.since, wording),
    reasons: judged.reasons,
    evidence: groupEvidence(judged, snapshot, judging.rules),
    shopperText: text,
    leadText: leadText(judged, snapshot, wording),
    next: nextStep(judged, judging, teller),
    missed:
      missed && !over
        ? {
            by: when(missed.to, teller),
            kind: missed.kind,
            kindText: leadEn.kind[missed.kind],
            passed: dayIn(missed.to.at, judging.timeZone) < today,
          }
        : null,
    lastScan: whenOrNull(situation.lastScan, wording),
    conflicts: group.parcel ? conflictsOf(group.parcel, situation.conflicts) : [],
    timeline: card.steps,
  };
}

function whenOrNull(dated: Dated | null, { teller }: Wording): When | null {
  return dated && when(dated, teller);
}

function conflict(kind: ConflictKind, signals: Signal[]): Conflict {
  return { kind, ...leadEn.conflict[kind], signals };
}

function conflictsOf(parcel: Parcel, found: WordedGroup["judged"]["situation"]["conflicts"]): Conflict[] {
  const path = `fulfillments[${String(parcel.index)}]`;
  const read = new Map<string, string>([
    ["deliveredAt", parcel.deliveredAt?.toISOString() ?? ""],
    ["displayStatus", parcel.displayStatus ?? ""],
    ...parcel.tracking.map(({ number }, index): [string, string] => [`trackingInfo[${String(index)}].number`, number]),
    ...parcel.events.flatMap((event): [string, string][] => [
      [`events[${String(event.index)}].happenedAt`, `${event.status} ${event.happenedAt.toISOString()}`],
      [`events[${String(event.index)}].status`, event.status],
    ]),
  ]);
  const scans = found.map(({ kind, paths }) =>
    conflict(
      kind,
      paths.map((one) => ({ path: `${path}.${one}`, value: read.get(one) ?? "" })),
    ),
  );
  if (parcel.tracking.length < 2) return scans;
  const numbers = parcel.tracking.map(({ number }, index) => ({
    path: `${path}.trackingInfo[${String(index)}].number`,
    value: number,
  }));
  return [...scans, conflict("several_tracking_numbers", numbers)];
}

const CARRIES: ReadonlySet<Parcel["status"]> = new Set(["SUCCESS", "OPEN", "PENDING"]);

/** Lines of which parcels and open fulfillment orders together claim more units than were ordered. */
function overclaimed(snapshot: OrderSnapshot): Conflict[] {
  const signals = snapshot.lines.flatMap((line): Signal[] => {
    const claims = [
      ...snapshot.parcels
        .filter((parcel) => CARRIES.has(parcel.status))
        .flatMap((parcel) => parcel.lines.filter((one) => one.lineId === line.id).map((one) => one.quantity)),
      ...snapshot.fulfillmentOrders
        .filter((order) => order.status !== "CANCELLED" && order.status !== "CLOSED")
        .flatMap((order) => order.lines.filter((one) => one.lineId === line.id).map((one) => one.remaining)),
    ].reduce((sum, quantity) => sum + quantity, 0);
    if (claims <= line.quantity) return [];
    return [
      {
        path: `lineItems(${line.title}).quantity`,
        value: `${String(line.quantity)} ordered, ${String(claims)} claimed`,
      },
    ];
  });
  return signals.length > 0 ? [conflict("more_units_than_ordered", signals)] : [];
}
