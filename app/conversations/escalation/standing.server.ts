import type { ConversationKey } from "../../identity/scope.ts";
import { sql } from "../../platform/db.server.ts";
import { LIVE_CHANNEL, noteFor } from "../../platform/live.server.ts";
import { inboxTopicOf, tellInbox } from "../log.server.ts";
import { type EscalationReason, reasonOf, saysMore } from "./reasons.ts";
import { stakesOf } from "./stakes.server.ts";
import { dueFor, type Priority, triage } from "./triage.ts";

const REOPENED: EscalationReason = "reopened";

const STANDING = `
  SELECT status, escalation_reason AS reason, priority, waits_for AS "waitsFor", last_seq AS "lastSeq"
  FROM conversation WHERE shop = $1 AND id = $2::uuid`;
type Standing = { status: string; reason: string | null; priority: Priority; waitsFor: string; lastSeq: number };

async function standingOf({ shop, conversationId }: ConversationKey): Promise<Standing | null> {
  const [row] = await sql().query<Standing>(STANDING, [shop, conversationId]);
  return row ?? null;
}

/** Only ever sooner and more urgent, unless the shopper's turn was over: then what was due is done, and it counts anew. */
const RAISE = `
  WITH raised AS (
    UPDATE conversation SET priority = LEAST(priority, $3::int), escalation_reason = $4, updated_at = now(),
      due_at = CASE WHEN waits_for = 'shopper' THEN $5::timestamptz ELSE LEAST(due_at, $5::timestamptz) END,
      snoozed_until = CASE WHEN $3::int < priority OR waits_for = 'shopper' THEN NULL ELSE snoozed_until END,
      waits_for = 'team'
    WHERE shop = $1 AND id = $2::uuid AND status = 'escalated' RETURNING 1
  )
  SELECT CASE WHEN $6::text IS NOT NULL THEN pg_notify('${LIVE_CHANNEL}', $6) END FROM raised`;

/** Something more came up about a conversation that people have already. The reason they see is the one that says most. */
export async function raise(key: ConversationKey, reason: EscalationReason, now = new Date()): Promise<void> {
  const [stakes, standing] = await Promise.all([stakesOf(key, now), standingOf(key)]);
  if (!stakes || standing?.status !== "escalated") return;
  const { priority, dueAt } = triage({ ...stakes, reason });
  const before = standing.reason === null ? null : reasonOf(standing.reason);
  // What they had to do before may be done: whoever waits for the shopper is called for the news.
  const shown = before === null || standing.waitsFor === "shopper" || saysMore(reason, before) ? reason : before;
  const { shop, conversationId } = key;
  await sql().query(RAISE, [shop, conversationId, priority, shown, dueAt, noteFor(inboxTopicOf(shop))]);
  tellInbox(key);
}

const RECKON = `
  WITH reckoned AS (
    UPDATE conversation SET due_at = $3::timestamptz, priority = $4::int
    WHERE shop = $1 AND id = $2::uuid AND status = 'escalated' AND waits_for = 'team' AND last_seq = $5::int RETURNING 1
  )
  SELECT CASE WHEN $6::text IS NOT NULL THEN pg_notify('${LIVE_CHANNEL}', $6) END FROM reckoned`;

/**
 * By when people should answer the message that a shopper wrote just now, by their opening hours: whoever stored it could only
 * say so by the clock. With the priority that the conversation has, or a higher one now that more is known.
 */
export async function reckonDue(key: ConversationKey, now = new Date()): Promise<void> {
  const [stakes, standing] = await Promise.all([stakesOf(key, now), standingOf(key)]);
  if (!stakes || standing?.status !== "escalated" || standing.waitsFor !== "team") return;
  const fresh = triage({ ...stakes, reason: reasonOf(standing.reason) });
  // What was urgent before it was closed is over.
  const before = standing.reason === REOPENED ? fresh.priority : standing.priority;
  const priority = Math.min(before, fresh.priority) as Priority;
  const dueAt = dueFor(priority, stakes);
  const { shop, conversationId } = key;
  const values = [shop, conversationId, dueAt, priority, standing.lastSeq, noteFor(inboxTopicOf(shop))];
  await sql().query(RECKON, values);
  tellInbox(key);
}
