import { z } from "zod";
import { LANGUAGE_CODES } from "../../agent/agent-settings.ts";
import { type FieldErrors, fieldErrors } from "../../components/settings/field-errors.ts";
import { AVATARS, LOOK_LIMITS, type WidgetLook, widgetLookSchema } from "../../conversations/widget-look.ts";
import { texts } from "./texts.ts";

/** What the page edits and sends: texts of any length up to a bound, so that what is too long can be said. */
const typed = z.string().max(1_000);
const replies = z.array(typed).length(LOOK_LIMITS.quickReplies);

export const lookFormSchema = z.strictObject({
  ownAccent: z.boolean(),
  accent: typed,
  tagline: typed,
  avatar: z.enum(AVATARS),
  /** One for each field; empty ones are none. */
  quickReplies: replies,
  languages: z.array(z.strictObject({ language: z.enum(LANGUAGE_CODES), replies })).max(LANGUAGE_CODES.length),
  personAtOnce: z.boolean(),
});
export type LookForm = z.infer<typeof lookFormSchema>;

/** What is proposed to who wants another color than the theme's: the theme block's own default. */
export const FIRST_ACCENT = "#3454d1";

export const NO_REPLIES: readonly string[] = Array.from({ length: LOOK_LIMITS.quickReplies }, () => "");
const filled = (some: readonly string[]) => NO_REPLIES.map((_, index) => some[index] ?? "");

export function lookForm({ accent, quickReplies, quickRepliesIn, ...look }: WidgetLook): LookForm {
  return {
    ...look,
    ownAccent: accent !== null,
    accent: accent ?? FIRST_ACCENT,
    quickReplies: filled(quickReplies),
    languages: LANGUAGE_CODES.flatMap((language) => {
      const some = quickRepliesIn[language];
      return some === undefined ? [] : [{ language, replies: filled(some) }];
    }),
  };
}

/** The look that a form stands for, or what is wrong with its fields: `quickReplies.0`, `quickRepliesIn.de.2`. */
export function lookOf(
  form: LookForm,
): { kind: "ok"; settings: WidgetLook } | { kind: "invalid"; errors: FieldErrors } {
  const { ownAccent, accent, languages, ...rest } = form;
  const read = widgetLookSchema.safeParse({
    ...rest,
    accent: ownAccent ? accent.trim() : null,
    quickRepliesIn: Object.fromEntries(languages.map(({ language, replies: some }) => [language, some])),
  });
  if (read.success) return { kind: "ok", settings: read.data };
  const wordsAt = (path: string) => (path === "accent" ? texts.errors.color : undefined);
  return { kind: "invalid", errors: fieldErrors(read.error, wordsAt) };
}
