import { sql } from "../platform/db.server.ts";
import type { ListCursor, ListStep } from "../platform/list-cursor.ts";
import {
  MOST_COUNTED,
  RESOLUTION_VIEWS,
  type ResolutionCounts,
  type ResolutionFilter,
  type ResolutionPage,
  type ResolutionSummary,
  type ResolutionView,
  STATES_IN_VIEW,
} from "./resolution-list.ts";
import { MOVED_MONEY } from "./money-moved.server.ts";
import { RESOLUTION_STATES, type ResolutionState } from "./states.ts";

export const PAGE_SIZE = 25;

type Row = Omit<ResolutionSummary, "value" | "createdAt" | "updatedAt"> & {
  valueMinor: number;
  currency: string;
  createdAt: Date;
  updatedAt: Date;
};

const STEPS = {
  older: { beyond: "<", order: "DESC" },
  newer: { beyond: ">", order: "ASC" },
} as const;

/**
 * A page's worth of each state by its index, and of these the first: however many rows a shop has, no more are read.
 * `float8` holds every amount that is a safe integer, and both databases give it as a number.
 */
function pageQuery(step: ListStep | null, only: ResolutionFilter | null): string {
  const { beyond, order } = STEPS[step?.direction ?? "older"];
  const place = step ? `AND (r.created_at, r.id) ${beyond} ($4::timestamptz, $5::uuid)` : "";
  return `
    SELECT r.id, r.conversation_id AS "conversationId", r.order_name AS "orderName", r.kind, r.reason, r.state,
      r.value_minor::float8 AS "valueMinor", r.currency, r.created_at AS "createdAt", r.updated_at AS "updatedAt"
    FROM unnest($2::text[]) AS asked(state) CROSS JOIN LATERAL (
      SELECT * FROM resolution r WHERE r.shop = $1 AND r.state = asked.state ${place} ${only === "money" ? `AND ${MOVED_MONEY}` : ""}
      ORDER BY r.created_at ${order}, r.id ${order} LIMIT $3
    ) r
    ORDER BY r.created_at ${order}, r.id ${order} LIMIT $3`;
}

/** A page of a shop's ledger, the newest first. A step past either end gives the first page instead of an empty one. */
export async function listResolutions(
  shop: string,
  view: ResolutionView,
  step: ListStep | null = null,
  only: ResolutionFilter | null = null,
): Promise<ResolutionPage> {
  const place = step ? [step.cursor.at, step.cursor.id] : [];
  const rows = await sql().query<Row>(pageQuery(step, only), [
    shop,
    [...STATES_IN_VIEW[view]],
    PAGE_SIZE + 1,
    ...place,
  ]);
  const more = rows.length > PAGE_SIZE;
  const shown = rows.slice(0, PAGE_SIZE);
  if (step && (shown.length === 0 || (step.direction === "newer" && !more))) {
    return listResolutions(shop, view, null, only);
  }
  if (step?.direction === "newer") shown.reverse();
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    resolutions: shown.map(toSummary),
    newer: step && first ? cursorOf(first) : null,
    older: last && (more || step?.direction === "newer") ? cursorOf(last) : null,
  };
}

const COUNTS = `
  SELECT asked.state, (
    SELECT count(*) FROM (
      SELECT 1 FROM resolution r WHERE r.shop = $1 AND r.state = asked.state LIMIT ${MOST_COUNTED}
    ) counted
  )::int AS count
  FROM unnest($2::text[]) AS asked(state)`;

/** How many rows of the ledger each view has. */
export async function resolutionCounts(shop: string): Promise<ResolutionCounts> {
  const rows = await sql().query<{ state: ResolutionState; count: number }>(COUNTS, [shop, [...RESOLUTION_STATES]]);
  const inView = (view: ResolutionView) =>
    rows.reduce((sum, { state, count }) => (STATES_IN_VIEW[view].includes(state) ? sum + count : sum), 0);
  const counts = RESOLUTION_VIEWS.map((view) => [view, Math.min(MOST_COUNTED, inView(view))] as const);
  return Object.fromEntries(counts) as Record<ResolutionView, number>;
}

function cursorOf({ createdAt, id }: Row): ListCursor {
  return { at: createdAt, id };
}

function toSummary({ valueMinor, currency, createdAt, updatedAt, ...row }: Row): ResolutionSummary {
  return {
    ...row,
    value: { minor: valueMinor, currency },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
