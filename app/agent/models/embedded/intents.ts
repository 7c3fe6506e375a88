import orders from "./phrases/orders.json" with { type: "json" };
import problems from "./phrases/problems.json" with { type: "json" };
import questions from "./phrases/questions.json" with { type: "json" };
import social from "./phrases/social.json" with { type: "json" };
import { bare, canonical, words } from "./normalize.ts";
import { createSpeller, type Speller } from "./spelling.ts";

const PHRASES = { ...orders, ...problems, ...questions, ...social };

export type Intent = keyof typeof PHRASES;
/** `like`: the example phrase that decided, so that a surprising answer can be explained. */
export type Match = {
  intent: Intent;
  score: number;
  like: string;
  /** Whether the example's most telling word is in the message. */
  keyed: boolean;
};

type Example = { intent: Intent; phrase: string; key: string; total: number };
type Index = { examples: Example[]; byFeature: Map<string, number[]>; weights: Map<string, number>; speller: Speller };

/** A run of words that no example has: a product, a name. Examples say `{item}` there. */
const UNKNOWN = "xitem";
/** How much of the score is "all of the example is in the message" against "all of the message is in the example". */
const COVERAGE = 0.6;
/** What is left of the score when the example's most telling word is not in the message. */
const WITHOUT_KEY = 0.75;
/** Pairs of words say more than the words alone. */
const PAIR = 1.3;
const UNKNOWN_WEIGHT = 0.3;

/** `a (b|c|) d` stands for `a b d`, `a c d` and `a d`. */
function expand(pattern: string): string[] {
  const group = /\(([^()]*)\)/.exec(pattern);
  if (!group) return [pattern.replace(/\s+/g, " ").trim()];
  const [before, after] = [pattern.slice(0, group.index), pattern.slice(group.index + group[0].length)];
  return (group[1] ?? "").split("|").flatMap((choice) => expand(before + choice + after));
}

function placeholders(phrase: string): string {
  return phrase
    .replace(/\{(?:item|country|name)\}/g, UNKNOWN)
    .replace(/\{(order|email|tracking|date|address)\}/g, "x$1");
}

function features(tokens: readonly string[]): string[] {
  const list = [...tokens];
  const framed = ["^", ...tokens, "$"];
  for (let at = 0; at + 1 < framed.length; at++) list.push(`${framed[at]} ${framed[at + 1]}`);
  return [...new Set(list)];
}

/**
 * A feature weighs by how clearly it speaks for few intents: entropy over the intents, smoothed so that a word seen
 * once is not taken for a sign of anything.
 */
function weigh(counts: ReadonlyMap<Intent, number>, intents: number): number {
  const smooth = 0.02;
  const capped = [...counts.values()].map((count) => Math.min(count, 8));
  const total = capped.reduce((sum, count) => sum + count, 0) + smooth * intents;
  const part = (count: number) => (count === 0 ? 0 : -(count / total) * Math.log(count / total));
  const seen = capped.reduce((sum, count) => sum + part(count + smooth), 0);
  const entropy = seen + (intents - capped.length) * part(smooth);
  return 0.08 + 0.92 * (1 - entropy / Math.log(intents));
}

function build(): Index {
  const meaningless = new Set([UNKNOWN, "xorder"]);
  const raw = (Object.entries(PHRASES) as [Intent, string[]][])
    .flatMap(([intent, patterns]) =>
      [...new Set(patterns.flatMap(expand))].map((phrase) => ({
        intent,
        phrase,
        list: bare(canonical(words(placeholders(phrase)))),
      })),
    )
    .filter(({ list }) => list.some((word) => !meaningless.has(word)));
  const vocabulary = new Map<string, number>();
  const spread = new Map<string, Map<Intent, number>>();
  const parsed = raw.map((one) => {
    for (const word of one.list) vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
    for (const word of words(placeholders(one.phrase))) if (!vocabulary.has(word)) vocabulary.set(word, 1);
    const list = features(one.list);
    for (const feature of list) {
      const counts = spread.get(feature) ?? new Map<Intent, number>();
      counts.set(one.intent, (counts.get(one.intent) ?? 0) + 1);
      spread.set(feature, counts);
    }
    return { ...one, list };
  });
  const intents = Object.keys(PHRASES).length;
  const weights = new Map([...spread].map(([feature, counts]) => [feature, weightOf(feature, weigh(counts, intents))]));
  const byFeature = new Map<string, number[]>();
  const examples = parsed.map(({ intent, phrase, list }, at): Example => {
    const weight = (feature: string) => weights.get(feature) ?? 0;
    const single = list.filter((feature) => !feature.includes(" ") && feature !== UNKNOWN);
    const key = single.reduce((best, feature) => (weight(feature) > weight(best) ? feature : best), single[0] ?? "");
    for (const feature of list) {
      const postings = byFeature.get(feature);
      if (postings) postings.push(at);
      else byFeature.set(feature, [at]);
    }
    return { intent, phrase, key, total: sum(list.map(weight)) };
  });
  return { examples, byFeature, weights, speller: createSpeller(vocabulary) };
}

function weightOf(feature: string, clarity: number): number {
  if (feature === UNKNOWN) return UNKNOWN_WEIGHT;
  if (!feature.includes(" ")) return clarity;
  if (feature.includes(UNKNOWN)) return 0.5 * clarity;
  return feature.startsWith("^") || feature.endsWith("$") ? 0.4 * clarity : PAIR * clarity;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

let built: Index | null = null;
/** Built at first use, about a tenth of a second, and kept: it depends on nothing but the phrase files. */
function index(): Index {
  return (built ??= build());
}

/** Said once or ten times, they are one: a list of orders, a long name. */
const REPEATABLE = new Set([UNKNOWN, "xorder"]);
/** Details that no intent hangs on. */
const NO_WORD = new Set(["xemail", "xlink", "xphone", "xnumber", "xamount"]);

/** The words of a (masked) text as they are compared: spelling put right, unknown runs as one. */
export function tokens(masked: string): string[] {
  const { speller, weights } = index();
  const list = canonical(
    words(masked).flatMap((word) => (/^x[a-z]{4,}$/.test(word) ? [word] : canonical(speller.correct(word)))),
  );
  const known: string[] = [];
  for (const word of bare(canonical(list))) {
    if (NO_WORD.has(word)) continue;
    const token = weights.has(word) ? word : UNKNOWN;
    if (!REPEATABLE.has(token) || known.at(-1) !== token) known.push(token);
  }
  return bare(known);
}

/** The intents that a text may have, the likeliest first, each with the example it is most like; scores are 0 to 1. */
export function match(list: readonly string[]): Match[] {
  const { examples, byFeature, weights } = index();
  const shared = new Map<number, number>();
  let total = 0;
  const present = new Set(features(list));
  for (const feature of present) {
    const weight = weights.get(feature);
    total += weight ?? (feature.includes(" ") ? 0 : UNKNOWN_WEIGHT);
    if (weight === undefined) continue;
    for (const at of byFeature.get(feature) ?? []) shared.set(at, (shared.get(at) ?? 0) + weight);
  }
  const best = new Map<Intent, Match>();
  for (const [at, common] of shared) {
    const example = examples[at];
    if (!example) continue;
    const alike = (common / example.total) ** COVERAGE * (common / total) ** (1 - COVERAGE);
    const score = present.has(example.key) ? alike : alike * WITHOUT_KEY;
    if (score > (best.get(example.intent)?.score ?? 0))
      best.set(example.intent, {
        intent: example.intent,
        score,
        like: example.phrase,
        keyed: present.has(example.key),
      });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.intent.localeCompare(b.intent));
}
