import { type ShownEvidence, shownEvidence } from "../../components/transcript/shown-evidence.ts";
import type { ConversationEvent } from "../../conversations/events.ts";
import { texts } from "./texts.ts";

export type ExcerptLine =
  | { kind: "said"; seq: number; by: string; isAgent: boolean; text: string; when: string; evidence: ShownEvidence[] }
  | { kind: "note"; seq: number; text: string; details: string[] };

/** What was said in a conversation, with what stands out about it, for somebody who judges it. */
export function excerptOf(events: readonly ConversationEvent[], when: (iso: string) => string): ExcerptLine[] {
  const words = texts.excerpt;
  return events.flatMap((event): ExcerptLine[] => {
    const { seq } = event;
    const note = (text: string, details: string[] = []): ExcerptLine[] => [{ kind: "note", seq, text, details }];
    switch (event.type) {
      case "message": {
        const { author, text } = event;
        const evidence = (event.evidence ?? []).map(shownEvidence);
        const isAgent = author === "agent";
        return [{ kind: "said", seq, by: words[author], isAgent, text, when: when(event.at), evidence }];
      }
      case "model": {
        const withheld = event.withheld ?? [];
        if (withheld.length === 0) return [];
        return note(
          words.withheld(withheld.length),
          withheld.map(({ text }) => text),
        );
      }
      case "proposal":
        return note(`${event.title} · ${event.orderName}`);
      case "resolution":
        return event.text === "" ? [] : note(event.text);
      case "escalation":
        return note(words.escalated);
      case "rating":
        return note(words.rated(event.score), event.comment === "" ? [] : [event.comment]);
      case "brief":
      case "card":
      case "closed":
      case "contact":
      case "delta":
      case "error":
      case "handling":
      case "note":
      case "status":
      case "takeover":
      case "tool":
      case "typing":
      case "verification":
        return [];
    }
  });
}
