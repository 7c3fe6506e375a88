import common from "./phrases/common-words.json" with { type: "json" };
import { squeezed } from "./normalize.ts";

/** English words that are right as they stand although no example phrase has them. */
const KNOWN = new Set(common.words.flatMap((line) => line.split(" ")));

/** How many slips a word of this length may hold. Short words are too near one another for any. */
function tolerance(length: number): number {
  return length <= 3 ? 0 : length <= 7 ? 1 : 2;
}

/** Damerau-Levenshtein (optimal string alignment), given up once it is sure to be more than `most`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [beforeLast, last] = [last, current];
  }
  return last[b.length] ?? most + 1;
}

export type Speller = { knows(word: string): boolean; correct(word: string): string[] };

/** `vocabulary`: each word of the example phrases with how often it is used; the commoner word wins a tie. */
export function createSpeller(vocabulary: ReadonlyMap<string, number>): Speller {
  const byLength = new Map<number, string[]>();
  for (const word of vocabulary.keys()) {
    const list = byLength.get(word.length);
    if (list) list.push(word);
    else byLength.set(word.length, [word]);
  }
  const knows = (word: string) => vocabulary.has(word) || KNOWN.has(word);

  function nearest(word: string): string | null {
    const most = tolerance(word.length);
    let best: { word: string; far: number; uses: number } | null = null;
    for (let length = word.length - most; most > 0 && length <= word.length + most; length++) {
      for (const candidate of byLength.get(length) ?? []) {
        // People slip inside words; a wrong first letter is nearly always another word, or two letters swapped.
        const sameStart = candidate[0] === word[0] || (candidate[0] === word[1] && candidate[1] === word[0]);
        if (candidate.length < 4 || !sameStart) continue;
        const far = distance(word, candidate, most);
        const uses = vocabulary.get(candidate) ?? 0;
        if (far > most || (best !== null && (far > best.far || (far === best.far && uses <= best.uses)))) continue;
        best = { word: candidate, far, uses };
      }
    }
    return best?.word ?? null;
  }

  /** "myorder", "whereismyorder": words of the phrases written as one. */
  function split(word: string, most = 4): string[] | null {
    const common = (part: string) => (vocabulary.get(part) ?? 0) >= 5;
    for (let at = word.length - 2; at >= 2 && most > 1; at--) {
      const [left, right] = [word.slice(0, at), word.slice(at)];
      if (!common(left)) continue;
      if (common(right)) return [left, right];
      const rest = split(right, most - 1);
      if (rest) return [left, ...rest];
    }
    return null;
  }

  return {
    knows,
    correct(word) {
      if (knows(word) || /\d/.test(word)) return [word];
      const calm = squeezed(word);
      const calmer = word.replace(/(.)\1+/gu, "$1");
      if (knows(calm)) return [calm];
      if (calm !== word && knows(calmer)) return [calmer];
      const near = nearest(calm);
      if (near !== null) return [near];
      return split(calm) ?? [word];
    },
  };
}
