import { workingDaysBetween } from "../orders/calendar.ts";
import type { Reason } from "../orders/situation-ids.ts";
import { plus, times, zero } from "./amounts.ts";
import { dayOf } from "./days.ts";
import type { LinePlace, LinePolicyFacts, PolicyFacts, PolicyRequest } from "./facts.ts";
import type { RequestReason, ResolutionKind } from "./kinds.ts";
import type { MoneyPair } from "./money-pair.ts";
import type { Policy, ReasonPolicy } from "./policy.ts";
import type { DenyReason, EscalateReason, PricedOption } from "./verdict.ts";

export type ChosenItem = { line: LinePolicyFacts; quantity: number };

/** What was on offer and is not anymore, and why: told when nothing is left. */
export type Dropped = { kind: ResolutionKind; why: DenyReason | EscalateReason; said: string };

/** A request as the rules see it, and what they have left of the options so far. */
export type Case = {
  policy: Policy;
  request: PolicyRequest;
  facts: PolicyFacts;
  now: Date;
  reason: RequestReason;
  terms: ReasonPolicy;
  /** ISO days in the shop's time zone. */
  today: string;
  vip: boolean;
  /** The chosen units, one entry for each line; for an order as a whole, the units that the reason can be about. */
  items: readonly ChosenItem[];
  /** Lines the order does not have, or numbers that are none. */
  unclear: boolean;
  /** What the chosen units cost. */
  goods: MoneyPair;
  options: readonly PricedOption[];
  dropped: readonly Dropped[];
};

/** Which reason of the situations bears a request out: a wrong size is a change of mind to them. */
function borneBy(reason: RequestReason): Reason {
  return reason === "wrong_size" ? "changed_mind" : reason;
}

export function openCase(policy: Policy, request: PolicyRequest, facts: PolicyFacts, now: Date): Case {
  const { reason } = request;
  const { items, unclear } = chosen(request, facts);
  return {
    policy,
    request,
    facts,
    now,
    reason,
    terms: policy.reasons[reason],
    today: dayOf(now, facts.timeZone) ?? "1970-01-01",
    vip: hasTag(facts.customer.tags, policy.vip.customerTags),
    items,
    unclear,
    goods: items.reduce(
      (sum, { line, quantity }) => plus(sum, times(line.unitPaid, quantity)),
      zero(facts.order.total),
    ),
    options: [],
    dropped: [],
  };
}

function chosen(request: PolicyRequest, facts: PolicyFacts): { items: ChosenItem[]; unclear: boolean } {
  if (request.items.length === 0) return { items: wholeOrder(request.reason, facts), unclear: false };
  const quantities = new Map<string, number>();
  for (const { lineId, quantity } of request.items) quantities.set(lineId, (quantities.get(lineId) ?? 0) + quantity);
  const sound = request.items.every(({ quantity }) => Number.isSafeInteger(quantity) && quantity > 0);
  const items = facts.lines.flatMap((line) => {
    const quantity = quantities.get(line.lineId);
    return quantity === undefined ? [] : [{ line, quantity }];
  });
  const unclear = !sound || items.length !== quantities.size;
  return { items: unclear ? [] : items, unclear };
}

/** Nothing chosen: what the facts bear the reason out for, else every unit that nothing was done about. */
function wholeOrder(reason: RequestReason, facts: PolicyFacts): ChosenItem[] {
  const borneOut = facts.lines.map((line) => ({
    line,
    quantity: Math.min(freeUnits(line), unitsThatBear(line, reason)),
  }));
  const some = borneOut.filter(({ quantity }) => quantity > 0);
  if (some.length > 0) return some;
  return facts.lines.map((line) => ({ line, quantity: freeUnits(line) })).filter(({ quantity }) => quantity > 0);
}

/** What is no longer part of the order is not free, whatever else says so. */
function freeUnits({ free, quantity }: LinePolicyFacts): number {
  return Math.max(0, Math.min(free, quantity));
}

export function placesThatBear(line: LinePolicyFacts, reason: RequestReason): LinePlace[] {
  return line.places.filter((place) => place.units > 0 && place.reasons.includes(borneBy(reason)));
}

export function unitsThatBear(line: LinePolicyFacts, reason: RequestReason): number {
  return placesThatBear(line, reason).reduce((sum, { units }) => sum + units, 0);
}

/** Everything that bears the case's reason out, of all chosen items. */
export function bearingPlaces({ items, reason }: Case): LinePlace[] {
  return items.flatMap(({ line }) => placesThatBear(line, reason));
}

/** Working days past the last promised day, Mondays to Fridays; null where nobody promised one. */
export function workingDaysLate(c: Case): number | null {
  const due = bearingPlaces(c).flatMap(({ dueBy }) => dayOf(dueBy, c.facts.timeZone) ?? []);
  return due.length === 0 ? null : Math.max(...due.map((day) => workingDaysBetween(day, c.today)));
}

/** A policy's lists as they are compared. Documents never change once they are read, so that this is worked out once. */
type Lists = WeakMap<readonly string[], ReadonlySet<string>>;
const tagLists: Lists = new WeakMap();
const idLists: Lists = new WeakMap();

function setOf(names: readonly string[], lists: Lists, form: (name: string) => string): ReadonlySet<string> {
  let set = lists.get(names);
  if (!set) {
    set = new Set(names.map(form));
    lists.set(names, set);
  }
  return set;
}

const tagForm = (tag: string): string => tag.trim().toLowerCase();
const idForm = (id: string): string => id.slice(id.lastIndexOf("/") + 1);

/** Tags are compared without regard to case. */
export function hasTag(tags: readonly string[], wanted: readonly string[]): boolean {
  return wanted.length > 0 && tags.some((tag) => setOf(wanted, tagLists, tagForm).has(tagForm(tag)));
}

/** Shopify's ids match as numbers and as `gid://shopify/Product/1` alike. */
export function hasId(ids: readonly string[], wanted: readonly string[]): boolean {
  return wanted.length > 0 && ids.some((id) => setOf(wanted, idLists, idForm).has(idForm(id)));
}
