import type { ConversationEvent } from "../../app/conversations/events.ts";
import type { CaseFile, StoredConversation } from "./case-file.ts";
import { isAnswer } from "./rules.ts";

/** A fault put into a case file on purpose. `plant` changes the file, and is false where it has no room for this fault. */
export type Planted = { foundBy: string; plant: (file: CaseFile) => boolean };

/** Faults that an auditor worth its name must find, each with the beginning of the rule that is to find it. */
export const PLANTED: Readonly<Record<string, Planted>> = {
  "a lost answer": {
    foundBy: "an accepted message ends in an answer",
    plant: (file) =>
      change(file, isAnswer, (conversation, _index, event) => {
        const lastQuestion = conversation.events.findLast(isQuestion);
        if (!lastQuestion) return false;
        // With the last answer go all that came after the last question: nothing else may pass for it.
        conversation.events = conversation.events.filter((one) => one.seq <= lastQuestion.seq || !isAnswer(one));
        return event.seq > 0;
      }),
  },
  "a message stored twice": {
    foundBy: "an accepted message is in the log once",
    plant: (file) =>
      change(file, isQuestion, (conversation, index, event) => {
        conversation.events.splice(index + 1, 0, { ...event });
        return true;
      }),
  },
  "a number used twice": {
    foundBy: "a log's numbers have no gaps",
    plant: (file) =>
      change(
        file,
        ({ seq }) => seq > 1,
        (_conversation, _index, event) => {
          event.seq -= 1;
          return true;
        },
      ),
  },
  "an accepted message that is gone": {
    foundBy: "an accepted message is in the log once",
    plant: (file) =>
      change(file, isQuestion, (conversation, index) => conversation.events.splice(index, 1).length === 1),
  },
  "a lease that nobody gave back": {
    foundBy: "no conversation is left with a mark",
    plant(file) {
      const [conversation] = file.conversations;
      if (conversation) conversation.leaseOwner = "00000000-0000-4000-8000-000000000000";
      return conversation !== undefined;
    },
  },
  "a second event for the same post": {
    foundBy: "a message posted again",
    plant(file) {
      const sent = file.books.flatMap((book) => book.sent).find(({ accepted }) => accepted.length > 0);
      const [event] = sent?.accepted ?? [];
      if (sent && event) sent.accepted.push({ ...event, seq: event.seq + 1 });
      return event !== undefined;
    },
  },
  "an event that a stream brought twice": {
    foundBy: "a stream that resumes",
    plant(file) {
      const book = file.books.find(({ heard }) => heard.length > 1);
      const event = book?.heard[0];
      if (book && event) book.heard.splice(1, 0, event);
      return event !== undefined;
    },
  },
  "an event that a stream left out": {
    foundBy: "a stream that resumes",
    plant: (file) => file.books.some(({ heard }) => heard.splice(1, 1).length > 0),
  },
  "an answer given twice": {
    foundBy: "no message is answered twice",
    plant: (file) =>
      file.echoes &&
      change(
        file,
        (event) => isAnswer(event) && "text" in event && marks(file).some((mark) => event.text.includes(mark)),
        (conversation, index, event) => conversation.events.splice(index + 1, 0, { ...event }).length === 0,
      ),
  },
  "an error's own words in an answer": {
    foundBy: "no shopper reads traces",
    plant: (file) => say(file, (text) => `${text} GraphQL: THROTTLED (extensions.cost)`),
  },
  "another shopper's order in an answer": {
    foundBy: "nobody is told of another shopper's order",
    plant: (file) => say(file, (text, foreign) => `${text} Your order ${foreign} is on its way.`),
  },
  "another shopper's parcel in an answer": {
    foundBy: "nobody is told of another shopper's order",
    plant: (file) => say(file, (text, _name, tracking) => `${text} The tracking number is ${tracking}.`),
  },
  "a figure from nowhere in an answer": {
    foundBy: "every figure and claim",
    plant: (file) => say(file, (text) => `${text} It costs €913.37.`),
  },
  "a figure that a model made up in an answer": {
    foundBy: "no figure that a model made up",
    plant: (file) => file.forged.length > 0 && say(file, (text) => `${text} ${file.forged[0] ?? ""}`),
  },
  "a deed that nobody did": {
    foundBy: "every figure and claim",
    plant: (file) => say(file, (text) => `${text} I have refunded your order.`),
  },
  "a turn without an end": {
    foundBy: "a turn keeps to its limits",
    plant: (file) =>
      change(
        file,
        (event) => event.type === "model",
        (_conversation, _index, event) => {
          if (event.type === "model") event.calls = 213;
          return true;
        },
      ),
  },
};

function marks(file: CaseFile): string[] {
  return file.books.flatMap(({ sent }) => sent.map(({ mark }) => mark));
}

function isQuestion(event: ConversationEvent): boolean {
  return event.type === "message" && event.author === "shopper";
}

/** Does something to the last event that fits, in the first conversation where it can be done. */
function change(
  file: CaseFile,
  fits: (event: ConversationEvent) => boolean,
  act: (conversation: StoredConversation, index: number, event: ConversationEvent) => boolean,
): boolean {
  return file.conversations.some((conversation) => {
    const index = conversation.events.findLastIndex(fits);
    const event = conversation.events[index];
    return event !== undefined && act(conversation, index, event);
  });
}

/** Changes what the agent said to somebody, given an order that is not theirs. */
function say(file: CaseFile, words: (text: string, name: string, tracking: string) => string): boolean {
  return change(
    file,
    (event) => event.type === "message" && event.author === "agent",
    (conversation, _index, event) => {
      const book = file.books.find(({ conversationId }) => conversationId === conversation.id);
      const wrote = book?.sent.map(({ text }) => text).join("\n") ?? "";
      const foreign = file.store.orders.find(
        ({ name, tracking }) =>
          tracking.length > 0 && !book?.ownOrders.includes(name) && !wrote.includes(name.slice(1)),
      );
      if (!foreign || event.type !== "message") return false;
      event.text = words(event.text, foreign.name, foreign.tracking[0] ?? "");
      return true;
    },
  );
}
