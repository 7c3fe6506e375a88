import type { OrderFacts } from "../../../orders/facts.ts";
import type { EscalationReason } from "../../tools/tool.ts";
import { writeBrief } from "./brief.ts";
import type { Call, Conversation, Turn } from "./conversation.ts";
import { orderKey } from "./entities.ts";
import { kindOf, LASTING } from "./intent-kinds.ts";
import type { Intent } from "./intents.ts";
import { agreesIn, type ForeignLanguage } from "./languages.ts";
import { itemsSpokenOf } from "./items.ts";
import { pairKey, remember, type Memory } from "./memory.ts";
import { listOf, orderOf, type OrderList, type Outcome } from "./outcomes.ts";
import { findTarget, namedOrders, type Target } from "./targets.ts";
import type { Wish } from "./understand.ts";

export type PlannedCall = { name: string; args: Record<string, string | null> };

export type OrderFound = {
  name: string;
  facts: OrderFacts | null;
  /** Read in this turn, so that its card is shown with the answer. */
  fresh: boolean;
  failure: "mismatch" | "not_found" | "needs_email" | "too_old" | "unavailable" | null;
};

/** All that a reply is worded from. */
export type Findings = {
  memory: Memory;
  turn: Turn;
  wishes: Wish[];
  /** The language to apologise in, of this message or of the one that a bare "ja" answers. */
  language: ForeignLanguage | null;
  orders: OrderFound[];
  list: OrderList | null;
  ask: "details" | "order" | "which" | "no_orders" | null;
  unavailable: boolean;
  limited: boolean;
  handover: { reason: EscalationReason; outcome: Outcome | null; already: boolean } | null;
};

export type Plan = { kind: "calls"; calls: PlannedCall[] } | { kind: "reply"; findings: Findings };

/** Model calls with tool calls before the answer has to come: reads, and the escalation after them. */
const READ_STEPS = 4;
const ALL_STEPS = 5;
/** So often may details not match before a person is offered the case instead of another try. */
const MISMATCHES = 3;
const PROVES_PER_TURN = 3;

/** The next step of the turn: the tools to call, or what to answer. A pure function of the conversation. */
export function plan(conversation: Conversation, tools: ReadonlySet<string>): Plan {
  const memory = remember(conversation);
  const turn = conversation.current;
  const { wishes, resumed, giveUp } = wishesOf(turn, memory);
  const has = (kind: ReturnType<typeof kindOf>) => wishes.some(({ intent }) => kindOf(intent) === kind);
  const findings: Findings = {
    memory,
    turn,
    wishes,
    language: turn.meant.language ?? (agreesToForeignOffer(turn, memory) ? memory.language : null),
    orders: [],
    list:
      callsOf(turn, "list_orders")
        .map(({ outcome }) => listOf(outcome))
        .find((list) => list !== null) ?? null,
    ask: null,
    unavailable: turn.calls.some(({ outcome, name }) => outcome.kind === "unavailable" && name !== "escalate"),
    limited: callsOf(turn, "identify_shopper").some(({ outcome }) => outcome.kind === "limited"),
    handover: null,
  };
  const mayRead = turn.steps < READ_STEPS && !giveUp;
  if (
    (has("order") || has("problem") || has("list") || (has("person") && namedOrders(turn, memory).length > 0)) &&
    !giveUp
  ) {
    const calls = read(findings, resumed).filter(({ name }) => tools.has(name));
    if (calls.length > 0 && mayRead) return { kind: "calls", calls };
  }
  const reason = handoverReason(findings, giveUp);
  if (reason) {
    const done = callsOf(turn, "escalate").at(-1)?.outcome ?? null;
    const already = done === null && alreadyHanded(findings, reason);
    if (!done && !already && tools.has("escalate") && turn.steps < ALL_STEPS)
      return { kind: "calls", calls: [{ name: "escalate", args: { reason, brief: writeBrief(findings) } }] };
    findings.handover = { reason, outcome: done, already };
    findings.ask = null;
  }
  return { kind: "reply", findings };
}

function callsOf(turn: Turn, name: string): Call[] {
  return turn.calls.filter((call) => call.name === name);
}

const wish = (intent: Intent): Wish => ({ intent, score: 1, like: "", orders: [], pick: null, tokens: [] });

/** What is wanted now: what the message says, or what was left open and can go on with the details it brings. */
function wishesOf(turn: Turn, memory: Memory): { wishes: Wish[]; resumed: boolean; giveUp: boolean } {
  const { meant } = turn;
  const social = meant.wishes.filter(({ intent }) => kindOf(intent) === "social");
  const own = meant.wishes.filter(({ intent }) => kindOf(intent) !== "social" && intent !== "same_for");
  const says = (intent: Intent) => meant.wishes.some((one) => one.intent === intent);
  const named = namedOrders(turn, memory);
  if (meant.language) {
    if (meant.language.asksForPerson || (meant.language.agrees && memory.offered)) return fresh([wish("ask_person")]);
    if (named.length === 0 && meant.entities.emails.length === 0) return fresh([]);
  }
  if (agreesToForeignOffer(turn, memory)) return fresh([wish("ask_person")]);
  if (own.length > 0) return fresh([...own, ...social]);
  if (says("affirm") && memory.offered) return fresh([wish("ask_person")]);
  const open = memory.open.wishes;
  const mayPick = meant.pick !== null && (memory.list !== null || memory.focus.length > 0 || meant.pick.of !== "any");
  const dated = memory.list !== null && meant.entities.dates.length > 0;
  if (named.length > 0 || meant.entities.emails.length > 0 || mayPick || dated || says("same_for")) {
    const parcel = meant.pick?.of === "parcel" ? [wish("other_parcel")] : null;
    const before =
      open.length > 0 ? open : (parcel ?? (memory.lastWishes.length > 0 ? memory.lastWishes : [wish("order_status")]));
    return {
      wishes: [...before, ...social.filter(({ intent }) => intent !== "no_details")],
      resumed: true,
      giveUp: false,
    };
  }
  if (
    open.some(({ intent }) => kindOf(intent) === "problem") &&
    memory.asked &&
    !says("wait") &&
    !says("why_details") &&
    (says("no_details") || says("deny"))
  )
    return { wishes: open, resumed: true, giveUp: true };
  if (meant.unclear) {
    const facts = memory.focus.map((name) => memory.facts.get(orderKey(name))?.facts).find((one) => one !== undefined);
    if (facts && itemsSpokenOf(meant.words, facts).length > 0) return fresh([wish("item_lookup")]);
  }
  return fresh(social);
}

function agreesToForeignOffer(turn: Turn, memory: Memory): boolean {
  return memory.language !== null && memory.offered && agreesIn(memory.language.code, turn.said);
}

function fresh(wishes: Wish[]) {
  return { wishes, resumed: false, giveUp: false };
}

/** Fills in the orders that are meant, and gives the calls that are still to be made for them. */
function read(findings: Findings, resumed: boolean): PlannedCall[] {
  const { memory, turn, wishes } = findings;
  const wantsList = wishes.some(({ intent }) => intent === "order_list");
  const wantsOrder = wishes.some(
    ({ intent }) => intent !== "order_list" && ["order", "problem", "person"].includes(kindOf(intent)),
  );
  const listed = callsOf(turn, "list_orders").at(-1)?.outcome ?? null;
  const email = turn.meant.entities.emails[0] ?? memory.emails[0] ?? null;
  const calls: PlannedCall[] = [];
  if (wantsList && !listed && !(memory.guest && memory.facts.size === 0 && namedOrders(turn, memory).length > 0))
    calls.push({ name: "list_orders", args: {} });
  if (wantsOrder || namedOrders(turn, memory).length > 0) {
    const target = findTarget(turn, memory, findings.list, wishes, resumed);
    calls.push(...readTarget(findings, target, listed, email));
  } else if (listed?.kind === "needs_identity" || listed?.kind === "not_found") {
    findings.ask = listed.kind === "not_found" && memory.customer ? "no_orders" : "details";
  }
  return calls.filter(
    (call, at) =>
      calls.findIndex(
        (other) => other.name === call.name && JSON.stringify(other.args) === JSON.stringify(call.args),
      ) === at,
  );
}

function readTarget(findings: Findings, target: Target, listed: Outcome | null, email: string | null): PlannedCall[] {
  const { memory, turn } = findings;
  switch (target.kind) {
    case "orders": {
      const calls = target.names.flatMap((name) => readOrder(findings, name, email));
      return [
        ...calls.filter(({ name }) => name === "identify_shopper").slice(0, PROVES_PER_TURN),
        ...calls.filter(({ name }) => name !== "identify_shopper"),
      ];
    }
    case "newest": {
      const newest = callsOf(turn, "get_order").find(({ args }) => args["orderName"] === null)?.outcome;
      if (!newest) return [{ name: "get_order", args: { orderName: null } }];
      const facts = orderOf(newest);
      if (facts) findings.orders.push({ name: facts.orderName, facts, fresh: true, failure: null });
      else if (newest.kind === "limited")
        findings.orders.push({ name: "", facts: null, fresh: true, failure: "too_old" });
      else if (newest.kind !== "unavailable") findings.ask = missing(turn, memory, email);
      return [];
    }
    case "list_needed":
      if (!listed && !(memory.guest && memory.facts.size === 0)) return [{ name: "list_orders", args: {} }];
      if (listed?.kind !== "unavailable")
        findings.ask = listed?.kind === "not_found" && memory.customer ? "no_orders" : missing(turn, memory, email);
      return [];
    case "which":
    case "no_orders":
      findings.ask = target.kind;
      return [];
  }
}

function missing(turn: Turn, memory: Memory, email: string | null): "details" | "order" {
  return email !== null && (turn.meant.entities.emails.length > 0 || memory.asked) ? "order" : "details";
}

/** One order: from memory if that will do; read; proven first where only a proof can open it. */
function readOrder(findings: Findings, name: string, email: string | null): PlannedCall[] {
  const { memory, turn, wishes, orders } = findings;
  const key = orderKey(name);
  const concerns = (call: Call) =>
    typeof call.args["orderName"] === "string" && orderKey(call.args["orderName"]) === key;
  const gets = callsOf(turn, "get_order").filter(concerns);
  const read = gets.at(-1)?.outcome ?? null;
  const proof = callsOf(turn, "identify_shopper").filter(concerns).at(-1)?.outcome ?? null;
  const facts = read && orderOf(read);
  const get: PlannedCall = { name: "get_order", args: { orderName: name } };
  const found = (failure: OrderFound["failure"], told: OrderFacts | null = null, isFresh = true) => {
    orders.push({ name: told?.orderName ?? name, facts: told, fresh: isFresh, failure });
    return [];
  };
  if (facts) return found(null, facts);
  if (read?.kind === "ok") return found("unavailable");
  if (read?.kind === "unavailable" || proof?.kind === "unavailable") return found("unavailable");
  if (read?.kind === "limited") return found("too_old");
  if (proof?.kind === "limited") return found("mismatch");
  const remembered = memory.facts.get(key);
  if (remembered && !read && remembered.turnsAgo <= 2 && canReuse(remembered.facts, wishes))
    return found(null, remembered.facts, false);
  const provable = email !== null && proof === null && !memory.mismatched.has(pairKey(name, email)) && !remembered;
  const prove: PlannedCall = { name: "identify_shopper", args: { orderName: name, email } };
  const proved = proof?.kind === "ok";
  if (proved) return gets.length < 2 && (read === null || isAfter(turn, proof, read)) ? [get] : found("not_found");
  if (read)
    return provable
      ? [prove]
      : found(
          proof || (email && memory.mismatched.has(pairKey(name, email)))
            ? "mismatch"
            : memory.guest || read.kind === "needs_identity"
              ? "needs_email"
              : "not_found",
        );
  if (proof) return memory.guest ? found("mismatch") : [get];
  if (provable && !memory.customer && !memory.readable.has(key)) return [prove];
  if (memory.guest && !remembered && email === null) return found("needs_email");
  if (memory.guest && email !== null && memory.mismatched.has(pairKey(name, email))) return found("mismatch");
  return [get];
}

function isAfter(turn: Turn, proof: Outcome, read: Outcome): boolean {
  const at = (outcome: Outcome) => turn.calls.findIndex((call) => call.outcome === outcome);
  return at(proof) > at(read);
}

/** Asking how things stand means looking again; what is in a parcel does not change from one message to the next. */
function canReuse(facts: OrderFacts, wishes: readonly Wish[]): boolean {
  const about = wishes.filter(({ intent }) => ["order", "problem"].includes(kindOf(intent)));
  return about.every(({ intent }) => {
    if (intent === "order_tracking") return facts.groups.some(({ tracking }) => tracking.length > 0);
    if (intent === "order_eta") return facts.groups.some(({ expected }) => expected !== null);
    return LASTING.has(intent) || kindOf(intent) === "problem";
  });
}

function handoverReason(
  { wishes, turn, memory, ask, orders, limited, unavailable }: Findings,
  giveUp: boolean,
): EscalationReason | null {
  const kinds = new Set(wishes.map(({ intent }) => kindOf(intent)));
  if (wishes.some(({ intent }) => intent === "serious")) return "other";
  if (kinds.has("person")) return "asked_for_person";
  const mismatch = orders.some(({ failure }) => failure === "mismatch");
  const mismatches =
    memory.mismatches + (mismatch && turn.calls.some(({ name }) => name === "identify_shopper") ? 1 : 0);
  if (limited || (mismatch && mismatches >= MISMATCHES)) return "identity_failed";
  if (kinds.has("problem")) {
    const problems = wishes.filter(({ intent }) => kindOf(intent) === "problem").map(({ intent }) => intent);
    const askedBefore = memory.asked && memory.open.wishes.some(({ intent }) => problems.includes(intent));
    const progress = namedOrders(turn, memory).length > 0 || turn.meant.entities.emails.length > 0;
    const found = orders.some(({ facts }) => facts !== null);
    const waits =
      !found &&
      !giveUp &&
      !unavailable &&
      (ask !== null ||
        orders.some(({ failure }) => failure === "mismatch" || failure === "needs_email" || failure === "not_found"));
    if (!waits || (askedBefore && !progress) || mismatches >= 2) return "cannot_do_yet";
    return null;
  }
  if (kinds.has("question")) return "cannot_do_yet";
  if (turn.meant.unclear && wishes.length === 0 && memory.unclear >= 1) return "not_understood";
  return null;
}

function alreadyHanded({ memory, wishes, turn }: Findings, reason: EscalationReason): boolean {
  if (!memory.escalated) return false;
  if (reason !== "cannot_do_yet" && reason !== "other") return true;
  const wanted = wishes.filter(({ intent }) => ["problem", "question", "person"].includes(kindOf(intent)));
  return (
    wanted.every(({ intent }) => memory.handed.has(intent)) &&
    namedOrders(turn, memory).every((name) => memory.focus.some((one) => orderKey(one) === orderKey(name)))
  );
}
