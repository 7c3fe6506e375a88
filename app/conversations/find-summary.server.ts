import type { ConversationKey } from "../identity/scope.ts";
import { sql } from "../platform/db.server.ts";
import { BEGUN } from "./conversation-filters.ts";
import type { ConversationSummary } from "./conversation-list.ts";

type Row = Omit<ConversationSummary, "startedAt" | "activeAt" | "orderNames"> & {
  startedAt: Date;
  activeAt: Date;
  orderNames: string[] | null;
};

/** Reads the events of the few conversations that are shown, and of no others. */
const summaries = (conversations: string) => `
  SELECT c.id, c.customer_id AS "customerId", c.status, c.channel, c.locale, c.created_at AS "startedAt",
    c.updated_at AS "activeAt", told.*
  FROM (${conversations}) c CROSS JOIN LATERAL (
    SELECT
      count(*) FILTER (WHERE e.type = 'message')::int AS messages,
      (array_agg(left(e.body ->> 'text', 240) ORDER BY e.seq)
        FILTER (WHERE e.type = 'message' AND e.author = 'shopper' AND e.body ->> 'text' <> ''))[1] AS "firstMessage",
      array_agg(DISTINCT COALESCE(e.body ->> 'orderName', e.body -> 'card' ->> 'orderName'))
        FILTER (WHERE e.type = 'verification' AND e.body ->> 'state' = 'verified'
          OR e.type = 'card' AND e.body -> 'card' ->> 'kind' = 'order') AS "orderNames",
      (array_agg(e.body ->> 'reason' ORDER BY e.seq DESC) FILTER (WHERE e.type = 'escalation'))[1] AS "escalationReason"
    FROM event e WHERE e.shop = c.shop AND e.conversation_id = c.id
  ) told`;

// A conversation begins when its widget is opened; until something is said there is nothing to read in it.
const LISTED = `SELECT * FROM conversation c WHERE c.shop = $1 AND ${BEGUN}`;

const FIND = summaries(`${LISTED} AND id = $2::uuid`);

/** One conversation of the shop's; null when there is none of this id, or it is another shop's. */
export async function findSummary({ shop, conversationId }: ConversationKey): Promise<ConversationSummary | null> {
  const [row] = await sql().query<Row>(FIND, [shop, conversationId]);
  return row ? toSummary(row) : null;
}

function toSummary({ startedAt, activeAt, orderNames, ...row }: Row): ConversationSummary {
  return {
    ...row,
    startedAt: startedAt.toISOString(),
    activeAt: activeAt.toISOString(),
    orderNames: orderNames ?? [],
  };
}
