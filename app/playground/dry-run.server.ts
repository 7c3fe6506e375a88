import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import { toolEvent } from "../agent/dispatch.ts";
import { dryDecisions } from "../agent/dry/dry-decisions.ts";
import { dryHands } from "../agent/dry/dry-hands.server.ts";
import { DryLog } from "../agent/dry/dry-log.ts";
import { takeSeat } from "../agent/dry/seats.ts";
import { DEFAULT_LIMITS } from "../agent/limits.ts";
import { pickModels } from "../agent/models/pick.server.ts";
import { costOf } from "../agent/models/price.ts";
import { runTurn, TURN_ENVIRONMENT } from "../agent/run-turn.server.ts";
import { toldOfShop } from "../agent/told-of-shop.ts";
import { toolContextFor } from "../agent/tool-context.server.ts";
import type { TurnStep } from "../agent/turn-state.ts";
import type { Conversation } from "../conversations/conversations.server.ts";
import type { ConversationEvent } from "../conversations/events.ts";
import type { DryRun } from "../resolutions/caller.ts";
import type { PolicyInForce } from "../resolutions/policies.server.ts";
import { shopClock } from "../shopify/shop-clock.ts";
import { shopProfile } from "../shopify/shop-profile.server.ts";
import { answerCard } from "./answer-card.server.ts";
import type { Frame, Step, TurnEnd, Trouble } from "./frames.ts";
import type { Persona } from "./persona.ts";
import type { Said } from "./said.ts";

export type DryTurn = {
  shop: string;
  persona: Persona;
  policy: PolicyInForce;
  /** What was said and done until now, oldest first, as earlier turns gave it. */
  history: readonly ConversationEvent[];
  /** gids of the orders that a guest has proven in it. */
  orderIds: readonly string[];
  said: Said;
};

/**
 * Lets the agent answer one thing a shopper says or does: by the very code that answers shoppers, with a policy of the
 * caller's choice, and with hands that write nothing, neither to Shopify nor to this app's tables.
 *
 * @param emit hears of everything as it happens
 * @throws what `runTurn` throws
 */
export async function dryTurn(
  turn: DryTurn,
  emit: (frame: Frame) => void,
  signal: AbortSignal,
): Promise<TurnEnd | Trouble> {
  const startedAt = performance.now();
  const shop = await shopProfile(turn.shop);
  const clock = shopClock(turn.shop);
  const log = new DryLog(turn.history, clock, (event) => emit({ kind: "event", event }));
  const conversation = conversationOf(turn, shop.locale);
  const over = (outcome: TurnEnd["outcome"]): TurnEnd => {
    const milliseconds = Math.round(performance.now() - startedAt);
    return { kind: "end", outcome, milliseconds, orderIds: conversation.orderIds };
  };
  if (turn.said.kind === "answer") {
    const answered = await answerCard(log, turn.said.decision, conversation.locale, shop.name);
    return answered ? over(answered) : { kind: "trouble", why: "no_card" };
  }
  const { text, photo } = turn.said;
  const attachments = photo ? [{ id: randomUUID(), width: 1, height: 1 }] : [];
  await log.add([{ type: "message", author: "shopper", messageId: randomUUID(), text, attachments }]);
  const leave = await takeSeat(signal);
  if (!leave) return over("abandoned");
  try {
    const hands = dryHands(conversation, shop, log, dryRunOf(turn, clock, emit));
    const outcome = await runTurn(
      {
        history: [...log.events],
        models: await pickModels(shop.shop),
        context: toolContextFor(conversation, shop, hands, signal),
        shop: toldOfShop(shop, conversation.locale, turn.policy.policy),
        limits: DEFAULT_LIMITS,
        sink: { delta: (_, part) => emit({ kind: "delta", text: part }), store: (events) => log.add(events) },
        signal,
      },
      { ...TURN_ENVIRONMENT, clock, watch: (step) => emit({ kind: "step", step: stepOf(step) }) },
    );
    return over(outcome.kind);
  } finally {
    leave();
  }
}

function conversationOf({ shop, persona, orderIds, history }: DryTurn, locale: string): Conversation {
  return {
    shop,
    conversationId: randomUUID(),
    channel: "widget",
    customerId: persona.kind === "customer" ? persona.customerId : null,
    orderIds: [...orderIds],
    codeOrderIds: [...orderIds],
    locale,
    status: history.some(({ type }) => type === "escalation") ? "escalated" : "open",
    lastSeq: history.at(-1)?.seq ?? 0,
    unansweredSeq: 0,
    takenBy: null,
    turnAttempts: 1,
  };
}

function dryRunOf({ shop, policy }: DryTurn, clock: () => Date, emit: (frame: Frame) => void): DryRun {
  return dryDecisions(shop, policy, clock, ({ reason, wanted }, { verdict, rules }) => {
    const { kind, merchant } = verdict;
    emit({ kind: "step", step: { kind: "decision", reason, wanted, verdict: kind, sentence: merchant, rules } });
  });
}

function stepOf(step: TurnStep): Step {
  if (step.kind === "tool") return { kind: "tool", call: toolEvent(step) as Extract<Step, { kind: "tool" }>["call"] };
  const { model, inputTokens, cachedInputTokens, outputTokens, milliseconds, end } = step;
  const cost = costOf(model, step);
  return { kind: "model", model, inputTokens, cachedInputTokens, outputTokens, milliseconds, end, cost };
}
