/** Words of the picker of macros. */
export const macroTexts = {
  open: "Macros",
  search: "Find a macro",
  loading: "Loading macros",
  failed: "The macros could not be loaded just now.",
  again: "Try again",
  none: "There are no macros yet.",
  manage: "Write macros",
  noMatch: "No macro has that in it.",
  count: (count: number) => (count === 1 ? "1 macro" : `${count} macros`),
  gaps: (missing: string) => `To be filled in: ${missing}.`,
};
