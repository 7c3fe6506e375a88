import { isMonthName } from "./calendar-words.ts";

/** A sentence that does not end by itself is cut here, so that nothing is held for ever. */
const LONGEST = 800;

/** After these a full stop never ends a sentence that matters: joining two sentences is harmless, splitting a figure is not. */
const ABBREVIATIONS = new Set(
  (
    "mr mrs ms dr prof sr sra ud uds mme mlle st vs approx ca circa incl inkl excl exkl est tel bzw evtl ggf z.b d.h u.a p.ej " +
    "e.g i.e c.-à-d resp max min jan feb mar apr jun jul aug sep sept oct okt nov dec dez déc févr janv avr juil " +
    "mon tue tues wed thu thur thurs fri mo di mi do fr sa so zzgl abzgl"
  ).split(" "),
);
/** After these only when a number follows ("No. 12", but also "No."). */
const BEFORE_NUMBER = new Set(["no", "nos", "nr", "num", "núm", "nro", "pos", "art", "p", "pp", "fig", "n"]);
/** These may end a sentence; they do not when it goes on in lower case or with a number. */
const MAY_END = new Set(["etc", "usw", "a.m", "p.m", "u.s", "u.k", "inc", "ltd", "co", "corp", "gmbh", "s.a"]);

const TERMINATOR = /\n+|[。！？｡]+[」』）”"]*(?=[^。！？｡」』）”"])|[.!?…؟।]+["'”’»)\]*_]*(?=\s)/g;

/**
 * Cuts a stream of text into sentences and lines. The pieces, joined, are the text again: white space between two
 * sentences belongs to the second. A piece is given only when it is certain that it is whole.
 */
export class SentenceSplitter {
  private held = "";

  push(text: string): string[] {
    this.held += text;
    const pieces: string[] = [];
    for (let end = boundary(this.held); end !== null; end = boundary(this.held)) {
      pieces.push(this.held.slice(0, end));
      this.held = this.held.slice(end);
    }
    return pieces;
  }

  /** What is left at the end of the stream: a last sentence, or the unfinished part of one. */
  flush(): string {
    const rest = this.held;
    this.held = "";
    return rest;
  }
}

/** Where the first piece of the text ends, or null when that cannot be said yet. */
function boundary(text: string): number | null {
  TERMINATOR.lastIndex = 0;
  for (let match = TERMINATOR.exec(text); match; match = TERMINATOR.exec(text)) {
    const end = match.index + match[0].length;
    if (text.slice(0, match.index).trim() === "") continue;
    if (!match[0].startsWith(".") || match[0].startsWith("..")) return end;
    const verdict = fullStop(text.slice(0, match.index), text.slice(end));
    if (verdict === "ends") return end;
    if (verdict === "wait") break;
  }
  return text.length > LONGEST ? cutLong(text) : null;
}

function fullStop(before: string, after: string): "ends" | "goes on" | "wait" {
  const token = /[^\s(["„“«*_]*$/.exec(before)?.[0] ?? "";
  const word = token.toLowerCase();
  if (ABBREVIATIONS.has(word) || /^\p{L}$/u.test(token)) return "goes on";
  const isShortNumber = /^\d{1,2}$/.test(token);
  if (isShortNumber && /(?:^|\n)[\s>*_-]*\d{1,2}$/.test(before)) return "goes on";
  if (!isShortNumber && !BEFORE_NUMBER.has(word) && !MAY_END.has(word)) return "ends";

  const next = /^\s+(\S+)(\s)?/.exec(after);
  if (!next?.[1]) return "wait";
  const nextWord = next[1];
  if (BEFORE_NUMBER.has(word)) return /^[#\d]/.test(nextWord) ? "goes on" : "ends";
  if (/^[\p{Ll}\d–—-]/u.test(nextWord)) return "goes on";
  if (!isShortNumber) return "ends";
  if (next[2] === undefined && !/\P{L}$/u.test(nextWord)) return "wait";
  return isMonthName(nextWord) ? "goes on" : "ends";
}

/** Between two words, away from digits, so that no figure is torn apart. */
function cutLong(text: string): number {
  const gap = /[^\d\s]\s+(?=[^\d\s])/g;
  let end = LONGEST;
  for (let match = gap.exec(text); match && match.index < LONGEST; match = gap.exec(text)) end = match.index + 1;
  return end;
}
