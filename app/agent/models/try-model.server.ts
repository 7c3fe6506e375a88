import { performance } from "node:perf_hooks";
import { answerIn, PRIVATE_ADDRESS } from "./openai-failure.ts";
import { openAiModel, type OpenAiOptions } from "./openai.server.ts";
import type { ModelFailure, ModelRequest } from "./port.ts";

/** Why a model would not answer shoppers, as far as one call tells. */
export type ModelTrouble =
  | "wrong_key"
  | "unknown_model"
  | "unreachable"
  | "private_address"
  | "rate_limited"
  | "out_of_quota"
  | "timed_out"
  | "server_error"
  | "refused"
  | "not_compatible";

export type Tried =
  | { kind: "works"; milliseconds: number }
  /** `status` is the HTTP status of the answer, if one came. */
  | { kind: "trouble"; why: ModelTrouble; status: number | null };

const DEADLINE_MS = 20_000;
const STALL_MS = 15_000;
/** Models that think before they speak need some room for it. */
const MOST_TOKENS = 256;

/** As small as a call can be that needs what shoppers' questions need: streaming, and tools. */
const REQUEST: Omit<ModelRequest, "signal"> = {
  system: "You are being tried out. Answer with the one word: ready.",
  shopContext: "",
  messages: [{ role: "user", text: "Are you there?" }],
  tools: [
    {
      name: "get_order",
      description: "Looks up an order. Not needed now.",
      parameters: {
        type: "object",
        properties: { order: { type: "string" } },
        required: ["order"],
        additionalProperties: false,
      },
    },
  ],
  maxOutputTokens: MOST_TOKENS,
  stallMs: STALL_MS,
  deadlineMs: DEADLINE_MS,
};

/** Asks a model one tiny thing, once, as turns would ask it, and says what is wrong if it does not answer. */
export async function tryModel(options: OpenAiOptions, signal: AbortSignal): Promise<Tried> {
  const startedAt = performance.now();
  for await (const event of openAiModel({ ...options, tries: 1 }).stream({ ...REQUEST, signal })) {
    if (event.type === "failure") return { kind: "trouble", ...troubleOf(event.failure) };
  }
  return { kind: "works", milliseconds: Math.round(performance.now() - startedAt) };
}

function troubleOf(failure: ModelFailure): { why: ModelTrouble; status: number | null } {
  const answer = answerIn(failure);
  return { why: whyOf(failure, answer), status: answer?.status ?? null };
}

function whyOf(failure: ModelFailure, answer: { status: number; code: string } | null): ModelTrouble {
  switch (failure.kind) {
    case "rate_limited":
      return "rate_limited";
    case "stalled":
      return "timed_out";
    case "unavailable":
      if (!answer) return "unreachable";
      return answer.status === 429 ? "out_of_quota" : "server_error";
    case "rejected":
      return failure.message === PRIVATE_ADDRESS ? "private_address" : whyRejected(answer);
    case "cut":
    case "cancelled":
    case "spending_limit":
      return "not_compatible";
  }
}

function whyRejected(answer: { status: number; code: string } | null): ModelTrouble {
  if (!answer) return "refused";
  const { status, code } = answer;
  if (status === 401 || status === 403) return "wrong_key";
  if (status === 402) return "out_of_quota";
  if (status === 404 || /model_not_found|unknown_model|invalid_model/.test(code)) return "unknown_model";
  return status >= 400 ? "refused" : "not_compatible";
}
