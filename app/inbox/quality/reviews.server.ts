import type { ConversationKey } from "../../identity/scope.ts";
import { sql } from "../../platform/db.server.ts";
import type { SqlValue } from "../../platform/sql.ts";
import { deed, type Person } from "../../staff/audit.ts";
import { deedValues, keepDeed } from "../../staff/audit.server.ts";
import type { Judgement } from "./review.ts";
import type { Risk } from "./sample.ts";

/** A conversation that waits for somebody to judge it. */
export type Waiting = { conversationId: string; day: string; drawnBy: "random" | "risk"; risks: Risk[] };
/** `week`: the Monday it begins with. `random` and `rightOfRandom` tell a share; `risk` was looked for. */
export type WeekOfReviews = { week: string; random: number; rightOfRandom: number; risk: number; rightOfRisk: number };
export type Progress = { waiting: number; reviewed: number; weeks: WeekOfReviews[] };

const MOST_WAITING = 50;
const WEEKS = 8;

const WAITING = `
  SELECT conversation_id AS "conversationId", to_char(day, 'YYYY-MM-DD') AS day, drawn_by AS "drawnBy", risks
  FROM quality_review WHERE shop = $1 AND label IS NULL ORDER BY day DESC, place LIMIT ${MOST_WAITING}`;

/** What waits, the newest days first and in the order it was drawn. */
export function waitingForReview(shop: string): Promise<Waiting[]> {
  return sql().query<Waiting>(WAITING, [shop]);
}

const COUNTS = `
  SELECT count(*) FILTER (WHERE label IS NULL)::int AS waiting, count(*) FILTER (WHERE label IS NOT NULL)::int AS reviewed
  FROM quality_review WHERE shop = $1 AND day > now()::date - 30`;
const BY_WEEK = `
  SELECT to_char(date_trunc('week', day), 'YYYY-MM-DD') AS week,
    count(*) FILTER (WHERE drawn_by = 'random')::int AS random,
    count(*) FILTER (WHERE drawn_by = 'random' AND label = 'right')::int AS "rightOfRandom",
    count(*) FILTER (WHERE drawn_by = 'risk')::int AS risk,
    count(*) FILTER (WHERE drawn_by = 'risk' AND label = 'right')::int AS "rightOfRisk"
  FROM quality_review WHERE shop = $1 AND label IS NOT NULL
  GROUP BY 1 ORDER BY 1 DESC LIMIT ${WEEKS}`;

/** How far the reviewing is, of the last 30 days, and what it has found by week. */
export async function reviewProgress(shop: string): Promise<Progress> {
  const [[counts], weeks] = await Promise.all([
    sql().query<{ waiting: number; reviewed: number }>(COUNTS, [shop]),
    sql().query<WeekOfReviews>(BY_WEEK, [shop]),
  ]);
  return { waiting: counts?.waiting ?? 0, reviewed: counts?.reviewed ?? 0, weeks };
}

const JUDGE = `
  WITH judged AS (
    UPDATE quality_review SET label = $3, reason = $4, comment = $5, suggestion = $6, area = $7, question = $8, proposed = $9,
      suggestion_state = CASE WHEN $6::text IS NOT NULL THEN 'open' END,
      reviewed_by = $10, reviewed_name = $11, reviewed_at = now()
    WHERE shop = $1 AND conversation_id = $2::uuid AND label IS NULL
    RETURNING shop
  ), kept AS (${keepDeed("judged", 12)})
  SELECT 1 AS done FROM judged`;

/** @returns false where somebody else has judged it, or it is gone */
export async function judge(key: ConversationKey, by: Person, judgement: Judgement): Promise<boolean> {
  const kept = deed(by, "quality_reviewed", key.conversationId, { label: judgement.label });
  const values: SqlValue[] = [key.shop, key.conversationId, ...columnsOf(judgement), by.id, by.name];
  return (await sql().query(JUDGE, [...values, ...deedValues(kept)])).length > 0;
}

/** Label, reason, comment; suggestion, area, question and what is proposed. */
function columnsOf(judgement: Judgement): SqlValue[] {
  if (judgement.label === "right") return ["right", null, "", null, null, "", ""];
  const { reason, comment, suggestion } = judgement;
  const judged = ["wrong", reason, comment];
  switch (suggestion.kind) {
    case "none":
      return [...judged, null, null, "", ""];
    case "knowledge":
      return [...judged, "knowledge", null, suggestion.question, suggestion.answer];
    case "policy":
      return [...judged, "policy", suggestion.area, "", suggestion.change];
  }
}

const UNDO = `
  WITH undone AS (
    UPDATE quality_review SET label = NULL, reason = NULL, comment = '', suggestion = NULL, area = NULL, question = '',
      proposed = '', suggestion_state = NULL, reviewed_by = NULL, reviewed_name = NULL, reviewed_at = NULL
    WHERE shop = $1 AND conversation_id = $2::uuid AND reviewed_by = $3
      AND COALESCE(suggestion_state, 'open') = 'open'
    RETURNING shop
  ), kept AS (${keepDeed("undone", 4)})
  SELECT 1 AS done FROM undone`;

/** Takes back one's own judgement, as long as nobody has decided about what it suggests. */
export async function takeBack(key: ConversationKey, by: Person): Promise<boolean> {
  const kept = deed(by, "quality_review_undone", key.conversationId);
  return (await sql().query(UNDO, [key.shop, key.conversationId, by.id, ...deedValues(kept)])).length > 0;
}
