/** How a conversation ended, as people at the desk say when they close it. */
export const OUTCOMES = ["solved", "answered_elsewhere", "no_answer", "cannot_help", "spam", "duplicate"] as const;
export type Outcome = (typeof OUTCOMES)[number];
