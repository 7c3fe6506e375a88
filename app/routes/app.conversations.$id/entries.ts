import type { ShownPhoto } from "../../components/photos.tsx";
import type { ShownEvidence } from "../../components/transcript/shown-evidence.ts";
import type { ShownModel, ShownTool } from "../../components/transcript/shown-work.ts";
import type { ResolutionState } from "../../resolutions/states.ts";
import type { Piece } from "./pieces.ts";
import type { Span } from "./spans.ts";

export type ShownCard = { title: string; lines: string[] };
export type Moment = { seq: number; at: string; when: string };

/** What one turn of the agent said and did. Its message is stored first, and what it did right behind it. */
export type AgentEntry = Moment & {
  kind: "agent";
  text: string | null;
  spans: Span[];
  evidence: ShownEvidence[];
  tools: ShownTool[];
  cards: ShownCard[];
  models: ShownModel[];
};
export type Entry =
  | AgentEntry
  | (Moment & {
      kind: "message";
      author: "shopper" | "staff" | "system";
      /** Of the member of staff who wrote it, where it is known. */
      name: string | null;
      text: string;
      photos: ShownPhoto[];
    })
  /** Something that happened: `text` is what was written or shown with it. */
  | (Moment & { kind: "note"; problem: boolean; title: string; text: string | null })
  /** Words among the staff. */
  | (Moment & { kind: "internal"; by: string; text: string; mentions: string[] })
  /** What people did with the conversation, in a line. */
  | (Moment & { kind: "handled"; text: string })
  /** A resolution's card as the shopper was shown it, or what became of it. */
  | (Moment & { kind: "resolution"; resolutionId: string; state: ResolutionState; title: string; lines: string[] })
  /** A line the shopper saw while waiting. */
  | (Moment & { kind: "status"; text: string });

/** What the agent did is put with what it said last, if nobody has spoken and nothing has happened since. */
export function entriesFrom(pieces: readonly Piece[]): Entry[] {
  const entries: Entry[] = [];
  for (const piece of pieces) {
    if (piece.kind === "said") {
      entries.push({ ...nothingDone(piece), text: piece.text, spans: piece.spans, evidence: piece.evidence });
    } else if (piece.kind === "tool" || piece.kind === "card" || piece.kind === "model") {
      const last = entries.at(-1);
      const turn = last?.kind === "agent" ? last : nothingDone(piece);
      if (turn !== last) entries.push(turn);
      if (piece.kind === "tool") turn.tools.push(piece.tool);
      else if (piece.kind === "card") turn.cards.push(piece.card);
      else turn.models.push(piece.model);
    } else entries.push(piece);
  }
  return entries;
}

function nothingDone({ seq, at, when }: Moment): AgentEntry {
  return { seq, at, when, kind: "agent", text: null, spans: [], evidence: [], tools: [], cards: [], models: [] };
}
