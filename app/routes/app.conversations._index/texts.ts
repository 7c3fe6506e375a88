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

/** All words of the list of conversations. */
export const texts = {
  views: VIEWS,
  viewsLabel: "Which conversations",
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
