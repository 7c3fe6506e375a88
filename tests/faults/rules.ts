import { isDeepStrictEqual } from "node:util";
import { isPublic, type ConversationEvent } from "../../app/conversations/events.ts";
import { type Book, type CaseFile, conversationOf, type StoredConversation } from "./case-file.ts";

/** What an audit found under one rule: how much was looked at, and what breaks the rule. */
export type Finding = { looked: number; violations: string[] };

/** A promise as something that can be checked on a case file. */
export type Rule = { name: string; check: (file: CaseFile) => Finding };

/** Checks each of the things a rule is about; `judge` gives what is wrong with one, or null. */
export function forEach<Thing>(things: readonly Thing[], judge: (thing: Thing) => string | null): Finding {
  const violations = things.map(judge).filter((one) => one !== null);
  return { looked: things.length, violations };
}

/** Everything that was sent, with the conversation it should be in. */
export function allSent(file: CaseFile) {
  return file.books.flatMap((book) => {
    const conversation = conversationOf(file, book);
    return book.sent.map((sent) => ({ book, sent, events: conversation?.events ?? [] }));
  });
}

/** What a message may end in (P5): the agent's words, a person, or word that a person was asked. */
export function isAnswer(event: ConversationEvent): boolean {
  return (
    (event.type === "message" && event.author === "agent") || event.type === "escalation" || event.type === "error"
  );
}

const acceptedOnce: Rule = {
  name: "an accepted message is in the log once, as it was written",
  check: (file) =>
    forEach(allSent(file), ({ book, sent, events }) => {
      const stored = events.filter(
        (event) => event.type === "message" && event.clientMessageId === sent.clientMessageId,
      );
      if (stored.length > 1) return `${book.who}: “${sent.text}” is there ${stored.length} times`;
      const [event] = stored;
      if (!event) return sent.accepted.length > 0 ? `${book.who}: “${sent.text}” is lost` : null;
      return event.type === "message" && event.text === sent.text ? null : `${book.who}: “${sent.text}” was changed`;
    }),
};

const sameAnswer: Rule = {
  name: "a message posted again gets the same event",
  check(file) {
    const repeated = allSent(file).filter(({ sent }) => sent.accepted.length > 1);
    return forEach(repeated, ({ book, sent }) =>
      sent.accepted.every((event) => isDeepStrictEqual(event, sent.accepted[0]))
        ? null
        : `${book.who}: “${sent.text}” was given ${sent.accepted.map(({ seq }) => seq).join(", ")}`,
    );
  },
};

const noRefusals: Rule = {
  name: "no message is refused",
  check: (file) =>
    forEach(allSent(file), ({ book, sent }) =>
      sent.refused.length === 0 ? null : `${book.who}: “${sent.text}” was answered ${sent.refused.join(", ")}`,
    ),
};

const noGaps: Rule = {
  name: "a log's numbers have no gaps and no doubles",
  check: (file) =>
    forEach(file.conversations, ({ id, lastSeq, events }) => {
      const wrong = events.findIndex(({ seq }, index) => seq !== index + 1);
      if (wrong >= 0) return `${id}: ${events[wrong]?.seq} stands where ${wrong + 1} should`;
      return events.length === lastSeq ? null : `${id}: ${events.length} events, but the last is ${lastSeq}`;
    }),
};

/** With a model that names what it answers, only that counts, or that the app itself called a person. */
function answersMark(event: ConversationEvent, mark: string): boolean {
  if (event.type === "escalation") return event.reason !== "asked_for_person";
  return event.type !== "message" || event.text.includes(mark);
}

const answered: Rule = {
  name: "an accepted message ends in an answer or a person (P5)",
  check(file) {
    const accepted = allSent(file).filter(({ sent }) => sent.accepted.length > 0);
    return forEach(accepted, ({ book, sent, events }) => {
      const seq = sent.accepted[0]?.seq ?? 0;
      const after = events.filter((event) => event.seq > seq && isAnswer(event));
      const fits = after.some((event) => !file.echoes || answersMark(event, sent.mark));
      return fits ? null : `${book.who}: nobody answered “${sent.text}” (${seq})`;
    });
  },
};

const answeredOnce: Rule = {
  name: "no message is answered twice",
  check(file) {
    const marked = file.echoes ? allSent(file) : [];
    return forEach(marked, ({ book, sent, events }) => {
      const answers = events.filter(
        (event) => event.type === "message" && event.author === "agent" && event.text.includes(sent.mark),
      );
      return answers.length < 2 ? null : `${book.who}: “${sent.text}” has ${answers.length} answers`;
    });
  },
};

const nothingOpen: Rule = {
  name: "no conversation is left with a mark or a lease",
  check: (file) =>
    forEach(file.conversations, ({ id, unansweredSeq, leaseOwner }) => {
      if (unansweredSeq > 0) return `${id}: ${unansweredSeq} is marked as unanswered`;
      return leaseOwner === null ? null : `${id}: ${leaseOwner} still holds the lease`;
    }),
};

const heardOnce: Rule = {
  name: "a stream that resumes brings every public event once, in order",
  check: (file) =>
    forEach(file.books, (book) => {
      const stored = (conversationOf(file, book)?.events ?? []).filter(isPublic);
      const wrong = stored.findIndex((event, index) => !isDeepStrictEqual(event, book.heard[index]));
      if (wrong >= 0) return `${book.who}: ${describe(stored[wrong])} came as ${describe(book.heard[wrong])}`;
      const extra = book.heard[stored.length];
      return extra ? `${book.who}: ${describe(extra)} came and is not in the log` : null;
    }),
};

function describe(event: ConversationEvent | undefined): string {
  return event ? `${event.seq} (${event.type})` : "nothing";
}

/** What must hold of the log after anything at all. */
export const LOG_RULES: readonly Rule[] = [
  acceptedOnce,
  sameAnswer,
  noRefusals,
  noGaps,
  answered,
  answeredOnce,
  nothingOpen,
  heardOnce,
];

export function bookOf(file: CaseFile, conversation: StoredConversation): Book | null {
  return file.books.find(({ conversationId }) => conversationId === conversation.id) ?? null;
}
