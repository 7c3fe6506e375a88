import type { OrderFacts } from "../../../../orders/facts.ts";
import type { Call, Turn } from "../conversation.ts";
import { callsOf, type Findings, type PlannedCall } from "../findings.ts";
import { orderKey } from "../entities.ts";
import { apply, begin, requestsFor, type Desk } from "./replay.ts";
import { optionsArguments, proposalArguments, type Case } from "./case.ts";
import { nextStep } from "./next-step.ts";
import type { Request } from "./reasons.ts";
import { toldOf } from "./told.ts";
import { RESOLUTION_TOOLS } from "./tools.ts";

/** What the desk has to say at the end of a turn, in words.ts. */
export type DeskState = {
  /** Cases that this turn is about: begun, answered or gone on with, in the order to speak of them. */
  spoken: Case[];
  /** Those with a card made in this turn. */
  proposed: Case[];
  /** What is wanted, and why is not known yet. */
  reasonless: boolean;
  /** A person has to take over, of these cases. */
  forPerson: Case[];
  /** More things than one turn can look into. */
  more: boolean;
};

/** So many things of one message are looked into at once; the rest is said to come next. */
const MOST_CASES = 4;
/** After so many answers in a row that say nothing to the question, a person takes over. */
const MOST_MISSES = 2;

/** Goes on with all that is to be put right: the calls that are due, or what there is to say. */
export function advance(desk: Desk, findings: Findings): { calls: PlannedCall[]; state: DeskState } {
  const { turn } = findings;
  const before = new Set(desk.cases);
  const calls = turn.calls.filter(({ name }) => RESOLUTION_TOOLS.has(name));
  const { reasonless, more } = desk.heard ? { reasonless: false, more: false } : openNew(desk, findings);
  for (const call of calls) {
    const told = toldOf(call.outcome);
    for (const one of desk.cases)
      if (told && one.told === null && orderKey(told.orderName) === orderKey(one.order)) one.known = told.items;
    apply(desk, turn, call);
  }
  const touched = new Set(
    desk.cases.filter(
      (one) => !before.has(one) || one === desk.heard?.one || calls.some((call) => concerns(one, call.args)),
    ),
  );
  const steps = desk.cases.map((one) => ({ one, step: nextStep(one) }));
  const due: PlannedCall[] = [];
  const carded = new Set(callsOf(turn, "propose_resolution").map(({ args }) => orderKey(nameIn(args))));
  for (const { one, step } of steps) {
    if (step.do === "options" && !wasAsked(calls, one))
      due.push({ name: "resolution_options", args: optionsArguments(one) });
    if (step.do === "propose" && !carded.has(orderKey(one.order)) && !hasOpenCard(desk, one, touched)) {
      carded.add(orderKey(one.order));
      due.push({ name: "propose_resolution", args: proposalArguments(one, step.kind) });
    }
  }
  const again = desk.heard?.what === "press" && desk.heard.one.proposal?.confirmWith === "word" ? desk.heard.one : null;
  // A yes among other words, where only a bare one counts: it is written out anew, to say just that to.
  if (again?.proposal && !carded.has(orderKey(again.order)))
    due.push({ name: "propose_resolution", args: proposalArguments(again, again.proposal.kind) });
  const asking = steps.find(({ step }) => step.do === "ask")?.one;
  const going = desk.heard?.what === "press" || desk.heard?.what === "decline" ? undefined : asking;
  const spoken = desk.cases.filter(
    (one) => touched.has(one) || (one === going && (touched.size > 0 || turn.meant.unclear || isNoAnswer(findings))),
  );
  const forPerson = steps
    .filter(
      ({ one, step }) => (touched.has(one) && step.do === "person") || (one === asking && one.misses >= MOST_MISSES),
    )
    .map(({ one }) => one);
  const proposed = desk.cases.filter(
    (one) =>
      one.proposal !== null && calls.some((call) => call.name === "propose_resolution" && concerns(one, call.args)),
  );
  return { calls: due.slice(0, MOST_CASES), state: { spoken, proposed, reasonless, forPerson, more } };
}

/**
 * With an order that is about to be read after a step that found it, what can be done about it is asked in the same step:
 * a turn has few.
 */
export function alongWith(desk: Desk, turn: Turn, reads: readonly PlannedCall[]): PlannedCall[] {
  if (turn.steps === 0) return [];
  const names = reads.flatMap(({ name, args }) => (name === "get_order" ? [args["orderName"]] : []));
  return names
    .flatMap((order) =>
      requestsFor(desk, turn).flatMap(({ reason, orders }): PlannedCall[] =>
        typeof order !== "string" ||
        reason === null ||
        (orders.length > 0 && !orders.some((one) => orderKey(one) === orderKey(order)))
          ? []
          : [{ name: "resolution_options", args: { orderName: order, reason, items: [] } }],
      ),
    )
    .slice(0, MOST_CASES - 1);
}

const NO_ANSWER: ReadonlySet<string> = new Set([
  "greeting",
  "capabilities",
  "off_topic",
  "repeat",
  "not_right",
  "affirm",
  "deny",
  "how_are_you",
]);

/** Only words that would do as small talk, where there is a question open. */
function isNoAnswer({ wishes }: Findings): boolean {
  return wishes.length > 0 && wishes.every(({ intent }) => NO_ANSWER.has(intent));
}

function nameIn({ orderName }: Record<string, unknown>): string {
  return typeof orderName === "string" ? orderName : "";
}

function concerns(one: Case, args: Record<string, unknown>): boolean {
  return (
    args["reason"] === one.reason &&
    typeof args["orderName"] === "string" &&
    orderKey(args["orderName"]) === orderKey(one.order)
  );
}

/** The same question is not asked twice in a turn. */
function wasAsked(calls: readonly Call[], one: Case): boolean {
  const key = (args: Record<string, unknown>) =>
    JSON.stringify([orderKey(nameIn(args)), args["reason"], args["items"]]);
  const wanted = key(optionsArguments(one));
  return calls.some(
    ({ name, args, outcome }) =>
      name === "resolution_options" &&
      !["needs_identity", "needs_code", "needs_login", "not_found"].includes(outcome.kind) &&
      key(args) === wanted,
  );
}

/** A second card for an order would take the place of the first, which the shopper has not answered yet. */
function hasOpenCard(desk: Desk, one: Case, touched: ReadonlySet<Case>): boolean {
  return desk.cases.some(
    (other) =>
      other !== one &&
      !other.over &&
      other.proposal !== null &&
      orderKey(other.order) === orderKey(one.order) &&
      !touched.has(one),
  );
}

/** Begins a case for each order and reason of the message that has none yet. */
function openNew(desk: Desk, { orders, turn }: Findings): { reasonless: boolean; more: boolean } {
  const requests = requestsFor(desk, turn);
  let begun = 0;
  let more = false;
  let reasonless = false;
  for (const { name, facts } of orders) {
    if (!facts) continue;
    for (const request of requests) {
      if (request.orders.length > 0 && !request.orders.some((one) => orderKey(one) === orderKey(name))) {
        if (orders.some((other) => request.orders.some((one) => orderKey(one) === orderKey(other.name)))) continue;
      }
      const reason = reasonFor(request, facts);
      if (reason === null) {
        reasonless = true;
        continue;
      }
      const open = desk.cases.find(
        (one) => !one.over && one.reason === reason && orderKey(one.order) === orderKey(name),
      );
      if (open) {
        if (nextStep(open).do !== "tell") {
          desk.heard ??= { what: null, one: open };
          continue;
        }
        open.over = true;
      }
      if (begun >= MOST_CASES) {
        more = true;
        continue;
      }
      begun += 1;
      const one = begin(desk, turn, name, { ...request, reason });
      // A parcel that did not come is all that was in it.
      one.whole = (reason === "lost" || reason === "not_received") && facts.groups.length <= 1;
      desk.cases.push(one);
    }
  }
  return { reasonless: reasonless && begun === 0, more };
}

/** Before anything was sent another size is a change of the order, and afterwards a change of the order is an exchange. */
function reasonFor({ reason }: Request, { groups }: OrderFacts): Request["reason"] {
  const shipping = groups.filter(({ kind }) => kind === "to_ship" || kind === "parcel" || kind === "pickup");
  if (reason === "wrong_size" && shipping.length > 0 && shipping.every(({ kind }) => kind === "to_ship"))
    return "change_items";
  return reason;
}
