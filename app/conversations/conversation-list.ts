import type { ConversationStatus } from "./conversations.server.ts";

/** A conversation as people in the admin know it before they have opened it. Times are ISO 8601. */
export type ConversationSummary = {
  id: string;
  /** gid of the customer who was logged in to the store, or null for a guest. */
  customerId: string | null;
  status: ConversationStatus;
  channel: string;
  /** BCP 47, as the storefront told it. */
  locale: string;
  startedAt: string;
  /** When something was last added to it. */
  activeAt: string;
  /** Messages of all authors. */
  messages: number;
  /** The beginning of the first thing the shopper said. */
  firstMessage: string | null;
  /** Orders that were proven to be the shopper's, or that were told about. */
  orderNames: string[];
  /** Why it was last handed to people. */
  escalationReason: string | null;
};
