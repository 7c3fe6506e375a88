import { settingsTexts } from "../../components/settings/settings.texts.ts";

const AVATAR_NAMES = {
  icon: "A sign",
  initial: "The first letter of the name",
  none: "Nothing",
};

const ratio = (value: number) => `${(Math.floor(value * 10) / 10).toFixed(1)} : 1`;

/** All words of the page about how the chat looks. */
export const texts = {
  title: "Widget look",
  back: settingsTexts.heading,
  reset: "Reset to defaults",
  resetDone: "The defaults are filled in. Save them to put them in force.",
  launcher: {
    heading: "Chat button",
    text: "Color, side and distance of the button on your pages belong to your theme and are set in the theme editor, next to your shop’s other looks. This page rules what is inside the chat.",
    link: "Open theme editor",
  },
  color: {
    heading: "Color",
    source: "Color of the chat",
    theme: "As in the theme",
    own: "A color of its own",
    themeHelp:
      "The chat takes the color that the theme editor has for its button. The preview does not know it and shows the widget’s own blue.",
    ownHelp: "Inside the chat only: the button keeps the theme’s color.",
    code: "Color code",
    codeHelp: "Six digits after a #, such as #0b6e4f.",
    picker: "Pick a color",
    white: (value: number) => `White words on this color are easy to read (${ratio(value)}), so they are white.`,
    black: (value: number) =>
      `White words on this color are hard to read (${ratio(value)}; 4.5 : 1 is needed), so they are black.`,
    darker: (value: number) =>
      `As words on a light ground it is too pale (${ratio(value)}), so links and outlines take a darker shade of it.`,
  },
  top: {
    heading: "Top of the chat",
    tagline: "Line below the name",
    taglineHelp: "For example: We usually answer at once. The line that says it is an AI assistant stays in any case.",
    avatar: "Beside the name",
    avatars: AVATAR_NAMES,
    agent: "Name and greeting",
    agentText: "come from the agent’s settings. A greeting in the theme editor goes first.",
  },
  replies: {
    heading: "Quick replies",
    text: "Questions that an empty chat offers at one press. Without any, the chat offers its own in the shopper’s language.",
    nth: (index: number) => `Quick reply ${index + 1}`,
    nthIn: (index: number, language: string) => `Quick reply ${index + 1} in ${language}`,
    group: (language: string) => `Quick replies in ${language}`,
    groupHelp: (language: string) => `Instead of those above, where the shop is shown in ${language}.`,
    add: "Quick replies in another language",
    choose: "Choose a language to add",
    remove: "Remove",
    removeIn: (language: string) => `Remove the quick replies in ${language}`,
  },
  person: {
    heading: "Talk to a person",
    atOnce: "Show “Talk to a person” at once",
    help: "Otherwise it appears with the first message. Whoever asks for a person in their own words gets one either way.",
  },
  preview: {
    heading: "Preview",
    text: "The real chat with an invented order. Nothing you do in it is sent anywhere.",
    scenes: "What the preview shows",
    fresh: "New chat",
    talk: "Conversation",
    frame: "Preview of the chat",
    skip: "Skip the preview",
    waiting: "The preview goes on when all fields are in order.",
  },
  errors: { color: "Enter a color as six digits after a #, such as #0b6e4f." },
};
