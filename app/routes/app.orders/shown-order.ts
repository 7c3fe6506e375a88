import type { CardStep, TrackingFacts } from "../../orders/facts.ts";
import type { Conflict, GroupExplained, NextStep, OrderExplained, Signal } from "../../orders/explained.ts";
import type { ReadCost } from "../../orders/read-cost.ts";
import type { OrderRules } from "../../orders/rules.ts";
import { readScans } from "../../orders/scans.ts";
import type { OrderSnapshot, Parcel } from "../../orders/snapshot.ts";
import { shownFacts } from "./shown-facts.ts";
import type { ShownFact } from "./shown-facts.ts";
import { texts } from "./texts.ts";

/** A moment and the words for it, by the shop's clock. */
type Moment = { at: string; words: string };
export type ShownEvent = Moment & {
  title: string;
  city: string | null;
  message: string | null;
  estimate: string | null;
  /** It had no say, such as one from the future. */
  leftOut: boolean;
  /** Shopify has it not: a tracking service told of it. */
  live: boolean;
};
export type ShownConflict = { text: string; resolvedBy: string; signals: Signal[] };
export type ShownSituation = {
  id: string;
  title: string;
  worry: GroupExplained["worry"];
  turn: string;
  since: Moment | null;
  leadText: string;
  reasons: string | null;
  evidence: Signal[];
};
export type ShownPart = ShownSituation & {
  label: string;
  items: string[];
  tracking: TrackingFacts[];
  lastScan: Moment | null;
  /** `word`: by whose word. */
  next: { what: string; when: string | null; word: string | null } | null;
  missed: { term: string; when: string; word: string } | null;
  conflicts: ShownConflict[];
  timeline: CardStep[];
  /** Newest first. */
  events: ShownEvent[];
};
export type ShownOrder = {
  name: string;
  adminUrl: string;
  /** `own`: it says what none of the parts says. */
  headline: ShownSituation & { own: boolean; rule: string; shopperText: string };
  parts: ShownPart[];
  /** Of the order itself; those of its parts stand with them. */
  conflicts: ShownConflict[];
  gaps: string[];
  facts: ShownFact[];
  units: string;
  cost: string;
  judged: Moment;
  timeZone: string;
  /** Where it differs from the shop's. */
  orderTimeZone: string | null;
};

export type Showing = { rules: OrderRules; timeZone: string; when: (iso: string) => string; adminUrl: string };

/** An explained order in the words of the admin. Pure; plain JSON. */
export function shownOrder(
  explained: OrderExplained,
  snapshot: OrderSnapshot,
  cost: ReadCost,
  { rules, timeZone, when, adminUrl }: Showing,
): ShownOrder {
  const moment = (at: string): Moment => ({ at, words: when(at) });
  const { headline, groups } = explained;
  return {
    name: explained.orderName,
    adminUrl,
    headline: {
      ...situation(headline),
      own: !groups.some(({ situation: id, leadText }) => id === headline.situation && leadText === headline.leadText),
      rule: headline.from === null ? headline.rule : `${headline.rule} (${texts.technical.from(headline.from)})`,
      shopperText: headline.shopperText,
    },
    parts: groups.map((group) => ({
      ...situation(group),
      label: group.label,
      items: group.items.map(
        ({ quantity, title, variant }) => `${quantity} × ${variant ? `${title}, ${variant}` : title}`,
      ),
      tracking: group.tracking,
      lastScan: group.lastScan && moment(group.lastScan.at),
      next: group.next && next(group.next),
      missed: group.missed && {
        term: group.missed.passed ? texts.part.missed : texts.part.willMiss,
        when: group.missed.by.text,
        word: sentence(group.missed.kindText),
      },
      conflicts: group.conflicts.map(conflict),
      timeline: group.timeline,
      events: eventsOf(group),
    })),
    conflicts: explained.conflicts.filter(({ group }) => group === null).map(conflict),
    gaps: [...new Set(explained.gaps.map(({ part }) => texts.gaps.parts[part]))],
    facts: shownFacts(snapshot, when),
    units: texts.technical.unitsOf(
      explained.units.ordered,
      explained.units.accounted.map(({ label, units }) => texts.technical.unitsIn(units, label)).join(", "),
    ),
    cost: texts.technical.costOf(cost.calls, cost.actual, cost.requested),
    judged: moment(explained.judgedAt),
    timeZone,
    orderTimeZone: explained.timeZone === timeZone ? null : explained.timeZone,
  };

  function situation(one: OrderExplained["headline"] | GroupExplained): ShownSituation {
    return {
      id: one.situation,
      title: one.title,
      worry: one.worry,
      turn: texts.turns[one.turn],
      since: one.since && moment(one.since.at),
      leadText: one.leadText,
      reasons: one.reasons.length > 0 ? sentence(one.reasons.map((reason) => texts.reasons[reason]).join(", ")) : null,
      evidence: one.evidence.map(signal),
    };
  }

  /** Instants are told by the shop's clock like all others on the page; the rest as it was read. */
  function signal({ path, value }: Signal): Signal {
    return { path, value: /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) ? when(value) : value };
  }

  function conflict({ text, resolvedBy, signals }: Conflict): ShownConflict {
    return { text, resolvedBy, signals: signals.map(signal) };
  }

  /** Things that need no shipping may stand in a parcel of their own, which no carrier sees. */
  function eventsOf({ kind, parcelIndex }: GroupExplained): ShownEvent[] {
    const found = kind === "no_shipping" ? undefined : snapshot.parcels.find(({ index }) => index === parcelIndex);
    return found ? shownEvents(found) : [];
  }

  function shownEvents(parcel: Parcel): ShownEvent[] {
    const sound = new Set(readScans(parcel, new Date(explained.judgedAt), rules).events);
    return parcel.events
      .toSorted((a, b) => b.happenedAt.getTime() - a.happenedAt.getTime())
      .map((event) => ({
        ...moment(event.happenedAt.toISOString()),
        title: texts.events.status[event.status],
        city: event.city,
        message: event.message,
        estimate: event.estimatedDeliveryAt && when(event.estimatedDeliveryAt.toISOString()),
        leftOut: !sound.has(event),
        live: typeof event.index === "string",
      }));
  }
}

function next({ what, from, by, kindText }: NextStep): NonNullable<ShownPart["next"]> {
  const end = by?.text ?? null;
  const days = from !== null && end !== null ? texts.part.window(from.text, end) : (end ?? from?.text ?? null);
  return { what, when: days, word: kindText && sentence(kindText) };
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
