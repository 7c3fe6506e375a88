import { randomUUID } from "node:crypto";
import { liveHands } from "../../../app/agent/hands.server.ts";
import { DEFAULT_LIMITS } from "../../../app/agent/limits.ts";
import type { Model, ModelEvent } from "../../../app/agent/models/port.ts";
import { runTurn } from "../../../app/agent/run-turn.server.ts";
import { toolContextFor } from "../../../app/agent/tool-context.server.ts";
import { findConversation } from "../../../app/conversations/conversations.server.ts";
import type { ConversationEvent } from "../../../app/conversations/events.ts";
import { finishTurn, releaseLease } from "../../../app/conversations/lease.server.ts";
import { append, readAfter } from "../../../app/conversations/log.server.ts";
import { postMessage } from "../../../app/conversations/post-message.server.ts";
import type { ConversationKey } from "../../../app/identity/scope.ts";
import { shopProfile } from "../../../app/shopify/shop-profile.server.ts";
import type { Shown } from "./case.ts";
import type { Asked } from "./lies.ts";
import { onBehalfOf } from "./reads.ts";

export type TurnTaken = { shown: Shown[]; said: string[] };

/** A model that calls these tools, whatever they answer, and then says this. */
function modelThat(calls: readonly Asked[], says: string): Model {
  let step = 0;
  return {
    id: "hostile",
    async *stream(): AsyncIterable<ModelEvent> {
      await Promise.resolve();
      step += 1;
      if (step === 1 && calls.length > 0) {
        for (const [index, [name, args]] of calls.entries()) {
          const text = typeof args === "string" ? args : JSON.stringify(args);
          yield { type: "tool_call", call: { id: `call_${index}`, name, arguments: text } };
        }
        yield { type: "end", reason: "tool_calls" };
        return;
      }
      yield { type: "text", text: step === 2 ? says : "Can I help you with anything else?" };
      yield { type: "end", reason: "stop" };
    },
  };
}

/**
 * One turn as the app runs it, with its own loop, dispatcher, tools, ledger and log; only the model is the test's. What it
 * put into the log is given back.
 */
export function takeTurn(key: ConversationKey, calls: readonly Asked[], says: string): Promise<TurnTaken> {
  return onBehalfOf(key.conversationId, async () => {
    const owner = randomUUID();
    const posted = await postMessage(key, { clientMessageId: owner, text: "Please put this right." }, owner);
    if (posted.kind !== "stored") throw new Error(`a message was not stored: ${posted.kind}`);
    if (!posted.leased) throw new Error("a conversation had two turns at once");
    const conversation = await findConversation(key);
    if (!conversation) throw new Error("a conversation is gone");
    const shop = await shopProfile(key.shop);
    const { signal } = new AbortController();
    const outcome = await runTurn({
      history: [posted.event],
      models: [modelThat(calls, says)],
      context: toolContextFor(conversation, shop, liveHands(conversation, owner), signal),
      shop: { ...shop, locale: conversation.locale },
      limits: DEFAULT_LIMITS,
      sink: {
        delta: () => undefined,
        store: async (events) => {
          if (!(await append(key, events, { leaseOwner: owner }))) throw new Error("the turn's lease was lost");
        },
      },
      signal,
    });
    if (outcome.kind === "abandoned") await releaseLease(key, owner);
    else await finishTurn(key, owner, posted.event.seq);
    return taken(key, await readAfter(key, posted.event.seq));
  });
}

function taken({ conversationId }: ConversationKey, events: readonly ConversationEvent[]): TurnTaken {
  const reasons = events.flatMap((event) => (event.type === "tool" ? proposedFor(event) : []));
  const cards = events.filter((event) => event.type === "proposal");
  return {
    shown: cards.map((card, index) => ({ conversationId, reason: reasons[index] ?? "", card })),
    said: events.flatMap((event) => (event.type === "message" && event.author === "agent" ? [event.text] : [])),
  };
}

/** The reason of a call that a card came of. */
function proposedFor(event: Extract<ConversationEvent, { type: "tool" }>): string[] {
  const { result } = event.outcome as { result?: { proposed?: unknown } };
  if (event.name !== "propose_resolution" || result?.proposed !== true) return [];
  const { reason } = JSON.parse(event.arguments) as { reason?: unknown };
  return typeof reason === "string" ? [reason] : [];
}
