import { LIVE_CHANNEL, noteFor, publishHere, publishPassing } from "../platform/live.server.ts";
import type { ConversationKey } from "../identity/scope.ts";
import { sql } from "../platform/db.server.ts";
import type { ConversationEvent, NewEvent } from "./events.ts";

export function topicOf(key: ConversationKey): string {
  return `${key.shop}/${key.conversationId}`;
}

type StoredRow = {
  seq: number;
  at: Date;
  type: string;
  author: string;
  client_message_id: string | null;
  body: object;
};

const APPEND = `
  WITH numbered AS (
    UPDATE conversation SET last_seq = last_seq + $4, updated_at = now(), status = COALESCE($6, status)
    WHERE shop = $1 AND id = $2::uuid AND ($7::uuid IS NULL OR lease_owner = $7::uuid)
    RETURNING last_seq
  ), stored AS (
    INSERT INTO event (shop, conversation_id, seq, type, author, client_message_id, body)
    SELECT $1, $2::uuid, n.last_seq - $4 + e.ord, e.value ->> 'type', e.value ->> 'author',
      CASE WHEN e.ord = 1 THEN $8 END, e.value -> 'body'
    FROM numbered n, jsonb_array_elements($3::jsonb) WITH ORDINALITY AS e(value, ord)
    RETURNING seq, at
  ), told AS (
    SELECT CASE WHEN $5::text IS NULL THEN NULL ELSE pg_notify('${LIVE_CHANNEL}', $5) END FROM numbered
  )
  SELECT stored.seq, stored.at FROM stored, told ORDER BY stored.seq`;

export type AppendOptions = {
  /** Stores only while this turn holds the conversation's lease. */
  leaseOwner?: string;
  /** Sets the conversation's status along with the events. */
  status?: "open" | "escalated" | "closed";
  /** Names the first event in this conversation: it, and what comes with it, is stored once. */
  once?: string;
};

/**
 * Appends events to the conversation's log, numbers them and tells everyone who follows it.
 * @returns the stored events, or null when the conversation is gone or the lease is somebody else's.
 * @throws UniqueViolation of the database when an event of the name `once` is stored already
 */
export async function append(
  key: ConversationKey,
  events: readonly NewEvent[],
  options: AppendOptions = {},
): Promise<ConversationEvent[] | null> {
  if (events.length === 0) return [];
  const rows = await sql().query<{ seq: number; at: Date }>(APPEND, [
    key.shop,
    key.conversationId,
    JSON.stringify(events.map(({ type, author, ...body }) => ({ type, author, body }))),
    events.length,
    noteFor(topicOf(key)),
    options.status ?? null,
    options.leaseOwner ?? null,
    options.once ?? null,
  ]);
  if (rows.length !== events.length) return null;
  const stored = rows.map(({ seq, at }, i) => ({ ...events[i], seq, at: at.toISOString() }) as ConversationEvent);
  publishHere(topicOf(key), stored);
  return stored;
}

/** Streams part of a message that is not stored yet. */
export function passDelta(key: ConversationKey, seq: number, messageId: string, text: string): void {
  const event: ConversationEvent = {
    type: "delta",
    seq,
    at: new Date().toISOString(),
    author: "agent",
    messageId,
    text,
  };
  publishPassing(topicOf(key), [event]);
}

const READ_AFTER = `
  SELECT seq, at, type, author, client_message_id, body FROM event
  WHERE shop = $1 AND conversation_id = $2::uuid AND seq > $3 ORDER BY seq LIMIT $4`;

/** Stored events after a number, oldest first. */
export async function readAfter(key: ConversationKey, after: number, limit = 500): Promise<ConversationEvent[]> {
  const rows = await sql().query<StoredRow>(READ_AFTER, [key.shop, key.conversationId, after, limit]);
  return rows.map(toEvent);
}

const READ_NEWEST = `
  SELECT seq, at, type, author, client_message_id, body FROM event
  WHERE shop = $1 AND conversation_id = $2::uuid AND seq < $4 ORDER BY seq DESC LIMIT $3`;
/** The largest number its column holds. */
const AFTER_ALL = 2_147_483_647;

/** The newest stored events, or the newest before a number, oldest first. */
export async function readNewest(
  key: ConversationKey,
  limit: number,
  before = AFTER_ALL,
): Promise<ConversationEvent[]> {
  const rows = await sql().query<StoredRow>(READ_NEWEST, [key.shop, key.conversationId, limit, before]);
  return rows.reverse().map(toEvent);
}

const FIND_BY_NAME = `
  SELECT seq, at, type, author, client_message_id, body FROM event
  WHERE shop = $1 AND conversation_id = $2::uuid AND client_message_id = $3`;

/** The event that was stored under a name, see `AppendOptions.once`. */
export async function findByName(key: ConversationKey, once: string): Promise<ConversationEvent | null> {
  const [row] = await sql().query<StoredRow>(FIND_BY_NAME, [key.shop, key.conversationId, once]);
  return row ? toEvent(row) : null;
}

/** Rows were validated when they were stored; inside, they are trusted. */
export function toEvent(row: StoredRow): ConversationEvent {
  return {
    ...row.body,
    ...(row.client_message_id === null ? {} : { clientMessageId: row.client_message_id }),
    seq: row.seq,
    at: row.at.toISOString(),
    type: row.type,
    author: row.author,
  } as ConversationEvent;
}
