import type { EscalationReason } from "../../../conversations/escalation/reasons.ts";
import { record } from "../../condense.ts";
import { writeBrief } from "./brief.ts";
import { codeStep, type CodeStep } from "./codes.ts";
import type { Conversation, Turn } from "./conversation.ts";
import { orderKey } from "./entities.ts";
import { callsOf, type Findings, type PlannedCall } from "./findings.ts";
import { kindOf } from "./intent-kinds.ts";
import { remember } from "./memory.ts";
import { listOf, type Outcome } from "./outcomes.ts";
import { read } from "./reads.ts";
import { namedOrders } from "./targets.ts";
import { advance, alongWith } from "./resolutions/flow.ts";
import { nextStep } from "./resolutions/next-step.ts";
import { asksForNews } from "./resolutions/news.ts";
import { isAbout } from "./resolutions/reasons.ts";
import { openDesk, type Desk } from "./resolutions/replay.ts";
import { RESOLUTION_TOOLS } from "./resolutions/tools.ts";
import type { Wish } from "./understand.ts";
import { agreesToForeignOffer, wishesOf } from "./wants.ts";

type Plan = { kind: "calls"; calls: PlannedCall[] } | { kind: "reply"; findings: Findings };

/** Model calls with tool calls before the answer has to come: reads, and the escalation after them. */
const READ_STEPS = 3;
const ALL_STEPS = 4;
/** So often may details not match before a person is offered the case instead of another try. */
const MISMATCHES = 3;

/** The next step of the turn: the tools to call, or what to answer. A pure function of the conversation. */
export function plan(conversation: Conversation, tools: ReadonlySet<string>): Plan {
  const memory = remember(conversation);
  const turn = conversation.current;
  const desk = canPutRight(conversation, tools) ? openDesk(conversation) : null;
  const wanted = wishesOf(turn, memory);
  const { resumed } = wanted;
  const goesOn = turn.proven && desk !== null && isDue(desk, turn);
  const taken = desk !== null && (goesOn || desk.heard !== null || isAboutNews(desk, turn.said));
  const wishes = goesOn ? [] : taken ? besideAnswer(wanted.wishes, turn.said) : wanted.wishes;
  const giveUp = wanted.giveUp && !taken;
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
    denied: turn.calls.some(({ outcome }) => outcome.kind === "denied"),
    desk: null,
    limited: callsOf(turn, "identify_shopper").some(({ outcome }) => outcome.kind === "limited"),
    proof: null,
    handover: null,
  };
  const code = codeStep(turn, conversation.waitsForCode);
  if (code.do === "say") return { kind: "reply", findings: { ...findings, proof: code.what } };
  if (code.do !== "nothing" && tools.has("identify_shopper")) return { kind: "calls", calls: [proofCall(code)] };
  const mayRead = turn.steps < READ_STEPS && !giveUp;
  if (
    (has("order") || has("problem") || has("list") || (has("person") && namedOrders(turn, memory).length > 0)) &&
    !giveUp
  ) {
    const calls = read(findings, resumed).filter(({ name }) => tools.has(name));
    if (calls.length > 0 && mayRead)
      return { kind: "calls", calls: desk && !taken ? [...calls, ...alongWith(desk, turn, calls)] : calls };
  }
  if (desk && !giveUp && turn.meant.language === null) {
    const { calls, state } = advance(desk, findings);
    const due = calls.filter(({ name }) => tools.has(name));
    if (due.length > 0 && turn.steps < ALL_STEPS && !has("person")) return { kind: "calls", calls: due };
    findings.desk = { desk, state };
  }
  const reason = handoverReason(findings, giveUp);
  if (reason) {
    const done = callsOf(turn, "escalate").at(-1)?.outcome ?? null;
    const already = done === null && alreadyHanded(findings, reason);
    if (!done && !already && tools.has("escalate") && turn.steps < ALL_STEPS)
      return { kind: "calls", calls: [{ name: "escalate", args: { reason, brief: writeBrief(findings) } }] };
    findings.handover = { reason, outcome: done, already: already || wasHandedBefore(done) };
    findings.ask = null;
  }
  return { kind: "reply", findings };
}

function proofCall(step: Extract<CodeStep, { do: "enter" | "ask_again" }>): PlannedCall {
  const args =
    step.do === "enter"
      ? { orderName: null, email: null, code: step.code }
      : { orderName: step.orderName, email: step.email, code: null };
  return { name: "identify_shopper", args };
}

/** A card that waited for the code, or was made with it just now. */
function isDue(desk: Desk, turn: Turn): boolean {
  return callsOf(turn, "propose_resolution").length > 0 || desk.cases.some((one) => nextStep(one).do === "propose");
}

/** With the last call of a turn no tools are offered, but what they have answered is known. */
function canPutRight({ current, past }: Conversation, tools: ReadonlySet<string>): boolean {
  return (
    [...RESOLUTION_TOOLS].every((name) => tools.has(name)) ||
    [current, ...past].some(({ calls }) => calls.some(({ name }) => RESOLUTION_TOOLS.has(name)))
  );
}

/** "Did it work?", when there is a card or news of one. */
function isAboutNews(desk: Desk, said: string): boolean {
  return desk.cases.some(({ proposal }) => proposal !== null) && asksForNews(said);
}

/** What else a message wants that answers a question of the desk: a person, or where another order is. */
function besideAnswer(wishes: readonly Wish[], said: string): Wish[] {
  return wishes.filter(
    ({ intent, score, orders }) =>
      kindOf(intent) === "person" ||
      (["order", "list"].includes(kindOf(intent)) && score >= 0.8 && (orders.length > 0 || said.includes("?"))),
  );
}

function handoverReason(findings: Findings, giveUp: boolean): EscalationReason | null {
  const { wishes, turn, memory, ask, orders, limited, unavailable, denied, desk } = findings;
  const kinds = new Set(wishes.map(({ intent }) => kindOf(intent)));
  if (wishes.some(({ intent }) => intent === "serious")) return "legal";
  if (kinds.has("person")) return "asked_for_person";
  const mismatch = orders.some(({ failure }) => failure === "mismatch");
  const mismatches =
    memory.mismatches + (mismatch && turn.calls.some(({ name }) => name === "identify_shopper") ? 1 : 0);
  if (limited || (mismatch && mismatches >= MISMATCHES)) return "identity_failed";
  if (denied) return "shop_unavailable";
  if (desk && desk.state.forPerson.length > 0) return "cannot_do_yet";
  const found = orders.some(({ facts }) => facts !== null);
  const problems = wishes
    .map(({ intent }) => intent)
    .filter((intent) => kindOf(intent) === "problem" && !(desk && found && isAbout(intent)));
  if (problems.length > 0) {
    const askedBefore = memory.asked && memory.open.wishes.some(({ intent }) => problems.includes(intent));
    const progress = namedOrders(turn, memory).length > 0 || turn.meant.entities.emails.length > 0;
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
  if (desk && (desk.desk.heard || desk.state.spoken.length > 0 || desk.state.reasonless)) return null;
  if (turn.meant.unclear && wishes.length === 0 && memory.unclear >= 1) return "not_understood";
  return null;
}

/** People had it, whatever the messages tell: a colleague took it over, or the shopper pressed the button. */
function wasHandedBefore(outcome: Outcome | null): boolean {
  return outcome?.kind === "ok" && record(outcome.result)["already"] !== undefined;
}

function alreadyHanded({ memory, wishes, turn }: Findings, reason: EscalationReason): boolean {
  if (!memory.escalated) return false;
  if (reason !== "cannot_do_yet" && reason !== "legal") return true;
  const wanted = wishes.filter(({ intent }) => ["problem", "question", "person"].includes(kindOf(intent)));
  return (
    wanted.every(({ intent }) => memory.handed.has(intent)) &&
    namedOrders(turn, memory).every((name) => memory.focus.some((one) => orderKey(one) === orderKey(name)))
  );
}
