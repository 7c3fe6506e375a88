import { CLEARED, DENIED, POSSIBLE, WORDINGS } from "./carrier-wordings.ts";
import type { MessageMeaning } from "./carrier-wordings.ts";

/** Longer than any carrier's message; the rest is not read. */
export const LONGEST = 500;

/**
 * What a carrier's free text adds to an event's status, in any of seven languages. The text comes from outside: it only
 * ever chooses one of these meanings, and of its words none is shown but a place and a day (`carrier-details.ts`). What is denied ("not damaged") or only possible
 * ("will be returned if not collected") means nothing.
 */
export function messageMeaning(message: string | null): MessageMeaning | null {
  if (message === null) return null;
  const text = normalize(message)
    .split(/[.!?;](?=\s|$)|[。\n]/)
    .map(withoutPossible)
    .map(withoutDenied)
    .join("\n");
  const meaning = WORDINGS.find(({ phrases }) => Object.values(phrases).some((phrase) => phrase.test(text)))?.meaning;
  if (meaning === undefined) return null;
  const aboutCustoms = meaning === "customs" || meaning === "customs_needs_shopper";
  return aboutCustoms && Object.values(CLEARED).some((phrase) => phrase.test(text)) ? null : meaning;
}

/** Small letters without accents; kana keep their marks. */
export function normalize(message: string): string {
  return message
    .slice(0, LONGEST)
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/ß/g, "ss");
}

const CLAUSE = /, |、| [–—-] | (?:and|und|et|y|e|en) /;

/** A sentence up to the clause that makes the rest possible only; a condition that begins a clause takes the one before. */
function withoutPossible(sentence: string): string {
  const starts = (clause: string): number => {
    const found = Object.values(POSSIBLE).map((phrase) => clause.trimStart().search(phrase));
    return Math.min(...found.filter((at) => at >= 0), Number.POSITIVE_INFINITY);
  };
  const clauses = sentence.split(CLAUSE);
  const first = clauses.findIndex((clause) => Number.isFinite(starts(clause)));
  if (first === -1) return sentence;
  return clauses.slice(0, starts(clauses[first] ?? "") === 0 ? Math.max(0, first - 1) : first).join(", ");
}

const withoutDenied = (sentence: string): string =>
  Object.values(DENIED).reduce((text, denied) => text.replace(denied, " "), sentence);
