import { useEffect, useState } from "react";

const TICK_MS = 30_000;

/** The time, by which it is told what is due: the server's to begin with, then the browser's. */
export function useNow(fromServer: string): number {
  const [ticked, setTicked] = useState(0);
  useEffect(() => {
    const ticking = window.setInterval(() => setTicked(Date.now()), TICK_MS);
    return () => window.clearInterval(ticking);
  }, []);
  return Math.max(ticked, Date.parse(fromServer));
}
