import { sql } from "../platform/db.server.ts";
import { ANSWERED, BEGUN, filterSql, LATELY, NO_ANSWER } from "./conversation-filters.ts";

/** `answered`, `unaided`, `late` and `unanswered` are of the last 30 days; `waiting` is with people now, however old. */
export type ConversationFigures = {
  today: number;
  waiting: number;
  answered: number;
  /** Of `answered`, those that never needed a person. */
  unaided: number;
  /** In which an order was told about that is late. */
  late: number;
  unanswered: number;
};

const count = (condition: string) =>
  `(SELECT count(*) FROM conversation c WHERE c.shop = $1 AND ${BEGUN} AND ${condition})::int`;

const FIGURES = `
  SELECT ${count(filterSql("today", "$2"))} AS today,
    ${count("c.status = 'escalated'")} AS waiting,
    ${count(`${LATELY} AND ${ANSWERED}`)} AS answered,
    ${count(filterSql("unaided", "$2"))} AS unaided,
    ${count(filterSql("late", "$2"))} AS late,
    ${count(filterSql("unanswered", "$2"))} AS unanswered`;

/** How the agent is doing. Days are the shop's own, by its time zone. */
export async function conversationFigures(shop: string, timeZone: string): Promise<ConversationFigures> {
  const [row] = await sql().query<ConversationFigures>(FIGURES, [shop, timeZone]);
  if (!row) throw new Error("Figures were asked for and none came.");
  return row;
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
