import { useCallback, useState } from "react";
import type { DeedAsked } from "../../inbox/deeds.ts";
import { type Answer, askDeed } from "./ask-deed.ts";

export type Deeds = {
  /** Does it, and keeps what stood in the way until the next one. */
  act: (deed: DeedAsked) => Promise<Answer>;
  busy: DeedAsked["deed"] | null;
  /** What stood in the way of the last one, and of which. */
  trouble: { deed: DeedAsked["deed"]; answer: Answer } | null;
  forgive: () => void;
};

export function useDeeds(conversationId: string): Deeds {
  const [busy, setBusy] = useState<Deeds["busy"]>(null);
  const [trouble, setTrouble] = useState<Deeds["trouble"]>(null);
  const act = useCallback(
    async (deed: DeedAsked) => {
      setBusy(deed.deed);
      setTrouble(null);
      const answer = await askDeed(conversationId, deed);
      setBusy(null);
      if (answer.kind !== "ok") setTrouble({ deed: deed.deed, answer });
      return answer;
    },
    [conversationId],
  );
  const forgive = useCallback(() => setTrouble(null), []);
  return { act, busy, trouble, forgive };
}
