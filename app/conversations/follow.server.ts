import type { ConversationKey } from "../identity/scope.ts";
import { follow } from "../platform/live.server.ts";
import { errorFields, log } from "../platform/log.server.ts";
import { type ClientConnection, openEventStream } from "../platform/sse.server.ts";
import { seenBy } from "./away.server.ts";
import { type ConversationEvent, isPassing, isPublic, type PassingEvent } from "./events.ts";
import { readAfter, topicOf } from "./log.server.ts";

/** Events read at once; what is sent of them waits for the client to take it. */
const PAGE = 100;
/** More events than this are not held back for a client that is still taking the log: they are in it, too. */
const MOST_WAITING = 1_000;

/** What somebody who follows a conversation is sent: the data of an event, or null for what is not for them. */
export type Told = {
  stored(event: ConversationEvent): string | null;
  passing(event: PassingEvent): string | null;
  /** What else is done with a stored event that was sent. */
  sent?(event: ConversationEvent): void;
  /** Sends what is no event until the returned function is called. */
  also?(send: (data: string) => void): () => void;
};

const forShopper = (key: ConversationKey): Told => ({
  stored: (event) => (isPublic(event) ? JSON.stringify(event) : null),
  // That the shopper writes is news to people alone.
  passing: (event) => (event.author === "shopper" ? null : JSON.stringify(event)),
  sent: seenBy(key),
});

/**
 * Streams a conversation's events after a number, then what comes, in order and each once; to the shopper unless `told`
 * says otherwise.
 * Stored events carry their number as the SSE id; deltas carry none, so a client that resumes gets the whole message.
 */
export function streamEvents(
  key: ConversationKey,
  after: number,
  client: { connection: ClientConnection; signal: AbortSignal },
  endsAt: Date,
  told: Told = forShopper(key),
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
  let stop: (() => void) | undefined = undefined;
  const stream = openEventStream(client.connection, client.signal, () => {
    unfollow();
    stop?.();
    clearTimeout(timer);
  });

  const hold = (held: ConversationEvent[], events: ConversationEvent[]) => {
    if (held.length < MOST_WAITING) held.push(...events);
    else reasons += 1;
  };

  const sendStored = (event: ConversationEvent) => {
    if (event.seq <= last) return;
    last = event.seq;
    const data = told.stored(event);
    if (data === null) return;
    stream.send(data, event.seq);
    told.sent?.(event);
  };

  const sendPassing = (event: PassingEvent) => {
    const data = told.passing(event);
    if (data !== null) stream.send(data);
  };

  const deliver = (event: ConversationEvent) => {
    if (isPassing(event)) sendPassing(event);
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
        if (!isPassing(event) || event.seq >= last) deliver(event);
      }
    }
  };

  stop = told.also?.((data) => stream.send(data));
  // A client that left at once has closed it before there was anything to stop.
  if (client.signal.aborted) stop?.();
  void catchUp();
  return stream.response;
}
