import type { EscalationReason } from "../agent/tools/tool.ts";
import type { ConversationStatus } from "../conversations/conversations.server.ts";

/** Why a conversation is handed over for a resolution (app/conversations/tell-resolution.server.ts). */
type ResolutionReason = "approval_needed" | "resolution_failed" | "resolution_needs_attention";

const REASONS: Record<EscalationReason | ResolutionReason, string> = {
  asked_for_person: "Asked for a person",
  cannot_do_yet: "Wants something the agent cannot do",
  not_understood: "The agent did not understand",
  shop_unavailable: "Shopify did not answer",
  model_unavailable: "The language model did not answer",
  limits_reached: "The agent reached its limits",
  identity_failed: "Could not be identified",
  approval_needed: "Something waits for your approval",
  resolution_failed: "A resolution failed",
  resolution_needs_attention: "A resolution needs attention",
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
  photo: {
    alt: (number: number, of: number) =>
      of === 1 ? "Photo from the shopper" : `Photo ${number} of ${of} from the shopper`,
    open: (alt: string) => `${alt} (opens in a new window)`,
  },
};
