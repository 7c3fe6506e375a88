/**
 * Which of a shop's conversations a figure counts and a list shows: the same words in the same SQL, so that what is counted
 * is what is found. The conversation is `c`.
 */
export const CONVERSATION_FILTERS = ["today", "unaided", "late", "unanswered"] as const;
export type ConversationFilter = (typeof CONVERSATION_FILTERS)[number];

/** How far back figures look, besides today's. */
const LATELY_DAYS = 30;

/** Something was said in it: a conversation begins when its widget is opened. */
export const BEGUN = "c.last_seq > 0";
export const LATELY = `c.created_at >= now() - interval '${LATELY_DAYS} days'`;
/** Nobody waits for an answer in it. */
export const ANSWERED = "c.unanswered_seq = 0";

const eventOf = (condition: string) =>
  `EXISTS (SELECT 1 FROM event e WHERE e.shop = c.shop AND e.conversation_id = c.id AND ${condition})`;

/** The agent handed over because it had no answer that it could give. */
export const NO_ANSWER = `e.type = 'escalation' AND e.body ->> 'reason' = 'not_understood'`;

/** @param zone what stands for the shop's time zone, an IANA name: days are the shop's own */
export function filterSql(filter: ConversationFilter, zone: string): string {
  switch (filter) {
    case "today":
      return `c.created_at >= date_trunc('day', now() AT TIME ZONE ${zone}) AT TIME ZONE ${zone}`;
    case "unaided":
      return `${LATELY} AND ${ANSWERED} AND NOT ${eventOf("e.type = 'escalation'")}`;
    case "late":
      return `${LATELY} AND ${eventOf(`e.type = 'tool' AND e.body -> 'outcome' -> 'result' ->> 'worry' = 'late'`)}`;
    case "unanswered":
      return `${LATELY} AND ${eventOf(NO_ANSWER)}`;
  }
}
