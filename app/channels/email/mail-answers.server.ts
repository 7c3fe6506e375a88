import { AWAY_SECONDS, settleAnswers, unmailedAnswers } from "../../conversations/away.server.ts";
import type { ConversationKey } from "../../identity/scope.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { answerMail } from "./answer-mail.ts";
import { sendMail } from "./send-mail.server.ts";

export const ANSWERS_QUEUE = "email.answers";

const MINUTE = 60_000;
/** Somebody who writes one message after the other is waited for, so that they are one email, but not for longer than this. */
const LONGEST_WAIT_MS = 5 * MINUTE;
/** An answer that could not be mailed for so long is not sent any more: by then the shopper has found another way. */
const TOO_LATE_MS = 24 * 60 * MINUTE;

/**
 * Mails a shopper who has left what people wrote since, in one email, and notes that it was. Run twice it sends nothing the
 * second time, unless the first one died between the mail server's answer and the note.
 * @throws when the mail server cannot be reached: the job is tried again, and the conversation goes on as ever.
 */
export async function mailAnswers(key: ConversationKey, now = new Date()): Promise<void> {
  const found = await unmailedAnswers(key);
  if (!found) return;
  const { email, locale, mailAt: from, messages } = found;
  const settle = (mailed: number, again: Date | null = null) => settleAnswers(key, { mailed, from, again });
  const [oldest, newest] = [messages[0], messages.at(-1)];
  if (email === null || !oldest || !newest) return settle(0);
  const waited = now.getTime() - oldest.at.getTime();
  if (waited > TOO_LATE_MS) return settle(newest.seq);
  const quiet = newest.at.getTime() + AWAY_SECONDS * 1000;
  if (quiet > now.getTime() && waited < LONGEST_WAIT_MS) return settle(0, new Date(quiet));
  const { name: shopName } = await shopProfile(key.shop);
  await sendMail(key.shop, email, answerMail(messages, { shop: key.shop, shopName, locale }));
  await settle(newest.seq);
}
