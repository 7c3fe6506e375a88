import { db, sql } from "../../platform/db.server.ts";
import { log } from "../../platform/log.server.ts";
import { forgetSettled } from "../../resolutions/forget-resolutions.server.ts";
import { isOver, RESOLUTION_STATES } from "../../resolutions/states.ts";
import { dataSettings } from "./data-settings.server.ts";

/** Conversations, or photos, that go in one statement; nobody who writes meanwhile waits long for it. */
const BATCH = 100;
/** Batches of a shop in one night: what is left goes in the next. */
const MOST_BATCHES = 200;
const DAY_MS = 24 * 60 * 60 * 1000;

const UNSETTLED = RESOLUTION_STATES.filter((state) => !isOver(state));

/** What is still to be decided, carried out or looked at keeps its conversation, and the photos that speak for it. */
const settled = (conversation: string, states: string) => `NOT EXISTS (
  SELECT 1 FROM resolution r
  WHERE r.shop = $1 AND r.conversation_id = ${conversation} AND r.state = ANY(${states}::text[]))`;

const OLD = `
  SELECT c.id FROM conversation c
  WHERE c.shop = $1 AND c.updated_at < $2 AND c.unanswered_seq = 0 AND ${settled("c.id", "$3")}
  ORDER BY c.updated_at LIMIT ${BATCH}`;

/** Looked at again: a shopper may have come back since. Events go with their conversation. */
const DROP = `
  WITH gone AS (
    DELETE FROM conversation c
    WHERE c.shop = $1 AND c.id = ANY($4::uuid[]) AND c.updated_at < $2 AND c.unanswered_seq = 0 AND ${settled("c.id", "$3")}
    RETURNING c.id
  ), photos AS (
    DELETE FROM attachment a USING gone WHERE a.shop = $1 AND a.conversation_id = gone.id
  )
  SELECT count(*)::int AS count FROM gone`;

const DROP_PHOTOS = `
  WITH gone AS (
    DELETE FROM attachment WHERE shop = $1 AND id IN (
      SELECT a.id FROM attachment a
      WHERE a.shop = $1 AND a.created_at < $2 AND ${settled("a.conversation_id", "$3")} LIMIT ${BATCH}
    ) RETURNING id
  )
  SELECT count(*)::int AS count FROM gone`;

/** Every shop that has anything to keep, also those that removed the app. */
export async function shopsWithData(): Promise<string[]> {
  const rows = await db().shop.findMany({ select: { shop: true } });
  return rows.map(({ shop }) => shop);
}

/**
 * Deletes what is older than the shop wants kept (P10): conversations by their last event, photos by their age. Rows of the
 * ledger stay and keep their units (P3), with nobody in them. It can be stopped anywhere and done again.
 */
export async function expireShop(shop: string, now: Date): Promise<{ conversations: number; photos: number }> {
  const { conversationDays, photoDays } = await dataSettings.read(shop);
  const conversations = await inBatches(conversationDays, now, (before) => dropConversations(shop, before));
  const photos = await inBatches(photoDays, now, (before) => dropPhotos(shop, before));
  if (conversations + photos > 0) log.info({ shop, conversations, photos }, "deleted what the shop keeps no longer");
  return { conversations, photos };
}

async function inBatches(days: number | null, now: Date, drop: (before: Date) => Promise<number>): Promise<number> {
  if (days === null) return 0;
  const before = new Date(now.getTime() - days * DAY_MS);
  let dropped = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const count = await drop(before);
    dropped += count;
    if (count < BATCH) break;
  }
  return dropped;
}

async function dropConversations(shop: string, before: Date): Promise<number> {
  const old = await sql().query<{ id: string }>(OLD, [shop, before, UNSETTLED]);
  if (old.length === 0) return 0;
  const ids = old.map(({ id }) => id);
  // First, for rows are found by their conversation; should this process die in between, the next night does it again.
  await forgetSettled(shop, ids);
  const [gone] = await sql().query<{ count: number }>(DROP, [shop, before, UNSETTLED, ids]);
  return gone?.count ?? 0;
}

async function dropPhotos(shop: string, before: Date): Promise<number> {
  const [gone] = await sql().query<{ count: number }>(DROP_PHOTOS, [shop, before, UNSETTLED]);
  return gone?.count ?? 0;
}
