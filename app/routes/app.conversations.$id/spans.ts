import type { Figure } from "../../agent/grounding/figure.ts";
import { figuresIn } from "../../agent/grounding/figures.ts";
import { compact, compactOrder } from "../../agent/grounding/identifiers.ts";
import { type ShownEvidence, shownEvidence } from "../../components/transcript/shown-evidence.ts";
import { BOLD } from "../../conversations/unmarked.ts";
import type { Evidence } from "../../orders/evidence.ts";

/** A part of what the agent said, with what bears it out if it is a figure; `bold` as the shopper saw it. */
export type Span = { text: string; evidence: ShownEvidence | null; bold?: true };

/**
 * What the agent said, cut at its figures: they are found in it as they were when it was checked, and each is put together
 * with the evidence it came with. A figure with none (the shopper's own words, today's date) stays plain.
 */
export function spansOf(text: string, evidence: readonly Evidence[]): Span[] {
  // Places in a text that is normalised otherwise are not places in this one.
  if (evidence.length === 0 || text.normalize("NFKC").length !== text.length) return [{ text, evidence: null }];
  const spans: Span[] = [];
  const bold = boldIn(text);
  const put = (start: number, end: number, proof: ShownEvidence | null) =>
    spans.push(...cut(text, start, end, bold, proof));
  let from = 0;
  for (const figure of figuresIn(text).toSorted((a, b) => a.start - b.start)) {
    const proof = figure.start < from ? undefined : evidence.find((one) => isAbout(one, figure));
    if (!proof) continue;
    put(from, figure.start, null);
    put(figure.start, figure.end, shownEvidence(proof));
    from = figure.end;
  }
  put(from, text.length, null);
  return spans;
}

/** From the first character of bold words to behind their last one; two asterisks stand on either side. */
type Bold = { from: number; to: number };
const MARK = 2;

function boldIn(text: string): Bold[] {
  return [...text.matchAll(BOLD)].map(({ index, 0: whole }) => ({
    from: index + MARK,
    to: index + whole.length - MARK,
  }));
}

/** A part of a text in pieces that are bold or not, without the asterisks. */
function cut(text: string, start: number, end: number, bold: readonly Bold[], evidence: ShownEvidence | null): Span[] {
  const pieces: Span[] = [];
  const put = (from: number, to: number, isBold: boolean) => {
    const piece = text.slice(Math.max(from, start), Math.min(to, end));
    if (Math.max(from, start) < Math.min(to, end))
      pieces.push({ text: piece, evidence, ...(isBold ? { bold: true } : {}) });
  };
  let at = 0;
  for (const { from, to } of bold) {
    put(at, from - MARK, false);
    put(from, to, true);
    at = to + MARK;
  }
  put(at, text.length, false);
  return pieces;
}

function isAbout({ kind, value }: Evidence, figure: Figure): boolean {
  if (kind === "date" && figure.kind === "weekday") {
    return new Date(`${value}T00:00:00Z`).getUTCDay() === figure.weekday;
  }
  if (kind !== figure.kind) return false;
  switch (figure.kind) {
    case "date": {
      const [year, month, day] = value.split("-").map(Number);
      return figure.readings.some(
        (told) =>
          told.day === day &&
          (told.month === undefined || told.month === month) &&
          (told.year === undefined || told.year === year),
      );
    }
    case "amount":
      return figure.readings.includes(value);
    case "tracking":
      return compact(value) === figure.value;
    case "order":
      return compactOrder(value) === figure.value;
    case "link":
      return value === figure.value || value.replace(/\/$/, "") === figure.value.replace(/\/$/, "");
  }
}
