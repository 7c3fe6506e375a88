import { useEffect } from "react";
import { postJson } from "../../components/inbox/post-json.ts";
import type { Piece } from "./pieces.ts";

/** Who has a conversation open has seen what was meant for them in it, also in a note that comes meanwhile. */
export function useReadMentions(conversationId: string, newest: Piece | null): void {
  const note = newest?.kind === "internal" ? newest.seq : 0;
  useEffect(() => void postJson("/app/inbox/mentions", { conversationId }), [conversationId, note]);
}
