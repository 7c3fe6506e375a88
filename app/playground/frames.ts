import type { ConversationEvent } from "../conversations/events.ts";
import type { RequestReason, ResolutionKind } from "../policy/kinds.ts";
import type { Explanation } from "../policy/explain.ts";
import type { Verdict } from "../policy/verdict.ts";

type ToolEvent = Extract<ConversationEvent, { type: "tool" }>;
type ModelEvent = Extract<ConversationEvent, { type: "model" }>;

/** A conversation with more events than this, or more characters of them, begins anew. */
export const MOST_EVENTS = 1_000;
export const MOST_HISTORY = 3_000_000;

/** What happened inside of a turn, in its order. */
export type Step =
  | ({ kind: "model" } & Omit<ModelEvent, "type" | "author" | "seq" | "at" | "calls">)
  | { kind: "tool"; call: Omit<ToolEvent, "seq" | "at"> }
  | DecisionStep;

export type DecisionStep = {
  kind: "decision";
  reason: RequestReason;
  /** Null: whatever is on offer was asked for. */
  wanted: ResolutionKind | null;
  verdict: Verdict["kind"];
  /** For people of the shop. */
  sentence: string;
  rules: Explanation["rules"];
};

export type TurnEnd = {
  kind: "end";
  outcome: "answered" | "escalated" | "abandoned";
  milliseconds: number;
  /** gids of the orders that a guest has proven by now. */
  orderIds: string[];
};

/** Why a turn could not be begun or gone on with. */
export type Trouble = {
  kind: "trouble";
  why: "customer_gone" | "no_policy" | "broken_policy" | "limited" | "no_card" | "too_long" | "unavailable";
};

/** A dry run as it happens. Events are numbered as a conversation's; nothing of it is stored. */
export type Frame =
  | { kind: "event"; event: ConversationEvent }
  | { kind: "delta"; text: string }
  | { kind: "step"; step: Step }
  | TurnEnd
  | Trouble;
