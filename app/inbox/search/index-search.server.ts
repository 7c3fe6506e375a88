import { sql } from "../../platform/db.server.ts";
import { placedSql } from "./placed.ts";
import { wordsOf } from "./words.ts";

/** Conversations put in at once. */
const BATCH = 50;
/** Events of one conversation read at once; a longer one is put in part by part. */
const MOST_EVENTS = 400;

const NAMES = "concat_ws(' ', c.shopper_name, c.shopper_email, c.contact_email)";

const BEHIND = `
  SELECT shop, id, indexed_seq AS "from", LEAST(last_seq, indexed_seq + ${MOST_EVENTS}) AS "to",
    ${NAMES} AS names
  FROM conversation c WHERE indexed_seq < last_seq ORDER BY updated_at LIMIT ${BATCH}`;

type Behind = { shop: string; id: string; from: number; to: number; names: string };

/** What was said and which orders were told about; never what tools answered, but that an order is late. */
const SAID = `
  SELECT e.shop, e.conversation_id AS id,
    string_agg(e.body ->> 'text', E'\\n') FILTER (WHERE e.type = 'message') AS text,
    count(*) FILTER (WHERE e.type = 'message')::int AS messages,
    string_agg(e.body ->> 'email', ' ') FILTER (WHERE e.type = 'contact') AS emails,
    array_remove(array_agg(DISTINCT COALESCE(e.body ->> 'orderName', e.body -> 'card' ->> 'orderName'))
      FILTER (WHERE e.type = 'verification' AND e.body ->> 'state' = 'verified'
        OR e.type = 'card' AND e.body -> 'card' ->> 'kind' = 'order'), NULL) AS "orderNames",
    bool_or(e.type = 'tool' AND COALESCE(e.body -> 'outcome' -> 'result' ->> 'worry', '') = 'late') AS late
  FROM jsonb_to_recordset($1::jsonb) AS b(shop text, id uuid, "from" int, "to" int)
  JOIN event e ON e.shop = b.shop AND e.conversation_id = b.id AND e.seq > b."from" AND e.seq <= b."to"
    AND e.type IN ('message', 'contact', 'verification', 'card', 'tool')
  GROUP BY e.shop, e.conversation_id`;

type Said = {
  shop: string;
  id: string;
  text: string | null;
  messages: number;
  emails: string | null;
  orderNames: string[] | null;
  late: boolean;
};

/**
 * What a message has locked is left for the next look: nobody waits for the index. Of several processes that put the same
 * conversation in, one does: it goes on from where the conversation still stands, and knows its people by the names they still have. From the beginning replaces what was there.
 */
const PUT = `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb)
      AS g(shop text, id uuid, "from" int, "to" int, names text, words jsonb, "orderNames" jsonb, messages int, late boolean)
  ), free AS (
    SELECT c.* FROM conversation c JOIN given g ON g.shop = c.shop AND g.id = c.id AND g."from" = c.indexed_seq AND g.names = ${NAMES}
    FOR UPDATE OF c SKIP LOCKED
  ), put AS (
    INSERT INTO conversation_search AS s
      (shop, conversation_id, active_at, words, placed, order_names, messages, late, indexed_seq)
    SELECT c.shop, c.id, c.updated_at,
      COALESCE(old.words, ''::tsvector) || array_to_tsvector(ARRAY(SELECT jsonb_array_elements_text(g.words))),
      ${placedSql("COALESCE(old.late, false) OR g.late")},
      ARRAY(SELECT unnest(COALESCE(old.order_names, ARRAY[]::text[]))
        UNION SELECT jsonb_array_elements_text(g."orderNames") ORDER BY 1),
      COALESCE(old.messages, 0) + g.messages, COALESCE(old.late, false) OR g.late, g."to"
    FROM free c JOIN given g ON g.shop = c.shop AND g.id = c.id
    LEFT JOIN conversation_search old ON g."from" > 0 AND old.shop = c.shop AND old.conversation_id = c.id
    ON CONFLICT (shop, conversation_id) DO UPDATE SET active_at = excluded.active_at, words = excluded.words,
      placed = excluded.placed, order_names = excluded.order_names, messages = excluded.messages, late = excluded.late,
      indexed_seq = excluded.indexed_seq
  )
  UPDATE conversation c SET indexed_seq = g."to" FROM free f JOIN given g ON g.shop = f.shop AND g.id = f.id
  WHERE c.shop = f.shop AND c.id = f.id
  RETURNING c.id`;

/**
 * Puts what was said since the last look into the search, over all shops, for the job alone. Safe to run in any number of
 * processes, and to be cut off anywhere.
 * @returns how many conversations were put in; another look may find more
 */
async function indexSearch(): Promise<number> {
  const behind = await sql().query<Behind>(BEHIND);
  if (behind.length === 0) return 0;
  const said = await sql().query<Said>(SAID, [JSON.stringify(behind)]);
  const given = behind.map((of) => {
    const found = said.find(({ shop, id }) => shop === of.shop && id === of.id);
    const { text = "", messages = 0, emails = "", orderNames = [], late = false } = found ?? {};
    const orders = orderNames ?? [];
    const words = wordsOf([text, of.names, emails, ...orders].join("\n"));
    return { ...of, words, messages, orderNames: orders, late };
  });
  return (await sql().query(PUT, [JSON.stringify(given)])).length;
}

/** Looks until nothing is behind, or for as many looks as it may. */
export async function indexAll(mostLooks: number): Promise<void> {
  for (let looks = 0; looks < mostLooks; looks++) if ((await indexSearch()) === 0) return;
}
