import type { ConversationEvent, NewEvent } from "../conversations/events.ts";
import type { Model } from "./models/port.ts";
import type { ToolContext } from "./tools/tool.ts";

/** Everything one turn needs; `run-turn.ts` turns it into events and an outcome. */
export type TurnInput = {
  /** The conversation so far, oldest first; the last shopper messages are the ones to answer. */
  history: readonly ConversationEvent[];
  /** The models to try in this order; the next one takes over when one fails before it has said anything. */
  models: readonly [Model, ...Model[]];
  context: ToolContext;
  shop: ShopProfile;
  limits: TurnLimits;
  sink: TurnSink;
  signal: AbortSignal;
};

export type ShopProfile = {
  name: string;
  agentName: string;
  tone: string;
  timeZone: string;
  locale: string;
  /** What the merchant asks the agent to keep in mind; quoted to the model as data. */
  instructions?: string;
  /** English names of the languages the shop answers in; empty for whichever the shopper writes in. */
  languages?: readonly string[];
  /** What the shop's policy offers, in a few lines; without it the model asks its tools. */
  policyBrief?: string;
};

export type TurnLimits = {
  /** Most calls to a model, and to tools, in one turn. */
  modelCalls: number;
  toolCalls: number;
  outputTokens: number;
  /** Most characters of conversation sent to the model. */
  contextCharacters: number;
  stallMs: number;
  deadlineMs: number;
};

/** Where a turn's words and records go as they come to be. Stored events resolve when they are stored. */
export interface TurnSink {
  delta(messageId: string, text: string): void;
  store(events: NewEvent[]): Promise<void>;
}

export type TurnOutcome =
  | { kind: "answered" }
  | { kind: "escalated"; reason: string }
  /** The turn was cancelled (process shutting down, lease lost): nothing final was stored, another may take over. */
  | { kind: "abandoned" };
