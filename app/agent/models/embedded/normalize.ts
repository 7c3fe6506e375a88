import spelling from "./phrases/spelling.json" with { type: "json" };

/** Joiners, direction marks, soft hyphens and other marks that are seen by nobody but split words. */
const INVISIBLE = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/gu;
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/gu;

/**
 * A message as written, but in one form: NFKC (full-width digits and letters become plain), straight quotes, plain
 * hyphens, no invisible or control characters. Case and line breaks stay, since they carry meaning.
 */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(/\r\n?/g, "\n")
    .replace(CONTROL, " ")
    .replace(/[\u2018\u2019\u201b\u02bc\u00b4`]/g, "'")
    .replace(/[\u201c\u201d\u201e]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-");
}

const WORDS = new Map(Object.entries(spelling.words).map(([from, to]) => [from, to.split(" ").filter(Boolean)]));
const SYNONYMS = new Map(Object.entries(spelling.synonyms));
const LEAD_INS = spelling.leadIns.toSorted((a, b) => b.length - a.length).map((lead) => `${lead} `);
const JOINED = Object.entries(spelling.phrases).map(([from, to]) => [` ${from} `, ` ${to} `] as const);

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\bwon't\b/g, "will not"],
  [/\bcan't\b/g, "cannot"],
  [/\bshan't\b/g, "shall not"],
  [/n't\b/g, " not"],
  [/\b(?:were|wear|wher)'s\b/g, "where is"],
  [/\blet's\b/g, "let us"],
  [/\b(where|what|when|who|how|it|that|there|here|he|she|why)'s\b/g, "$1 is"],
  [/'s\b/g, ""],
  [/'re\b/g, " are"],
  [/'ve\b/g, " have"],
  [/'ll\b/g, " will"],
  [/\bi'd\b/g, "i would"],
  [/'d\b/g, " would"],
  [/\bi'm\b/g, "i am"],
  [/'m\b/g, " am"],
];

/** The words of a text, folded and with contractions and everyday abbreviations written out, spelling as it was. */
export function words(text: string): string[] {
  let folded = plain(text).toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  for (const [contraction, full] of CONTRACTIONS) folded = folded.replace(contraction, full);
  const found = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return found.flatMap((word) => WORDS.get(word) ?? WORDS.get(squeezed(word)) ?? [word]);
}

/** The last step before comparing: confusions of two words, and words that mean the same here. */
export function canonical(list: readonly string[]): string[] {
  let joined = ` ${list.join(" ")} `;
  for (const [from, to] of JOINED) if (joined.includes(from)) joined = joined.replaceAll(from, to);
  return joined
    .split(" ")
    .filter(Boolean)
    .map((word) => SYNONYMS.get(word) ?? word);
}

/** Without what wraps any question ("can you tell me …", "hi, …", "please"), as long as something is left. */
export function bare(list: readonly string[]): string[] {
  let rest = `${list.filter((word) => word !== "please").join(" ")} `;
  if (rest === " ") return [...list];
  for (;;) {
    const lead = LEAD_INS.find((one) => rest.startsWith(one) && rest.length > one.length);
    if (lead === undefined) break;
    rest = rest.slice(lead.length);
  }
  return rest.trim().split(" ");
}

/** "pleeeease" and "whereee" with at most two of a letter in a row. */
export function squeezed(word: string): string {
  return word.replace(/(\p{L})\1{2,}/gu, "$1$1");
}
