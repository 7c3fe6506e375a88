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
const BACK = `now() - interval '${LATELY_DAYS} days'`;
/** Nothing that began lately was last active before: the index knows only of that. */
export const LATELY = `c.created_at >= ${BACK} AND c.updated_at >= ${BACK}`;
/** Nobody waits for an answer in it. */
export const ANSWERED = "c.unanswered_seq = 0";

export const eventOf = (condition: string) =>
  `EXISTS (SELECT 1 FROM event e WHERE e.shop = c.shop AND e.conversation_id = c.id AND ${condition})`;

/** An order was told about in it that is late, as the search has noted (app/inbox/search/): the log is not read for it. */
export const TOLD_LATE =
  "EXISTS (SELECT 1 FROM conversation_search l WHERE l.shop = c.shop AND l.conversation_id = c.id AND l.late)";

/** The agent handed over because it had no answer that it could give. */
export const NO_ANSWER = `e.type = 'escalation' AND e.body ->> 'reason' = 'not_understood'`;

/** @param zone what stands for the shop's time zone, an IANA name: days are the shop's own */
export function filterSql(filter: ConversationFilter, zone: string): string {
  switch (filter) {
    case "today":
      return ["c.created_at", "c.updated_at"]
        .map((column) => `${column} >= date_trunc('day', now() AT TIME ZONE ${zone}) AT TIME ZONE ${zone}`)
        .join(" AND ");
    case "unaided":
      return `${LATELY} AND ${ANSWERED} AND NOT ${eventOf("e.type = 'escalation'")}`;
    case "late":
      return `${LATELY} AND ${TOLD_LATE}`;
    case "unanswered":
      return `${LATELY} AND ${eventOf(NO_ANSWER)}`;
  }
}
