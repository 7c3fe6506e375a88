import { transcriptTexts } from "../../components/transcript/transcript.texts.ts";
import type { Step } from "../../playground/frames.ts";
import { texts } from "./texts.ts";
import type { PlayedTurn } from "./use-playground.ts";

const words = texts.turn.summary;

/** A turn in one line: calls, tokens, time and cost. A cost is only summed up where every price is known. */
export function turnSummary({ steps, end }: Pick<PlayedTurn, "steps" | "end">): string {
  const models = steps.filter((step) => step.kind === "model");
  const tools = steps.filter((step) => step.kind === "tool");
  const tokens = models.reduce((sum, one) => sum + one.inputTokens + one.outputTokens, 0);
  const costs = models.map(({ cost }) => cost);
  const cost = costs.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const parts = [
    models.length > 0 ? words.models(models.length) : null,
    tools.length > 0 ? words.tools(tools.length) : null,
    tokens > 0 ? words.tokens(tokens) : null,
    end ? words.ms(end.milliseconds) : texts.turn.running,
    costs.some((one) => one == null) ? words.unpriced : tokens > 0 ? words.cost(cost) : null,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}

/** Ends that need no word: what comes next shows them. */
const PLAIN_ENDS = new Set(["stop", "tool_calls"]);

/** One call to a model: its tokens, time, cost, and how it ended where that was not as it should. */
export function modelLine(step: Extract<Step, { kind: "model" }>): string {
  const { model, inputTokens, cachedInputTokens, outputTokens, milliseconds, end, cost } = step;
  const said = transcriptTexts.model;
  const parts = [
    model,
    inputTokens + outputTokens > 0 ? said.tokens(inputTokens, cachedInputTokens, outputTokens) : null,
    transcriptTexts.work.ms(milliseconds),
    cost == null || cost === 0 ? null : said.cost(cost),
    PLAIN_ENDS.has(end) ? null : end,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}
