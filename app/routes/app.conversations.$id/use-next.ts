import { useNavigate, useSearchParams } from "@remix-run/react";
import { useState } from "react";
import { QUEUE_VIEWS, type QueueView } from "../../inbox/queue/views.ts";

/** What the address says of this page alone. */
const OWN = new Set(["before", "queue", "do"]);

export type Next = {
  /** The view that somebody works through; null where they came otherwise. */
  queue: QueueView | null;
  /** Where the list is as it was. */
  back: string;
  /** Goes to the conversation that comes next, or back to the list where none does. */
  go: () => void;
  state: "idle" | "looking" | "failed";
};

/** The way on through the view that a conversation was opened from. */
export function useNext(id: string): Next {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [state, setState] = useState<Next["state"]>("idle");
  const asked = search.get("queue");
  const queue = QUEUE_VIEWS.find((view) => view === asked) ?? null;
  const kept = new URLSearchParams([...search].filter(([name]) => !OWN.has(name)));
  const list = String(kept);
  const back = `/app/conversations${list && `?${list}`}`;
  const go = async (view: QueueView) => {
    setState("looking");
    const found = await nextId(view, id);
    setState(found.kind === "failed" ? "failed" : "idle");
    if (found.kind === "failed") return;
    kept.set("queue", view);
    navigate(found.id === null ? back : `/app/conversations/${found.id}?${String(kept)}`);
  };
  return {
    queue,
    back,
    state,
    go: () => {
      if (queue !== null && state !== "looking") void go(queue);
    },
  };
}

type Found = { kind: "found"; id: string | null } | { kind: "failed" };

async function nextId(view: QueueView, after: string): Promise<Found> {
  try {
    const response = await fetch(`/app/inbox/next?${String(new URLSearchParams({ view, after }))}`);
    if (!response.ok) return { kind: "failed" };
    return { kind: "found", id: ((await response.json()) as { id: string | null }).id };
  } catch {
    return { kind: "failed" };
  }
}
