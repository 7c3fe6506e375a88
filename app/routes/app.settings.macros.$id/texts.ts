/** All words of the page that edits a macro. */
export const texts = {
  create: "New macro",
  edit: "Macro",
  back: "Macros",
  what: {
    heading: "The answer",
    name: "Name",
    nameHelp: "By which your team finds it. Shoppers do not see it.",
    body: "Text",
    bodyHelp: "Blanks such as {{order.name}} are filled in from the conversation.",
    insert: "Put in a blank",
    choose: "Choose what to fill in",
    shortcut: "Shortcut",
    shortcutHelp: "One word to find it by, such as “where”. Optional.",
    locale: "Language",
    localeHelp: "It is offered first in conversations of this language.",
    any: "Any language",
  },
  preview: {
    heading: "As it reads",
    text: "With an example. What a conversation does not know stays a gap, and has to be filled in before sending.",
    empty: "The preview appears once there is a text.",
    unknown: (names: string) => `Nothing is called ${names}: it always stays a gap. Choose from the list of blanks.`,
  },
  errors: {
    shortcut: "Use one word of letters, digits, - and _.",
    taken: "Another macro has this shortcut.",
    full: "You have as many macros as there can be. Delete one first.",
  },
  notFound: {
    heading: "This macro does not exist",
    text: "It has been deleted, or the link is incomplete.",
    action: "See all macros",
  },
};
