import type { TurnLimits } from "./turn.ts";

/**
 * What one turn may use (P9). A WISMO turn takes two model calls and one or two tool calls; the rest is room for
 * several requests in one message and for reasoning tokens, which count as output.
 */
export const DEFAULT_LIMITS: TurnLimits = {
  modelCalls: 6,
  toolCalls: 8,
  outputTokens: 4_000,
  contextCharacters: 24_000,
  stallMs: 12_000,
  deadlineMs: 45_000,
};

/** Kept back from each model for the ones behind it, so that a slow provider cannot use up the whole turn. */
export const FALLBACK_RESERVE_MS = 4_000;
/** A tool call's arguments longer than this are not looked at, and stored arguments are cut to it. */
export const ARGUMENT_CHARACTERS = 4_000;
/** The JSON of one tool's outcome, as told to the model. */
export const OUTCOME_CHARACTERS = 12_000;
/** The same call may be asked for this often in a turn; after that the model goes in circles. */
export const SAME_CALL = 3;
/** With fewer tokens left than this, no sensible answer fits. */
const LEAST_OUTPUT = 48;
/** An estimate for servers that report no usage. */
const CHARACTERS_PER_TOKEN = 3;

/** Counts what a turn has used. Time is in milliseconds on `now`, a clock that never goes back. */
export class Budget {
  modelCalls = 0;
  toolCalls = 0;
  private outputTokens = 0;
  private readonly limits: TurnLimits;
  private readonly now: () => number;
  private readonly startedAt: number;

  constructor(limits: TurnLimits, now: () => number) {
    this.limits = limits;
    this.now = now;
    this.startedAt = now();
  }

  get elapsedMs(): number {
    return this.now() - this.startedAt;
  }

  get remainingMs(): number {
    return Math.max(0, this.limits.deadlineMs - this.elapsedMs);
  }

  get remainingTokens(): number {
    return Math.max(0, this.limits.outputTokens - this.outputTokens);
  }

  /** Characters of text after which a model that ignores its token limit is stopped. */
  get remainingCharacters(): number {
    return this.remainingTokens * 8;
  }

  get allowsModelCall(): boolean {
    return this.modelCalls < this.limits.modelCalls && this.remainingTokens >= LEAST_OUTPUT && this.remainingMs > 0;
  }

  /** With the last model call the answer must come: tools are no longer offered. */
  get isLastModelCall(): boolean {
    return this.modelCalls >= this.limits.modelCalls - 1;
  }

  get remainingToolCalls(): number {
    return Math.max(0, this.limits.toolCalls - this.toolCalls);
  }

  spend(reportedTokens: number, characters: number): void {
    this.outputTokens += reportedTokens > 0 ? reportedTokens : Math.ceil(characters / CHARACTERS_PER_TOKEN);
  }
}
