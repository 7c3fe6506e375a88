import type { ConversationKey } from "../identity/scope.ts";
import { sql } from "../platform/db.server.ts";
import type { ListCursor, ListStep } from "../platform/list-cursor.ts";
import { BEGUN, type ConversationFilter, filterSql } from "./conversation-filters.ts";
import type { ConversationPage, ConversationSummary, ConversationView } from "./conversation-list.ts";

export const PAGE_SIZE = 25;

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
const IN_VIEW: Record<ConversationView, string> = { all: "", escalated: "AND status = 'escalated'" };
const STEPS = {
  older: { beyond: "<", order: "DESC" },
  newer: { beyond: ">", order: "ASC" },
} as const;

/** What a list is narrowed to; `timeZone` is the shop's, an IANA name. */
export type Narrowed = { filter: ConversationFilter; timeZone: string };

function pageQuery(view: ConversationView, step: ListStep | null, narrowed: Narrowed | null): string {
  const { beyond, order } = STEPS[step?.direction ?? "older"];
  const place = step ? `AND (updated_at, id) ${beyond} ($3::timestamptz, $4::uuid)` : "";
  const only = narrowed ? `AND ${filterSql(narrowed.filter, step ? "$5" : "$3")}` : "";
  const page = `${LISTED} ${IN_VIEW[view]} ${only} ${place} ORDER BY updated_at ${order}, id ${order} LIMIT $2`;
  return `${summaries(page)} ORDER BY c.updated_at ${order}, c.id ${order}`;
}

/**
 * A page of a shop's conversations, the last active first. A conversation moves up when something is added to it, so a
 * step that leads past either end gives the first page instead of an empty or half empty one.
 */
export async function listConversations(
  shop: string,
  view: ConversationView,
  step: ListStep | null = null,
  narrowed: Narrowed | null = null,
): Promise<ConversationPage> {
  const place = step ? [step.cursor.at, step.cursor.id] : [];
  const zone = narrowed?.filter === "today" ? [narrowed.timeZone] : [];
  const rows = await sql().query<Row>(pageQuery(view, step, narrowed), [shop, PAGE_SIZE + 1, ...place, ...zone]);
  const more = rows.length > PAGE_SIZE;
  const shown = rows.slice(0, PAGE_SIZE);
  if (step && (shown.length === 0 || (step.direction === "newer" && !more))) {
    return listConversations(shop, view, null, narrowed);
  }
  if (step?.direction === "newer") shown.reverse();
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    conversations: shown.map(toSummary),
    newer: step && first ? cursorOf(first) : null,
    older: last && (more || step?.direction === "newer") ? cursorOf(last) : null,
  };
}

const FIND = summaries(`${LISTED} AND id = $2::uuid`);

/** One conversation of the shop's; null when there is none of this id, or it is another shop's. */
export async function findSummary({ shop, conversationId }: ConversationKey): Promise<ConversationSummary | null> {
  const [row] = await sql().query<Row>(FIND, [shop, conversationId]);
  return row ? toSummary(row) : null;
}

function cursorOf({ activeAt, id }: Row): ListCursor {
  return { at: activeAt, id };
}

function toSummary({ startedAt, activeAt, orderNames, ...row }: Row): ConversationSummary {
  return {
    ...row,
    startedAt: startedAt.toISOString(),
    activeAt: activeAt.toISOString(),
    orderNames: orderNames ?? [],
  };
}
