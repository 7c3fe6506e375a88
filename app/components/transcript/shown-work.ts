import { condenseOutcome, record } from "../../agent/condense.ts";
import { shorten } from "../../agent/clean-text.ts";
import type { ConversationEvent } from "../../conversations/events.ts";
import { transcriptTexts as texts } from "./transcript.texts.ts";

export type ShownTool = {
  name: string;
  ok: boolean;
  outcome: string;
  summary: string;
  time: string;
  /** What its reads of Shopify cost; null when it asked for nothing. */
  cost: string | null;
  arguments: string;
  result: string | null;
};
export type ShownModel = { line: string; withheld: { text: string; why: string }[] };

type ToolWork = Omit<Extract<ConversationEvent, { type: "tool" }>, "seq" | "at">;
type ModelWork = Omit<Extract<ConversationEvent, { type: "model" }>, "seq" | "at" | "type" | "author">;

const RESULT_CHARACTERS = 4_000;

/** A tool call with what was asked and answered, in plain text. */
export function shownTool(event: ToolWork): ShownTool {
  const { kind, summary } = condenseOutcome(event.outcome, 300);
  const { result } = record(event.outcome);
  return {
    name: event.name,
    ok: kind === "ok",
    outcome: texts.work.outcome(kind),
    summary,
    time: texts.work.ms(event.milliseconds),
    cost: event.cost ? texts.work.cost(event.cost.calls, event.cost.actual, event.cost.requested) : null,
    arguments: indented(event.arguments),
    result: result === undefined ? null : shorten(JSON.stringify(result, null, 2), RESULT_CHARACTERS),
  };
}

/** Arguments are as the model wrote them: not always JSON. */
function indented(json: string): string {
  if (json.trim() === "") return texts.work.none;
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}

/** As a turn records that a model was not asked (app/agent/model-step.ts). */
const SPENDING_LIMIT = "failure: spending_limit";

/** A model's part in a turn, in one line. */
export function shownModel(event: ModelWork): ShownModel {
  const { model, calls, inputTokens, cachedInputTokens, outputTokens, milliseconds, end, cost, withheld } = event;
  const words = texts.model;
  const parts = [
    model,
    words.calls(calls),
    inputTokens + outputTokens > 0 ? words.tokens(inputTokens, cachedInputTokens, outputTokens) : null,
    texts.work.ms(milliseconds),
    cost == null || cost === 0 ? null : words.cost(cost),
    end === "stop" ? null : end === SPENDING_LIMIT ? words.spendingLimit : end,
  ];
  return { line: parts.filter((part) => part !== null).join(" · "), withheld: withheld ?? [] };
}
