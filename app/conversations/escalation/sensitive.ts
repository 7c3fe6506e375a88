import { CALM_REASONS, SENSITIVE_REASONS, type SensitiveReason } from "./reasons.ts";
import { DE } from "./words/de.ts";
import { EN } from "./words/en.ts";
import { ES } from "./words/es.ts";
import { FR } from "./words/fr.ts";
import { JA } from "./words/ja.ts";
import type { SensitiveWords } from "./words/words.ts";

/** What was found, and the shopper's word that it was found by, as it was normalised. */
export type Sensitive = { reason: SensitiveReason; word: string };

type Compiled = { innocent: RegExp; reasons: { reason: SensitiveReason; pattern: RegExp }[] };

/** A message is looked at up to here: further on nobody tells anything new. */
const MOST_CHARACTERS = 12_000;

const PARTED = [EN, DE, FR, ES].map((words) => compile(words, (piece) => `(?<= )(?:${piece})(?= )`));
const UNPARTED = compile(JA, (piece) => piece);

function compile(words: SensitiveWords, whole: (piece: string) => string): Compiled {
  const pattern = (pieces: readonly string[]) => new RegExp(whole(pieces.join("|")), "gu");
  return {
    innocent: pattern(words.innocent),
    reasons: SENSITIVE_REASONS.map((reason) => ({ reason, pattern: pattern(words[reason]) })),
  };
}

/**
 * What in a message a person should know of at once, the gravest first. In whichever of the languages: shoppers do not always
 * write in that of the page.
 */
export function sensitiveIn(text: string): Sensitive[] {
  const parted = normalise(text);
  const unparted = parted.replaceAll(" ", "");
  const found = new Map<SensitiveReason, string>();
  look(PARTED, parted, found);
  look([UNPARTED], unparted, found);
  return SENSITIVE_REASONS.flatMap((reason) => {
    const word = found.get(reason);
    return word === undefined ? [] : [{ reason, word }];
  });
}

/** What is innocent in one language is so in all: a name of a film is one everywhere. */
function look(languages: readonly Compiled[], text: string, found: Map<SensitiveReason, string>): void {
  const rest = languages.reduce((left, { innocent }) => left.replace(innocent, "·"), text);
  for (const { reason, pattern } of languages.flatMap(({ reasons }) => reasons)) {
    const [word] = rest.match(pattern) ?? [];
    if (word !== undefined && !found.has(reason)) found.set(reason, word.trim());
  }
}

/** Small letters without accents, parted by single blanks, one before the first word and one behind the last. */
function normalise(text: string): string {
  const plain = text
    .slice(0, MOST_CHARACTERS)
    .normalize("NFKC")
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("œ", "oe")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/(?<![\p{L}])(l|d|j|n|m|t|s|c|qu)['’]/gu, "$1 ")
    .replace(/['’`]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ");
  return ` ${plain.trim()} `;
}

/** So many letters, of words that are not one, have to be capitals, and almost all of them. */
const SHOUTED_LETTERS = 12;
const SHOUTED_WORDS = 3;
const SHOUTED_SHARE = 0.8;

/** All in capitals. Scripts that have none cannot shout so. */
export function isShouted(text: string): boolean {
  const letters = text.match(/\p{Lu}|\p{Ll}/gu) ?? [];
  const capitals = letters.filter((letter) => /\p{Lu}/u.test(letter)).length;
  const words = text.match(/\p{L}{2,}/gu)?.length ?? 0;
  return letters.length >= SHOUTED_LETTERS && words >= SHOUTED_WORDS && capitals / letters.length >= SHOUTED_SHARE;
}

/** Once is a caps lock key. */
const TIMES_SHOUTED = 2;

/**
 * What the newest messages of a shopper give a person to know. What calls for calm comes first and alone: a threat of a lawyer
 * in anger is about the lawyer.
 * @param newest messages that nobody has answered
 * @param before earlier ones of the same conversation
 */
export function sensitiveInAll(newest: readonly string[], before: readonly string[]): Sensitive[] {
  const found = newest.flatMap((text) => sensitiveIn(text));
  const calm = CALM_REASONS.flatMap((reason) => found.find((one) => one.reason === reason) ?? []);
  if (calm.length > 0) return calm;
  const angry = found.find(({ reason }) => reason === "angry");
  if (angry) return [angry];
  const shouted = newest.some(isShouted) && [...before, ...newest].filter(isShouted).length >= TIMES_SHOUTED;
  return shouted ? [{ reason: "angry", word: "in capitals" }] : [];
}
