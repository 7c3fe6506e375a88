import { useEffect, useRef, useState } from "react";
import type { ShownRow } from "./load-inbox.server.ts";

const linkOf = (id: string) => document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);

/**
 * Which row has the focus and which are selected. Both stay when the rows are read again; where the row that had the focus has
 * left, the one after it gets it.
 * @param key which view the rows are of
 */
export function useRows(rows: readonly ShownRow[], key: string) {
  const ids = rows.map(({ id }) => id);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  /** Where Shift selects from. */
  const anchor = useRef<string | null>(null);
  /** The row that had the focus last, with those around it then. */
  const last = useRef<{ id: string; ids: string[] } | null>(null);
  const [arrived, setArrived] = useState(0);

  const focus = (id: string | undefined) => {
    const link = id === undefined ? null : linkOf(id);
    link?.focus();
    link?.scrollIntoView({ block: "nearest" });
  };
  /** The row with the focus, or the first one. */
  const current = (): ShownRow | undefined => {
    const id = document.activeElement?.closest("li")?.querySelector("[data-row]")?.getAttribute("data-row");
    return rows.find((row) => row.id === id);
  };
  const move = (by: 1 | -1) => {
    const at = ids.indexOf(current()?.id ?? last.current?.id ?? "");
    focus(ids[at < 0 ? 0 : Math.min(ids.length - 1, Math.max(0, at + by))]);
  };

  useEffect(() => {
    const remember = () => {
      const id = document.activeElement?.getAttribute("data-row");
      if (id) last.current = { id, ids };
    };
    remember();
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  });

  const known = ids.join();
  // Only when other rows are shown.
  useEffect(() => {
    const before = last.current;
    if (!before || ids.includes(before.id)) return;
    // A dialog that closes gives the focus back to nothing: the row is gone.
    const isFree = () => document.activeElement === document.body || document.activeElement === null;
    if (!isFree()) return;
    const after = before.ids.slice(before.ids.indexOf(before.id) + 1).find((id) => ids.includes(id));
    focus(after ?? ids.at(-1));
  }, [known]);

  const seen = useRef<{ key: string; known: string } | null>(null);
  // What has come to a view while it was looked at.
  useEffect(() => {
    const before = seen.current;
    seen.current = { key, known };
    const old = new Set(before?.known.split(","));
    setArrived(before?.key === key ? known.split(",").filter((id) => id !== "" && !old.has(id)).length : 0);
  }, [key, known]);

  const select = (id: string, withShift: boolean) => {
    const from = withShift && anchor.current !== null ? ids.indexOf(anchor.current) : -1;
    const at = ids.indexOf(id);
    const range = from < 0 ? [id] : ids.slice(Math.min(from, at), Math.max(from, at) + 1);
    const on = from >= 0 || !picked.has(id);
    const next = new Set(picked);
    for (const one of range)
      if (on) next.add(one);
      else next.delete(one);
    anchor.current = id;
    setPicked(next);
  };
  return {
    /** What is selected and still there. */
    selected: rows.filter(({ id }) => picked.has(id)),
    current,
    move,
    focus,
    select,
    selectAll: () => setPicked(new Set(ids)),
    clear: () => setPicked(new Set()),
    /** How many have come to the view with the last reading. */
    arrived,
  };
}
