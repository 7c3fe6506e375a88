import type { ConversationKey } from "../identity/scope.ts";
import { LIVE_CHANNEL, noteFor, publishHere } from "../platform/live.server.ts";
import { sql } from "../platform/db.server.ts";
import { findConversation } from "./conversations.server.ts";
import type { ConversationEvent } from "./events.ts";
import { toEvent, topicOf } from "./log.server.ts";
import { LEASE_SECONDS } from "./lease.server.ts";

/**
 * Stores the shopper's message, marks it unanswered and takes the lease for its turn if nobody holds it,
 * in one statement: once it is accepted, it cannot be without a turn to answer it (P5). Its photos are marked as sent
 * with it, and unless all of them are this conversation's and unsent, nothing is stored.
 */
const POST = `
  WITH known AS (
    SELECT 1 FROM event WHERE shop = $1 AND conversation_id = $2::uuid AND client_message_id = $3
  ), photos AS (
    SELECT id, width, height FROM attachment
    WHERE shop = $1 AND conversation_id = $2::uuid AND id = ANY($7::uuid[]) AND sent_seq IS NULL
    ORDER BY id FOR UPDATE
  ), taken AS (
    UPDATE conversation SET
      last_seq = last_seq + 1,
      unanswered_seq = last_seq + 1,
      updated_at = now(),
      lease_owner = CASE WHEN lease_until > now() THEN lease_owner ELSE $5::uuid END,
      turn_attempts = CASE WHEN lease_until > now() THEN turn_attempts ELSE turn_attempts + 1 END,
      lease_until = CASE WHEN lease_until > now() THEN lease_until ELSE now() + interval '${LEASE_SECONDS} seconds' END
    WHERE shop = $1 AND id = $2::uuid AND NOT EXISTS (SELECT 1 FROM known)
      AND (SELECT count(*) FROM photos) = cardinality($7::uuid[])
    RETURNING last_seq, lease_owner = $5::uuid AS leased
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
    SELECT CASE WHEN $6::text IS NULL THEN NULL ELSE pg_notify('${LIVE_CHANNEL}', $6) END FROM taken
  )
  SELECT stored.*, taken.leased FROM stored, taken, told`;

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
    const [row] = await sql().query<Row & { leased: boolean }>(POST, [
      shop,
      conversationId,
      message.clientMessageId,
      body,
      leaseOwner,
      noteFor(topicOf(key)),
      attachmentIds,
    ]);
    if (row) {
      const event = toEvent(row);
      publishHere(topicOf(key), [event]);
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

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "23505";
}
