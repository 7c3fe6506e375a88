import { z } from "zod";
import { type FieldErrors, fieldErrors, typedNumber } from "../../components/settings/field-errors.ts";
import { MOST_SPANS, openingHoursSchema, type OpeningHours } from "../../conversations/hours/opening-hours.ts";
import { texts } from "./texts.ts";

/** What the page edits and sends, in the shape of the settings, so that an error's path is its field's. */
const typed = z.string().max(100);
export const hoursFormSchema = z.strictObject({
  timeZone: typed,
  answerHours: typed,
  followHolidays: z.boolean(),
  country: typed,
  weekly: z.array(z.array(z.strictObject({ from: typed, to: typed })).max(MOST_SPANS * 2)).length(7),
});
export type HoursForm = z.infer<typeof hoursFormSchema>;

export function hoursForm({ timeZone, answerHours, country, ...hours }: OpeningHours): HoursForm {
  return {
    ...hours,
    timeZone: timeZone ?? "",
    country: country ?? "",
    answerHours: answerHours === null ? "" : String(answerHours),
    // A time field knows no 24:00; midnight at the end of a day is the one that a shop means by it.
    weekly: hours.weekly.map((spans) => spans.map(({ from, to }) => ({ from, to: to === "24:00" ? "00:00" : to }))),
  };
}

/** The hours that a form stands for, or what is wrong with its fields. */
export function hoursOf(
  form: HoursForm,
): { kind: "ok"; settings: OpeningHours } | { kind: "invalid"; errors: FieldErrors } {
  const read = openingHoursSchema.safeParse({
    timeZone: form.timeZone || null,
    country: form.country || null,
    followHolidays: form.followHolidays,
    answerHours: form.answerHours.trim() === "" ? null : typedNumber(form.answerHours),
    weekly: form.weekly.map((spans) => spans.map(({ from, to }) => ({ from, to: to === "00:00" ? "24:00" : to }))),
  });
  return read.success
    ? { kind: "ok", settings: read.data }
    : { kind: "invalid", errors: fieldErrors(read.error, wordsAt) };
}

function wordsAt(path: string, { code }: { code: string }): string | undefined {
  if (path === "timeZone") return texts.errors.timeZone;
  if (!path.startsWith("weekly.")) return undefined;
  if (code === "invalid_format") return texts.errors.time;
  if (code === "too_big") return texts.errors.spans;
  return path.endsWith(".from") ? texts.errors.overlap : texts.errors.order;
}
