import { useNavigate } from "@remix-run/react";
import { useCallback, useState } from "react";
import type { Suggestion } from "../../inbox/brief/brief.ts";
import type { LoadedConversation } from "./load-conversation.server.ts";
import type { WantedDecision } from "./settled-panel.tsx";

type Step = { take: (suggestion: Suggestion) => void; wanted: WantedDecision | null; onWanted: () => void };

/** Leads to the step that is suggested: it asks or focuses, and never does anything by itself. */
export function useStep(settled: LoadedConversation["settled"], reply: () => void): Step {
  const navigate = useNavigate();
  const [wanted, setWanted] = useState<WantedDecision | null>(null);
  const onWanted = useCallback(() => setWanted(null), []);
  const take = (suggestion: Suggestion) => {
    switch (suggestion.kind) {
      case "approve":
      case "retry":
      case "settle": {
        const { resolutionId: id, kind } = suggestion;
        // What was not confirmed here has a page of its own.
        if (settled.some((one) => one.id === id)) setWanted({ id, kind });
        else navigate(`/app/resolutions/${id}`);
        return;
      }
      case "look_at_photos":
        showPhoto(suggestion.photoId);
        return;
      case "reply":
        reply();
        return;
      case "nothing":
        return;
    }
  };
  return { take, wanted, onWanted };
}

function showPhoto(id: string): void {
  const photo = document.querySelector<HTMLElement>(`[data-pane] [data-photo="${CSS.escape(id)}"]`);
  photo?.scrollIntoView({ block: "center" });
  photo?.focus({ preventScroll: true });
}
