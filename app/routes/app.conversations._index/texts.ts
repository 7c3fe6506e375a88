import type { ConversationFilter } from "../../conversations/conversation-filters.ts";
import type { ConversationView } from "../../conversations/conversation-list.ts";

const VIEWS: Record<ConversationView, string> = { all: "All", escalated: "Escalated" };
const EMPTY: Record<ConversationView, { heading: string; text: string }> = {
  all: {
    heading: "No conversations yet",
    text: "What shoppers and the agent say to each other appears here. Open your store and ask the chat “Where is my order?” to try it.",
  },
  escalated: {
    heading: "Nothing has been handed to your team",
    text: "When a shopper asks for a person, or the agent cannot help, the conversation appears here with the reason.",
  },
};

const ONLY: Record<ConversationFilter, string> = {
  today: "Only conversations that began today.",
  unaided: "Only conversations of the last 30 days that never needed a person.",
  late: "Only conversations of the last 30 days about an order that was late.",
  unanswered: "Only conversations of the last 30 days that the agent handed over because it had no answer.",
};

/** All words of the list of conversations. */
export const texts = {
  views: VIEWS,
  viewsLabel: "Which conversations",
  only: ONLY,
  empty: EMPTY,
  loading: "Loading conversations",
  failed: "The conversations could not be loaded just now.",
  resource: { singular: "conversation", plural: "conversations" },
  pages: "Pages of conversations",
  newer: "Newer conversations",
  older: "Older conversations",
  noWords: "The shopper has not written anything.",
  open: (who: string, when: string) => `Conversation with ${who}, last active ${when}`,
};
