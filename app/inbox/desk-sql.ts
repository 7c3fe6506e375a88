import type { EscalationReason } from "../conversations/escalation/reasons.ts";

/** Parts of what a change sets: columns of `conversation c`, whose old values are `b` (app/inbox/change.server.ts). */

const TAKEN_OVER: EscalationReason = "taken_over";

/** With people, and their turn, whatever it was before; no turn of the agent's is left in it. */
export const WITH_PEOPLE = `status = 'escalated', escalated_at = COALESCE(b.escalated_at, now()), closed_at = NULL, outcome = NULL,
  escalation_reason = COALESCE(b.escalation_reason, '${TAKEN_OVER}'), due_at = COALESCE(b.due_at, now()), snoozed_until = NULL`;

export const AGENT_SILENT = `unanswered_seq = 0, lease_owner = NULL, lease_until = NULL, turn_attempts = 0`;

/** The newest message of the shopper's if people have not answered it; a turn sees by itself what the agent has answered. */
const LEFT_UNANSWERED = `CASE WHEN b.waits_for = 'team' THEN b.shopper_seq ELSE 0 END`;

/** The agent's again, with what is left to answer: whoever sets it starts its turn. */
export const WITH_AGENT = `status = 'open', taken_by = NULL, assigned_to = NULL, escalated_at = NULL, escalation_reason = NULL,
  due_at = NULL, snoozed_until = NULL, closed_at = NULL, outcome = NULL, turn_attempts = 0, unanswered_seq = ${LEFT_UNANSWERED}`;
