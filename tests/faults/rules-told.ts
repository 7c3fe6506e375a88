import type { ConversationEvent } from "../../app/conversations/events.ts";
import { check } from "../../app/agent/grounding/check.ts";
import { Knowledge } from "../../app/agent/grounding/knowledge.ts";
import { SentenceSplitter } from "../../app/agent/grounding/sentences.ts";
import { DEFAULT_LIMITS } from "../../app/agent/limits.ts";
import { INTERNALS } from "../support/internals.ts";
import type { CaseFile, StoredConversation } from "./case-file.ts";
import { allSent, bookOf, forEach, type Rule } from "./rules.ts";

type AgentMessage = Extract<ConversationEvent, { type: "message" }>;

/** Tries of one model call, as the provider's adapter makes them. */
const TRIES = 3;
/** A turn's own deadline, and what storing, queues and a busy machine add. */
const LONGEST_ANSWER_MS = DEFAULT_LIMITS.deadlineMs + 10_000;

/** Everything a shopper reads that is not their own. */
function toldIn(conversation: StoredConversation): { event: ConversationEvent; text: string }[] {
  return conversation.events.flatMap((event): { event: ConversationEvent; text: string }[] => {
    if (event.author === "shopper") return [];
    if (event.type === "card") return [{ event, text: JSON.stringify(event.card) }];
    const isRead = ["message", "status", "escalation", "error"].includes(event.type);
    return isRead && "text" in event ? [{ event, text: event.text }] : [];
  });
}

const plainWords: Rule = {
  name: "no shopper reads traces of machines",
  check(file) {
    const told = file.conversations.flatMap(toldIn).filter(({ event }) => event.type !== "card");
    return forEach(told, ({ event, text }) => {
      const found = INTERNALS.exec(text)?.[0];
      if (text.trim() === "") return `${event.type} ${event.seq} is empty`;
      return found === undefined ? null : `“${found}” in “${text.slice(0, 120)}”`;
    });
  },
};

/** P1, by the store's own books: an order's name may be given back to who wrote it, and nothing else of it told. */
const ownOrdersAlone: Rule = {
  name: "nobody is told of another shopper's order (P1)",
  check(file) {
    const told = file.conversations.flatMap((conversation) => {
      const book = bookOf(file, conversation);
      const wrote = book?.sent.map(({ text }) => text.toUpperCase()).join("\n") ?? "";
      const foreign = file.store.orders.filter(({ name }) => !book?.ownOrders.includes(name));
      return [...toldIn(conversation), ...readIn(conversation)].map((one) => ({
        ...one,
        wrote,
        foreign,
        who: book?.who,
      }));
    });
    return forEach(told, ({ event, text, wrote, foreign, who }) => {
      const isData = event.type === "card" || event.type === "tool";
      for (const { name, tracking } of foreign) {
        const isNamed = names(text, name) && (isData || !names(wrote, name.replace("#", "")));
        if (isNamed) return `${who ?? "somebody"} was told of ${name} (${event.type} ${event.seq})`;
        const number = tracking.find((one) => text.includes(one) && !wrote.includes(one.toUpperCase()));
        if (number !== undefined)
          return `${who ?? "somebody"} was told ${number} of ${name} (${event.type} ${event.seq})`;
      }
      return null;
    });
  },
};

/** What was read for a shopper counts as told: it was a step away from it. */
function readIn(conversation: StoredConversation): { event: ConversationEvent; text: string }[] {
  return conversation.events.flatMap((event): { event: ConversationEvent; text: string }[] => {
    if (event.type !== "tool") return [];
    const { kind } = (event.outcome ?? {}) as { kind?: unknown };
    return kind === "ok" ? [{ event, text: JSON.stringify({ outcome: event.outcome, evidence: event.evidence }) }] : [];
  });
}

function names(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return at >= 0 && !/\d/.test(text[at + name.length] ?? "");
}

/** Recomputes the grounding of every sentence from nothing but the tool events of its conversation. */
const grounded: Rule = {
  name: "every figure and claim of the agent rests on what was read (P4)",
  check(file) {
    const messages = file.conversations.flatMap((conversation) =>
      conversation.events
        .filter((event): event is AgentMessage => event.type === "message" && event.author === "agent")
        .map((message) => ({ message, conversation })),
    );
    return forEach(messages, ({ message, conversation }) => {
      const { knowledge, handedOver } = knownAt(conversation, message, file);
      const splitter = new SentenceSplitter();
      let before = "";
      for (const sentence of [...splitter.push(message.text), splitter.flush()]) {
        const verdict = check(sentence, before, knowledge, handedOver);
        if (verdict.kind === "unsupported") return `${verdict.why.join(", ")} in “${sentence.trim().slice(0, 160)}”`;
        before += sentence;
      }
      return null;
    });
  },
};

/** What the conversation knew when a message was said; the turn's own tool events are stored right behind it. */
function knownAt(conversation: StoredConversation, message: AgentMessage, { store }: CaseFile) {
  const now = new Date(Date.parse(message.at) + store.aheadMs);
  const knowledge = new Knowledge(now, store.timeZone);
  let handedOver = false;
  for (const event of conversation.events) {
    if (event.seq > message.seq && !["tool", "card", "model"].includes(event.type)) break;
    if (event.type === "tool") {
      knowledge.addEvidence(event.evidence);
      knowledge.addOutcome(event.outcome);
    } else if (event.type === "message" && event.author === "shopper") knowledge.addShopperText(event.text);
    else if (event.type === "escalation") {
      knowledge.addProse(event.text);
      handedOver = true;
    }
  }
  return { knowledge, handedOver };
}

const nothingForged: Rule = {
  name: "no figure that a model made up is in an answer",
  check: (file) =>
    forEach(file.forged.length > 0 ? file.conversations.flatMap(toldIn) : [], ({ event, text }) => {
      const found = file.forged.find((one) => text.includes(one));
      return found === undefined ? null : `“${found}” in ${event.type} ${event.seq}: “${text.slice(0, 120)}”`;
    }),
};

const boundedTurns: Rule = {
  name: "a turn keeps to its limits of model and tool calls (P9)",
  check: (file) =>
    forEach(
      file.conversations.flatMap((conversation) => turnsOf(conversation.events)),
      ({ seq, modelCalls, toolCalls }) => {
        if (modelCalls > DEFAULT_LIMITS.modelCalls) return `${modelCalls} model calls in the turn that ends at ${seq}`;
        return toolCalls > DEFAULT_LIMITS.toolCalls ? `${toolCalls} tool calls in the turn that ends at ${seq}` : null;
      },
    ),
};

/** The records of a turn stand together in the log: its tool calls, its cards, its models. */
function turnsOf(events: readonly ConversationEvent[]): { seq: number; modelCalls: number; toolCalls: number }[] {
  const turns: { seq: number; modelCalls: number; toolCalls: number }[] = [];
  let toolCalls = 0;
  let before: ConversationEvent["type"] | null = null;
  for (const event of events) {
    if (event.type === "tool") toolCalls += 1;
    if (event.type === "model") {
      const turn = before === "model" ? turns.at(-1) : undefined;
      if (turn) turn.modelCalls += event.calls;
      else turns.push({ seq: event.seq, modelCalls: event.calls, toolCalls });
      toolCalls = 0;
    }
    before = event.type;
  }
  return turns;
}

const boundedRequests: Rule = {
  name: "one message costs a bounded number of requests to the model",
  check: (file) =>
    forEach(Object.entries(file.modelRequests), ([mark, requests]) =>
      requests > DEFAULT_LIMITS.modelCalls * TRIES ? `${requests} requests for mark-${mark}` : null,
    ),
};

const inTime: Rule = {
  name: "who waits for an answer has it within a turn's deadline (P9)",
  check: (file) =>
    forEach(
      allSent(file).filter(({ sent }) => sent.answeredInMs !== null),
      ({ book, sent }) =>
        (sent.answeredInMs ?? 0) <= LONGEST_ANSWER_MS
          ? null
          : `${book.who} waited ${sent.answeredInMs} ms for “${sent.text}”`,
    ),
};

/** What must hold of everything that was told and done in any conversation. */
export const TOLD_RULES: readonly Rule[] = [
  plainWords,
  ownOrdersAlone,
  grounded,
  nothingForged,
  boundedTurns,
  boundedRequests,
  inTime,
];
