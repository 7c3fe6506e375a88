import type { ConversationKey } from "../identity/scope.ts";
import { sql } from "../platform/db.server.ts";

/** Somebody was meant by a note. `excerpt` is how the note begins. */
type Mention = {
  conversationId: string;
  seq: number;
  at: Date;
  read: boolean;
  by: string;
  excerpt: string;
};
export type Mentions = { unread: number; newest: Mention[] };

/** Most that are listed, those not read yet before all others. */
const MOST = 20;

const NEWEST = `
  SELECT m.conversation_id AS "conversationId", m.seq, m.at, m.read_at IS NOT NULL AS read,
    COALESCE(e.body -> 'by' ->> 'name', '') AS by, left(e.body ->> 'text', 140) AS excerpt
  FROM mention m
  JOIN event e ON e.shop = m.shop AND e.conversation_id = m.conversation_id AND e.seq = m.seq
  WHERE m.shop = $1 AND m.staff_id = $2
  ORDER BY (m.read_at IS NULL) DESC, m.at DESC, m.conversation_id LIMIT ${MOST}`;
const UNREAD = `SELECT count(*)::int AS unread FROM mention WHERE shop = $1 AND staff_id = $2 AND read_at IS NULL`;

/** The notes that are meant for somebody, and how many of them they have not read. */
export async function mentionsOf(shop: string, staffId: string): Promise<Mentions> {
  const [newest, [count]] = await Promise.all([
    sql().query<Mention>(NEWEST, [shop, staffId]),
    sql().query<{ unread: number }>(UNREAD, [shop, staffId]),
  ]);
  return { unread: count?.unread ?? 0, newest };
}

/** What somebody has not read yet: how much, and the newest of it. */
export type UnreadNotes = { count: number; conversationId: string; by: string; excerpt: string };

/** Null when they have read everything. */
export async function unreadNotes(shop: string, staffId: string): Promise<UnreadNotes | null> {
  const { unread, newest } = await mentionsOf(shop, staffId);
  const note = newest.find(({ read }) => !read);
  return note ? { count: unread, conversationId: note.conversationId, by: note.by, excerpt: note.excerpt } : null;
}

const READ = `
  UPDATE mention SET read_at = now()
  WHERE shop = $1 AND staff_id = $2 AND conversation_id = $3::uuid AND read_at IS NULL`;

/** Who has the conversation open has seen what was meant for them in it. */
export async function readMentions({ shop, conversationId }: ConversationKey, staffId: string): Promise<void> {
  await sql().query(READ, [shop, staffId, conversationId]);
}
