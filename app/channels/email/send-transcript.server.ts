import { readAfter } from "../../conversations/log.server.ts";
import { type ConversationEvent, isPublic } from "../../conversations/events.ts";
import { transcriptLimits } from "../../identity/limits.ts";
import type { ConversationKey } from "../../identity/scope.ts";
import { blind, seal, unseal } from "../../platform/crypto.server.ts";
import { sql } from "../../platform/db.server.ts";
import { enqueue } from "../../platform/queue.server.ts";
import { countUse } from "../../platform/rate-limit.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { canMail, sendMail } from "./send-mail.server.ts";
import { transcriptMail } from "./transcript-mail.ts";

export const TRANSCRIPTS_QUEUE = "email.transcript";

/** `to` is sealed: rows of the queue outlive their job. */
export type TranscriptJob = ConversationKey & { to: string };

export type TranscriptOutcome =
  | { kind: "queued" }
  /** Neither the request nor the conversation names an address. */
  | { kind: "no_address" }
  /** Nobody has answered anything yet. */
  | { kind: "nothing_said" }
  | { kind: "limited"; retryAfterSeconds: number }
  | { kind: "cannot_mail" }
  | { kind: "gone" };

type Addresses = { contact: string | null; known: string | null };

const ADDRESSES = `
  SELECT contact_email AS contact, shopper_email AS known FROM conversation WHERE shop = $1 AND id = $2::uuid`;
const ANSWERED = `
  SELECT 1 FROM event WHERE shop = $1 AND conversation_id = $2::uuid AND type = 'message' AND author IN ('agent', 'staff')
  LIMIT 1`;

/**
 * Has what was said mailed to an address, to the one that is known where none is named. To whom a guest may have it sent, and
 * how often: docs/decisions/023.
 */
export async function askForTranscript(
  caller: ConversationKey & { ip: string },
  email: string | undefined,
): Promise<TranscriptOutcome> {
  const { shop, conversationId } = caller;
  if (!canMail()) return { kind: "cannot_mail" };
  const addresses = await addressesOf(caller);
  if (!addresses) return { kind: "gone" };
  const to = email ?? addresses.contact ?? addresses.known;
  if (to === null) return { kind: "no_address" };
  if ((await sql().query(ANSWERED, [shop, conversationId])).length === 0) return { kind: "nothing_said" };
  const mailbox = blind(`${shop}/${to.toLowerCase()}`);
  const limited = await countUse(shop, transcriptLimits(conversationId, caller.ip, mailbox));
  if (limited) return { kind: "limited", ...limited };
  const job: TranscriptJob = { shop, conversationId, to: seal(to, conversationId) };
  await enqueue(TRANSCRIPTS_QUEUE, job);
  return { kind: "queued" };
}

/** @throws when the mail server cannot be reached: the job is tried again. */
export async function sendTranscript({ shop, conversationId, to }: TranscriptJob): Promise<void> {
  const key = { shop, conversationId };
  const [email, addresses, locale] = [unseal(to, conversationId), await addressesOf(key), await localeOf(key)];
  // Forgotten in the meantime, or sealed by a key that is gone: there is nothing to send, or nowhere.
  if (email === null || !addresses || locale === null) return;
  const { name, agentName, timeZone } = await shopProfile(shop);
  const proven = addresses.known?.toLowerCase() === email.toLowerCase();
  const told = { shopName: name, agentName: agentName || null, locale, timeZone, proven };
  await sendMail(shop, email, transcriptMail(await publicEvents(key), told));
}

async function addressesOf({ shop, conversationId }: ConversationKey): Promise<Addresses | null> {
  const [row] = await sql().query<Addresses>(ADDRESSES, [shop, conversationId]);
  return row ?? null;
}

async function localeOf({ shop, conversationId }: ConversationKey): Promise<string | null> {
  const [row] = await sql().query<{ locale: string }>(
    "SELECT locale FROM conversation WHERE shop = $1 AND id = $2::uuid",
    [shop, conversationId],
  );
  return row?.locale ?? null;
}

/** Read in pages, as a conversation may have thousands; the internal ones are let go at once. */
async function publicEvents(key: ConversationKey): Promise<ConversationEvent[]> {
  const events: ConversationEvent[] = [];
  for (let page = await readAfter(key, 0); page.length > 0; page = await readAfter(key, page.at(-1)?.seq ?? 0)) {
    events.push(...page.filter(isPublic));
  }
  return events;
}
