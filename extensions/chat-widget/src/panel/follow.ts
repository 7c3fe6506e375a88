/**
 * Keeps up with a conversation's event log: by a stream where streams get through, else by asking again and again.
 * Always resumes after the newest event seen, so a cut loses nothing.
 */
import type { Api } from "./api.ts";
import { decodeEvent } from "./decode.ts";
import type { WireEvent } from "./decode.ts";
import { sseParser } from "./sse.ts";
import type { Connection } from "./state.ts";

export type Follower = {
  start: () => void;
  stop: () => void;
  /** Try again, or ask again, at once. */ nudge: () => void;
};

export type FollowOptions = {
  api: Pick<Api, "read">;
  after: () => number;
  working: () => boolean;
  onEvents: (events: WireEvent[], last?: number) => void;
  onConnection: (connection: Connection) => void;
  /** Milliseconds; tests shorten them. */
  pace?: Partial<typeof PACE>;
};

const PACE = {
  /** A stream says something at once and every few seconds; one that does not is held up by something on the way. */
  firstByte: 5_000,
  silence: 45_000,
  /** A stream that ends sooner than this was cut off, not finished. */
  short: 4_000,
  retry: 500,
  longestRetry: 30_000,
  poll: 1_000,
  longestPollWorking: 4_000,
  longestPoll: 20_000,
};

/** After this many streams in a row that were cut off soon, ask instead. One that is refused or held up settles it at once. */
const STREAM_TRIES = 3;
/** After this many polls, see whether a stream gets through by now. */
const POLLS_BEFORE_STREAM = 40;

type End = "alive" | "short" | "blocked" | "failed";

export function createFollower(options: FollowOptions): Follower {
  const { api, after, working, onEvents, onConnection } = options;
  const pace = { ...PACE, ...options.pace };
  let running: AbortController | null = null;
  let wake = () => {};

  const sleep = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const stream = async (signal: AbortSignal): Promise<End> => {
    const cut = new AbortController();
    const stop = () => cut.abort();
    signal.addEventListener("abort", stop);
    let watchdog = setTimeout(stop, pace.firstByte);
    const began = Date.now();
    let heard = false;
    try {
      onConnection("connecting");
      const outcome = await api.read(`events?after=${after()}`, "text/event-stream", cut.signal);
      if (!outcome.ok) return outcome.status !== null || cut.signal.aborted ? "blocked" : "failed";
      const reader = outcome.response.body?.getReader();
      if (!reader || !outcome.response.headers.get("Content-Type")?.includes("event-stream")) {
        stop();
        return "blocked";
      }
      const decoder = new TextDecoder();
      const parse = sseParser();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        if (!heard) onConnection("live");
        heard = true;
        clearTimeout(watchdog);
        watchdog = setTimeout(stop, pace.silence);
        const events = parse(decoder.decode(value, { stream: true })).map(({ data }) => decodeEvent(parseJson(data)));
        if (!signal.aborted) onEvents(events.filter((event) => event !== null));
      }
    } catch {
      // Cut, by the network or the watchdog: told apart below by what was heard.
    } finally {
      clearTimeout(watchdog);
      signal.removeEventListener("abort", stop);
    }
    if (!heard) return "blocked";
    return Date.now() - began > pace.short ? "alive" : "short";
  };

  const poll = async (signal: AbortSignal): Promise<{ end: End; events: number }> => {
    const outcome = await api.read(`events?after=${after()}`, "application/json", signal);
    if (!outcome.ok) return { end: "failed", events: 0 };
    const body = (await outcome.response.json().catch(() => null)) as { events?: unknown; last?: unknown } | null;
    if (signal.aborted || !Array.isArray(body?.events)) return { end: "failed", events: 0 };
    onConnection("live");
    const events = body.events.map(decodeEvent).filter((event) => event !== null);
    onEvents(events, typeof body.last === "number" ? body.last : undefined);
    return { end: "alive", events: events.length };
  };

  const run = async (signal: AbortSignal) => {
    let fruitless = 0;
    let failures = 0;
    let polls = 0;
    let interval = pace.poll;
    const stopped = () => signal.aborted;
    while (!stopped()) {
      let pause: number;
      let end: End;
      if (fruitless >= STREAM_TRIES) {
        const polled = await poll(signal);
        end = polled.end;
        interval = polled.events > 0 ? pace.poll : interval * 1.4;
        pause = interval = Math.min(interval, working() ? pace.longestPollWorking : pace.longestPoll);
        if (++polls >= POLLS_BEFORE_STREAM) [polls, fruitless] = [0, STREAM_TRIES - 1];
      } else {
        end = await stream(signal);
        fruitless = end === "alive" ? 0 : end === "blocked" ? STREAM_TRIES : fruitless + 1;
        pause = pace.retry;
      }
      if (stopped()) return;
      failures = end === "failed" ? failures + 1 : 0;
      if (failures > 1) onConnection("lost");
      if (failures > 0) pause = Math.min(pace.longestRetry, pace.retry * 2 ** failures);
      await sleep(pause * (0.75 + Math.random() / 2)); // not all shoppers at once after an outage
    }
  };

  return {
    start() {
      if (running) return;
      running = new AbortController();
      void run(running.signal);
    },
    stop() {
      running?.abort();
      running = null;
      wake();
    },
    nudge: () => wake(),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
