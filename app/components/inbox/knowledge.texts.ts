/** Words of the picker of what the merchant wants shoppers told. */
export const knowledgeTexts = {
  open: "Knowledge",
  search: "Find an answer",
  loading: "Searching",
  failed: "This could not be searched just now.",
  none: "No answer of yours has to do with that. Answers come from accepted suggestions under Quality; your store’s pages and policies are not searched, because the app has no permission to read them.",
  count: (count: number) => (count === 1 ? "1 answer" : `${count} answers`),
};
