import { transcriptTexts } from "../../components/transcript/transcript.texts.ts";
import type { ConversationEvent } from "../../conversations/events.ts";

const AUTHORS: Record<ConversationEvent["author"], string> = {
  shopper: "Shopper",
  agent: "Agent",
  staff: "Your team",
  system: "Wherewithal",
};

/** All words of a conversation's page. */
export const texts = {
  title: "Conversation",
  back: "Conversations",
  transcript: "Transcript",
  earlier: "Earlier messages",
  newest: "Newest messages",
  empty: "Nothing earlier.",

  handed: {
    heading: (reason: string) => `Handed to your team: ${reason}`,
    reply:
      "You can read everything here, but not answer from here. Write to the shopper by email, from the customer or the order in Shopify.",
  },

  authors: AUTHORS,
  ...transcriptTexts,
  card: {
    heading: (order: string) => `Card shown: order ${order}`,
    orders: "Card shown: the shopper’s orders",
    more: "And older ones",
    total: (total: string) => `Total ${total}`,
  },
  resolution: {
    offered: (kind: string, order: string) => `${kind} offered for order ${order}`,
    news: (kind: string, order: string) => `${kind} for order ${order}`,
    sends: (item: string) => `Sent: ${item}`,
    amount: (amount: string) => `Amount: ${amount}`,
    order: (order: string) => `New order: ${order}`,
    open: "Open resolution",
  },
  notes: {
    verified: (order: string) => `Identified by order ${order} and its email address`,
    verifiedPlain: "Identified",
    failed: "An order number and email address did not match",
    limited: "Too many order numbers and email addresses did not match",
    brief: (reason: string) => `Brief for your team: ${reason}`,
    escalated: (reason: string) => `Handed to your team: ${reason}`,
    rated: (score: number) => `The shopper rated the conversation ${score} of 5`,
    error: "The shopper was shown an error",
    closed: "The conversation was closed",
  },

  details: {
    heading: "Details",
    who: "Shopper",
    customer: "Logged in to your store",
    guest: "Guest",
    open: "Open customer",
    orders: "Orders",
    noOrders: "None identified",
    explain: (order: string) => `${order} explained`,
    language: "Language",
    started: "Started",
    active: "Last activity",
    zone: (timeZone: string) => `Times are in your store’s time zone, ${timeZone}.`,
  },

  notFound: {
    heading: "This conversation does not exist",
    text: "It may have been deleted because a customer asked for their data to be erased.",
    action: "See all conversations",
  },
};
