import { z } from "zod";
import {
  isOwn,
  MODEL_LIMITS,
  type ModelSettings,
  modelSettingsSchema,
  PROVIDERS,
} from "../../agent/models/model-settings.ts";
import { type FieldErrors, fieldErrors } from "../../components/settings/field-errors.ts";
import { texts } from "./texts.ts";

/** What the page edits and sends: amounts as they are typed, and a key only where a new one was typed. */
const typed = z.string().max(2_000);

export const modelFormSchema = z.strictObject({
  provider: z.enum(PROVIDERS),
  baseUrl: typed,
  model: typed,
  apiKey: typed,
  /** The stored key is to be thrown away. */
  removeKey: z.boolean(),
  priceInput: typed,
  priceOutput: typed,
  monthlyLimit: typed,
});
export type ModelForm = z.infer<typeof modelFormSchema>;

export function modelForm({ provider, baseUrl, model, price, monthlyLimit }: ModelSettings): ModelForm {
  return {
    provider,
    baseUrl,
    model,
    apiKey: "",
    removeKey: false,
    priceInput: price === null ? "" : String(price.input),
    priceOutput: price === null ? "" : String(price.output),
    monthlyLimit: monthlyLimit === null ? "" : String(monthlyLimit),
  };
}

export type ReadModelForm =
  | { kind: "ok"; settings: ModelSettings; /** "" for none. */ apiKey: string }
  | { kind: "invalid"; errors: FieldErrors };

/** What was typed of a choice that is not made stays, but is not judged. */
export function modelSettingsOf(form: ModelForm): ReadModelForm {
  const { priceInput, priceOutput } = form;
  const hasPrice = priceInput.trim() !== "" || priceOutput.trim() !== "";
  const read = modelSettingsSchema.safeParse({
    provider: form.provider,
    baseUrl: form.baseUrl,
    model: form.model,
    price: hasPrice ? { input: amount(priceInput), output: amount(priceOutput) } : null,
    monthlyLimit: form.monthlyLimit.trim() === "" ? null : amount(form.monthlyLimit),
  });
  const apiKey = isOwn(form.provider) ? form.apiKey.trim() : "";
  // What a header can hold; a key with a space in it was copied with something else.
  const keyErrors: FieldErrors =
    apiKey.length > MODEL_LIMITS.apiKey || /[^\x21-\x7e]/.test(apiKey) ? { apiKey: texts.errors.noKey } : {};
  if (read.success && !("apiKey" in keyErrors)) return { kind: "ok", settings: read.data, apiKey };
  const errors = read.success ? {} : fieldErrors(read.error, wordsAt);
  const { "price.input": input, "price.output": output, ...others } = errors;
  return {
    kind: "invalid",
    errors: {
      ...others,
      ...(input === undefined ? {} : { priceInput: input }),
      ...(output === undefined ? {} : { priceOutput: output }),
      ...keyErrors,
    },
  };
}

/** US dollars with a point or a comma; what is none is NaN, which no rule takes. */
function amount(text: string): number {
  return /^\s*\$?\s*\d{1,7}(?:[.,]\d{1,6})?\s*$/.test(text)
    ? Number(text.replace(/[\s$]/g, "").replace(",", "."))
    : NaN;
}

function wordsAt(path: string, issue: z.core.$ZodIssue): string | undefined {
  const isAmount = path.startsWith("price.") || path === "monthlyLimit";
  if (isAmount && issue.code === "invalid_type") return texts.errors.amount;
  if (path === "monthlyLimit" && issue.code === "too_small") return texts.errors.someLimit;
  if (issue.code !== "custom") return undefined;
  if (issue.params?.["rule"] === "unpriced") return texts.errors.unpriced;
  return path === "model" ? texts.errors.noModel : texts.errors.noAddress;
}
