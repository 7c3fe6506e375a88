import type { ConversationStatus } from "./conversations.server.ts";

/** Which conversations a list shows. */
export const CONVERSATION_VIEWS = ["all", "escalated"] as const;
export type ConversationView = (typeof CONVERSATION_VIEWS)[number];

/** A place in the list, which is ordered by last activity and, where two are alike, by id. */
export type ListCursor = { at: Date; id: string };

/** The rows older or newer than a place. */
export type ListStep = { direction: "older" | "newer"; cursor: ListCursor };

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

export type ConversationPage = {
  conversations: ConversationSummary[];
  newer: ListCursor | null;
  older: ListCursor | null;
};

/** A cursor as it stands in an address. */
export function cursorText({ at, id }: ListCursor): string {
  return `${at.getTime()}.${id}`;
}

/** @returns null for whatever is no cursor: people edit addresses. */
export function readCursor(text: string | null): ListCursor | null {
  const [, time, id] = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? "") ?? [];
  return time !== undefined && id !== undefined ? { at: new Date(Number(time)), id } : null;
}
