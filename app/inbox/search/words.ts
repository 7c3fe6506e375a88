/**
 * How text becomes words that can be searched, the same for what is stored and for what is typed: without case and accents,
 * in any script. Scripts that put no spaces between words are taken two characters at a time, so that any part of a sentence
 * is found.
 */

/** A word longer than this is nobody's to type. */
const LONGEST = 64;
/** Words that one text can have; more is no message that a person wrote. */
const MOST_WORDS = 5_000;

const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]/g;
const LETTERS: Readonly<Record<string, string>> = { ß: "ss", ø: "o", ł: "l", đ: "d", æ: "ae", œ: "oe", ı: "i" };
const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");

/** Words, and words that punctuation holds together: `ana@example.com`, `WX-1001`. */
const COMPOUND = /[\p{L}\p{N}\p{M}]+(?:[-_.@+'’]+[\p{L}\p{N}\p{M}]+)*/gu;
const PICTURE = /\p{Extended_Pictographic}/gu;
const PART = /[\p{L}\p{N}\p{M}]+/gu;
const UNSPACED_CLASS =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー々";
const UNSPACED = new RegExp(`[${UNSPACED_CLASS}][${UNSPACED_CLASS}\\p{M}]*`, "gu");

/** Found by itself or by the beginning of it. */
export type Term = { word: string; begins: boolean };

export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(ACCENTS, "")
    .toLowerCase()
    .normalize("NFC")
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter);
}

/** The words of a text, each once. */
export function wordsOf(text: string): string[] {
  const words = new Set<string>();
  const put = (word: string) => {
    if (word !== "" && words.size < MOST_WORDS) words.add(word.slice(0, LONGEST));
  };
  const plainText = plain(text);
  for (const [compound] of plainText.matchAll(COMPOUND)) {
    if (isWhole(compound)) put(compound);
    for (const [part] of compound.matchAll(PART)) {
      part.replace(UNSPACED, (run) => {
        for (const pair of pairsOf(run)) put(pair);
        // So that its last character is found alone.
        put(charactersOf(run).at(-1) ?? "");
        return " ";
      });
      for (const word of part.replace(UNSPACED, " ").split(" ")) put(word);
    }
  }
  for (const [picture] of plainText.matchAll(PICTURE)) put(picture);
  return [...words];
}

/** Most words of a search. */
const MOST_TERMS = 8;
/** Fewer letters than this begin too many words. */
const BEGINS_FROM = 3;

/** What is looked for: all of it. The last word may be the beginning of one, numbers are whole. */
export function termsOf(query: string): Term[] {
  const plainQuery = plain(query);
  const terms: Term[] = [];
  for (const [compound] of plainQuery.matchAll(COMPOUND)) {
    if (isWhole(compound)) {
      terms.push({ word: compound, begins: false });
      continue;
    }
    for (const [part] of compound.matchAll(PART)) {
      for (const [run] of part.matchAll(UNSPACED)) {
        const pairs = pairsOf(run);
        terms.push(...(pairs.length === 0 ? [{ word: run, begins: true }] : pairs.map(exactly)));
      }
      for (const word of part.replace(UNSPACED, " ").split(" ")) if (word !== "") terms.push(exactly(word));
    }
  }
  const last = terms.at(-1);
  if (last && last.word.length >= BEGINS_FROM && !/^\p{N}+$/u.test(last.word)) last.begins = true;
  for (const [picture] of plainQuery.matchAll(PICTURE)) terms.push(exactly(picture));
  const seen = new Set<string>();
  return terms
    .map(({ word, begins }) => ({ word: word.slice(0, LONGEST), begins }))
    .filter(({ word }) => !seen.has(word) && seen.add(word))
    .slice(0, MOST_TERMS);
}

const exactly = (word: string): Term => ({ word, begins: false });

/** An address, or a number with what belongs to it. */
function isWhole(compound: string): boolean {
  return /[-_.@+]/.test(compound) && /[@\d]/.test(compound);
}

/** As Unicode counts them, not as they are drawn: a mark is a character of its own. */
const charactersOf = (text: string) => Array.from(text);

function pairsOf(run: string): string[] {
  const characters = charactersOf(run);
  return characters.slice(1).map((character, index) => `${characters[index] ?? ""}${character}`);
}

/** Terms as PostgreSQL's `tsquery` writes them; empty for none. */
export function tsqueryOf(terms: readonly Term[]): string {
  return terms.map(({ word, begins }) => `${quoted(word)}${begins ? ":*" : ""}`).join(" & ");
}

/** A lexeme in a `tsquery`, whatever is in it. */
export function quoted(lexeme: string): string {
  return `'${lexeme.replace(/\\/g, "\\\\").replace(/'/g, "''")}'`;
}
