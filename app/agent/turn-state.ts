import { performance } from "node:perf_hooks";
import type { EscalationReason } from "../conversations/escalation/reasons.ts";
import type { ConversationEvent, NewEvent } from "../conversations/events.ts";
import type { Evidence } from "../orders/evidence.ts";
import type { Clock } from "../platform/clock.ts";
import { Dispatcher, type Dispatched } from "./dispatch.ts";
import { Knowledge } from "./grounding/knowledge.ts";
import { Budget } from "./limits.ts";
import type { ModelMessage, ModelUsage } from "./models/port.ts";
import { Speaker } from "./speaker.ts";
import { type TurnTexts, turnTexts } from "./texts.ts";
import { record } from "./condense.ts";
import { proposeResolution } from "./tools/propose-resolution.ts";
import { resolutionOptions } from "./tools/resolution-options.ts";
import { TOOLS } from "./tools/index.ts";
import type { HandedOver, ToolContext } from "./tools/tool.ts";
import { transcript } from "./transcript.ts";
import {
  fittingReason,
  graveIn,
  type Grave,
  hasAnswered,
  isWithPeople,
  lastRuled,
  leavesToPerson,
  ruledBrief,
} from "./people.ts";
import type { TurnInput } from "./turn.ts";

/** What a turn takes from its process. Logs hold codes and ids, never words of the conversation (P10). */
export type TurnEnvironment = {
  clock: Clock;
  warn: (fields: Record<string, unknown>, message: string) => void;
  error: (error: unknown, message: string) => void;
  /** Hears of every call as soon as it is over, for who follows a turn step by step. */
  watch?: (step: TurnStep) => void;
};

/** One call of a turn, in the order in which they ended. */
export type TurnStep = ({ kind: "model"; model: string } & ModelUse) | ({ kind: "tool" } & Dispatched);

type ModelUse = ModelUsage & { calls: number; milliseconds: number; end: string };

/** All that one turn knows and has done so far. */
export class TurnState {
  readonly input: TurnInput;
  readonly environment: TurnEnvironment;
  readonly startedAt: Date;
  readonly texts: TurnTexts;
  readonly budget: Budget;
  readonly knowledge: Knowledge;
  readonly speaker: Speaker;
  readonly dispatcher: Dispatcher;
  readonly dispatched: Dispatched[] = [];
  readonly uses = new Map<string, ModelUse>();
  /** Aborted when the turn is over, for whatever reason: models and tools stop then. */
  readonly ending = new AbortController();
  /** The conversation as told to the models, and what this turn has added to it. */
  readonly messages: ModelMessage[];
  /** Which of the models is asked. */
  modelIndex = 0;
  /** Whether a model that said nothing usable was asked once more. */
  askedAgain = false;
  /** Tools are no longer offered: the answer must come from what is known. */
  mustAnswer = false;
  /** What of the open messages people should know at once. */
  readonly grave: readonly Grave[];
  /** Why a model has handed the conversation over in this turn, as code put it right. */
  escalatedBecause: EscalationReason | null = null;
  /** Whether the shopper was told so in this turn; else they had been before. */
  toldOfPeople = false;
  private readonly wasHandedOver: boolean;
  private stored: Promise<void> = Promise.resolve();

  constructor(input: TurnInput, environment: TurnEnvironment) {
    this.input = input;
    this.environment = environment;
    this.startedAt = environment.clock();
    this.texts = turnTexts(input.shop.locale);
    this.budget = new Budget(input.limits, () => performance.now());
    this.knowledge = new Knowledge(this.startedAt, input.shop.timeZone);
    this.wasHandedOver = isWithPeople(input.history);
    this.grave = graveIn(input.history);
    for (const event of input.history) learn(this.knowledge, event);
    this.speaker = new Speaker(
      this.knowledge,
      () => this.handedOver,
      (messageId, text) => input.sink.delta(messageId, text),
    );
    this.dispatcher = new Dispatcher({
      tools: TOOLS,
      context: this.contextForTools(),
      now: () => performance.now(),
      onBug: (tool, error) => environment.error(error, `the tool ${tool} failed`),
    });
    this.messages = transcript(input.history, input.limits.contextCharacters);
  }

  get handedOver(): boolean {
    return this.wasHandedOver || this.escalatedInTurn;
  }

  get escalatedInTurn(): boolean {
    return this.escalatedBecause !== null;
  }

  /** What tools may touch, with reasons that fit: a model's are not to be trusted. */
  private contextForTools(): ToolContext {
    const { context, history } = this.input;
    return {
      ...context,
      escalate: (asked, brief) => {
        if (asked === "not_understood" && !hasAnswered(history)) return Promise.resolve({ kind: "ask_first" });
        return this.handOver(asked, brief);
      },
    };
  }

  /** Calls people, for the reason that fits best, and with what the policy said where it says that they are needed. */
  async handOver(asked: EscalationReason, brief: string): Promise<HandedOver> {
    const reason = fittingReason(asked, this.input.history, this.dispatched);
    const ruled = lastRuled(this.dispatched);
    const words = leavesToPerson(ruled) ? `${brief}\n${ruledBrief(ruled)}` : brief;
    const escalated = await this.input.context.escalate(reason, words);
    if (escalated.kind === "ask_first") throw new Error("Only a model is asked to ask first.");
    this.escalatedBecause = reason;
    this.toldOfPeople ||= escalated.told;
    return escalated;
  }

  isAbandoned(): boolean {
    return this.input.signal.aborted;
  }

  get hasMoreModels(): boolean {
    return this.modelIndex < this.input.models.length - 1;
  }

  /** Stores without waiting: the tools run meanwhile. Whoever stores next waits for it, and hears of its failure. */
  storeMeanwhile(events: NewEvent[]): void {
    const before = this.stored;
    this.stored = before.then(() => this.input.sink.store(events));
    // Not lost: `store` awaits the same promise.
    this.stored.catch(() => undefined);
  }

  async store(events: NewEvent[]): Promise<void> {
    await this.stored;
    await this.input.sink.store(events);
  }

  learn(done: readonly Dispatched[]): void {
    for (const one of done) {
      this.dispatched.push(one);
      this.environment.watch?.({ kind: "tool", ...one });
      const { outcome, call } = one;
      if (outcome.kind === "ok") {
        this.knowledge.addEvidence(outcome.evidence);
        learnOutcome(this.knowledge, call.name, outcome.result);
      } else if (outcome.kind !== "invalid") {
        this.knowledge.addProse(outcome.message);
      }
    }
  }

  record(model: string, use: ModelUse): void {
    this.environment.watch?.({ kind: "model", model, ...use });
    const before = this.uses.get(model);
    this.uses.set(model, {
      calls: (before?.calls ?? 0) + use.calls,
      inputTokens: (before?.inputTokens ?? 0) + use.inputTokens,
      cachedInputTokens: (before?.cachedInputTokens ?? 0) + use.cachedInputTokens,
      outputTokens: (before?.outputTokens ?? 0) + use.outputTokens,
      milliseconds: (before?.milliseconds ?? 0) + use.milliseconds,
      end: use.end,
    });
  }
}

function learn(knowledge: Knowledge, event: ConversationEvent): void {
  if (event.type === "tool") {
    knowledge.addEvidence(event.evidence);
    learnOutcome(knowledge, event.name, event.outcome);
  } else if (event.type === "message" && event.author === "shopper") knowledge.addShopperText(event.text);
  // What people of the shop wrote is theirs: a figure of it may be a slip, or a favour, and the agent does not vouch for it.
  else if (event.type === "escalation") knowledge.addProse(event.text);
  else if (event.type === "proposal") {
    knowledge.addProposal();
    knowledge.addOffer({ lines: event.lines, sends: event.sends, amounts: event.amounts, notes: event.notes });
  } else if (event.type === "resolution") {
    knowledge.addOffer({ text: event.text, outcome: event.outcome });
    knowledge.addEvidence(evidenceOf(event));
    if (event.state === "succeeded") knowledge.addDone({ kind: event.kind, orderName: event.orderName });
  }
}

/** Figures of offers are known; but that a refund is on offer does not mean that there was one. */
function learnOutcome(knowledge: Knowledge, tool: string, outcome: unknown): void {
  if (tool !== resolutionOptions.name && tool !== proposeResolution.name) {
    knowledge.addOutcome(outcome);
    return;
  }
  knowledge.addOffer(outcome);
  const told = record(outcome);
  if (told["proposed"] === true || record(told["result"])["proposed"] === true) knowledge.addProposal();
}

/** What the ledger's news name beside words: the order they are about, the one that was made, and a link. */
function evidenceOf(event: Extract<ConversationEvent, { type: "resolution" }>): Evidence[] {
  const { orderName, outcome } = event;
  const source = `resolution ${event.id}`;
  return [
    { kind: "order", value: orderName, source },
    ...(outcome?.newOrderName ? [{ kind: "order" as const, value: outcome.newOrderName, source }] : []),
    ...(outcome?.url ? [{ kind: "link" as const, value: outcome.url, source }] : []),
  ];
}
