import type { OrderFacts } from "../../../orders/facts.ts";
import type { Call, Turn } from "./conversation.ts";
import { orderKey } from "./entities.ts";
import { callsOf, type Findings, type OrderFound, type PlannedCall } from "./findings.ts";
import { kindOf, LASTING } from "./intent-kinds.ts";
import { pairKey, type Memory } from "./memory.ts";
import { orderOf, type Outcome } from "./outcomes.ts";
import { findTarget, namedOrders, type Target } from "./targets.ts";
import type { Wish } from "./understand.ts";

const PROVES_PER_TURN = 3;

/** Fills in the orders that are meant, and gives the calls that are still to be made for them. */
export function read(findings: Findings, resumed: boolean): PlannedCall[] {
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
      else if (newest.kind === "denied")
        findings.orders.push({ name: "", facts: null, fresh: true, failure: "denied" });
      else if (newest.kind !== "unavailable") findings.ask = missing(turn, memory, email);
      return [];
    }
    case "list_needed":
      if (!listed && !(memory.guest && memory.facts.size === 0)) return [{ name: "list_orders", args: {} }];
      if (listed?.kind !== "unavailable" && listed?.kind !== "denied")
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
  if (read?.kind === "denied") return found("denied");
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
