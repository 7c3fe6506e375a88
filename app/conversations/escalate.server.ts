import type { ConversationKey } from "../identity/scope.ts";
import { sql } from "../platform/db.server.ts";
import { errorFields, log } from "../platform/log.server.ts";
import { enqueue } from "../platform/queue.server.ts";
import { shopProfile } from "../shopify/shop-profile.server.ts";
import { type Conversation, findConversation } from "./conversations.server.ts";
import { handOverWords } from "./escalation/hand-over-words.ts";
import type { EscalationReason } from "./escalation/reasons.ts";
import { stakesOf } from "./escalation/stakes.server.ts";
import { raise } from "./escalation/standing.server.ts";
import { triage } from "./escalation/triage.ts";
import type { ConversationEvent } from "./events.ts";
import { answerExpectation } from "./hours/expectation.server.ts";
import { append, toEvent } from "./log.server.ts";

/** Jobs that get ready what people want to know of a conversation they have got (app/inbox/after-hand-over.server.ts). */
export const HANDED_OVER_QUEUE = "handed-over";

export type Escalated = {
  /** What the shopper was shown of it: the hand-over, or the person who writes. */
  event: ConversationEvent;
  /** Whether they were shown it just now. What people have already is not handed over again. */
  told: boolean;
};

/** The shopper knows that people have it since the last time that they no longer had. */
const HEARD = `
  WITH era AS (
    SELECT COALESCE(max(seq), 0) AS since FROM event WHERE shop = $1 AND conversation_id = $2::uuid
      AND (type = 'closed' OR type = 'takeover' AND body ->> 'state' = 'handed_back')
  )
  SELECT era.since, e.* FROM era LEFT JOIN LATERAL (
    SELECT seq, at, type, author, client_message_id, body FROM event
    WHERE shop = $1 AND conversation_id = $2::uuid AND seq > era.since
      AND (type = 'escalation' OR type = 'takeover' AND body ->> 'state' = 'taken') ORDER BY seq DESC LIMIT 1
  ) e ON true`;

type StoredRow = Parameters<typeof toEvent>[0];

/**
 * Hands a conversation over to people: a brief for them, a word for the shopper. What is with people already is not handed over
 * again; the brief is added, and what is graver than what they know makes it more urgent. Handed back or closed since, it is
 * handed over anew.
 * @returns null when the conversation is gone, or the lease is somebody else's
 */
export async function escalate(
  key: ConversationKey,
  reason: EscalationReason,
  brief: string,
  leaseOwner?: string,
): Promise<Escalated | null> {
  const conversation = await findConversation(key);
  if (!conversation) return null;
  const { since, event } = await heard(key);
  const words = { type: "brief", author: "agent", reason, text: brief } as const;
  const lease = leaseOwner === undefined ? {} : { leaseOwner };
  if (event && conversation.status === "escalated") {
    if (!(await append(key, [words], lease))) return null;
    await raise(key, reason);
    return { event, told: false };
  }
  const [text, stakes] = await Promise.all([wordsFor(conversation, reason), stakesOf(key, new Date())]);
  if (!stakes) return null;
  try {
    const stored = await append(key, [words, { type: "escalation", author: "system", reason, text }], {
      ...lease,
      handOver: { reason, ...triage({ ...stakes, reason }) },
      once: `handed over after ${since}`,
    });
    const shown = stored?.[1];
    if (shown) {
      prepare(key);
      return { event: shown, told: true };
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "23505")) throw error;
  }
  // Two reached for people at once and one was told, or a person has begun to write in that moment.
  return (await heard(key)).event ? escalate(key, reason, brief, leaseOwner) : null;
}

async function heard(key: ConversationKey): Promise<{ since: number; event: ConversationEvent | null }> {
  const [row] = await sql().query<{ since: number } & (StoredRow | { seq: null })>(HEARD, [
    key.shop,
    key.conversationId,
  ]);
  if (!row) return { since: 0, event: null };
  return { since: row.since, event: row.seq === null ? null : toEvent(row) };
}

async function wordsFor({ shop, locale, channel }: Conversation, reason: EscalationReason): Promise<string> {
  const [{ name: shopName }, { words, closed }] = await Promise.all([
    shopProfile(shop),
    answerExpectation(shop, locale),
  ]);
  return handOverWords({ locale, shopName, reason, expectation: words, mayLeaveEmail: closed && channel === "widget" });
}

/** Nobody waits for it, and the hand-over is none the worse without. */
function prepare({ shop, conversationId }: ConversationKey): void {
  enqueue(HANDED_OVER_QUEUE, { shop, conversationId }).catch((error: unknown) =>
    log.debug({ shop, ...errorFields(error) }, "nothing more is got ready for who takes a conversation over"),
  );
}

/** The shopper pressed "Talk to a person". Pressing it again changes nothing. */
export async function askForPerson(key: ConversationKey): Promise<ConversationEvent | null> {
  const escalated = await escalate(key, "asked_for_person", "The shopper pressed “Talk to a person”.");
  return escalated?.event ?? null;
}
