import { performance } from "node:perf_hooks";
import { FALLBACK_RESERVE_MS } from "./limits.ts";
import type { Model, ModelEvent, ModelFailure, ModelRequest, ModelUsage, ToolCall } from "./models/port.ts";
import { shopContext, SYSTEM_PROMPT } from "./prompt.ts";
import { TOOL_SPECS } from "./tools/index.ts";
import type { TurnState } from "./turn-state.ts";

/** How one call to a model ended. What it said went through the speaker meanwhile. */
export type ModelStep =
  | { kind: "said"; cut: boolean }
  | { kind: "tools"; text: string; calls: ToolCall[] }
  | { kind: "refused" }
  | { kind: "failed"; failure: ModelFailure };

/** Adapters keep the deadline themselves; one that does not is left behind this much later. */
const GRACE_MS = 250;
/** More calls than any answer needs: the rest of such a stream is not even read. */
const MOST_CALLS_HEARD = 64;

export async function askModel(turn: TurnState, model: Model): Promise<ModelStep> {
  const startedAt = performance.now();
  const heard = { text: "", calls: [] as ToolCall[], usage: null as ModelUsage | null };
  turn.budget.modelCalls += 1;
  turn.speaker.beginCall();
  const { end, failure } = await listen(turn, model, heard);
  const { text, calls, usage } = heard;
  const characters = calls.reduce((sum, call) => sum + call.arguments.length, text.length);
  turn.budget.spend(usage?.outputTokens ?? 0, characters);
  turn.record(model.id, {
    ...(usage ?? { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 }),
    calls: 1,
    milliseconds: Math.round(performance.now() - startedAt),
    end: failure ? `failure: ${failure.kind}` : end,
  });

  turn.speaker.endCall(!failure && end !== "length" && end !== "refusal");
  if (failure) return { kind: "failed", failure };
  if (end === "refusal") return { kind: "refused" };
  // Calls in an answer that was cut short may be cut themselves, and the last one usually is.
  if (calls.length > 0 && end !== "length") return { kind: "tools", text, calls };
  return { kind: "said", cut: end === "length" };
}

type End = Extract<ModelEvent, { type: "end" }>["reason"];
type Heard = { text: string; calls: ToolCall[]; usage: ModelUsage | null };

async function listen(
  turn: TurnState,
  model: Model,
  heard: Heard,
): Promise<{ end: End; failure: ModelFailure | null }> {
  const request = requestFor(turn);
  const stream = model.stream(request)[Symbol.asyncIterator]();
  const characters = turn.budget.remainingCharacters;
  let timer: NodeJS.Timeout | undefined;
  const overtime = new Promise<"overtime">((resolve) => {
    timer = setTimeout(() => resolve("overtime"), request.deadlineMs + GRACE_MS);
  });
  const stopped = new Promise<"stopped">((resolve) => {
    request.signal.addEventListener("abort", () => resolve("stopped"), { once: true });
  });
  let end: End | null = null;
  try {
    for (;;) {
      const next = await Promise.race([stream.next(), overtime, stopped]);
      if (next === "overtime") return { end: "stop", failure: { kind: "stalled", message: "kept no deadline" } };
      if (next === "stopped") return { end: "stop", failure: { kind: "cancelled", message: "the turn is over" } };
      if (next.done) break;
      const event = next.value;
      if (event.type === "failure") return { end: "stop", failure: event.failure };
      if (event.type === "end") end = event.reason;
      else if (event.type === "usage") heard.usage = event.usage;
      else if (event.type === "tool_call") {
        if (heard.calls.push(event.call) >= MOST_CALLS_HEARD) return { end: "tool_calls", failure: null };
      } else {
        heard.text += event.text;
        turn.speaker.hear(event.text);
        if (heard.text.length > characters) return { end: "length", failure: null };
      }
    }
  } catch (error) {
    turn.environment.error(error, "a model adapter threw");
    return { end: "stop", failure: { kind: "unavailable", message: "the adapter threw" } };
  } finally {
    clearTimeout(timer);
    // Frees the connection of a stream that was left early; one that is over takes no notice.
    void Promise.resolve(stream.return?.()).catch(() => undefined);
  }
  return end ? { end, failure: null } : { end: "stop", failure: { kind: "cut", message: "the stream ended early" } };
}

function requestFor(turn: TurnState): ModelRequest {
  const { input, budget } = turn;
  const reserve = turn.hasMoreModels ? Math.min(FALLBACK_RESERVE_MS, budget.remainingMs / 2) : 0;
  const isOver = turn.mustAnswer || budget.isLastModelCall || budget.remainingToolCalls === 0;
  return {
    system: SYSTEM_PROMPT,
    shopContext: shopContext(input.shop, {
      now: turn.startedAt,
      identified: input.context.isIdentified(),
      escalated: turn.handedOver,
    }),
    messages: turn.messages,
    tools: isOver ? [] : TOOL_SPECS,
    maxOutputTokens: budget.remainingTokens,
    stallMs: input.limits.stallMs,
    deadlineMs: Math.round(budget.remainingMs - reserve),
    signal: turn.ending.signal,
  };
}
