import { z } from "zod";
import { type FieldErrors, fieldErrors } from "../../components/settings/field-errors.ts";
import { type IdentityRules, identityRulesSchema, LEVELS, THINGS } from "../../identity/levels.ts";
import { texts } from "./texts.ts";

const level = z.enum(LEVELS);

/** What the page sends: any choice, so that what does not go together can be said. */
export const identityFormSchema = z.strictObject({ status: level, details: level, changes: level });

/** @param codes whether codes can be sent at all */
export function rulesOf(
  form: IdentityRules,
  codes: boolean,
): { kind: "ok"; settings: IdentityRules } | { kind: "invalid"; errors: FieldErrors } {
  const read = identityRulesSchema.safeParse(form);
  const unsent = codes ? [] : THINGS.filter((thing) => form[thing] === "email_code");
  const errors = {
    ...(read.success ? {} : fieldErrors(read.error, () => texts.errors.weaker)),
    ...Object.fromEntries(unsent.map((thing) => [thing, texts.errors.noMail])),
  };
  return read.success && unsent.length === 0 ? { kind: "ok", settings: read.data } : { kind: "invalid", errors };
}
