import { conversationTexts } from "../../components/conversation.texts.ts";
import type { ShownPhoto } from "../../components/photos.tsx";
import { type ShownEvidence, shownEvidence } from "../../components/transcript/shown-evidence.ts";
import { shownModel, type ShownModel, shownTool, type ShownTool } from "../../components/transcript/shown-work.ts";
import type { ConversationEvent } from "../../conversations/events.ts";
import type { ResolutionState } from "../../resolutions/states.ts";
import { shownResolution } from "./shown-resolution.ts";
import { texts } from "./texts.ts";

export type ShownCard = { title: string; lines: string[] };
type Moment = { seq: number; at: string; when: string };

/** What one turn of the agent said and did. Its message is stored first, and what it did right behind it. */
export type AgentEntry = Moment & {
  kind: "agent";
  text: string | null;
  evidence: ShownEvidence[];
  tools: ShownTool[];
  cards: ShownCard[];
  models: ShownModel[];
};
export type Entry =
  | AgentEntry
  | (Moment & { kind: "message"; author: "shopper" | "staff" | "system"; text: string; photos: ShownPhoto[] })
  /** Something that happened: `text` is what was written or shown with it. */
  | (Moment & { kind: "note"; problem: boolean; title: string; text: string | null })
  /** A resolution's card as the shopper was shown it, or what became of it. */
  | (Moment & { kind: "resolution"; resolutionId: string; state: ResolutionState; title: string; lines: string[] })
  /** A line the shopper saw while waiting. */
  | (Moment & { kind: "status"; text: string });

/**
 * The log of a conversation as people read it, oldest first. Everything in it is plain text.
 *
 * @param when words for a moment, ISO 8601
 * @param photoUrl where a photo of this shop is shown
 */
export function entriesOf(
  events: readonly ConversationEvent[],
  when: (iso: string) => string,
  photoUrl: (id: string) => string,
): Entry[] {
  const entries: Entry[] = [];
  for (const event of events) {
    const moment = { seq: event.seq, at: event.at, when: when(event.at) };
    const agent = (): AgentEntry => {
      const last = entries.at(-1);
      if (last?.kind === "agent") return last;
      const fresh: AgentEntry = {
        ...moment,
        kind: "agent",
        text: null,
        evidence: [],
        tools: [],
        cards: [],
        models: [],
      };
      entries.push(fresh);
      return fresh;
    };
    switch (event.type) {
      case "message":
        if (event.author === "agent") {
          entries.push({
            ...moment,
            kind: "agent",
            text: event.text,
            evidence: (event.evidence ?? []).map(shownEvidence),
            tools: [],
            cards: [],
            models: [],
          });
        } else {
          const photos = (event.attachments ?? []).map((photo) => ({ ...photo, url: photoUrl(photo.id) }));
          entries.push({ ...moment, kind: "message", author: event.author, text: event.text, photos });
        }
        break;
      case "tool":
        agent().tools.push(shownTool(event));
        break;
      case "card":
        agent().cards.push(shownCard(event.card));
        break;
      case "model":
        agent().models.push(shownModel(event));
        break;
      case "proposal":
      case "resolution":
        entries.push({ ...moment, kind: "resolution", ...shownResolution(event) });
        break;
      case "status":
        entries.push({ ...moment, kind: "status", text: event.text });
        break;
      case "delta":
        break;
      case "verification":
      case "escalation":
      case "brief":
      case "rating":
      case "error":
      case "closed":
        entries.push({ ...moment, kind: "note", ...noteOf(event) });
    }
  }
  return entries;
}

type Note = { problem: boolean; title: string; text: string | null };
type Noted = Extract<
  ConversationEvent,
  { type: "verification" | "escalation" | "brief" | "rating" | "error" | "closed" }
>;

function noteOf(event: Noted): Note {
  const { notes } = texts;
  const note = (title: string, text: string | null = null, problem = false): Note => ({ problem, title, text });
  switch (event.type) {
    case "verification":
      if (event.state === "verified") {
        return note(event.orderName === null ? notes.verifiedPlain : notes.verified(event.orderName));
      }
      return note(notes[event.state], null, true);
    case "escalation":
      return note(notes.escalated(conversationTexts.reason(event.reason)), event.text);
    case "brief":
      return note(notes.brief(conversationTexts.reason(event.reason)), event.text);
    case "rating":
      return note(notes.rated(event.score), event.comment === "" ? null : event.comment);
    case "error":
      return note(notes.error, event.text, true);
    case "closed":
      return note(notes.closed);
  }
}

function shownCard(card: Extract<ConversationEvent, { type: "card" }>["card"]): ShownCard {
  if (card.kind === "orders") {
    const lines = card.orders.map(({ orderName, headline }) => `${orderName}: ${headline}`);
    return { title: texts.card.orders, lines: card.more ? [...lines, texts.card.more] : lines };
  }
  const total = card.total === null ? [] : [texts.card.total(card.total)];
  return { title: texts.card.heading(card.orderName), lines: [card.headline, ...total] };
}
