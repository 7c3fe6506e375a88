import type { Conversation } from "../../conversations/conversations.server.ts";
import type { ConversationEvent } from "../../conversations/events.ts";
import { findOrderForGuest } from "../../identity/find-order.server.ts";
import type { Evidence } from "../../orders/evidence.ts";
import { policyFor } from "../../resolutions/policies.server.ts";
import { shopClock } from "../../shopify/shop-clock.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { DEFAULT_LIMITS } from "../limits.ts";
import { pickModels } from "../models/pick.server.ts";
import { runTurn, TURN_ENVIRONMENT } from "../run-turn.server.ts";
import type { Hands } from "../hands.server.ts";
import type { Withheld } from "../speaker.ts";
import { toldOfShop } from "../told-of-shop.ts";
import { toolContextFor } from "../tool-context.server.ts";
import { dryDecisions } from "./dry-decisions.ts";
import { dryHands } from "./dry-hands.server.ts";
import { DryLog } from "./dry-log.ts";
import { takeSeat } from "./seats.ts";

/** What the agent would answer. `proposed`: the card it would show with it, which nobody has been shown. */
export type DryAnswer =
  | {
      kind: "answered";
      text: string;
      evidence: Evidence[];
      withheld: Withheld[];
      proposed: { title: string; orderName: string } | null;
    }
  /** It would call a person, and says nothing of its own. */
  | { kind: "calls_person" }
  /** The shopper would have to prove more first. */
  | { kind: "not_proven" }
  | { kind: "abandoned" };

/**
 * Lets the agent answer the newest messages of a real conversation without anybody hearing of it: by the code that answers
 * shoppers, under what this conversation has proven and not a bit more, with hands that write nothing. What it would take to
 * prove more is for the shopper's own turn, where tries are counted.
 *
 * @param history ends with the messages to answer
 * @throws what `runTurn` throws
 */
export async function dryAnswer(
  conversation: Conversation,
  history: readonly ConversationEvent[],
  signal: AbortSignal,
): Promise<DryAnswer> {
  const shop = await shopProfile(conversation.shop);
  const clock = shopClock(conversation.shop);
  const [policy, models] = await Promise.all([policyFor(shop.shop, shop.currency), pickModels(shop.shop)]);
  const log = new DryLog(history, clock, () => undefined);
  const own: Conversation = { ...conversation, orderIds: [...conversation.orderIds], status: "open", takenBy: null };
  const asked = { forProof: false };
  const dry = dryHands(own, shop, log, dryDecisions(shop.shop, policy, clock));
  const refuse = () => {
    asked.forProof = true;
    return { kind: "unavailable" } as const;
  };
  const hands: Hands = {
    ...dry,
    countsAsCode: false,
    async identify({ orderName, email }, callSignal) {
      const found = await findOrderForGuest(await dry.client(), orderName, email, { signal: callSignal });
      // What is proven already may be said again.
      if (found.kind !== "match" || !conversation.orderIds.includes(found.orderId)) return refuse();
      return { kind: "verified", orderId: found.orderId, orderName: found.orderName };
    },
    requestCode: () => Promise.resolve(refuse()),
  };
  const leave = await takeSeat(signal);
  if (!leave) return { kind: "abandoned" };
  try {
    const outcome = await runTurn(
      {
        history: [...log.events],
        models,
        context: toolContextFor(own, shop, hands, signal),
        shop: toldOfShop(shop, own.locale, policy.policy),
        limits: DEFAULT_LIMITS,
        sink: { delta: () => undefined, store: (events) => log.add(events) },
        signal,
      },
      { ...TURN_ENVIRONMENT, clock },
    );
    if (outcome.kind === "abandoned") return { kind: "abandoned" };
    if (asked.forProof) return { kind: "not_proven" };
    return outcome.kind === "escalated" ? { kind: "calls_person" } : answerIn(log.events.slice(history.length));
  } finally {
    leave();
  }
}

function answerIn(said: readonly ConversationEvent[]): DryAnswer {
  const message = said.findLast((event) => event.type === "message");
  if (message?.type !== "message") return { kind: "calls_person" };
  const card = said.findLast((event) => event.type === "proposal");
  return {
    kind: "answered",
    text: message.text,
    evidence: message.evidence ?? [],
    withheld: said.flatMap((event) => (event.type === "model" ? (event.withheld ?? []) : [])),
    proposed: card?.type === "proposal" ? { title: card.title, orderName: card.orderName } : null,
  };
}
