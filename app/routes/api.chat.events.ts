import type { LoaderFunctionArgs } from "@remix-run/node";
import { seenBy } from "../conversations/away.server.ts";
import { isPublic } from "../conversations/events.ts";
import { findConversation } from "../conversations/conversations.server.ts";
import { streamEvents } from "../conversations/follow.server.ts";
import { readAfter } from "../conversations/log.server.ts";
import { answerChat } from "../identity/chat-request.server.ts";
import { HttpError, json } from "../platform/http.server.ts";

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answerChat(request, context.clientIp, async (caller) => {
    const after = readAfterNumber(request);
    const conversation = await findConversation(caller);
    if (!conversation) throw new HttpError(410, "conversation_gone", "This conversation no longer exists.");
    if (request.headers.get("Accept")?.includes("text/event-stream")) {
      // A number from nowhere must not silence what is still to come.
      return streamEvents(
        caller,
        Math.min(after, conversation.lastSeq),
        { connection: context.connection, signal: request.signal },
        caller.expiresAt,
      );
    }
    const events = await readAfter(caller, after);
    events.forEach(seenBy(caller));
    return json({ events: events.filter(isPublic), last: events.at(-1)?.seq ?? Math.min(after, conversation.lastSeq) });
  });

/** `Last-Event-ID` wins over `after`: it is what a resumed stream has really got. */
function readAfterNumber(request: Request): number {
  const text = request.headers.get("Last-Event-ID") ?? new URL(request.url).searchParams.get("after") ?? "0";
  if (!/^\d{1,9}$/.test(text)) throw new HttpError(400, "invalid_request", "after: must be an event's number");
  return Number(text);
}
