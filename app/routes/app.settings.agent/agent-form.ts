import { z } from "zod";
import { type AgentSettings, agentSettingsSchema, LANGUAGE_CODES, TONE_PRESETS } from "../../agent/agent-settings.ts";
import { type FieldErrors, fieldErrors } from "../../components/settings/field-errors.ts";

/** What the page edits and sends: texts of any length up to a bound, so that what is too long can be said. */
const typed = z.string().max(20_000);
const language = z.enum(LANGUAGE_CODES);

export const agentFormSchema = z.strictObject({
  agentName: typed,
  tonePreset: z.enum(TONE_PRESETS),
  tone: typed,
  instructions: typed,
  greeting: typed,
  greetings: z.array(z.strictObject({ language, words: typed })).max(LANGUAGE_CODES.length),
  languages: z.array(language).max(LANGUAGE_CODES.length),
});
export type AgentForm = z.infer<typeof agentFormSchema>;

export function agentForm({ greetings, ...settings }: AgentSettings): AgentForm {
  return {
    ...settings,
    greetings: LANGUAGE_CODES.flatMap((code) => {
      const words = greetings[code];
      return words === undefined ? [] : [{ language: code, words }];
    }),
  };
}

/** Greetings without words are none. Errors of a greeting are at `greetings.de`. */
export function agentSettingsOf(
  form: AgentForm,
): { kind: "ok"; settings: AgentSettings } | { kind: "invalid"; errors: FieldErrors } {
  const read = agentSettingsSchema.safeParse({
    ...form,
    greetings: Object.fromEntries(form.greetings.map(({ language: code, words }) => [code, words])),
  });
  return read.success ? { kind: "ok", settings: read.data } : { kind: "invalid", errors: fieldErrors(read.error) };
}
