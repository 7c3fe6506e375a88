import { type InboxNews, inboxTopicOf } from "../conversations/log.server.ts";
import { follow } from "../platform/live.server.ts";
import { type ClientConnection, openEventStream } from "../platform/sse.server.ts";

/** Whoever listens is asked again who they are after this: they may have lost their role. */
const LONGEST_MS = 10 * 60_000;

/** Follows what happens to a shop's conversations that are with people, or just were. */
export function streamInbox(
  shop: string,
  { connection, signal }: { connection: ClientConnection; signal: AbortSignal },
): Response {
  const unfollow = follow<InboxNews>(inboxTopicOf(shop), (message) => {
    if (message.kind === "stored_elsewhere") stream.send("{}");
    else for (const { conversationId } of message.events) stream.send(JSON.stringify({ conversationId }));
  });
  const stream = openEventStream(connection, signal, () => {
    clearTimeout(ending);
    unfollow();
  });
  const ending = setTimeout(() => stream.close(), LONGEST_MS);
  return stream.response;
}
