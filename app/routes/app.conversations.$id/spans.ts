import type { Figure } from "../../agent/grounding/figure.ts";
import { figuresIn } from "../../agent/grounding/figures.ts";
import { compact, compactOrder } from "../../agent/grounding/identifiers.ts";
import { type ShownEvidence, shownEvidence } from "../../components/transcript/shown-evidence.ts";
import type { Evidence } from "../../orders/evidence.ts";

/** A part of what the agent said, with what bears it out if it is a figure. */
export type Span = { text: string; evidence: ShownEvidence | null };

/**
 * What the agent said, cut at its figures: they are found in it as they were when it was checked, and each is put together
 * with the evidence it came with. A figure with none (the shopper's own words, today's date) stays plain.
 */
export function spansOf(text: string, evidence: readonly Evidence[]): Span[] {
  // Places in a text that is normalised otherwise are not places in this one.
  if (evidence.length === 0 || text.normalize("NFKC").length !== text.length) return [{ text, evidence: null }];
  const spans: Span[] = [];
  let from = 0;
  for (const figure of figuresIn(text).toSorted((a, b) => a.start - b.start)) {
    const proof = figure.start < from ? undefined : evidence.find((one) => isAbout(one, figure));
    if (!proof) continue;
    if (figure.start > from) spans.push({ text: text.slice(from, figure.start), evidence: null });
    spans.push({ text: text.slice(figure.start, figure.end), evidence: shownEvidence(proof) });
    from = figure.end;
  }
  if (from < text.length) spans.push({ text: text.slice(from), evidence: null });
  return spans;
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
