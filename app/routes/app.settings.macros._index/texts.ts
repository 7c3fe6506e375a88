import { settingsTexts } from "../../components/settings/settings.texts.ts";

/** All words of the list of macros. */
export const texts = {
  title: "Macros",
  intro: "Answers that your team writes often, with blanks that each conversation fills in.",
  back: settingsTexts.heading,
  create: "New macro",
  search: "Search macros",
  none: (wanted: string) => `No macro has “${wanted}” in it.`,
  count: (count: number) => (count === 1 ? "1 macro" : `${count} macros`),
  heading: "Your macros",
  uses: (uses: number) => (uses === 0 ? "Not used yet" : uses === 1 ? "Used once" : `Used ${uses} times`),
  shortcut: (shortcut: string) => `Shortcut ${shortcut}`,
  anyLanguage: "Any language",
  empty: {
    heading: "No macros yet",
    text: "Write one of your own, or begin with one of these. Nothing is added before you choose it.",
  },
  add: "Add",
  addOf: (name: string) => `Add “${name}”`,
  remove: "Delete",
  removeOf: (name: string) => `Delete “${name}”`,
  removed: (name: string) => `“${name}” is deleted.`,
  restored: (name: string) => `“${name}” is back.`,
  added: (name: string) => `“${name}” is added.`,
  taken: "Another macro has this shortcut by now. Nothing was done.",
  full: "You have as many macros as there can be. Delete one first.",
  changed: "Somebody else has changed this macro in the meantime. Nothing was done; the list shows how it is now.",
  failed: "This did not work just now. Please try again.",
  undo: "Undo",
};
