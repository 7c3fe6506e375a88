import { type ConversationFilter, filterSql } from "../../conversations/conversation-filters.ts";
import { sql } from "../../platform/db.server.ts";
import type { ListCursor, ListStep } from "../../platform/list-cursor.ts";
import type { SqlValue } from "../../platform/sql.ts";
import { DUE, viewSql } from "./view-sql.ts";
import { type Filters, NOBODY, type QueueView, SORTED_BY } from "./views.ts";

/** A place of a conversation in the view that it was found in. */
export type Found = ListCursor;

/** What is asked of a view. */
export type Asked = {
  shop: string;
  /** Who looks: their own id. */
  me: string;
  view: QueueView;
  filters: Filters;
  /** What a figure of the home page counts; `timeZone` is the shop's, an IANA name. */
  only?: { filter: ConversationFilter; timeZone: string } | null;
};

const SORT = {
  due: { key: DUE, order: "ASC" },
  snoozed: { key: "c.snoozed_until", order: "ASC" },
  activity: { key: "c.updated_at", order: "DESC" },
} as const;
const TURNED = { ASC: "DESC", DESC: "ASC" } as const;
const BEYOND = { ASC: ">", DESC: "<" } as const;

/** `$3` to `$8`: what a view is narrowed to. One statement for all that may be asked, so that each is prepared once. */
export const NARROWED = `
  ($3::text IS NULL OR c.escalation_reason = $3::text)
  AND ($4::int IS NULL OR c.priority = $4::int)
  AND ($5::text IS NULL OR COALESCE(c.assigned_to, '${NOBODY}') = $5::text)
  AND ($6::text IS NULL OR split_part(lower(c.locale), '-', 1) = lower($6::text))
  AND ($7::text IS NULL OR c.channel = $7::text)
  AND ($8::text IS NULL OR (SELECT l.late FROM conversation_search l WHERE l.shop = $1 AND l.conversation_id = c.id))`;

export function narrowedValues({ filters }: Asked) {
  const { reason, priority, assignee, language, channel, late } = filters;
  return [reason ?? null, priority ?? null, assignee ?? null, language ?? null, channel ?? null, late ?? null];
}

/**
 * Conversations of a view in its order, from a place on, that place excluded. Without words: see `search`.
 * @param step backwards the nearest ones come first
 */
export async function findIds(asked: Asked, step: ListStep | null, limit: number): Promise<Found[]> {
  const { shop, me, view, only = null } = asked;
  const { key, order: forwards } = SORT[SORTED_BY[view]];
  const order = step?.direction === "newer" ? TURNED[forwards] : forwards;
  const values: SqlValue[] = [shop, me, ...narrowedValues(asked), limit];
  const place = step ? `AND (${key}, c.id) ${BEYOND[order]} ($10::timestamptz, $11::uuid)` : "";
  if (step) values.push(step.cursor.at, step.cursor.id);
  const zone = `$${values.length + 1}`;
  const figure = only ? `AND ${filterSql(only.filter, zone)}` : "";
  if (only?.filter === "today") values.push(only.timeZone);
  return sql().query<Found>(
    `SELECT ${key} AS at, c.id FROM conversation c
     WHERE c.shop = $1 AND ($2::text IS NOT NULL) AND ${viewSql(view, "$1", "$2")} AND ${NARROWED} ${figure} ${place}
     ORDER BY ${key} ${order}, c.id ${order} LIMIT $9::int`,
    values,
  );
}
