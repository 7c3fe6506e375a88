import { readEvents, Refused } from "./read-events.ts";

/** `refused`: there is nothing to follow any more, or not for this person; it is not tried again. */
export type Connection = "connecting" | "live" | "lost" | "refused";

type Following<Frame> = {
  /** Where to go on, by what has come so far. */
  url: () => string;
  hear: (frames: Frame[]) => void;
  tell: (connection: Connection) => void;
};

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 15_000;
/** The server's heart beats every 20 seconds: longer silence is a connection that is no more. */
const SILENCE_MS = 45_000;
/** After a sleep, silence is judged more strictly: nobody knows what the connection has been through. */
const SILENCE_AFTER_SLEEP_MS = 22_000;

/**
 * Follows a stream until it is stopped: a cut is mended at once, then more and more seldom, and at once again when the
 * browser comes back to the page or to the network. What was missed meanwhile comes with the next connection.
 *
 * @returns stops it
 */
export function keepFollowing<Frame>({ url, hear, tell }: Following<Frame>): () => void {
  const stopped = new AbortController();
  let current = new AbortController();
  let heardAt = performance.now();
  let wake: () => void = () => undefined;
  let failures = 0;
  const isStopped = () => stopped.signal.aborted;

  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const once = async () => {
    current = new AbortController();
    heardAt = performance.now();
    for await (const frames of readEvents<Frame>(url(), AbortSignal.any([stopped.signal, current.signal]))) {
      heardAt = performance.now();
      tell("live");
      failures = 0;
      if (frames.length > 0) hear(frames);
    }
  };

  const run = async () => {
    tell("connecting");
    while (!isStopped()) {
      try {
        await once();
        // The server ends a stream after a while, so that who asks is asked anew.
        if (!isStopped()) await wait(FIRST_WAIT_MS / 4);
        continue;
      } catch (error) {
        if (isStopped()) return;
        if (error instanceof Refused && [403, 404, 410].includes(error.status)) {
          tell("refused");
          return;
        }
      }
      failures += 1;
      if (failures > 1) tell("lost");
      const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
      // Not all pages come back in the same moment after a server's restart.
      await wait(longest * (0.75 + Math.random() / 2));
    }
  };

  const mind = (most: number) => {
    if (performance.now() - heardAt > most) current.abort();
  };
  const comeBack = () => {
    if (document.visibilityState !== "visible") return;
    mind(SILENCE_AFTER_SLEEP_MS);
    wake();
  };
  const watch = setInterval(() => mind(SILENCE_MS), 5_000);
  const lose = () => tell("lost");
  document.addEventListener("visibilitychange", comeBack);
  window.addEventListener("online", comeBack);
  window.addEventListener("offline", lose);
  void run();
  return () => {
    stopped.abort();
    wake();
    clearInterval(watch);
    document.removeEventListener("visibilitychange", comeBack);
    window.removeEventListener("online", comeBack);
    window.removeEventListener("offline", lose);
  };
}
