/** A day as far as a text says it: `{ month: 11, day: 24 }` for "Nov 24". Months are 1 to 12. */
export type DayTold = { year?: number; month?: number; day: number };

type At = { text: string; start: number; end: number };

/**
 * Something in a text that must be known from somewhere. Where a writing can be read in several ways ("11/12", "1.200 €"),
 * all readings are given, and one that is known is enough.
 */
export type Figure = At &
  (
    | { kind: "date"; readings: DayTold[]; /** 0 (Sunday) to 6, when it is written with one. */ weekday?: number }
    | { kind: "weekday"; weekday: number }
    /** Days from today: -1, 0 or 1. */
    | { kind: "relative"; offset: number }
    /** Lengths of time: "2–3 working days". */
    | { kind: "duration"; unit: "hour" | "day" | "week" | "month"; counts: number[] }
    /** Minutes since midnight. */
    | { kind: "time"; readings: number[] }
    /** `EUR 4250`: a currency and minor units. */
    | { kind: "amount"; readings: string[] }
    /** Capitals and digits alone. */
    | { kind: "tracking"; value: string }
    | { kind: "order"; value: string }
    /** An absolute URL, a `mailto:` one, or a bare host. */
    | { kind: "link"; value: string }
  );

/** No sentence of an answer holds so many; with more than these, one is not read to its end. */
export const MOST_FIGURES = 40;

/** A text whose parts are crossed out as they are understood, so that "24.11.2026" is not a tracking number too. */
export class Reading {
  rest: string;
  readonly figures: Figure[] = [];

  constructor(text: string) {
    this.rest = text;
  }

  /** Reads every match; `read` gives null for what is not a figure after all, and leaves it to others. */
  each(pattern: RegExp, read: (match: RegExpExecArray, at: At) => Figure | Figure[] | null): void {
    pattern.lastIndex = 0;
    let kept = "";
    let from = 0;
    for (let match = pattern.exec(this.rest); match; match = pattern.exec(this.rest)) {
      if (this.figures.length > MOST_FIGURES) break;
      const at = { text: match[0], start: match.index, end: match.index + match[0].length };
      const figures = read(match, at);
      if (figures === null) continue;
      this.figures.push(...(Array.isArray(figures) ? figures : [figures]));
      kept += this.rest.slice(from, at.start) + " ".repeat(at.text.length);
      from = at.end;
    }
    if (from > 0) this.rest = kept + this.rest.slice(from);
  }
}
