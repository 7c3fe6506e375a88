import type { ConversationEvent } from "../conversations/events.ts";

type ModelEvent = Extract<ConversationEvent, { type: "model" }>;

/** Number of the newest message of the shopper; 0 when there is none. */
export function newestFromShopper(history: readonly ConversationEvent[]): number {
  return history.findLast(isFromShopper)?.seq ?? 0;
}

/**
 * The history with each turn right behind the messages it answers. A shopper who goes on writing while an answer is being made
 * is stored before that answer; read in the order of storing, what they wrote would look answered, and never be.
 */
export function inOrderOfAnswers(history: readonly ConversationEvent[]): ConversationEvent[] {
  const places = new Map<ConversationEvent, number>();
  let turn: ConversationEvent[] = [];
  for (const event of history) {
    if (!isPartOfTurn(event)) turn = [];
    else turn.push(event);
    if (event.type !== "model" || event.through === undefined) continue;
    // Between the newest message it answers and the next.
    for (const part of turn) places.set(part, event.through + 0.5);
    turn = [];
  }
  const placeOf = (event: ConversationEvent) => places.get(event) ?? event.seq;
  return history.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/**
 * Whether a turn has stored everything it had to say to a message, though it died before it could say that it is done: the
 * shopper is not answered again.
 */
export function isAnswered(history: readonly ConversationEvent[], seq: number): boolean {
  const last = history.findLast((event): event is ModelEvent => event.type === "model");
  if (last?.through === undefined || last.through < seq) return false;
  return !last.handsOver || history.some((event) => event.type === "brief" && event.seq > last.seq);
}

function isFromShopper(event: ConversationEvent): boolean {
  return event.type === "message" && event.author === "shopper";
}

/** What a turn stores at its end, in one piece. */
function isPartOfTurn(event: ConversationEvent): boolean {
  return event.author === "agent" && ["message", "tool", "card", "model"].includes(event.type);
}
