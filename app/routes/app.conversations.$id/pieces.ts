import { conversationTexts } from "../../components/conversation.texts.ts";
import { type ShownEvidence, shownEvidence } from "../../components/transcript/shown-evidence.ts";
import { shownModel, type ShownModel, shownTool, type ShownTool } from "../../components/transcript/shown-work.ts";
import type { ConversationEvent } from "../../conversations/events.ts";
import { type AgentEntry, entriesFrom, type Entry, type Moment, type ShownCard } from "./entries.ts";
import { shownResolution } from "./shown-resolution.ts";
import { type Span, spansOf } from "./spans.ts";
import { texts } from "./texts.ts";

/**
 * One event of the log as people read it. The server words it, by the shop's clock; a page puts pieces together that came with
 * it and that came since (`entriesFrom`).
 */
export type Piece =
  | (Moment & { kind: "said"; text: string; spans: Span[]; evidence: ShownEvidence[] })
  | (Moment & { kind: "tool"; tool: ShownTool })
  | (Moment & { kind: "card"; card: ShownCard })
  | (Moment & { kind: "model"; model: ShownModel })
  | Exclude<Entry, AgentEntry>;

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
  return entriesFrom(events.flatMap((event) => pieceOf(event, when, photoUrl) ?? []));
}

/** Null for what leaves no trace. Everything in it is plain text. */
export function pieceOf(
  event: ConversationEvent,
  when: (iso: string) => string,
  photoUrl: (id: string) => string,
): Piece | null {
  const moment: Moment = { seq: event.seq, at: event.at, when: when(event.at) };
  switch (event.type) {
    case "message": {
      const { author, text, evidence = [] } = event;
      if (author === "agent") {
        return { ...moment, kind: "said", text, spans: spansOf(text, evidence), evidence: evidence.map(shownEvidence) };
      }
      const photos = (event.attachments ?? []).map((photo) => ({ ...photo, url: photoUrl(photo.id) }));
      return { ...moment, kind: "message", author, name: event.name ?? null, text, photos };
    }
    case "tool":
      return { ...moment, kind: "tool", tool: shownTool(event) };
    case "card":
      return { ...moment, kind: "card", card: shownCard(event.card) };
    case "model":
      return { ...moment, kind: "model", model: shownModel(event) };
    case "proposal":
    case "resolution":
      return { ...moment, kind: "resolution", ...shownResolution(event) };
    case "status":
      return { ...moment, kind: "status", text: event.text };
    case "note":
      return {
        ...moment,
        kind: "internal",
        by: event.by.name,
        text: event.text,
        mentions: event.mentions.map(({ name }) => name),
      };
    case "delta":
    case "typing":
      return null;
    // That people closed it is told by what they did with it.
    case "closed":
      return event.author === "staff" ? null : { ...moment, kind: "handled", text: texts.notes.closed };
    case "takeover":
      return { ...moment, kind: "handled", text: texts.notes[event.state](event.name) };
    case "contact":
      return { ...moment, kind: "handled", text: texts.notes.contact(event.email) };
    case "handling":
      return { ...moment, kind: "handled", text: texts.handled(event, when) };
    case "verification":
    case "escalation":
    case "brief":
    case "rating":
    case "error":
      return { ...moment, kind: "note", ...noteOf(event) };
  }
}

type Note = { problem: boolean; title: string; text: string | null };
type Noted = Extract<ConversationEvent, { type: "verification" | "escalation" | "brief" | "rating" | "error" }>;

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
