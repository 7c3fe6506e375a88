import type { z } from "zod";
import { settingsTexts } from "./settings.texts.ts";

/** What is wrong with a form's fields, in words, by their paths: `{ "handling.workingDays.max": "…" }`. */
export type FieldErrors = Readonly<Record<string, string>>;

/**
 * The first thing that is wrong with each field.
 *
 * @param wordsAt a page's own words for what breaks a rule that only this field has
 */
export function fieldErrors(
  { issues }: z.ZodError,
  wordsAt: (path: string, issue: z.core.$ZodIssue) => string | undefined = () => undefined,
): FieldErrors {
  const errors: Record<string, string> = {};
  for (const issue of issues) {
    const path = issue.path.map(String).join(".");
    errors[path] ??= wordsAt(path, issue) ?? wordsFor(issue);
  }
  return errors;
}

/** What is wrong with a field or, where it is a list, with the first of its entries that has an error. */
export function errorAt(errors: FieldErrors, path: string): string | undefined {
  return errors[path] ?? Object.entries(errors).find(([at]) => at.startsWith(`${path}.`))?.[1];
}

function wordsFor(issue: z.core.$ZodIssue): string {
  const words = settingsTexts.errors;
  if (issue.code === "too_small") {
    if (issue.origin === "string") return words.empty;
    return issue.origin === "array" ? words.none : words.atLeast(Number(issue.minimum));
  }
  if (issue.code === "too_big") {
    if (issue.origin === "string") return words.characters(Number(issue.maximum));
    return issue.origin === "array" ? words.entries(Number(issue.maximum)) : words.atMost(Number(issue.maximum));
  }
  if (issue.code === "invalid_type") {
    return issue.expected === "number" || issue.expected === "int" ? words.number : words.empty;
  }
  return issue.code === "invalid_format" && issue.format === "date" ? words.day : words.format;
}

/** The number that a field holds; what is no number is NaN, which no rule takes. */
export function typedNumber(typed: string): number {
  return /^\s*-?\d{1,9}\s*$/.test(typed) ? Number(typed) : NaN;
}
