import data from "./phrases/languages.json" with { type: "json" };
import { plain } from "./normalize.ts";

/** A language the embedded model can only apologise in. `asksForPerson` and `agrees` are about this message. */
export type ForeignLanguage = {
  code: string;
  /** In English, for the person who takes over. */
  name: string;
  /** Says sorry and offers a person, in that language. */
  apology: string;
  /** Says that a person was told, in that language. */
  handed: string;
  asksForPerson: boolean;
  agrees: boolean;
};

type Entry = {
  code: string;
  name: string;
  /** A language with a script of its own is told by it, the others by `markers`; one of `sure` is enough. */
  script?: string;
  markers?: string;
  sure?: string;
  person: string;
  yes: string;
  apology: string;
  handed: string;
};

const ENTRIES: readonly Entry[] = data;
const LANGUAGES = ENTRIES.map((entry) => ({
  entry,
  script: entry.script === undefined ? null : new RegExp(entry.script, "gu"),
  markers: new Set((entry.markers ?? "").split(" ").filter(Boolean)),
  sure: new Set((entry.sure ?? "").split(" ").filter(Boolean)),
}));

/** Words that make a text English, and that few other languages share. */
const ENGLISH = new Set(
  "the my is it where when what how and you your of to for have has not this that are was were will can do does did i i'm please thanks order package delivery".split(
    " ",
  ),
);

/** The foreign language a message is written in, or null for English and for what cannot be told. */
export function foreignLanguage(text: string): ForeignLanguage | null {
  const folded = plain(text)
    .toLowerCase()
    .replace(/\S+@\S+/g, " ");
  const letters = (folded.match(/\p{L}/gu) ?? []).length;
  const list = folded.match(/[\p{L}][\p{L}\p{M}']*/gu) ?? [];
  if (letters === 0) return null;
  for (const { entry, script } of LANGUAGES) {
    if (script && (folded.match(script) ?? []).length >= Math.min(letters, Math.max(2, letters * 0.15)))
      return told(entry, folded);
  }
  const english = list.filter((word) => ENGLISH.has(word)).length;
  let best: { entry: Entry; hits: number } | null = null;
  for (const { entry, markers, sure } of LANGUAGES) {
    const hits = list.filter((word) => markers.has(word)).length + list.filter((word) => sure.has(word)).length * 0.6;
    const certain = list.length <= 2 ? list.some((word) => sure.has(word)) : hits >= 2 && hits / list.length >= 0.35;
    if (certain && hits > english && hits > (best?.hits ?? 0)) best = { entry, hits };
  }
  return best && told(best.entry, folded);
}

/** Whether a short answer is a yes in that language: "ja" alone could be many languages. */
export function agreesIn(code: string, text: string): boolean {
  const language = ENTRIES.find((entry) => entry.code === code);
  return language !== undefined && told(language, plain(text).toLowerCase()).agrees;
}

function told({ code, name, apology, handed, person, yes }: Entry, folded: string): ForeignLanguage {
  const list: string[] = folded.match(/[\p{L}\p{M}']+/gu) ?? [];
  const spaced = !["ja", "zh", "ko", "th"].includes(code);
  const says = (choices: string) =>
    choices.split(" ").some((word) => (spaced ? list.includes(word) : folded.includes(word)));
  return { code, name, apology, handed, asksForPerson: says(person), agrees: list.length <= 3 && says(yes) };
}
