import type { LinePlace, PolicyFacts, PolicyRequest, PriorResolution } from "../policy/facts.ts";

/** What a policy was asked when something was proposed, and what was known then: enough to ask another one the same. */
export type Asked = { request: PolicyRequest; facts: PolicyFacts; at: Date };

type Json<T> = T extends Date
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Json<Item>[]
    : T extends object
      ? { [Key in keyof T]: Json<T[Key]> }
      : T;
/** As it comes out of a JSON column, perhaps of a time when less was known. */
export type StoredAsked = Json<Asked> & { facts: { order: { replaces?: string | null } } };

/** Instants are text in JSON; everything else is as it was. */
export function readAsked({ request, facts, at }: StoredAsked): Asked {
  const { order, lines, history } = facts;
  return {
    request,
    at: new Date(at),
    facts: {
      ...facts,
      order: {
        ...order,
        replaces: order.replaces ?? null,
        placedAt: new Date(order.placedAt),
        cancelledAt: instant(order.cancelledAt),
      },
      lines: lines.map((line) => ({ ...line, places: line.places.map(place) })),
      history: history.map((prior): PriorResolution => ({ ...prior, at: new Date(prior.at) })),
    },
  };
}

function place(stored: Json<LinePlace>): LinePlace {
  const { deliveredAt, lastScanAt, sentAt, dueBy } = stored;
  return {
    ...stored,
    deliveredAt: instant(deliveredAt),
    lastScanAt: instant(lastScanAt),
    sentAt: instant(sentAt),
    dueBy: instant(dueBy),
  };
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
