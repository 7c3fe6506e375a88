import type { Term } from "./parse.ts";

/** Letters and digits in runs, small: what Shopify's search compares. */
function tokens(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** All words of the term stand next to each other in the text; with a trailing `*` the last one may go on. */
export function hasWords(text: string | null, term: Term): boolean {
  if (text === null) return false;
  const wanted = tokens(term.value);
  const present = tokens(text);
  if (wanted.length === 0) return false;
  for (let start = 0; start + wanted.length <= present.length; start += 1) {
    const fits = wanted.every((word, index) => {
      const candidate = present[start + index] ?? "";
      return term.prefix && index === wanted.length - 1 ? candidate.startsWith(word) : candidate === word;
    });
    if (fits) return true;
  }
  return false;
}
