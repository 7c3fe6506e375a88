import type { ConversationKey } from "../identity/scope.ts";
import { deed } from "../staff/audit.ts";
import { personOf, type Staff } from "../staff/staff.ts";
import { changeConversation, type DeskOutcome, FIRST } from "./change.server.ts";
import { AGENT_SILENT, WITH_AGENT, WITH_PEOPLE } from "./desk-sql.ts";
import type { Outcome } from "./outcomes.ts";

const one = `$${FIRST}`;

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
    set: WITH_AGENT,
    when: `b.status = 'escalated' AND (b.taken_by IS NULL OR b.taken_by = ${one})`,
    values: [by.id],
    events: [{ type: "takeover", author: "staff", state: "handed_back", name: staff.name ?? "" }],
    deed: deed(by, "conversation_handed_back", key.conversationId),
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

/** Opens what was closed, for people. */
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

/** Undoes a close of what the agent had: it goes on, as after `handBack`. */
export function reopenForAgent(key: ConversationKey, staff: Staff): Promise<DeskOutcome> {
  const by = personOf(staff);
  return changeConversation(key, {
    set: WITH_AGENT,
    when: `b.status = 'closed'`,
    values: [],
    events: [
      { type: "handling", author: "staff", what: "reopened", by },
      { type: "takeover", author: "staff", state: "handed_back", name: staff.name ?? "" },
    ],
    deed: deed(by, "conversation_reopened", key.conversationId),
  });
}
