import type { EscalationReason } from "../conversations/escalation/reasons.ts";
import type { NewEvent } from "../conversations/events.ts";
import type { Card } from "../orders/facts.ts";
import { answerFromFacts } from "./answer-from-facts.ts";
import { shorten } from "./clean-text.ts";
import { toolEvent } from "./dispatch.ts";
import { newestFromShopper } from "./history.ts";
import { costOf } from "./models/price.ts";
import { lastRuled, leavesToPerson, stillWithTeam } from "./people.ts";
import type { TurnState } from "./turn-state.ts";
import type { TurnOutcome } from "./turn.ts";

/** Why a turn ends. Every way ends in a message, an escalation or both (P5); the table below says which. */
export type Ending =
  | { kind: "answered"; cut: boolean }
  | { kind: "refused" }
  /** Nothing that was said could be sent, even when asked again. */
  | { kind: "unusable" }
  | { kind: "models_failed"; failure: string }
  | { kind: "limits" };

type Closing = { escalate: EscalationReason | null; offerPerson: boolean };

const SILENT: Closing = { escalate: null, offerPerson: false };
const OFFER: Closing = { escalate: null, offerPerson: true };

export async function finish(turn: TurnState, ending: Ending): Promise<TurnOutcome> {
  const closing = close(turn, ending);
  const hand = turn.escalatedInTurn ? null : (closing.escalate ?? calledByCode(turn));
  const offer = closing.offerPerson && !hand && !turn.handedOver;
  // Whoever was told before that people have it hears of it again only when there is nothing else to say.
  if (turn.escalatedInTurn && !turn.toldOfPeople && turn.speaker.text.trim() === "") {
    turn.speaker.add(stillWithTeam(turn.input.history, turn.input.shop.locale));
  }
  await turn.store([...message(turn, offer), ...records(turn, hand !== null)]);
  if (hand) await turn.handOver(hand, briefFor(turn, ending));
  const reason = turn.escalatedBecause;
  return reason ? { kind: "escalated", reason } : { kind: "answered" };
}

/** People are needed whatever the model thinks of it: the policy says so, or the shopper has had enough. */
function calledByCode(turn: TurnState): EscalationReason | null {
  if (leavesToPerson(lastRuled(turn.dispatched))) return "policy_says_so";
  return turn.grave.some(({ reason, known }) => reason === "angry" && !known) ? "angry" : null;
}

/** Says what is left to say and decides whether a person is needed. */
function close(turn: TurnState, ending: Ending): Closing {
  switch (ending.kind) {
    case "answered":
      return closeAnswer(turn, ending.cut);
    case "refused":
      turn.speaker.add(turn.texts.declined);
      return OFFER;
    case "unusable":
      return sayFacts(turn) ? OFFER : notUnderstood(turn);
    case "models_failed":
      if (turn.speaker.sentInCall > 0) return give(turn, turn.texts.lostThread, "model_unavailable");
      return sayFacts(turn) ? OFFER : give(turn, turn.texts.noAnswer, "model_unavailable");
    case "limits":
      if (sayFacts(turn)) return OFFER;
      return give(turn, turn.texts.tooMuch, "limits_reached");
  }
}

/** Once the shopper is asked to put it another way; the second time in a row a person is called. */
function notUnderstood(turn: TurnState): Closing {
  const { texts, input } = turn;
  const last = input.history.findLast((event) => event.type === "message" && event.author === "agent");
  if (last?.type === "message" && last.text.includes(texts.sayAgain)) {
    return give(turn, texts.noAnswer, "not_understood");
  }
  if (turn.escalatedInTurn && turn.speaker.text === "") return SILENT;
  turn.speaker.add(texts.sayAgain);
  return OFFER;
}

function give(turn: TurnState, text: string, reason: EscalationReason): Closing {
  // After a hand-over the shopper has their answer: a person. Nothing more needs saying.
  if (turn.escalatedInTurn && turn.speaker.text === "") return SILENT;
  turn.speaker.add(text);
  return { escalate: reason, offerPerson: false };
}

/** What was left out of an answer is made up for by code: with the facts themselves, or with a word about it. */
function closeAnswer(turn: TurnState, cut: boolean): Closing {
  const { speaker, texts } = turn;
  if (cut) speaker.add(texts.cutShort);
  if (speaker.withheld.length === 0) return SILENT;
  const claimed = speaker.withheld.some(({ why }) => why.startsWith("claim:") && why !== "claim: handover");
  const hasFigures = speaker.evidence.some(({ kind }) => kind !== "order");
  if (!hasFigures && sayFacts(turn)) return OFFER;
  if (claimed) speaker.add(texts.nothingDone);
  // A torn-off list item or a detail next to grounded figures is no loss worth a word.
  else if (!hasFigures) speaker.add(texts.leftOut);
  return OFFER;
}

function sayFacts(turn: TurnState): boolean {
  const answer = answerFromFacts(turn.dispatched, turn.texts);
  if (answer) turn.speaker.add(answer.text, answer.evidence);
  return answer !== null;
}

function message(turn: TurnState, offerPerson: boolean): NewEvent[] {
  const { messageId, text, evidence } = turn.speaker;
  if (text.trim() === "") return [];
  return [
    {
      type: "message",
      author: "agent",
      messageId,
      text,
      ...(evidence.length > 0 ? { evidence } : {}),
      ...(offerPerson ? { quickReplies: [turn.texts.talkToPerson] } : {}),
    },
  ];
}

function records(turn: TurnState, handsOver: boolean): NewEvent[] {
  const cards = new Map<string, Card>();
  for (const { outcome } of turn.dispatched) {
    if (outcome.kind === "ok" && outcome.card) cards.set(keyOf(outcome.card), outcome.card);
  }
  const withheld = turn.speaker.withheld;
  return [
    ...turn.dispatched.map(toolEvent),
    ...[...cards.values()].map((card): NewEvent => ({ type: "card", author: "agent", card })),
    ...[...turn.uses].map(([model, use], index): NewEvent => ({
      type: "model",
      author: "agent",
      model,
      ...use,
      cost: costOf(model, use, turn.input.models.find(({ id }) => id === model)?.price),
      through: newestFromShopper(turn.input.history),
      ...(handsOver ? { handsOver } : {}),
      ...(index === turn.uses.size - 1 && withheld.length > 0 ? { withheld } : {}),
    })),
  ];
}

/** One card per order and turn: the newest reading of it. */
function keyOf(card: Card): string {
  return card.kind === "order" ? `order ${card.orderName}` : "orders";
}

/** For the person who takes over: what was asked, what was read, and why the agent stopped. */
function briefFor(turn: TurnState, ending: Ending): string {
  const asked = turn.input.history.findLast((event) => event.type === "message" && event.author === "shopper");
  const read = turn.dispatched.map(({ call, outcome }) => `${call.name}: ${outcome.kind}`);
  const why: Record<Ending["kind"], string> = {
    answered: "The assistant answered in part.",
    refused: "The model declined to answer.",
    unusable: "The model gave no answer that could be sent.",
    models_failed: "No model was available to finish the answer.",
    limits: "The assistant reached its limits for one answer.",
  };
  return [
    why[ending.kind],
    asked?.type === "message" ? `The shopper wrote: “${shorten(asked.text, 600)}”` : "",
    read.length > 0 ? `Looked up: ${read.join(", ")}` : "Nothing was looked up.",
  ]
    .filter((line) => line !== "")
    .join("\n");
}
