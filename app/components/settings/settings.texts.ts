/** Words that all pages of the settings share. */
export const settingsTexts = {
  heading: "Settings",
  save: "Save",
  discard: "Discard",
  saved: "Saved",
  invalid: "Nothing has been saved yet: some fields need your attention.",
  failed: "Saving did not work just now. What you changed is still here; please try again.",
  conflict: {
    title: "Somebody else has saved these settings in the meantime",
    text: "Nothing was overwritten. Load what they saved and make your changes again; what you changed here is lost by it.",
    action: "Load what they saved",
  },
  gone: {
    title: "Somebody else has deleted this in the meantime",
    text: "Nothing was saved.",
  },
  errors: {
    empty: "Fill this in.",
    none: "Choose at least one.",
    number: "Enter a whole number.",
    day: "Enter a day.",
    format: "This is not in the right form.",
    atLeast: (least: number) => `Enter ${least} or more.`,
    atMost: (most: number) => `Enter ${most} or less.`,
    characters: (most: number) => `Use at most ${most.toLocaleString("en-US")} characters.`,
    entries: (most: number) => `Name at most ${most.toLocaleString("en-US")}.`,
  },
  list: {
    add: "Add",
    addTo: (label: string) => `Add to ${label.toLowerCase()}`,
    remove: (entry: string) => `Remove ${entry}`,
    twice: "It is in the list already.",
  },
  country: { choose: "Choose a country to add" },
};
