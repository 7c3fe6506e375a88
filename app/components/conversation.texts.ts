import type { EscalationReason } from "../agent/tools/tool.ts";
import type { ConversationStatus } from "../conversations/conversations.server.ts";

const REASONS: Record<EscalationReason, string> = {
  asked_for_person: "Asked for a person",
  cannot_do_yet: "Wants something the agent cannot do",
  not_understood: "The agent did not understand",
  shop_unavailable: "Shopify did not answer",
  model_unavailable: "The language model did not answer",
  limits_reached: "The agent reached its limits",
  identity_failed: "Could not be identified",
  other: "Another reason",
};
const STATUSES: Record<ConversationStatus, string> = {
  open: "With the agent",
  escalated: "Escalated",
  closed: "Closed",
};

/** Words about a conversation that several pages of the admin share. */
export const conversationTexts = {
  heading: "Conversations",
  customer: "Customer",
  guest: "Guest",
  status: STATUSES,
  /** An event of another version of the app may hold a reason that this one does not know. */
  reason: (reason: string): string => (REASONS as Record<string, string | undefined>)[reason] ?? REASONS.other,
  messages: (count: number): string => (count === 1 ? "1 message" : `${count.toLocaleString("en-US")} messages`),
  refresh: "Refresh",
};
