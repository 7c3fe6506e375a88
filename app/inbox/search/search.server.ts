import { sql } from "../../platform/db.server.ts";
import type { ListStep } from "../../platform/list-cursor.ts";
import { type Asked, type Found, NARROWED, narrowedValues } from "../queue/find-ids.server.ts";
import { DUE, viewSql } from "../queue/view-sql.ts";
import { QUEUE_VIEWS, type QueueView } from "../queue/views.ts";
import { type Facets, facetsQuery, STRETCH_DAYS, STRETCH_FACTOR, stretchQuery } from "./placed.ts";
import { quoted, type Term, tsqueryOf } from "./words.ts";

/** Conversations looked through one by one, the newest first, before the index is asked. */
const NEWEST = 1_000;

/** Views of what people work through: so few that they are gone through themselves, up to this many. */
const WORKED_THROUGH: ReadonlySet<QueueView> = new Set(QUEUE_VIEWS.filter((view) => view !== "all" && view !== "done"));
const MOST_WORKED_THROUGH = 5_000;

const SORT = {
  older: { order: "DESC", beyond: "<" },
  newer: { order: "ASC", beyond: ">" },
} as const;

type Direction = keyof typeof SORT;

const RESULT = (order: string) => `ORDER BY s.active_at ${order}, s.conversation_id ${order} LIMIT $9::int`;

/** Words that are everywhere are found here, wherever one looks: a page of them is among the newest. */
const among = (view: QueueView, direction: Direction) => {
  const { order, beyond } = SORT[direction];
  return `
    SELECT s.active_at AS at, s.conversation_id AS id FROM (
      SELECT * FROM conversation_search n
      WHERE n.shop = $1 AND (n.active_at, n.conversation_id) ${beyond} ($12::timestamptz, $13::uuid)
      ORDER BY n.active_at ${order}, n.conversation_id ${order} LIMIT ${NEWEST}
    ) s JOIN conversation c ON c.shop = $1 AND c.id = s.conversation_id
    WHERE s.words @@ $10::tsquery AND s.placed @@ $11::tsquery AND ($2::text IS NOT NULL)
      AND ${viewSql(view, "$1", "$2")} AND ${NARROWED}
    ${RESULT(order)}`;
};

/**
 * Words that are rare are found by the index, in a stretch of time. It is read first, by itself: left to choose, the planner
 * would walk through all conversations of the shop in the hope to meet enough of them.
 */
const indexed = (view: QueueView, direction: Direction, hasWords: boolean) => {
  const { order, beyond } = SORT[direction];
  const words = hasWords ? "n.words @@ $10::tsquery AND" : "$10::text IS NOT NULL AND";
  return `
    WITH s AS MATERIALIZED (
      SELECT n.active_at, n.conversation_id FROM conversation_search n
      WHERE ${words} n.placed @@ $11::tsquery AND n.shop || '' = $1
        AND (n.active_at, n.conversation_id) ${beyond} ($12::timestamptz, $13::uuid)
    )
    SELECT s.active_at AS at, s.conversation_id AS id
    FROM s JOIN conversation c ON c.shop = $1 AND c.id = s.conversation_id
    WHERE ($2::text IS NOT NULL) AND ${viewSql(view, "$1", "$2")} AND ${NARROWED}
    ${RESULT(order)}`;
};

/** All of a view that people work through, what is due first before the rest, with the words of each. */
const within = (view: QueueView, direction: Direction) => {
  const { order, beyond } = SORT[direction];
  return `
    WITH c AS MATERIALIZED (
      SELECT c.id FROM conversation c WHERE c.shop = $1 AND ($2::text IS NOT NULL) AND ${viewSql(view, "$1", "$2")}
        AND ${NARROWED} ORDER BY ${DUE}, c.id LIMIT ${MOST_WORKED_THROUGH}
    )
    SELECT s.active_at AS at, s.conversation_id AS id
    FROM c JOIN conversation_search s ON s.shop = $1 AND s.conversation_id = c.id
    WHERE s.words @@ $10::tsquery AND s.placed @@ $11::tsquery
      AND (s.active_at, s.conversation_id) ${beyond} ($12::timestamptz, $13::uuid)
    ${RESULT(order)}`;
};

const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/**
 * Conversations in which all of some words were said, or whose people or orders are called so, the last active first; without
 * words, those of which all facets hold. It takes about as long in a shop of a million as in one of a thousand: the newest are
 * looked through, then ever longer stretches of time until a page is full, so that the more a word is found, the less is read.
 */
export async function search(
  asked: Asked,
  terms: readonly Term[],
  step: ListStep | null,
  limit: number,
): Promise<Found[]> {
  const { shop, me, view } = asked;
  const direction = step?.direction ?? "older";
  // The index may be a moment ahead of this process's clock.
  const from = step?.cursor ?? { at: new Date(Date.now() + 86_400_000), id: FIRST_ID };
  const facets = facetsQuery(facetsOf(asked));
  const words = tsqueryOf(terms);
  const ask = (text: string, placed: string) =>
    sql().query<Found>(text, [
      ...[shop, me, ...narrowedValues(asked), limit],
      ...[words, [placed, ...facets].join(" & "), from.at, from.id],
    ]);
  const whole = quoted(`shop:${shop}`);
  if (WORKED_THROUGH.has(view)) return ask(within(view, direction), whole);
  if (words !== "") {
    const newest = await ask(among(view, direction), whole);
    if (newest.length === limit) return newest;
  }
  for (let level = direction === "newer" ? STRETCH_DAYS.length : 0; ;) {
    const stretch = stretchQuery(shop, level, step ? from.at : new Date());
    const found = await ask(indexed(view, direction, words !== ""), stretch);
    if (found.length === limit || level >= STRETCH_DAYS.length) return found;
    level = nextLevel(level, found.length, limit);
  }
}

/** The next stretch in which a page may be expected, by how many were found in the last one; all of it after none. */
function nextLevel(level: number, found: number, limit: number): number {
  if (found === 0) return STRETCH_DAYS.length;
  const longer = Math.ceil(Math.log(limit / found) / Math.log(STRETCH_FACTOR));
  return Math.min(STRETCH_DAYS.length, level + Math.max(1, longer));
}

function facetsOf({ view, filters }: Asked): Facets {
  const { reason, priority, assignee, language, channel, late } = filters;
  const status = view === "done" ? "closed" : undefined;
  return { status, reason, priority, assignee, language, channel, late: late === "yes" };
}
