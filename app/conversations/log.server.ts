import { LIVE_CHANNEL, noteFor, publishHere, publishPassing } from "../platform/live.server.ts";
import type { ConversationKey } from "../identity/scope.ts";
import { sql } from "../platform/db.server.ts";
import { askToNotify } from "../staff/notify.server.ts";
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

/** Of a shop's conversations that are with people, or were until now: each message says which one has changed. */
export function inboxTopicOf(shop: string): string {
  return `${shop}/inbox`;
}
export type InboxNews = { conversationId: string };

const APPEND = `
  WITH numbered AS (
    UPDATE conversation SET last_seq = last_seq + $4, updated_at = now(),
      status = CASE WHEN $8::text IS NULL THEN status ELSE 'escalated' END,
      escalated_at = CASE WHEN $8::text IS NULL THEN escalated_at ELSE now() END,
      escalation_reason = COALESCE($8::text, escalation_reason),
      priority = COALESCE($9::int, priority),
      due_at = CASE WHEN $8::text IS NULL THEN due_at ELSE $10::timestamptz END,
      waits_for = CASE WHEN $8::text IS NULL THEN waits_for ELSE 'team' END,
      closed_at = CASE WHEN $8::text IS NULL THEN closed_at END
    WHERE shop = $1 AND id = $2::uuid AND ($6::uuid IS NULL OR lease_owner = $6::uuid)
      AND ($8::text IS NULL OR taken_by IS NULL)
    RETURNING last_seq, status
  ), stored AS (
    INSERT INTO event (shop, conversation_id, seq, type, author, client_message_id, body)
    SELECT $1, $2::uuid, n.last_seq - $4 + e.ord, e.value ->> 'type', e.value ->> 'author',
      CASE WHEN e.ord = 1 THEN $7 END, e.value -> 'body'
    FROM numbered n, jsonb_array_elements($3::jsonb) WITH ORDINALITY AS e(value, ord)
    RETURNING seq, at
  ), told AS (
    SELECT CASE WHEN $5::text IS NOT NULL THEN pg_notify('${LIVE_CHANNEL}', $5) END,
      CASE WHEN $11::text IS NOT NULL AND status = 'escalated' THEN pg_notify('${LIVE_CHANNEL}', $11) END, status
    FROM numbered
  )
  SELECT stored.seq, stored.at, told.status FROM stored, told ORDER BY stored.seq`;

/** Hands the conversation to people, unless one of them writes in it already. `dueAt`: by when they should have answered. */
type HandOver = { reason: string; priority: number; dueAt: Date };

/** Leads and owners are told at once of what is as urgent as this, or more. */
const HIGH = 2;

export type AppendOptions = {
  /** Stores only while this turn holds the conversation's lease. */
  leaseOwner?: string;
  handOver?: HandOver;
  /** Names the first event in this conversation: it, and what comes with it, is stored once. */
  once?: string;
};

/**
 * Appends events to the conversation's log, numbers them and tells everyone who follows it.
 * @returns the stored events, or null when the conversation is gone, the lease is somebody else's, or a person writes in what
 * is to be handed over.
 * @throws UniqueViolation of the database when an event of the name `once` is stored already
 */
export async function append(
  key: ConversationKey,
  events: readonly NewEvent[],
  options: AppendOptions = {},
): Promise<ConversationEvent[] | null> {
  if (events.length === 0) return [];
  const { handOver } = options;
  const rows = await sql().query<{ seq: number; at: Date; status: string }>(APPEND, [
    key.shop,
    key.conversationId,
    JSON.stringify(events.map(({ type, author, ...body }) => ({ type, author, body }))),
    events.length,
    noteFor(topicOf(key)),
    options.leaseOwner ?? null,
    options.once ?? null,
    handOver?.reason ?? null,
    handOver?.priority ?? null,
    handOver?.dueAt ?? null,
    noteFor(inboxTopicOf(key.shop)),
  ]);
  if (rows.length !== events.length) return null;
  const stored = rows.map(({ seq, at }, i) => ({ ...events[i], seq, at: at.toISOString() }) as ConversationEvent);
  publishHere(topicOf(key), stored);
  if (rows[0]?.status === "escalated") tellInbox(key);
  if (handOver && handOver.priority <= HIGH) {
    await askToNotify({ shop: key.shop, conversationId: key.conversationId, kind: "urgent", staffId: null, by: null });
  }
  return stored;
}

/** In this process; whatever stores the change tells the others by `noteFor`. */
export function tellInbox({ shop, conversationId }: ConversationKey): void {
  const news: InboxNews = { conversationId };
  publishHere(inboxTopicOf(shop), [news]);
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

/** The shopper writes right now, or has stopped: for the people who have the conversation open. */
export function passTyping(key: ConversationKey, seq: number, on: boolean): void {
  const event: ConversationEvent = {
    type: "typing",
    seq,
    at: new Date().toISOString(),
    author: "shopper",
    name: null,
    on,
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

const LAST_OF_TYPE = `
  SELECT seq, at, type, author, client_message_id, body FROM event
  WHERE shop = $1 AND conversation_id = $2::uuid AND type = $3 ORDER BY seq DESC LIMIT 1`;

/** The newest stored event of a type. */
export async function lastOfType(key: ConversationKey, type: NewEvent["type"]): Promise<ConversationEvent | null> {
  const [row] = await sql().query<StoredRow>(LAST_OF_TYPE, [key.shop, key.conversationId, type]);
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
