import { settingDocument } from "../../platform/setting-document.server.ts";
import { sql } from "../../platform/db.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { DEFAULT_QUALITY, qualitySettingsSchema } from "./review.ts";
import { type Candidate, drawSample } from "./sample.ts";

/** How much is reviewed. */
export const qualitySettings = settingDocument("quality", qualitySettingsSchema, DEFAULT_QUALITY);

/** Most conversations of a day that are looked at, by chance: a larger shop's day is told well by them. */
const MOST_CANDIDATES = 2_000;
/** A night that was missed is made up for. */
const DAYS_BACK = 3;
/** More messages than this are a long conversation. */
const LONG = 20;

const has = (condition: string) =>
  `EXISTS (SELECT 1 FROM event e WHERE e.shop = c.shop AND e.conversation_id = c.id AND ${condition})`;

/**
 * The conversations that rest since a day of the shop's, in which the agent spoke. By chance of the day, so that a cut at
 * the most leaves no time of the day out.
 */
const CANDIDATES = `
  WITH day AS (
    SELECT c.shop, c.id FROM conversation c
    WHERE c.shop = $1 AND c.updated_at >= ($2::date)::timestamp AT TIME ZONE $3
      AND c.updated_at < ($2::date + 1)::timestamp AT TIME ZONE $3 AND c.unanswered_seq = 0
      AND ${has("e.type = 'message' AND e.author = 'agent'")}
    ORDER BY md5($2::text || c.id::text) LIMIT ${MOST_CANDIDATES}
  )
  SELECT c.id, array_remove(ARRAY[
    CASE WHEN ${has("e.type = 'rating' AND (e.body ->> 'score')::int <= 2")} THEN 'rated_low' END,
    CASE WHEN ${has("e.type = 'model' AND e.body -> 'withheld' IS NOT NULL")} THEN 'withheld' END,
    CASE WHEN EXISTS (SELECT 1 FROM resolution r WHERE r.shop = c.shop AND r.conversation_id = c.id
      AND r.state = 'succeeded') THEN 'money_moved' END,
    CASE WHEN ${has("e.type = 'escalation' AND e.body ->> 'reason' IN ('not_understood', 'limits_reached')")}
      THEN 'not_understood' END,
    CASE WHEN ${has("e.type = 'handling' AND e.body ->> 'what' = 'reopened'")} THEN 'reopened' END,
    CASE WHEN (SELECT count(*) FROM event e WHERE e.shop = c.shop AND e.conversation_id = c.id
      AND e.type = 'message') > ${LONG} THEN 'long' END
  ], NULL) AS risks
  FROM day c`;

/** Of a day no more places than the shop wants, and no conversation twice, whoever else draws at the same moment. */
const KEEP = `
  INSERT INTO quality_review (shop, conversation_id, day, place, drawn_by, risks)
  SELECT $1, (d.value ->> 'id')::uuid, $2::date, d.ord, d.value ->> 'by',
    ARRAY(SELECT jsonb_array_elements_text(d.value -> 'risks'))
  FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS d(value, ord)
  WHERE NOT EXISTS (SELECT 1 FROM quality_review q WHERE q.shop = $1 AND q.day = $2::date)
  ON CONFLICT DO NOTHING RETURNING 1 AS kept`;

/**
 * Draws the samples of the last days that are over, where they are not drawn yet.
 * @returns how many conversations wait for review by it
 */
export async function drawForReview(shop: string, now: Date): Promise<number> {
  const [{ perDay }, { timeZone }] = await Promise.all([qualitySettings.read(shop), shopProfile(shop)]);
  if (perDay === 0) return 0;
  let drawn = 0;
  for (let back = DAYS_BACK; back >= 1; back--)
    drawn += await drawDay(shop, dayIn(timeZone, now, back), timeZone, perDay);
  return drawn;
}

async function drawDay(shop: string, day: string, timeZone: string, perDay: number): Promise<number> {
  const candidates = await sql().query<Candidate>(CANDIDATES, [shop, day, timeZone]);
  const sample = drawSample(candidates, perDay, `${shop}/${day}`);
  if (sample.length === 0) return 0;
  return (await sql().query(KEEP, [shop, day, JSON.stringify(sample)])).length;
}

/** The day so many days before today, `2026-11-21`, by the shop's calendar. */
function dayIn(timeZone: string, now: Date, back: number): string {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(now);
  return new Date(Date.parse(`${today}T00:00:00Z`) - back * 86_400_000).toISOString().slice(0, 10);
}
