import type { ConversationStatus } from "../../conversations/conversations.server.ts";

/** A conversation as people at the desk know it before they have opened it. Times are ISO 8601. */
export type QueueRow = {
  id: string;
  /** gid of the customer who was logged in to the store, or null for a guest. */
  customerId: string | null;
  /** What is known of who they are; null for nothing. */
  name: string | null;
  status: ConversationStatus;
  channel: string;
  /** BCP 47, as the storefront told it. */
  locale: string;
  /** When something was last added to it. */
  activeAt: string;
  /** Messages of all authors. */
  messages: number;
  /** The beginning of what was last said, and by whom: `shopper`, `agent` or `staff`. */
  lastMessage: { author: string; text: string } | null;
  /** Orders that were proven to be the shopper's, or that were told about. */
  orderNames: string[];
  /** Why it was last handed to people. */
  reason: string | null;
  priority: number;
  dueAt: string | null;
  waitsFor: "team" | "shopper";
  assignedTo: string | null;
  takenBy: string | null;
  snoozedUntil: string | null;
  outcome: string | null;
};
