import { useEffect, useState } from "react";
import type { Brief } from "../../inbox/brief/brief.ts";
import type { LoadedConversation } from "./load-conversation.server.ts";
import type { Piece } from "./pieces.ts";

/** After these a brief may say another thing; the rest is the agent at work, of which a brief says nothing yet. */
const MOVES: ReadonlySet<Piece["kind"]> = new Set(["message", "note", "handled", "resolution"]);
/** One thing often brings another. */
const SETTLE_MS = 250;

/** The brief as it came with the page, and anew when what it is made from has gone on. */
export function useBrief({ id, brief, last }: LoadedConversation, newest: Piece | null): Brief | null {
  const [heard, setHeard] = useState<{ seq: number; brief: Brief | null } | null>(null);
  const moved = newest !== null && MOVES.has(newest.kind) ? newest.seq : null;
  useEffect(() => {
    if (moved === null) return;
    const controller = new AbortController();
    const ask = async () => {
      const response = await fetch(`/app/conversations/${id}/brief`, { signal: controller.signal });
      if (response.ok) setHeard({ seq: moved, ...((await response.json()) as { brief: Brief | null }) });
    };
    // Unanswered, the brief stays as it was until the next thing happens.
    const timer = setTimeout(() => void ask().catch(() => undefined), SETTLE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [id, moved]);
  return heard !== null && heard.seq > last ? heard.brief : brief;
}
