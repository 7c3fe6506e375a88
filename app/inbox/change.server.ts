import { inboxTopicOf, tellInbox, topicOf } from "../conversations/log.server.ts";
import type { ConversationEvent, NewEvent } from "../conversations/events.ts";
import type { ConversationKey } from "../identity/scope.ts";
import { sql } from "../platform/db.server.ts";
import { LIVE_CHANNEL, noteFor, publishHere } from "../platform/live.server.ts";
import type { SqlValue } from "../platform/sql.ts";
import type { Deed } from "../staff/audit.ts";
import { deedValues, keepDeed } from "../staff/audit.server.ts";

/**
 * What somebody does to a conversation: columns, events of its log and the audit's entry change in one statement, or nothing
 * does. Two people at once come one after the other, and the second one's `when` is asked of what the first one left.
 */
export type DeskChange = {
  /** `column = expression, ...` of `conversation c`, whose old values are `b`. */
  set: string;
  /** A condition on `b`, the row as it is. */
  when: string;
  /** Values of `set` and `when`, from `$13` on. */
  values: readonly SqlValue[];
  events: readonly NewEvent[];
  deed: Deed | null;
  /** A name for the first event: what has one already is not done again. */
  once?: string;
  /** Further parts of the statement, which may read `changed` (`last_seq`) and `stored` (`seq`, `at` of the events): `name AS (...)`. */
  also?: string;
};

/** Values of a change begin here. */
export const FIRST = 13;

export type DeskOutcome =
  | { kind: "ok"; events: ConversationEvent[] }
  /** `when` does not hold: the conversation is as `now` says. */
  | { kind: "not_now"; now: Standing }
  | { kind: "gone" };

/** Where a conversation stands, as far as people at the desk get in each other's way. */
export type Standing = { status: string; takenBy: string | null; assignedTo: string | null };

const statement = ({ set, when, also }: Pick<DeskChange, "set" | "when" | "also">) => `
  WITH b AS (
    SELECT * FROM conversation WHERE shop = $1 AND id = $2::uuid FOR UPDATE
  ), changed AS (
    UPDATE conversation c SET last_seq = c.last_seq + $4, updated_at = now(), ${set}
    FROM b WHERE c.shop = $1 AND c.id = $2::uuid AND (${when})
    RETURNING c.shop, c.last_seq
  ), stored AS (
    INSERT INTO event (shop, conversation_id, seq, type, author, client_message_id, body)
    SELECT $1, $2::uuid, n.last_seq - $4 + e.ord, e.value ->> 'type', e.value ->> 'author',
      CASE WHEN e.ord = 1 THEN $7 END, e.value -> 'body'
    FROM changed n, jsonb_array_elements($3::jsonb) WITH ORDINALITY AS e(value, ord)
    RETURNING seq, at
  ), kept AS (
    ${keepDeed("changed", 8)}
  ), ${also === undefined ? "" : `${also}, `}told AS (
    SELECT true AS done, CASE WHEN $5::text IS NOT NULL THEN pg_notify('${LIVE_CHANNEL}', $5) END,
      CASE WHEN $6::text IS NOT NULL THEN pg_notify('${LIVE_CHANNEL}', $6) END
    FROM changed
  )
  SELECT b.status, b.taken_by AS "takenBy", b.assigned_to AS "assignedTo",
    COALESCE(told.done, false) AS done,
    COALESCE((SELECT jsonb_agg(jsonb_build_object('seq', seq, 'at', at) ORDER BY seq) FROM stored), '[]'::jsonb) AS stored
  FROM b LEFT JOIN told ON true`;

type Row = Standing & { done: boolean; stored: { seq: number; at: string }[] };

/** @throws UniqueViolation of the database when an event of the name `once` is stored already */
export async function changeConversation(key: ConversationKey, change: DeskChange): Promise<DeskOutcome> {
  const { events, deed, once, values } = change;
  const [row] = await sql().query<Row>(statement(change), [
    key.shop,
    key.conversationId,
    JSON.stringify(events.map(({ type, author, ...body }) => ({ type, author, body }))),
    events.length,
    noteFor(topicOf(key)),
    noteFor(inboxTopicOf(key.shop)),
    once ?? null,
    ...deedValues(deed),
    ...values,
  ]);
  if (!row) return { kind: "gone" };
  const { done, stored, ...now } = row;
  if (!done) return { kind: "not_now", now };
  const placed = stored.map(
    ({ seq, at }, index) => ({ ...events[index], seq, at: new Date(at).toISOString() }) as ConversationEvent,
  );
  if (placed.length > 0) publishHere(topicOf(key), placed);
  tellInbox(key);
  return { kind: "ok", events: placed };
}
