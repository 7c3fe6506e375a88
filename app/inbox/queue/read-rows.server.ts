import { sql } from "../../platform/db.server.ts";
import type { QueueRow } from "./row.ts";

type Stored = Omit<QueueRow, "activeAt" | "dueAt" | "snoozedUntil" | "lastMessage"> & {
  activeAt: Date;
  dueAt: Date | null;
  snoozedUntil: Date | null;
  lastAuthor: string | null;
  lastText: string | null;
};

/** The newest events among which what was last said is looked for. */
const LAST = 60;

/**
 * What the search has put in is known of the older part; only what came since is read from the log, however long that is.
 */
const ROWS = `
  SELECT c.id, c.customer_id AS "customerId", COALESCE(c.shopper_name, c.shopper_email, c.contact_email) AS name,
    c.status, c.channel, c.locale, c.updated_at AS "activeAt", c.escalation_reason AS reason, c.priority,
    c.due_at AS "dueAt", c.waits_for AS "waitsFor", c.assigned_to AS "assignedTo", c.taken_by AS "takenBy",
    c.snoozed_until AS "snoozedUntil", c.outcome, COALESCE(s.messages, 0) + since.messages AS messages,
    ARRAY(SELECT unnest(COALESCE(s.order_names, ARRAY[]::text[])) UNION SELECT unnest(since.orders) ORDER BY 1) AS "orderNames",
    last.author AS "lastAuthor", last.text AS "lastText"
  FROM unnest($2::uuid[]) WITH ORDINALITY AS asked(id, place)
  JOIN conversation c ON c.shop = $1 AND c.id = asked.id
  LEFT JOIN conversation_search s ON s.shop = $1 AND s.conversation_id = asked.id
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE e.type = 'message')::int AS messages,
      array_remove(array_agg(DISTINCT COALESCE(e.body ->> 'orderName', e.body -> 'card' ->> 'orderName'))
        FILTER (WHERE e.type = 'verification' AND e.body ->> 'state' = 'verified'
          OR e.type = 'card' AND e.body -> 'card' ->> 'kind' = 'order'), NULL) AS orders
    FROM event e WHERE e.shop = $1 AND e.conversation_id = asked.id AND e.seq > COALESCE(s.indexed_seq, 0)
      AND e.seq <= c.last_seq
  ) since
  LEFT JOIN LATERAL (
    SELECT m.author, m.text FROM (
      SELECT e.seq, e.type, e.author, left(e.body ->> 'text', 240) AS text FROM event e
      WHERE e.shop = $1 AND e.conversation_id = asked.id AND e.seq <= c.last_seq ORDER BY e.seq DESC LIMIT ${LAST}
    ) m WHERE m.type = 'message' AND m.text <> '' ORDER BY m.seq DESC LIMIT 1
  ) last ON true
  ORDER BY asked.place`;

/** The rows of some conversations of a shop, in the order asked for; those that are gone are left out. */
export async function readRows(shop: string, ids: readonly string[]): Promise<QueueRow[]> {
  if (ids.length === 0) return [];
  const rows = await sql().query<Stored>(ROWS, [shop, ids]);
  return rows.map(({ activeAt, dueAt, snoozedUntil, lastAuthor, lastText, ...row }) => ({
    ...row,
    activeAt: activeAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    snoozedUntil: snoozedUntil?.toISOString() ?? null,
    lastMessage: lastAuthor === null || lastText === null ? null : { author: lastAuthor, text: lastText },
  }));
}
