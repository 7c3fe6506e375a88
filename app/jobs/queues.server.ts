import { takeOver } from "../agent/turns.server.ts";
import { ANSWERS_QUEUE, mailAnswers } from "../channels/email/mail-answers.server.ts";
import { notifyStaff } from "../channels/email/notify-staff.server.ts";
import { sendCode } from "../channels/email/send-code.server.ts";
import { sendTranscript, TRANSCRIPTS_QUEUE } from "../channels/email/send-transcript.server.ts";
import { HANDED_OVER_QUEUE } from "../conversations/escalate.server.ts";
import { CODES_QUEUE } from "../identity/code-requests.server.ts";
import { afterHandOver } from "../inbox/after-hand-over.server.ts";
import { NOTIFY_QUEUE } from "../staff/notify.server.ts";
import { queue } from "./queue.server.ts";

export const TURNS_QUEUE = "turn.take-over";

/** Rows of what is done go within the hour: they name, sealed, to whom it went. */
const TO_SHOPPERS = {
  retryLimit: 6,
  retryDelay: 5,
  retryBackoff: true,
  expireInSeconds: 120,
  deleteAfterSeconds: 3600,
} as const;

/** What is done soon after it was asked for. */
export const QUEUES = [
  queue({
    name: TURNS_QUEUE,
    policy: "short",
    options: { retryLimit: 5, retryDelay: 2, retryBackoff: true },
    everySeconds: 1,
    atOnce: 10,
    run: takeOver,
  }),
  queue({
    // A code that could not be sent within its ten minutes is of no use any more.
    name: CODES_QUEUE,
    options: { retryLimit: 6, retryDelay: 2, retryBackoff: true, expireInSeconds: 60 },
    everySeconds: 1,
    atOnce: 5,
    mail: "code",
    run: sendCode,
  }),
  queue({ name: TRANSCRIPTS_QUEUE, options: TO_SHOPPERS, everySeconds: 2, mail: "transcript", run: sendTranscript }),
  queue({
    name: ANSWERS_QUEUE,
    policy: "exclusive",
    options: TO_SHOPPERS,
    everySeconds: 2,
    atOnce: 5,
    mail: "answer",
    run: mailAnswers,
  }),
  queue({
    name: NOTIFY_QUEUE,
    options: { retryLimit: 4, retryDelay: 15, retryBackoff: true, expireInSeconds: 60 },
    everySeconds: 2,
    mail: "notification",
    run: notifyStaff,
  }),
  queue({
    name: HANDED_OVER_QUEUE,
    options: { retryLimit: 3, retryDelay: 20, retryBackoff: true, expireInSeconds: 120 },
    everySeconds: 2,
    run: afterHandOver,
  }),
];
