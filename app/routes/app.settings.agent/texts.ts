import type { TonePreset } from "../../agent/agent-settings.ts";
import { settingsTexts } from "../../components/settings/settings.texts.ts";

const TONES: Record<TonePreset, string> = {
  "": "As it comes",
  warm: "Warm and personal",
  plain: "Matter-of-fact and brief",
  formal: "Formal and courteous",
  cheerful: "Cheerful and light",
};

/** All words of the page about the agent. */
export const texts = {
  title: "Agent",
  back: settingsTexts.heading,
  who: {
    heading: "Name and greeting",
    name: "Name",
    nameHelp: (shop: string) => `Shoppers see it above the chat. Without one they see “${shop}”.`,
    greeting: "Greeting",
    greetingHelp: "The first words in an empty chat. Without one the chat greets in the shopper’s language.",
    greetingIn: (language: string) => `Greeting in ${language}`,
    greetingInHelp: (language: string) => `Instead of the greeting above, where the shop is shown in ${language}.`,
    addGreeting: "Greeting in another language",
    chooseLanguage: "Choose a language to add",
    removeGreeting: (language: string) => `Remove the greeting in ${language}`,
    remove: "Remove",
  },
  manner: {
    heading: "Tone",
    preset: "Tone",
    presets: TONES,
    own: "In your own words",
    ownHelp: "Added to the tone above, for example: never use exclamation marks.",
  },
  languages: {
    heading: "Languages",
    label: "Languages the agent answers in",
    help: "With none chosen it answers in the language the shopper writes in. The first one is used for shoppers who write in none of them.",
    choose: "Choose a language to add",
  },
  instructions: {
    heading: "Instructions",
    label: "What the agent should keep in mind",
    help: "Facts about your shop and how to speak of them. Nothing here changes what the agent may do: refunds, exchanges and the like follow your policy alone. Dates, amounts and links written here are not passed on to shoppers.",
  },
  note: "This is for language models. The embedded model keeps its own wording; it takes the name and the greeting.",
};
