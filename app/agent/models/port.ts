import type { Price } from "./price.ts";

/**
 * The model port: what any language model must look like to the agent's loop.
 * A request goes in; a stream of events comes out. Adapters never throw for anything a provider can do:
 * every failure is a `failure` event, and it is the last one.
 */
export type ToolCall = {
  id: string;
  name: string;
  /** Raw JSON text, as the model wrote it: it may be malformed, and is parsed by the dispatcher. */
  arguments: string;
};

export type ModelMessage =
  | { role: "user"; text: string }
  | { role: "assistant"; text: string; toolCalls: ToolCall[] }
  /** `content` is the JSON text of the tool's outcome. */
  | { role: "tool"; toolCallId: string; name: string; content: string };

export type ToolSpec = {
  name: string;
  description: string;
  /** JSON Schema of the arguments: closed objects, every property required (strict mode). */
  parameters: Record<string, unknown>;
};

export type ModelRequest = {
  /** Fixed for all shops and turns, so that providers can cache it. */
  system: string;
  /** What this shop adds: its name, the agent's name, tone. */
  shopContext: string;
  messages: ModelMessage[];
  tools: ToolSpec[];
  maxOutputTokens: number;
  /** Most milliseconds without a new event, and in all. */
  stallMs: number;
  deadlineMs: number;
  signal: AbortSignal;
};

export type ModelFailure =
  | { kind: "rate_limited"; retryAfterMs: number | null; message: string }
  | { kind: "unavailable"; message: string }
  | { kind: "stalled"; message: string }
  | { kind: "cut"; message: string }
  | { kind: "rejected"; message: string }
  | { kind: "cancelled"; message: string }
  /** The merchant's limit for the month is spent: nobody was asked. */
  | { kind: "spending_limit"; message: string };

export type ModelUsage = { inputTokens: number; cachedInputTokens: number; outputTokens: number };

export type ModelEvent =
  | { type: "text"; text: string }
  | { type: "tool_call"; call: ToolCall }
  | { type: "usage"; usage: ModelUsage }
  | { type: "end"; reason: "stop" | "tool_calls" | "length" | "refusal" }
  | { type: "failure"; failure: ModelFailure };

export interface Model {
  /** Shown to the support lead and in logs: `embedded`, `openai:gpt-5-mini`. */
  readonly id: string;
  /** What its tokens cost where the merchant has said so, which counts before any list. */
  readonly price?: Price | null;
  stream(request: ModelRequest): AsyncIterable<ModelEvent>;
}
