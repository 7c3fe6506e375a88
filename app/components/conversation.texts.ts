import type { EscalationReason } from "../conversations/escalation/reasons.ts";
import type { ConversationStatus } from "../conversations/conversations.server.ts";
import type { Outcome } from "../inbox/outcomes.ts";
import type { QueueView } from "../inbox/queue/views.ts";

const REASONS: Record<EscalationReason, string> = {
  safety: "Somebody may be hurt or in danger",
  vulnerable: "The shopper may be in distress",
  legal: "Lawyers, courts or a payment dispute",
  angry: "The shopper is very angry",
  resolution_needs_attention: "A resolution needs attention",
  resolution_failed: "A resolution failed",
  evidence_to_judge: "Photos to be looked at",
  approval_needed: "Something waits for your approval",
  policy_says_so: "The policy leaves it to a person",
  asked_for_person: "Asked for a person",
  identity_failed: "Could not be identified",
  shop_unavailable: "Shopify did not answer",
  model_unavailable: "The language model did not answer",
  limits_reached: "The agent reached its limits",
  not_understood: "The agent did not understand",
  cannot_do_yet: "Wants something the agent cannot do",
  reopened: "Wrote again after it was closed",
  taken_over: "Taken over by a person",
  other: "Another reason",
};
const STATUSES: Record<ConversationStatus, string> = {
  open: "With the agent",
  escalated: "Escalated",
  closed: "Closed",
};
const VIEWS: Record<QueueView, string> = {
  team: "Waiting for us",
  mine: "Mine",
  unassigned: "Unassigned",
  shopper: "Waiting for the shopper",
  approvals: "Approvals",
  attention: "Needs attention",
  snoozed: "Snoozed",
  done: "Done",
  all: "All",
};
const OUTCOMES: Record<Outcome, string> = {
  solved: "Solved",
  answered_elsewhere: "Answered elsewhere",
  no_answer: "No answer from the shopper",
  cannot_help: "Could not be helped",
  spam: "Spam",
  duplicate: "Duplicate",
};

/** Words about a conversation that several pages of the admin share. */
export const conversationTexts = {
  heading: "Inbox",
  customer: "Customer",
  guest: "Guest",
  status: STATUSES,
  /** An event of another version of the app may hold a reason that this one does not know. */
  reason: (reason: string): string => (REASONS as Record<string, string | undefined>)[reason] ?? REASONS.other,
  /** All reasons that there are, to choose from. */
  reasons: Object.keys(REASONS),
  views: VIEWS,
  outcomes: OUTCOMES,
  /** What another version of the app called it stays as it was called. */
  outcome: (outcome: string): string => (OUTCOMES as Record<string, string | undefined>)[outcome] ?? outcome,
  messages: (count: number): string => (count === 1 ? "1 message" : `${count.toLocaleString("en-US")} messages`),
  refresh: "Refresh",
  photo: {
    alt: (number: number, of: number, by: "shopper" | "team") => {
      const from = by === "shopper" ? "from the shopper" : "from your team";
      return of === 1 ? `Photo ${from}` : `Photo ${number} of ${of} ${from}`;
    },
    open: (alt: string) => `${alt} (opens in a new window)`,
  },
};
