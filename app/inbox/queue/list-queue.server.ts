import type { ListCursor, ListStep } from "../../platform/list-cursor.ts";
import { search } from "../search/search.server.ts";
import { type Term, termsOf } from "../search/words.ts";
import { type Asked, findIds, type Found } from "./find-ids.server.ts";
import { readRows } from "./read-rows.server.ts";
import type { QueueRow } from "./row.ts";
import { isNarrowed, SORTED_BY } from "./views.ts";

export const PAGE_SIZE = 25;

export type QueuePage = { rows: QueueRow[]; newer: ListCursor | null; older: ListCursor | null };

/** Words are looked for in the search; so is whatever narrows the views that hold everything. The rest is few. */
function finder(asked: Asked): (step: ListStep | null, limit: number) => Promise<Found[]> {
  const { filters, view, only } = asked;
  const terms: readonly Term[] = filters.q === undefined ? [] : termsOf(filters.q);
  // Nothing in it that could be a word.
  if (filters.q !== undefined && terms.length === 0) return () => Promise.resolve([]);
  const bySearch = terms.length > 0 || (SORTED_BY[view] === "activity" && isNarrowed(filters) && !only);
  return bySearch ? (step, limit) => search(asked, terms, step, limit) : (step, limit) => findIds(asked, step, limit);
}

/**
 * A page of a view. A conversation moves when something happens to it, so a step that leads past either end gives the first
 * page instead of an empty or half empty one.
 */
export async function listQueue(asked: Asked, step: ListStep | null = null): Promise<QueuePage> {
  const found = await finder(asked)(step, PAGE_SIZE + 1);
  const more = found.length > PAGE_SIZE;
  const shown = found.slice(0, PAGE_SIZE);
  if (step && (shown.length === 0 || (step.direction === "newer" && !more))) return listQueue(asked);
  if (step?.direction === "newer") shown.reverse();
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    rows: await readRows(
      asked.shop,
      shown.map(({ id }) => id),
    ),
    newer: step && first ? first : null,
    older: last && (more || step?.direction === "newer") ? last : null,
  };
}
