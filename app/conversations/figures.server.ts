import { sql } from "../platform/db.server.ts";
import { BEGUN, filterSql, LATELY, NO_ANSWER } from "./conversation-filters.ts";
import { type LatelyFigures, latelyFigures } from "./lately.server.ts";

/** What `LatelyFigures` counts is of the last 30 days; `waiting` is with people now, who have to answer. */
export type ConversationFigures = LatelyFigures & { today: number; waiting: number };

/** As the inbox shows them: with people, who have to answer, now. */
const WAITING =
  "c.status = 'escalated' AND c.waits_for = 'team' AND (c.snoozed_until IS NULL OR c.snoozed_until <= now())";

const NOW = `
  SELECT (SELECT count(*) FROM conversation c WHERE c.shop = $1 AND ${BEGUN} AND ${WAITING})::int AS waiting,
    (SELECT count(*) FROM conversation c WHERE c.shop = $1 AND ${BEGUN} AND ${filterSql("today", "$2")})::int AS today`;

/** How the agent is doing. Days are the shop's own, by its time zone. */
export async function conversationFigures(shop: string, timeZone: string): Promise<ConversationFigures> {
  const [[row], lately] = await Promise.all([
    sql().query<{ today: number; waiting: number }>(NOW, [shop, timeZone]),
    latelyFigures(shop),
  ]);
  if (!row) throw new Error("Figures were asked for and none came.");
  return { ...row, ...lately };
}

export type UnansweredQuestion = { conversationId: string; question: string };

const QUESTIONS = `
  SELECT c.id AS "conversationId", asked.text AS question
  FROM conversation c
  CROSS JOIN LATERAL (
    SELECT e.seq FROM event e WHERE e.shop = c.shop AND e.conversation_id = c.id AND ${NO_ANSWER}
    ORDER BY e.seq DESC LIMIT 1
  ) handed
  CROSS JOIN LATERAL (
    SELECT left(m.body ->> 'text', 200) AS text FROM event m
    WHERE m.shop = c.shop AND m.conversation_id = c.id AND m.seq < handed.seq
      AND m.type = 'message' AND m.author = 'shopper' AND m.body ->> 'text' <> ''
    ORDER BY m.seq DESC LIMIT 1
  ) asked
  WHERE c.shop = $1 AND ${BEGUN} AND ${LATELY}
  ORDER BY c.updated_at DESC LIMIT $2`;

/** What shoppers last asked before the agent gave up, the newest first. */
export function unansweredQuestions(shop: string, most: number): Promise<UnansweredQuestion[]> {
  return sql().query<UnansweredQuestion>(QUESTIONS, [shop, most]);
}
