import type { ConversationKey } from "../identity/scope.ts";
import { sql } from "../platform/db.server.ts";
import { errorFields, log } from "../platform/log.server.ts";
import type { ConversationEvent } from "./events.ts";

/** A shopper whose browser has not been handed an answer of the staff's within this time counts as away. */
export const AWAY_SECONDS = 60;
/** A due look that came to nothing, because its process died or the mail server did, is taken again after this time. */
const AGAIN_MINUTES = 10;

/** For the statement that stores a message of the staff's: somebody looks then whether the shopper was there. `b` is the row before it. */
export const SEE_IF_AWAY = `mail_at = LEAST(b.mail_at, now() + interval '${AWAY_SECONDS} seconds')`;

const SEEN = `
  UPDATE conversation SET shopper_seen_seq = $3, mail_at = CASE WHEN last_seq <= $3 THEN NULL ELSE mail_at END
  WHERE shop = $1 AND id = $2::uuid AND shopper_seen_seq < $3`;

/**
 * Keeps up to which of the staff's messages the shopper's browser was handed. Only these count: nothing is written for the
 * agent's, and one write stands for all that were handed over while the one before it was under way.
 */
export function seenBy(key: ConversationKey): (event: ConversationEvent) => void {
  let newest = 0;
  let kept = 0;
  let keeping = false;
  const keep = async () => {
    keeping = true;
    try {
      while (kept < newest) {
        const seq = newest;
        await sql().query(SEEN, [key.shop, key.conversationId, seq]);
        kept = seq;
      }
    } catch (error) {
      // The shopper is mailed what they have read, at worst.
      log.warn(errorFields(error), "could not keep what a shopper has seen");
    } finally {
      keeping = false;
    }
  };
  return (event) => {
    if (event.type !== "message" || event.author !== "staff") return;
    newest = Math.max(newest, event.seq);
    if (!keeping) void keep();
  };
}

const DUE = `
  UPDATE conversation c SET mail_at = CASE WHEN c.contact_email IS NULL OR c.shopper_seen_seq >= c.last_seq THEN NULL
    ELSE now() + interval '${AGAIN_MINUTES} minutes' END
  FROM (
    SELECT shop, id FROM conversation WHERE mail_at <= now() ORDER BY mail_at LIMIT $1 FOR UPDATE SKIP LOCKED
  ) due
  WHERE c.shop = due.shop AND c.id = due.id
  RETURNING c.shop, c.id AS "conversationId", c.mail_at IS NOT NULL AS away`;

/** Conversations whose shopper may have to be mailed an answer. Over all shops, for the job alone. */
export async function answersToMail(limit: number): Promise<ConversationKey[]> {
  const rows = await sql().query<ConversationKey & { away: boolean }>(DUE, [limit]);
  return rows.filter(({ away }) => away).map(({ shop, conversationId }) => ({ shop, conversationId }));
}

type Unmailed = {
  /** Null when they have taken it back or never left one. */
  email: string | null;
  locale: string;
  /** As it stands: whoever changes it in the meantime wants another look. */
  mailAt: Date | null;
  messages: { seq: number; at: Date; text: string; name: string | null }[];
};

const CONVERSATION = `
  SELECT contact_email AS email, locale, mail_at AS "mailAt", GREATEST(shopper_seen_seq, mailed_seq) AS known
  FROM conversation WHERE shop = $1 AND id = $2::uuid`;

const MESSAGES = `
  SELECT seq, at, body ->> 'text' AS text, body ->> 'name' AS name FROM event
  WHERE shop = $1 AND conversation_id = $2::uuid AND seq > $3 AND type = 'message' AND author = 'staff' ORDER BY seq`;

/** What people wrote that the shopper was neither shown nor mailed, oldest first; null when the conversation is gone. */
export async function unmailedAnswers({ shop, conversationId }: ConversationKey): Promise<Unmailed | null> {
  const [row] = await sql().query<Omit<Unmailed, "messages"> & { known: number }>(CONVERSATION, [shop, conversationId]);
  if (!row) return null;
  const { email, locale, mailAt, known } = row;
  const messages = await sql().query<Unmailed["messages"][number]>(MESSAGES, [shop, conversationId, known]);
  return { email, locale, mailAt, messages };
}

const SETTLED = `
  UPDATE conversation SET mailed_seq = GREATEST(mailed_seq, $3::int),
    mail_at = CASE WHEN mail_at IS NOT DISTINCT FROM $4::timestamptz THEN $5::timestamptz ELSE mail_at END
  WHERE shop = $1 AND id = $2::uuid`;

/**
 * Notes up to which message the shopper was mailed, and when to look again, unless somebody has written since.
 * @param from `mailAt` as `unmailedAnswers` told it
 */
export async function settleAnswers(
  { shop, conversationId }: ConversationKey,
  { mailed, from, again }: { mailed: number; from: Date | null; again: Date | null },
): Promise<void> {
  await sql().query(SETTLED, [shop, conversationId, mailed, from, again]);
}
