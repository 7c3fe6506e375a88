import type { ActionFunctionArgs } from "@remix-run/node";
import { askForTranscript, type TranscriptOutcome } from "../channels/email/send-transcript.server.ts";
import { transcriptBodySchema } from "../conversations/chat-bodies.ts";
import { answerChat, limitMessages, postOnly } from "../identity/chat-request.server.ts";
import { HttpError, readJson, tooManyRequests } from "../platform/http.server.ts";

export const loader = postOnly;

const REFUSALS: Record<Exclude<TranscriptOutcome["kind"], "queued" | "limited">, HttpError> = {
  gone: new HttpError(410, "conversation_gone", "This conversation no longer exists."),
  no_address: new HttpError(422, "email_missing", "Say to which address it should be sent."),
  nothing_said: new HttpError(409, "nothing_said", "Nothing was answered yet that could be sent."),
  cannot_mail: new HttpError(409, "mail_unavailable", "No email can be sent from here."),
};

export const action = ({ request, context }: ActionFunctionArgs) =>
  answerChat(request, context.clientIp, async (caller) => {
    limitMessages(caller);
    const { email } = await readJson(request, transcriptBodySchema);
    const outcome = await askForTranscript(caller, email);
    if (outcome.kind === "queued") return new Response(null, { status: 202 });
    if (outcome.kind === "limited") throw tooManyRequests(outcome.retryAfterSeconds, "That was sent often enough.");
    throw REFUSALS[outcome.kind];
  });
