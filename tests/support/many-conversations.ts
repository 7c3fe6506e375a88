import { sql } from "#app/platform/db.server.ts";
import { placedSql } from "#app/inbox/search/placed.ts";
import { wordsOf } from "#app/inbox/search/words.ts";

/**
 * Shops with very many conversations, made in the database itself: about twenty events each over two years, most of them long
 * settled by the agent, one in a hundred with people. What is said is made of phrases whose words are as frequent as words
 * are (Zipf), in several languages; the search's rows are of the same words that the indexer would have put in.
 * The same seed makes the same shops.
 */
export type Many = { shop: string; conversations: number; seed: number };

export const EVENTS_EACH = 20;
const VOCABULARY = 12_000;
const PHRASES = 20_000;
const PHRASE_WORDS = 8;
/** Conversations written in one statement. */
const PART = 5_000;

/** Languages with how many of a hundred conversations are in them. */
const LANGUAGES = [
  ["en", 62],
  ["de", 14],
  ["fr", 10],
  ["es", 8],
  ["ja", 6],
] as const;

/** Words in the order of how often they are said; the last ones hardly ever. */
function vocabulary(language: string): string[] {
  const syllables =
    language === "ja"
      ? Array.from("注文返品配送商品届交換返金未確認住所変更日曜便追跡荷物お客様ご連絡")
      : "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu kra ble sti dro flu".split(" ");
  return Array.from({ length: VOCABULARY }, (_, rank) => {
    let word = "";
    for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / syllables.length)) {
      word += syllables[rest % syllables.length] ?? "";
    }
    return language === "ja" ? word : `${word}${language}`;
  });
}

/** The word of a rank of a language; rank 0 is the most frequent one. */
export function wordOfRank(language: string, rank: number): string {
  return vocabulary(language)[rank] ?? "";
}

/** A small generator (mulberry32): the same numbers for the same seed on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Tables that only help to make the rest. */
async function makePhrases(seed: number): Promise<void> {
  await sql().script(`
    CREATE TABLE IF NOT EXISTS made_phrase (language text, number int, text text, words text[], PRIMARY KEY (language, number));
    CREATE TABLE IF NOT EXISTS made_name (number int PRIMARY KEY, name text, words text[]);
    DELETE FROM made_phrase; DELETE FROM made_name;`);
  const random = randomFrom(seed);
  for (const [language, share] of LANGUAGES) {
    const words = vocabulary(language);
    const total = words.reduce((sum, _, rank) => sum + 1 / (rank + 1), 0);
    const bounds: number[] = [];
    words.reduce((sum, _, rank) => (bounds[rank] = sum + 1 / (rank + 1) / total), 0);
    const pick = () => {
      const at = random();
      let [low, high] = [0, bounds.length - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((bounds[middle] ?? 1) < at) low = middle + 1;
        else high = middle;
      }
      return words[low] ?? "";
    };
    const count = Math.ceil((PHRASES * share) / 100);
    const rows = Array.from({ length: count }, (_, number) => {
      const text = Array.from({ length: PHRASE_WORDS }, pick).join(language === "ja" ? "" : " ");
      return { language, number, text, words: wordsOf(text) };
    });
    await insert(
      "made_phrase (language, number, text, words)",
      "language text, number int, text text, words text[]",
      rows,
    );
  }
  const names = Array.from({ length: 4_000 }, (_, number) => {
    const name = `Person${number % 97} Family${number}`;
    return { number, name, words: wordsOf(name) };
  });
  await insert("made_name (number, name, words)", "number int, name text, words text[]", names);
}

async function insert(into: string, columns: string, rows: readonly object[]): Promise<void> {
  const names = into.slice(into.indexOf("(") + 1, -1);
  for (let at = 0; at < rows.length; at += 5_000) {
    await sql().query(`INSERT INTO ${into} SELECT ${names} FROM jsonb_to_recordset($1::jsonb) AS given(${columns})`, [
      JSON.stringify(rows.slice(at, at + 5_000)),
    ]);
  }
}

/** A number from 0 to `below`, of a conversation `i`; another one for each `salt`. */
const some = (i: string, salt: number, below: number | string) =>
  `(abs(hashint8extended((${i})::bigint, ${salt}::bigint)) % ${below})::int`;

/** What one conversation is, from its number `i` and the seed. */
function drawn({ conversations, seed }: Many): string {
  const languages: string[] = [];
  let sum = 0;
  for (const [language, share] of LANGUAGES) languages.push(`WHEN lang_at < ${(sum += share)} THEN '${language}'`);
  const salt = (number: number) => seed * 100 + number;
  return `
    SELECT drawn.*, CASE ${languages.join(" ")} ELSE 'en' END AS language,
      to_timestamp(extract(epoch FROM now()) - (${conversations} - i) * (730 * 86400.0 / ${conversations})) AS active,
      CASE WHEN status_at < 10 THEN 'escalated' WHEN status_at < 130 THEN 'closed' ELSE 'open' END AS status
    FROM (SELECT i, md5('${seed}/' || i)::uuid AS id, ${some("i", salt(1), 100)} AS lang_at,
      ${some("i", salt(2), 1_000)} AS status_at, ${some("i", salt(3), 4_000)} AS name_at,
      ${some("i", salt(4), 4)} AS priority_at, ${some("i", salt(5), 30)} AS person_at,
      ${some("i", salt(6), 8)} AS reason_at, ${some("i", salt(7), 10)} AS channel_at, ${some("i", salt(8), 6)} AS late_at
    FROM generate_series($1::int, $2::int) AS i) drawn`;
}

const REASONS = `(ARRAY['asked_for_person','approval_needed','not_understood','cannot_do_yet','resolution_needs_attention',
  'resolution_failed','limits_reached','identity_failed'])[reason_at + 1]`;
const ORDER_NAME = `'#' || (100000 + i)`;
const EMAIL = `'person' || i || '@example.com'`;

const conversationRows = (many: Many) => `
  INSERT INTO conversation (shop, id, channel, customer_id, locale, status, created_at, updated_at, last_seq, priority,
    escalated_at, escalation_reason, due_at, waits_for, assigned_to, snoozed_until, closed_at, outcome, shopper_name,
    shopper_email, indexed_seq)
  SELECT '${many.shop}', id, CASE WHEN channel_at = 0 THEN 'email' ELSE 'widget' END,
    CASE WHEN name_at % 3 = 0 THEN 'gid://shopify/Customer/' || i END, language, status, active - interval '20 minutes', active,
    ${EVENTS_EACH}, 1 + priority_at,
    CASE WHEN status <> 'open' THEN active END, CASE WHEN status <> 'open' THEN ${REASONS} END,
    CASE WHEN status = 'escalated' THEN now() + (i % 2000 - 1000) * interval '1 minute' END,
    CASE WHEN i % 3 = 0 THEN 'shopper' ELSE 'team' END,
    CASE WHEN status <> 'open' AND person_at > 9 THEN (100 + person_at)::text END,
    CASE WHEN status = 'escalated' AND person_at = 12 THEN now() + interval '3 hours' END,
    CASE WHEN status = 'closed' THEN active END, CASE WHEN status = 'closed' THEN 'solved' END,
    CASE WHEN name_at % 3 = 0 THEN n.name END, CASE WHEN name_at % 3 = 0 THEN ${EMAIL} END, ${EVENTS_EACH}
  FROM (${drawn(many)}) d JOIN made_name n ON n.number = d.name_at`;

/** Messages are the events of these numbers, a shopper's and an agent's in turn. */
const MESSAGES = [1, 4, 6, 9, 11, 14, 16, 19];

const eventRows = (many: Many) => `
  WITH d AS MATERIALIZED (${drawn(many)}), sizes AS (SELECT language, count(*)::int AS size FROM made_phrase GROUP BY language)
  INSERT INTO event (shop, conversation_id, seq, at, type, author, body)
  SELECT '${many.shop}', d.id, k.seq, d.active - (${EVENTS_EACH} - k.seq) * interval '1 minute',
    k.type, k.author, CASE k.type
      WHEN 'message' THEN jsonb_build_object('messageId', d.i || '-' || k.seq, 'text', p.text)
      WHEN 'card' THEN jsonb_build_object('card', jsonb_build_object('kind', 'order', 'orderName', ${ORDER_NAME},
        'headline', 'On its way', 'tone', 'good', 'groups', '[]'::jsonb))
      WHEN 'tool' THEN jsonb_build_object('callId', d.i || '-' || k.seq, 'name', 'get_order', 'arguments', '{}', 'milliseconds', 12,
        'evidence', '[]'::jsonb, 'outcome', jsonb_build_object('kind', 'ok', 'result', jsonb_build_object('orderName', ${ORDER_NAME},
          'worry', CASE WHEN d.late_at = 0 THEN 'late' ELSE 'fine' END, 'situation', 'in_transit')))
      WHEN 'escalation' THEN jsonb_build_object('reason', ${REASONS}, 'text', 'Passed on.')
      WHEN 'model' THEN jsonb_build_object('model', 'embedded', 'calls', 1, 'milliseconds', 3)
      ELSE jsonb_build_object('text', 'Looking') END
  FROM d JOIN sizes ON sizes.language = d.language
  CROSS JOIN LATERAL (
    SELECT seq, CASE WHEN seq IN (${MESSAGES.join(", ")}) THEN 'message' WHEN seq = 5 THEN 'card' WHEN seq IN (3, 8) THEN 'tool'
      WHEN seq = 20 AND d.status <> 'open' THEN 'escalation' WHEN seq IN (2, 7, 12, 17) THEN 'status' ELSE 'model' END AS type,
      CASE WHEN seq IN (1, 6, 11, 16) THEN 'shopper' WHEN seq = 20 THEN 'system' ELSE 'agent' END AS author
    FROM generate_series(1, ${EVENTS_EACH}) AS seq
  ) k
  LEFT JOIN made_phrase p ON k.type = 'message' AND p.language = d.language
    AND p.number = ${some("d.i * 32 + k.seq", many.seed * 100 + 50, "sizes.size")}`;

const searchRows = (many: Many) => `
  WITH d AS MATERIALIZED (${drawn(many)}), sizes AS (SELECT language, count(*)::int AS size FROM made_phrase GROUP BY language),
  said AS (
    SELECT d.i, array_agg(word) AS words FROM d JOIN sizes ON sizes.language = d.language
    CROSS JOIN unnest(ARRAY[${MESSAGES.join(", ")}]) AS k(seq)
    JOIN made_phrase p ON p.language = d.language
      AND p.number = ${some("d.i * 32 + k.seq", many.seed * 100 + 50, "sizes.size")}
    CROSS JOIN unnest(p.words) AS word GROUP BY d.i
  )
  INSERT INTO conversation_search (shop, conversation_id, active_at, words, placed, order_names, messages, late, indexed_seq)
  SELECT c.shop, c.id, c.updated_at,
    array_to_tsvector(said.words || (100000 + d.i)::text || CASE WHEN name_at % 3 = 0
      THEN n.words || ARRAY['person' || d.i || '@example.com', 'person' || d.i, 'example', 'com'] ELSE ARRAY[]::text[] END),
    ${placedSql("d.late_at = 0")}, ARRAY[${ORDER_NAME.replace("i)", "d.i)")}], ${MESSAGES.length}, d.late_at = 0, ${EVENTS_EACH}
  FROM d JOIN said ON said.i = d.i JOIN conversation c ON c.shop = '${many.shop}' AND c.id = d.id
  JOIN made_name n ON n.number = d.name_at`;

const resolutionRows = (many: Many) => `
  INSERT INTO resolution (shop, id, conversation_id, order_id, order_name, reason, kind, state, digest, proposal, value_minor,
    currency, locale, created_at, updated_at, settled_at, expires_at, told_state)
  SELECT '${many.shop}', md5('r${many.seed}/' || i)::uuid, id, 'gid://shopify/Order/' || i, ${ORDER_NAME}, 'damaged', 'refund',
    CASE WHEN status <> 'escalated' THEN 'succeeded' WHEN reason_at = 1 THEN 'awaiting_approval'
      WHEN reason_at = 4 THEN 'needs_attention' WHEN reason_at = 5 THEN 'failed' ELSE 'succeeded' END,
    '0', '{}'::jsonb, 1200, 'EUR', language, active, active, CASE WHEN status <> 'escalated' THEN active END, now() + interval '2 days', 'succeeded'
  FROM (${drawn(many)}) d WHERE late_at = 0 OR status = 'escalated' AND reason_at IN (1, 4, 5)`;

/** Makes one shop after the other; tells of its way by `progress`. */
export async function makeMany(
  shops: readonly Many[],
  progress: (words: string) => void = () => undefined,
): Promise<void> {
  await makePhrases(shops[0]?.seed ?? 1);
  for (const many of shops) {
    for (let from = 1; from <= many.conversations; from += PART) {
      const part = [from, Math.min(from + PART - 1, many.conversations)];
      for (const rows of [conversationRows, eventRows, searchRows, resolutionRows]) {
        await sql().query(rows(many), part);
      }
      progress(`${many.shop}: ${part[1]?.toLocaleString("en-US")} of ${many.conversations.toLocaleString("en-US")}`);
    }
  }
}
