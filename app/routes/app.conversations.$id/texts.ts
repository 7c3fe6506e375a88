import { conversationTexts } from "../../components/conversation.texts.ts";
import { transcriptTexts } from "../../components/transcript/transcript.texts.ts";
import type { ConversationEvent } from "../../conversations/events.ts";

const AUTHORS: Record<ConversationEvent["author"], string> = {
  shopper: "Shopper",
  agent: "Agent",
  staff: "Your team",
  system: "Wherewithal",
};

type Handling = Extract<ConversationEvent, { type: "handling" }>;
type Told = (event: Handling, when: (iso: string) => string) => string;
const by = ({ by: person }: Handling): string => (person === null ? "" : ` by ${person.name}`);
const HANDLED: Record<Handling["what"], Told> = {
  assigned: (event) =>
    event.to === undefined || event.to.id === event.by?.id
      ? `Assigned to ${event.to?.name ?? "somebody"}`
      : `Assigned to ${event.to.name}${by(event)}`,
  unassigned: (event) => `Assignment taken away${by(event)}`,
  snoozed: (event, when) => `Snoozed${event.until === undefined ? "" : ` until ${when(event.until)}`}${by(event)}`,
  woken: (event) => `Back from snoozing${by(event)}`,
  closed: (event) =>
    `Closed${by(event)}${event.outcome === undefined ? "" : `: ${conversationTexts.outcome(event.outcome)}`}`,
  reopened: (event) => (event.by === null ? "The shopper wrote again: opened again" : `Opened again${by(event)}`),
};

/** All words of a conversation's page. */
export const texts = {
  title: "Conversation",
  back: "Conversations",
  transcript: "Transcript",
  earlier: "Earlier messages",
  newest: "Newest messages",
  empty: "Nothing earlier.",

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
    code_sent: "A code was asked for: it is sent if order number and email address go together",
    login_needed: "Orders are shown only after a login here, and the shopper was told so",
    brief: (reason: string) => `Brief for your team: ${reason}`,
    escalated: (reason: string) => `Handed to your team: ${reason}`,
    rated: (score: number) => `The shopper rated the conversation ${score} of 5`,
    error: "The shopper was shown an error",
    closed: "The conversation was closed",
    taken: (name: string) => `${name || "Somebody of your team"} took over`,
    handed_back: (name: string) => `${name || "Somebody of your team"} handed back to the agent`,
    contact: (email: string) => `The shopper can be reached at ${email}`,
  },

  handled: (event: Handling, when: (iso: string) => string) => HANDLED[event.what](event, when),
  internal: {
    by: (name: string) => `Internal note by ${name}`,
    hidden: "Only your team sees this",
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
