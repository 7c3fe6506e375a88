/** What the merchant wants shoppers told, in the merchant's own words. */
export type MerchantAnswer = { id: string; question: string; answer: string };

const MOST = 10;

/** Answers that have a word of the query in them, those with more of its words first, in questions before in answers. */
export function rankAnswers(answers: readonly MerchantAnswer[], query: string): MerchantAnswer[] {
  const wanted = [...new Set(wordsOf(query))];
  if (wanted.length === 0) return answers.slice(0, MOST);
  const scored = answers.map((one) => ({ one, score: scoreOf(one, wanted) }));
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ one }) => one);
}

function scoreOf({ question, answer }: MerchantAnswer, wanted: readonly string[]): number {
  const [asked, told] = [wordsOf(question), wordsOf(answer)];
  const has = (words: readonly string[], word: string) => words.some((one) => one.startsWith(word));
  return wanted.reduce((sum, word) => sum + (has(asked, word) ? 3 : 0) + (has(told, word) ? 1 : 0), 0);
}

function wordsOf(text: string): string[] {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase("en");
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
