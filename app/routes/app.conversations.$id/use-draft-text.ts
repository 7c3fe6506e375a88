import { useCallback, useEffect, useState } from "react";

export type Tab = "reply" | "note";
type Drafts = Record<Tab, string>;
const NOTHING: Drafts = { reply: "", note: "" };

/**
 * What is being written in a conversation, kept in this browser tab until it is sent: leaving the page, a reload or a refusal
 * loses none of it.
 */
export function useDraftText(conversationId: string) {
  const key = `wherewithal.desk.${conversationId}`;
  const [drafts, setDrafts] = useState(NOTHING);
  useEffect(() => {
    const kept = readKept(key);
    setDrafts((typed) => (typed.reply === "" && typed.note === "" ? kept : typed));
  }, [key]);
  useEffect(() => {
    // Until something was read or typed there is nothing to keep.
    if (drafts !== NOTHING) keep(key, drafts);
  }, [key, drafts]);
  const write = useCallback((tab: Tab, text: string | ((before: string) => string)) => {
    setDrafts((before) => ({ ...before, [tab]: typeof text === "string" ? text : text(before[tab]) }));
  }, []);
  return { drafts, write };
}

/** A browser that keeps nothing loses no more than before. */
function readKept(key: string): Drafts {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "{}") as Partial<Drafts>;
    return { reply: kept.reply ?? "", note: kept.note ?? "" };
  } catch {
    return NOTHING;
  }
}

function keep(key: string, drafts: Drafts): void {
  try {
    if (drafts.reply === "" && drafts.note === "") sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(drafts));
  } catch {
    // Full, or switched off.
  }
}
