import type { ConversationKey } from "../identity/scope.ts";
import { follow } from "../platform/live.server.ts";
import { errorFields, log } from "../platform/log.server.ts";
import { type ClientConnection, openEventStream } from "../platform/sse.server.ts";
import { type ConversationEvent, isPublic } from "./events.ts";
import { readAfter, topicOf } from "./log.server.ts";

/** Events read at once; what is sent of them waits for the client to take it. */
const PAGE = 100;
/** More events than this are not held back for a client that is still taking the log: they are in it, too. */
const MOST_WAITING = 1_000;

/**
 * Streams a conversation's public events after a number, then what comes, in order and each once.
 * Stored events carry their number as the SSE id; deltas carry none, so a client that resumes gets the whole message.
 */
export function streamEvents(
  key: ConversationKey,
  after: number,
  client: { connection: ClientConnection; signal: AbortSignal },
  endsAt: Date,
): Response {
  let last = after;
  /** Live messages wait here while the log is read, so that nothing overtakes it. */
  let waiting: ConversationEvent[] | null = [];
  let reading = false;
  /** Counts the reasons to read the log: one that came up during a reading is a reason for another. */
  let reasons = 0;

  const unfollow = follow<ConversationEvent>(topicOf(key), (message) => {
    if (message.kind === "stored_elsewhere") void catchUp();
    else if (waiting) hold(waiting, message.events);
    else for (const event of message.events) deliver(event);
  });
  const timer = setTimeout(() => stream.close(), Math.max(0, endsAt.getTime() - Date.now()));
  timer.unref();
  const stream = openEventStream(client.connection, client.signal, () => {
    unfollow();
    clearTimeout(timer);
  });

  const hold = (held: ConversationEvent[], events: ConversationEvent[]) => {
    if (held.length < MOST_WAITING) held.push(...events);
    else reasons += 1;
  };

  const sendStored = (event: ConversationEvent) => {
    if (event.seq <= last) return;
    last = event.seq;
    if (isPublic(event)) stream.send(JSON.stringify(event), event.seq);
  };

  const deliver = (event: ConversationEvent) => {
    if (event.type === "delta") stream.send(JSON.stringify(event));
    // An event that is not here yet comes before this one, perhaps from another process: the log has both.
    else if (event.seq > last + 1) void catchUp();
    else sendStored(event);
  };

  const catchUp = async () => {
    reasons += 1;
    if (reading) return;
    reading = true;
    waiting ??= [];
    try {
      let followed: number;
      do {
        followed = reasons;
        for (let page = await readAfter(key, last, PAGE); page.length > 0; page = await readAfter(key, last, PAGE)) {
          for (const event of page) {
            if (!(await stream.room())) return;
            // It may have been sent while the page was read: what was held back goes out in between.
            sendStored(event);
          }
          if (page.length < PAGE) break;
        }
      } while (followed !== reasons);
    } catch (error) {
      log.warn(errorFields(error), "a stream could not read the log");
      stream.close();
    } finally {
      reading = false;
      const held = waiting;
      waiting = null;
      for (const event of held) {
        // A delta from before what the log has by now belongs to a message that is whole already.
        if (event.type !== "delta" || event.seq >= last) deliver(event);
      }
    }
  };

  void catchUp();
  return stream.response;
}
