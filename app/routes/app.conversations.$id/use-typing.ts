import { useCallback, useEffect, useRef } from "react";
import { askDeed } from "./ask-deed.ts";
import type { Tab } from "./use-draft-text.ts";

const SAY_EVERY_MS = 3_500;
const STOPPED_AFTER_MS = 5_000;

/** Tells the shopper and colleagues that somebody writes, and that they have stopped. Lost words of it are no loss. */
export function useTyping(conversationId: string, page: string) {
  const saidAt = useRef(0);
  const where = useRef<Tab | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const stop = useCallback(() => {
    clearTimeout(timer.current);
    if (where.current === null) return;
    void askDeed(conversationId, { deed: "typing", tab: page, where: where.current, on: false });
    where.current = null;
    saidAt.current = 0;
  }, [conversationId, page]);

  const type = useCallback(
    (tab: Tab) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(stop, STOPPED_AFTER_MS);
      const now = performance.now();
      if (where.current === tab && now - saidAt.current < SAY_EVERY_MS) return;
      where.current = tab;
      saidAt.current = now;
      void askDeed(conversationId, { deed: "typing", tab: page, where: tab, on: true });
    },
    [conversationId, page, stop],
  );
  useEffect(() => stop, [stop]);
  return { type, stop };
}
