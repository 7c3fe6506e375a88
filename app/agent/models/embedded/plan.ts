import type { EscalationReason } from "../../tools/tool.ts";
import { writeBrief } from "./brief.ts";
import type { Conversation } from "./conversation.ts";
import { orderKey } from "./entities.ts";
import { callsOf, type Findings, type PlannedCall } from "./findings.ts";
import { kindOf } from "./intent-kinds.ts";
import { remember } from "./memory.ts";
import { listOf } from "./outcomes.ts";
import { read } from "./reads.ts";
import { namedOrders } from "./targets.ts";
import { agreesToForeignOffer, wishesOf } from "./wants.ts";

type Plan = { kind: "calls"; calls: PlannedCall[] } | { kind: "reply"; findings: Findings };

/** Model calls with tool calls before the answer has to come: reads, and the escalation after them. */
const READ_STEPS = 4;
const ALL_STEPS = 5;
/** So often may details not match before a person is offered the case instead of another try. */
const MISMATCHES = 3;

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
