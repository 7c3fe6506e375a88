import { z } from "zod";
import { type FieldErrors, fieldErrors } from "../../components/settings/field-errors.ts";
import { type Macro, macroSchema, type MacroValues } from "../../inbox/macros/macro.ts";
import { texts } from "./texts.ts";

const typed = z.string().max(20_000);
export const macroFormSchema = z.strictObject({
  id: z.uuid(),
  name: typed,
  body: typed,
  shortcut: typed,
  locale: typed,
});
export type MacroForm = z.infer<typeof macroFormSchema>;

export function macroForm({ id, name, body, shortcut, locale }: Macro): MacroForm {
  return { id, name, body, shortcut: shortcut ?? "", locale: locale ?? "" };
}

export function newMacroForm(id: string): MacroForm {
  return { id, name: "", body: "", shortcut: "", locale: "" };
}

/** The macro that a form stands for, or what is wrong with its fields. */
export function macroOf(form: MacroForm): { kind: "ok"; macro: Macro } | { kind: "invalid"; errors: FieldErrors } {
  const orNone = (text: string) => (text.trim() === "" ? null : text.trim());
  const read = macroSchema.safeParse({
    ...form,
    shortcut: orNone(form.shortcut)?.toLowerCase() ?? null,
    locale: orNone(form.locale),
  });
  if (read.success) return { kind: "ok", macro: read.data };
  const wordsAt = (path: string, { code }: { code: string }) =>
    path === "shortcut" && code === "invalid_format" ? texts.errors.shortcut : undefined;
  return { kind: "invalid", errors: fieldErrors(read.error, wordsAt) };
}

/** Nobody's: what the preview fills blanks with. */
export const EXAMPLE: MacroValues = {
  "shopper.first_name": "Alex",
  "shopper.name": "Alex Example",
  "order.name": "#1001",
  "order.situation": "Your parcel is on its way and should arrive on Tuesday.",
  "order.expected": "Tuesday, 24 November",
  "order.placed_on": "16 November",
  "order.total": "€84.00",
  "tracking.number": "JD0000000000000001",
  "tracking.carrier": "DHL",
  "tracking.link": "https://example.com/track",
};
