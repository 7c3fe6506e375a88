import { z } from "zod";
import { cleanText } from "./clean-text.ts";

/** Languages a merchant can name: those the large languages' models write well. ISO 639-1, with their English names. */
export const LANGUAGES = {
  en: "English",
  de: "German",
  fr: "French",
  es: "Spanish",
  it: "Italian",
  nl: "Dutch",
  pt: "Portuguese",
  pl: "Polish",
  sv: "Swedish",
  da: "Danish",
  nb: "Norwegian",
  fi: "Finnish",
  cs: "Czech",
  tr: "Turkish",
  ja: "Japanese",
  ko: "Korean",
  zh: "Chinese",
} as const;
export type Language = keyof typeof LANGUAGES;
export const LANGUAGE_CODES = Object.keys(LANGUAGES) as Language[];

/** What each ready-made tone tells the model; `""` leaves the tone to it. */
const TONES = {
  "": "",
  warm: "Warm and personal, as a good shop assistant speaks.",
  plain: "Matter-of-fact and brief, without small talk.",
  formal: "Formal and courteous; address the shopper formally in languages that have a formal address.",
  cheerful: "Cheerful and light, but never when something has gone wrong.",
} as const;
export type TonePreset = keyof typeof TONES;
export const TONE_PRESETS = Object.keys(TONES) as TonePreset[];

export const AGENT_LIMITS = { agentName: 40, tone: 300, instructions: 2_000, greeting: 200 } as const;

const text = (most: number) =>
  z
    .string()
    .transform((typed) => cleanText(typed).trim())
    .pipe(z.string().max(most, `at most ${most.toLocaleString("en-US")} characters`));
const greeting = text(AGENT_LIMITS.greeting);

/** What the merchant says about the agent. Nothing of it changes what the agent may do: it is quoted to the model as data. */
export const agentSettingsSchema = z.strictObject({
  /** Empty: the shop's name. */
  agentName: text(AGENT_LIMITS.agentName),
  tonePreset: z.enum(TONE_PRESETS),
  tone: text(AGENT_LIMITS.tone),
  instructions: text(AGENT_LIMITS.instructions),
  /** Empty: the widget's own, in the shopper's language. */
  greeting,
  greetings: z
    .partialRecord(z.enum(LANGUAGE_CODES), greeting)
    .transform((all) => Object.fromEntries(Object.entries(all).filter(([, words]) => words !== ""))),
  /** Empty: whichever the shopper writes in. The first one answers shoppers who write in none of them. */
  languages: z.array(z.enum(LANGUAGE_CODES)).max(LANGUAGE_CODES.length),
});
export type AgentSettings = z.infer<typeof agentSettingsSchema>;

/** The tone as the model is told it: the preset's sentence, then the merchant's own words. Unknown presets say nothing. */
export function toneInWords(preset: string, own: string): string {
  const ready = TONE_PRESETS.find((one) => one === preset);
  return [ready === undefined ? "" : TONES[ready], own].filter((part) => part !== "").join(" ");
}

/** English names of the languages that are known, in their order. */
export function languageNames(codes: readonly string[]): string[] {
  return codes.flatMap((code) => LANGUAGE_CODES.filter((one) => one === code).map((one) => LANGUAGES[one]));
}
