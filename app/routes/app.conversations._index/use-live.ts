import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

/** News that come close together are one. */
const SETTLE_MS = 250;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 20_000;

/**
 * Keeps the page as the desk is: whenever something changes it is read again, in place. A stream that breaks is opened again,
 * ever more slowly; whoever comes back from a sleep is shown at once what has happened meanwhile.
 *
 * @returns whether the stream is open
 */
export function useLive(): boolean {
  const { revalidate } = useRevalidator();
  const again = useRef(revalidate);
  const [live, setLive] = useState(true);
  useEffect(() => {
    again.current = revalidate;
  });
  useEffect(() => {
    let stopped = false;
    let controller = new AbortController();
    let settling: number | undefined;
    let retrying: number | undefined;
    let wait = FIRST_RETRY_MS;
    const news = () => {
      window.clearTimeout(settling);
      settling = window.setTimeout(() => again.current(), SETTLE_MS);
    };
    const opened = () => {
      wait = FIRST_RETRY_MS;
      setLive(true);
    };
    const open = async () => {
      retrying = undefined;
      controller = new AbortController();
      // That it ended is no trouble: it does, now and then, so that whoever reads is asked again who they are.
      const broke = await read(controller.signal, opened, news).catch(() => !stopped);
      if (stopped) return;
      if (broke === true) setLive(false);
      retrying = window.setTimeout(anew, wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, LONGEST_RETRY_MS);
    };
    const anew = () => {
      window.clearTimeout(retrying);
      news();
      void open();
    };
    const back = () => {
      if (document.visibilityState === "hidden") return;
      news();
      if (retrying !== undefined) anew();
    };
    const online = () => controller.abort();
    void open();
    document.addEventListener("visibilitychange", back);
    window.addEventListener("online", online);
    return () => {
      stopped = true;
      controller.abort();
      window.clearTimeout(settling);
      window.clearTimeout(retrying);
      document.removeEventListener("visibilitychange", back);
      window.removeEventListener("online", online);
    };
  }, []);
  return live;
}

/** Nothing at all for this long, not even a heartbeat: the connection is dead. */
const SILENCE_MS = 50_000;

async function read(signal: AbortSignal, opened: () => void, news: () => void): Promise<void> {
  const silence = new AbortController();
  let timer: number | undefined;
  const heard = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => silence.abort(), SILENCE_MS);
  };
  heard();
  try {
    const response = await fetch("/app/inbox/stream", {
      headers: { Accept: "text/event-stream" },
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (!response.ok || !response.body) throw new Error(`The stream answered ${response.status}.`);
    opened();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      heard();
      if (value.includes("data:")) news();
    }
  } finally {
    window.clearTimeout(timer);
  }
}
