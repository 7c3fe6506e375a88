import { errorFields, log } from "../platform/log.server.ts";
import { systemClock } from "../platform/clock.ts";
import { isCalmReason } from "../conversations/escalation/reasons.ts";
import { shopperTexts } from "../conversations/texts.ts";
import { finish } from "./finish.ts";
import { check } from "./grounding/check.ts";
import { askModel, type ModelStep } from "./model-step.ts";
import type { Model, ModelMessage, ToolCall } from "./models/port.ts";
import { graveBrief, stillWithTeam } from "./people.ts";
import { type TurnEnvironment, TurnState } from "./turn-state.ts";
import type { TurnInput, TurnOutcome } from "./turn.ts";

export const TURN_ENVIRONMENT: TurnEnvironment = {
  clock: systemClock,
  warn: (fields, message) => log.warn(fields, message),
  error: (error, message) => log.error(errorFields(error), message),
};

/** Told to a model whose whole answer was withheld or empty. It is a note of the house, not of the shopper. */
const ASK_AGAIN =
  "[Note from the shop's system, not from the shopper] Your last answer was empty or held figures or claims that no tool " +
  "result bears out, so it was not sent. Answer the shopper again from tool results alone, and call a tool first if you need one.";

/**
 * Answers the shopper's newest messages: asks a model, runs the tools it calls, and lets its words out as far as they
 * are grounded, until it has answered or a limit is reached (P9). Ends in a stored message, an escalation, or both (P5);
 * or is abandoned without a trace that counts when `signal` is aborted.
 *
 * @throws when events cannot be stored or a person cannot be called: lost infrastructure. The turn may be run again.
 */
export async function runTurn(input: TurnInput, environment: TurnEnvironment = TURN_ENVIRONMENT): Promise<TurnOutcome> {
  const turn = new TurnState(input, environment);
  const end = () => turn.ending.abort(input.signal.reason);
  input.signal.addEventListener("abort", end, { once: true });
  if (input.signal.aborted) end();
  try {
    return (await meetGrave(turn)) ?? (await loop(turn));
  } finally {
    input.signal.removeEventListener("abort", end);
    turn.ending.abort(new Error("the turn is over"));
  }
}

/**
 * Where the shopper's words are grave no model is asked: code hands over, with calm words. Said again while people have it, it
 * is added to what they know.
 */
async function meetGrave(turn: TurnState): Promise<TurnOutcome | null> {
  const grave = turn.grave.find(({ reason }) => isCalmReason(reason));
  if (!grave || !isCalmReason(grave.reason)) return null;
  if (turn.isAbandoned()) return { kind: "abandoned" };
  const { history, shop } = turn.input;
  const outcome: TurnOutcome = { kind: "escalated", reason: grave.reason };
  if (grave.done) return outcome;
  const { told } = await turn.handOver(grave.reason, graveBrief(grave, history));
  if (told) return outcome;
  const still = stillWithTeam(history, shop.locale);
  const text = grave.known ? still : `${shopperTexts(shop.locale).calm[grave.reason]} ${still}`;
  await turn.store([{ type: "message", author: "agent", messageId: turn.speaker.messageId, text }]);
  return outcome;
}

async function loop(turn: TurnState): Promise<TurnOutcome> {
  for (;;) {
    if (turn.isAbandoned()) return { kind: "abandoned" };
    if (!turn.budget.allowsModelCall) return finish(turn, { kind: "limits" });
    const step = await askModel(turn, turn.input.models[turn.modelIndex] as Model);
    if (turn.isAbandoned()) return { kind: "abandoned" };
    const outcome = await follow(turn, step);
    if (outcome) return outcome;
  }
}

/** Does what the model asked for. Null: it is to be asked again. */
async function follow(turn: TurnState, step: ModelStep): Promise<TurnOutcome | null> {
  switch (step.kind) {
    case "tools":
      if (turn.mustAnswer || turn.budget.remainingToolCalls === 0) return finish(turn, { kind: "limits" });
      return runTools(turn, step.text, step.calls);
    case "said":
      return afterAnswer(turn, step.cut);
    case "refused":
      return finish(turn, { kind: "refused" });
    case "failed":
      return afterFailure(turn, step.failure.kind);
  }
}

async function runTools(turn: TurnState, text: string, asked: ToolCall[]): Promise<TurnOutcome | null> {
  // Calls beyond the limit are not answered but forgotten: the transcript never holds a call without its answer.
  const calls = withOwnIds(asked.slice(0, turn.budget.remainingToolCalls));
  turn.budget.toolCalls += calls.length;
  const { statuses, run } = turn.dispatcher.prepare(calls);
  const told = statuses.filter((status) => isGrounded(turn, status));
  if (told.length > 0) {
    turn.storeMeanwhile(told.map((status) => ({ type: "status", author: "agent", text: status })));
  }
  const done = await run();
  if (turn.isAbandoned()) return { kind: "abandoned" };
  turn.learn(done);
  turn.messages.push({ role: "assistant", text, toolCalls: calls });
  for (const { call, content } of done) {
    turn.messages.push({ role: "tool", toolCallId: call.id, name: call.name, content });
  }
  if (turn.dispatcher.circling) turn.mustAnswer = true;
  // Told once what is wrong with its calls, a model that does it again is no use in this turn.
  return turn.dispatcher.malformed > 1 ? afterFailure(turn, "malformed_calls") : null;
}

/** A status names what the model asked for: an order that nobody has spoken of is not named to the shopper. */
function isGrounded(turn: TurnState, status: string): boolean {
  return check(status, "", turn.knowledge, turn.handedOver).kind === "grounded";
}

/** Some servers give every call the same id, or none. */
function withOwnIds(calls: ToolCall[]): ToolCall[] {
  const seen = new Set<string>();
  return calls.map((call, index) => {
    const id = call.id === "" || seen.has(call.id) ? `${call.id}_${index}` : call.id;
    seen.add(id);
    return { ...call, id };
  });
}

async function afterAnswer(turn: TurnState, cut: boolean): Promise<TurnOutcome | null> {
  const { sentInCall, withheldInCall } = turn.speaker;
  if (sentInCall > 0) return finish(turn, { kind: "answered", cut });
  // A hand-over speaks for itself.
  if (turn.escalatedInTurn && withheldInCall === 0) return finish(turn, { kind: "answered", cut: false });
  if (!turn.askedAgain && turn.budget.allowsModelCall) {
    turn.askedAgain = true;
    // The facts are at hand: code words them better than a second try.
    if (withheldInCall > 0 && turn.dispatched.some(({ outcome }) => outcome.kind === "ok")) {
      return finish(turn, { kind: "unusable" });
    }
    if (withheldInCall > 0) turn.messages.push({ role: "user", text: ASK_AGAIN });
    return null;
  }
  return nextModel(turn, "nothing usable") ? null : finish(turn, { kind: "unusable" });
}

async function afterFailure(turn: TurnState, failure: string): Promise<TurnOutcome | null> {
  const saidSomething = turn.speaker.sentInCall > 0 && failure !== "malformed_calls";
  if (!saidSomething && nextModel(turn, failure)) return null;
  return finish(turn, { kind: "models_failed", failure });
}

function nextModel(turn: TurnState, failure: string): boolean {
  const { models } = turn.input;
  turn.environment.warn({ model: models[turn.modelIndex]?.id, failure }, "a model did not answer");
  if (!turn.hasMoreModels) return false;
  turn.modelIndex += 1;
  turn.mustAnswer = false;
  forgetMistakes(turn);
  return true;
}

/** The next model is not to read what the last one did wrong: the notes to it, and calls that were none. */
function forgetMistakes(turn: TurnState): void {
  const invalid = new Set<string>();
  for (const { call, outcome } of turn.dispatched) if (outcome.kind === "invalid") invalid.add(call.id);
  const kept = turn.messages.flatMap((message): ModelMessage[] => {
    if (message.role === "user") return message.text === ASK_AGAIN ? [] : [message];
    if (message.role === "tool") return invalid.has(message.toolCallId) ? [] : [message];
    if (message.toolCalls.length === 0) return [message];
    const toolCalls = message.toolCalls.filter((call) => !invalid.has(call.id));
    return toolCalls.length > 0 || message.text !== "" ? [{ ...message, toolCalls }] : [];
  });
  turn.messages.splice(0, turn.messages.length, ...kept);
}
