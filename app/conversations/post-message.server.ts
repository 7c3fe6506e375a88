import type { ConversationKey } from "../identity/scope.ts";
import { LIVE_CHANNEL, noteFor, publishHere } from "../platform/live.server.ts";
import { sql } from "../platform/db.server.ts";
import { findConversation } from "./conversations.server.ts";
import { errorFields, log } from "../platform/log.server.ts";
import type { EscalationReason } from "./escalation/reasons.ts";
import { reckonDue } from "./escalation/standing.server.ts";
import type { ConversationEvent } from "./events.ts";
import { inboxTopicOf, tellInbox, toEvent, topicOf } from "./log.server.ts";
import { LEASE_SECONDS } from "./lease.server.ts";

/** By the clock, until a moment later it is reckoned with the team's opening hours. */
const ANSWER_HOURS = 4;
const REOPENED: EscalationReason = "reopened";

/**
 * Stores the shopper's message, marks it unanswered and takes the lease for its turn if nobody holds it,
 * in one statement: once it is accepted, it cannot be without a turn to answer it (P5). While a person writes, it waits for
 * them and for no turn. A closed conversation is opened again, for the people it was with. Its photos are marked as sent
 * with it, and unless all of them are this conversation's and unsent, nothing is stored.
 */
const POST = `
  WITH known AS (
    SELECT 1 FROM event WHERE shop = $1 AND conversation_id = $2::uuid AND client_message_id = $3
  ), photos AS (
    SELECT id, width, height FROM attachment
    WHERE shop = $1 AND conversation_id = $2::uuid AND id = ANY($7::uuid[]) AND sent_seq IS NULL AND NOT by_staff
    ORDER BY id FOR UPDATE
  ), before AS (
    SELECT status, taken_by, escalated_at, waits_for, lease_until > now() AS leased FROM conversation
    WHERE shop = $1 AND id = $2::uuid AND NOT EXISTS (SELECT 1 FROM known)
      AND (SELECT count(*) FROM photos) = cardinality($7::uuid[])
    FOR UPDATE
  ), taken AS (
    UPDATE conversation c SET
      last_seq = c.last_seq + CASE WHEN b.status = 'closed' THEN 2 ELSE 1 END,
      shopper_seq = c.last_seq + CASE WHEN b.status = 'closed' THEN 2 ELSE 1 END,
      unanswered_seq = CASE WHEN b.taken_by IS NOT NULL THEN 0 WHEN b.status = 'closed' THEN c.last_seq + 2 ELSE c.last_seq + 1 END,
      updated_at = now(),
      lease_owner = CASE WHEN b.leased OR b.taken_by IS NOT NULL THEN c.lease_owner ELSE $5::uuid END,
      turn_attempts = CASE WHEN b.leased OR b.taken_by IS NOT NULL THEN c.turn_attempts ELSE c.turn_attempts + 1 END,
      lease_until = CASE WHEN b.leased OR b.taken_by IS NOT NULL THEN c.lease_until
        ELSE now() + interval '${LEASE_SECONDS} seconds' END,
      status = CASE WHEN b.status <> 'closed' THEN b.status WHEN b.escalated_at IS NULL THEN 'open' ELSE 'escalated' END,
      escalation_reason = CASE WHEN b.status = 'closed' AND b.escalated_at IS NOT NULL THEN '${REOPENED}'
        ELSE c.escalation_reason END,
      due_at = CASE WHEN b.status = 'closed' OR c.waits_for = 'shopper' THEN now() + interval '${ANSWER_HOURS} hours'
        ELSE c.due_at END,
      waits_for = 'team', snoozed_until = NULL, closed_at = NULL, outcome = NULL
    FROM before b WHERE c.shop = $1 AND c.id = $2::uuid
    RETURNING c.last_seq, c.status, b.status = 'closed' AS reopened, b.status = 'closed' OR b.waits_for = 'shopper' AS begins,
      COALESCE(c.lease_owner = $5::uuid AND b.taken_by IS NULL, false) AS leased
  ), reopening AS (
    INSERT INTO event (shop, conversation_id, seq, type, author, body)
    SELECT $1, $2::uuid, last_seq - 1, 'handling', 'system', '{"what": "reopened", "by": null}'::jsonb
    FROM taken WHERE reopened
    RETURNING seq, at, type, author, client_message_id, body
  ), stored AS (
    INSERT INTO event (shop, conversation_id, seq, type, author, client_message_id, body)
    SELECT $1, $2::uuid, last_seq, 'message', 'shopper', $3, $4::jsonb || COALESCE((
      SELECT jsonb_build_object('attachments', jsonb_agg(
        jsonb_build_object('id', id, 'width', width, 'height', height) ORDER BY array_position($7::uuid[], id)))
      FROM photos HAVING count(*) > 0
    ), '{}'::jsonb) FROM taken
    RETURNING seq, at, type, author, client_message_id, body
  ), sent AS (
    UPDATE attachment a SET sent_seq = taken.last_seq FROM taken, photos
    WHERE a.shop = $1 AND a.conversation_id = $2::uuid AND a.id = photos.id
  ), told AS (
    SELECT CASE WHEN $6::text IS NOT NULL THEN pg_notify('${LIVE_CHANNEL}', $6) END,
      CASE WHEN $8::text IS NOT NULL AND status = 'escalated' THEN pg_notify('${LIVE_CHANNEL}', $8) END
    FROM taken
  ), events AS (SELECT * FROM reopening UNION ALL SELECT * FROM stored)
  SELECT events.*, taken.leased, taken.status, taken.begins FROM events, taken, told ORDER BY events.seq`;

const FIND = `
  SELECT seq, at, type, author, client_message_id, body FROM event
  WHERE shop = $1 AND conversation_id = $2::uuid AND client_message_id = $3`;

type Row = Parameters<typeof toEvent>[0];

export type PostOutcome =
  /** `leased`: the caller holds the lease and must run the turn. */
  | { kind: "stored"; event: ConversationEvent; leased: boolean }
  | { kind: "repeated"; event: ConversationEvent }
  | { kind: "gone" }
  /** A photo is not this conversation's, or was sent before. */
  | { kind: "unknown_photo" };

/** The same `clientMessageId` again is the same message: it is stored once and answered alike. */
export async function postMessage(
  key: ConversationKey,
  message: { clientMessageId: string; text: string; attachmentIds?: readonly string[] },
  leaseOwner: string,
): Promise<PostOutcome> {
  const { shop, conversationId } = key;
  const { attachmentIds = [] } = message;
  const body = JSON.stringify({ messageId: message.clientMessageId, text: message.text });
  try {
    const rows = await sql().query<Row & { leased: boolean; status: string; begins: boolean }>(POST, [
      shop,
      conversationId,
      message.clientMessageId,
      body,
      leaseOwner,
      noteFor(topicOf(key)),
      attachmentIds,
      noteFor(inboxTopicOf(shop)),
    ]);
    const events = rows.map(toEvent);
    const [row, event] = [rows.at(-1), events.at(-1)];
    if (row && event) {
      publishHere(topicOf(key), events);
      if (row.status === "escalated") {
        tellInbox(key);
        if (row.begins) reckonLater(key);
      }
      return { kind: "stored", event, leased: row.leased };
    }
  } catch (error) {
    // Two posts of the same message at once: the unique index let one of them through.
    if (!isUniqueViolation(error)) throw error;
  }
  const [known] = await sql().query<Row>(FIND, [shop, conversationId, message.clientMessageId]);
  if (known) return { kind: "repeated", event: toEvent(known) };
  return attachmentIds.length > 0 && (await findConversation(key)) ? { kind: "unknown_photo" } : { kind: "gone" };
}

/** Not on the message's way: without it, it is due some hours from now. */
function reckonLater(key: ConversationKey): void {
  reckonDue(key).catch((error: unknown) =>
    log.warn({ shop: key.shop, ...errorFields(error) }, "by when a message should be answered was not reckoned"),
  );
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "23505";
}
