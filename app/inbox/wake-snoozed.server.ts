import type { ConversationKey } from "../identity/scope.ts";
import { sql } from "../platform/db.server.ts";
import { changeConversation, FIRST } from "./change.server.ts";

/** Most that one look wakes; what is left is found by the next. */
const MOST = 100;

const DUE = `
  SELECT shop, id AS "conversationId", snoozed_until AS until FROM conversation
  WHERE snoozed_until <= now() ORDER BY snoozed_until LIMIT ${MOST}`;

/**
 * Brings back what was snoozed until a moment that has passed, whoever looks first: the log says so once, and those who have
 * the queue open hear of it.
 * @returns how many woke by this look
 */
export async function wakeSnoozed(): Promise<number> {
  const due = await sql().query<ConversationKey & { until: Date }>(DUE);
  let woken = 0;
  for (const { until, ...key } of due) {
    const outcome = await changeConversation(key, {
      set: `snoozed_until = NULL`,
      // Somebody may have woken it, or snoozed it anew, since the look.
      when: `b.snoozed_until = $${FIRST}::timestamptz`,
      values: [until],
      events: [{ type: "handling", author: "system", what: "woken", by: null }],
      deed: null,
    });
    if (outcome.kind === "ok") woken += 1;
  }
  return woken;
}
