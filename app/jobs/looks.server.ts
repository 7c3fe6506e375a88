import type { PgBoss } from "pg-boss";
import { ANSWERS_QUEUE } from "../channels/email/mail-answers.server.ts";
import { canMail } from "../channels/email/send-mail.server.ts";
import { answersToMail } from "../conversations/away.server.ts";
import { abandonedTurns } from "../conversations/lease.server.ts";
import { reconcile } from "../conversations/resolutions.server.ts";
import type { ConversationKey } from "../identity/scope.ts";
import { indexAll } from "../inbox/search/index-search.server.ts";
import { wakeSnoozed } from "../inbox/wake-snoozed.server.ts";
import { errorFields, log } from "../platform/log.server.ts";
import { TURNS_QUEUE } from "./queues.server.ts";

/** What a process looks for again and again, since whoever should have told of it may have died. */
type Look = { for: string; everyMs: number; run(boss: PgBoss): Promise<unknown> };

/** Most turns taken over, and answers queued to be mailed, in one look. */
const MOST_TURNS = 50;
const MOST_MAILS = 100;
/** Most parts of the search that are put in before others have their turn. */
const MOST_PARTS = 20;

const LOOKS: readonly Look[] = [
  {
    for: "shoppers who wait while nobody answers",
    everyMs: 3_000,
    run: async (boss) => queueConversations(boss, TURNS_QUEUE, await abandonedTurns(MOST_TURNS)),
  },
  {
    for: "shoppers to be mailed an answer",
    everyMs: 3_000,
    run: async (boss) => queueConversations(boss, ANSWERS_QUEUE, canMail() ? await answersToMail(MOST_MAILS) : []),
  },
  { for: "resolutions that are due", everyMs: 3_000, run: reconcile },
  { for: "what was snoozed", everyMs: 3_000, run: wakeSnoozed },
  { for: "what was said and cannot be searched yet", everyMs: 2_000, run: () => indexAll(MOST_PARTS) },
];

/** Begins to look, one look of a kind at a time. @returns what ends it, and waits for the looks under way */
export function startLooking(boss: PgBoss): () => Promise<void> {
  const ends = LOOKS.map((look) => {
    let underWay: Promise<void> | null = null;
    const again = () => {
      underWay ??= look
        .run(boss)
        .then(
          () => undefined,
          (error: unknown) => log.warn({ for: look.for, ...errorFields(error) }, "a look failed"),
        )
        .finally(() => (underWay = null));
    };
    const timer = setInterval(again, look.everyMs);
    timer.unref();
    again();
    return async () => {
      clearInterval(timer);
      await underWay;
    };
  });
  return async () => {
    await Promise.all(ends.map((end) => end()));
  };
}

/** One job for each conversation, however many processes look at once. */
async function queueConversations(boss: PgBoss, queue: string, keys: readonly ConversationKey[]): Promise<void> {
  for (const key of keys) await boss.send(queue, key, { singletonKey: `${key.shop}/${key.conversationId}` });
}
