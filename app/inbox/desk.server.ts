import type { EscalationReason } from "../conversations/escalation/reasons.ts";
import type { ConversationKey } from "../identity/scope.ts";
import { deed, type Person } from "../staff/audit.ts";
import { askToNotify } from "../staff/notify.server.ts";
import { personOf, type Staff } from "../staff/staff.ts";
import { changeConversation, type DeskOutcome, FIRST } from "./change.server.ts";
import type { Outcome } from "./outcomes.ts";

const one = `$${FIRST}`;
const TAKEN_OVER: EscalationReason = "taken_over";

/** With people, and their turn, whatever it was before; no turn of the agent's is left in it. */
const WITH_PEOPLE = `status = 'escalated', escalated_at = COALESCE(b.escalated_at, now()), closed_at = NULL, outcome = NULL,
  escalation_reason = COALESCE(b.escalation_reason, '${TAKEN_OVER}'), due_at = COALESCE(b.due_at, now()), snoozed_until = NULL`;
const AGENT_SILENT = `unanswered_seq = 0, lease_owner = NULL, lease_until = NULL, turn_attempts = 0`;

/**
 * A person writes from now on: the agent stops in mid-sentence and stays silent, and the shopper sees who it is. One alone
 * can have it; who takes it over although somebody else has it says so. What was closed is opened again first, on purpose.
 */
export function takeOver(key: ConversationKey, staff: Staff, { from = null }: { from?: string | null } = {}) {
  const by = personOf(staff);
  return changeConversation(key, {
    set: `${WITH_PEOPLE}, ${AGENT_SILENT}, taken_by = ${one}, assigned_to = ${one}`,
    when: `b.status <> 'closed' AND (b.taken_by IS NULL OR b.taken_by = $${FIRST + 1})`,
    values: [by.id, from],
    events: [{ type: "takeover", author: "staff", state: "taken", name: staff.name ?? "" }],
    deed: deed(by, "conversation_taken_over", key.conversationId),
  });
}

/**
 * The agent goes on, and has to answer what the shopper wrote last if nobody has: whoever calls this starts its turn. Who
 * holds the conversation hands it back, or anybody if nobody does.
 */
export function handBack(key: ConversationKey, staff: Staff): Promise<DeskOutcome> {
  const by = personOf(staff);
  return changeConversation(key, {
    set: `status = 'open', taken_by = NULL, assigned_to = NULL, escalated_at = NULL, escalation_reason = NULL, due_at = NULL,
      snoozed_until = NULL, turn_attempts = 0, unanswered_seq = ${LEFT_UNANSWERED}`,
    when: `b.status = 'escalated' AND (b.taken_by IS NULL OR b.taken_by = ${one})`,
    values: [by.id],
    events: [{ type: "takeover", author: "staff", state: "handed_back", name: staff.name ?? "" }],
    deed: deed(by, "conversation_handed_back", key.conversationId),
  });
}

/** The newest message of the shopper's if people have not answered it; a turn sees by itself what the agent has answered. */
const LEFT_UNANSWERED = `CASE WHEN b.waits_for = 'team' THEN b.shopper_seq ELSE 0 END`;

/** Takes what is nobody's: of two at once one gets it, and the other one is told who. */
export function claim(key: ConversationKey, staff: Staff): Promise<DeskOutcome> {
  return assign(key, staff, personOf(staff), null);
}

/**
 * Gives the conversation to somebody. Where a person writes in it, it is them from now on: the agent does not speak up in
 * between.
 * @param seen who had it where that is the point; with anybody else it stays as it is. Undefined gives it away whosever it is
 */
export async function assign(
  key: ConversationKey,
  staff: Staff,
  to: Person,
  seen?: string | null,
): Promise<DeskOutcome> {
  const by = personOf(staff);
  const outcome = await changeConversation(key, {
    set: `${WITH_PEOPLE}, assigned_to = ${one}, taken_by = CASE WHEN b.taken_by IS NOT NULL THEN ${one} END`,
    when: `b.status <> 'closed' AND b.assigned_to IS DISTINCT FROM ${one}
      AND ($${FIRST + 1}::boolean OR b.assigned_to IS NOT DISTINCT FROM $${FIRST + 2}::text)`,
    values: [to.id, seen === undefined, seen ?? null],
    events: [{ type: "handling", author: "staff", what: "assigned", by, to }],
    deed: deed(by, "conversation_assigned", key.conversationId, { to: to.name }),
  });
  if (outcome.kind === "ok" && to.id !== by.id) {
    await askToNotify({ ...key, kind: "assigned", staffId: to.id, by: by.name });
  }
  return outcome;
}

/** It is nobody's again; who wrote in it no longer does, and it stays with people. */
export function unassign(key: ConversationKey, staff: Staff): Promise<DeskOutcome> {
  const by = personOf(staff);
  return changeConversation(key, {
    set: `assigned_to = NULL, taken_by = NULL`,
    when: `b.status = 'escalated' AND b.assigned_to IS NOT NULL`,
    values: [],
    events: [{ type: "handling", author: "staff", what: "unassigned", by }],
    deed: deed(by, "conversation_unassigned", key.conversationId),
  });
}

/** Nothing of the shopper's is newer than the event number of a place among the values, unless that is null. */
const NOTHING_NEW = (place: string) => `(${place}::int IS NULL OR NOT EXISTS (SELECT 1 FROM event e
  WHERE e.shop = b.shop AND e.conversation_id = b.id AND e.seq > ${place}::int AND e.type = 'message' AND e.author = 'shopper'))`;

/**
 * Out of the way until a moment, or until the shopper writes.
 * @param seen number of the newest event that whoever does it has read: with a newer message of the shopper's it stays
 */
export function snooze(
  key: ConversationKey,
  staff: Staff,
  until: Date,
  seen: number | null = null,
): Promise<DeskOutcome> {
  const by = personOf(staff);
  return changeConversation(key, {
    set: `snoozed_until = ${one}::timestamptz`,
    when: `b.status = 'escalated' AND ${NOTHING_NEW(`$${FIRST + 1}`)}`,
    values: [until, seen],
    events: [{ type: "handling", author: "staff", what: "snoozed", by, until: until.toISOString() }],
    deed: deed(by, "conversation_snoozed", key.conversationId, { until: until.toISOString() }),
  });
}

export function wake(key: ConversationKey, staff: Staff): Promise<DeskOutcome> {
  const by = personOf(staff);
  return changeConversation(key, {
    set: `snoozed_until = NULL`,
    when: `b.status = 'escalated' AND b.snoozed_until IS NOT NULL`,
    values: [],
    events: [{ type: "handling", author: "staff", what: "woken", by }],
    deed: deed(by, "conversation_woken", key.conversationId),
  });
}

/**
 * Ends it. The shopper can write again at any time, which opens it again with all that was said.
 * @param seen as in `snooze`: nothing is closed over words that nobody has read
 */
export function close(
  key: ConversationKey,
  staff: Staff,
  outcome: Outcome,
  seen: number | null = null,
): Promise<DeskOutcome> {
  const by = personOf(staff);
  return changeConversation(key, {
    set: `status = 'closed', closed_at = now(), outcome = ${one}, taken_by = NULL, snoozed_until = NULL, ${AGENT_SILENT},
      escalated_at = COALESCE(b.escalated_at, now()), assigned_to = COALESCE(b.assigned_to, $${FIRST + 1})`,
    when: `b.status <> 'closed' AND ${NOTHING_NEW(`$${FIRST + 2}`)}`,
    values: [outcome, by.id, seen],
    events: [
      { type: "handling", author: "staff", what: "closed", by, outcome },
      { type: "closed", author: "staff" },
    ],
    deed: deed(by, "conversation_closed", key.conversationId, { outcome }),
  });
}

/** Undoes a close. */
export function reopen(key: ConversationKey, staff: Staff): Promise<DeskOutcome> {
  const by = personOf(staff);
  return changeConversation(key, {
    set: WITH_PEOPLE,
    when: `b.status = 'closed'`,
    values: [],
    events: [{ type: "handling", author: "staff", what: "reopened", by }],
    deed: deed(by, "conversation_reopened", key.conversationId),
  });
}
