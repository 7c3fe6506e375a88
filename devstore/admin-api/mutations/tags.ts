import { type UserError, userError } from "../mutations.ts";

const maxTags = 250;
const maxCharacters = 40;

/** Tags as Shopify keeps them: trimmed, without empty ones, each once whatever its case. */
export function cleanTags(tags: readonly string[]): string[] {
  const kept = new Map<string, string>();
  for (const tag of tags.map((item) => item.trim())) {
    if (tag !== "" && !kept.has(tag.toLowerCase())) kept.set(tag.toLowerCase(), tag);
  }
  return [...kept.values()];
}

/** Why an order, a draft or a customer cannot have these tags. */
export function tagErrors(tags: readonly string[], field: string[]): UserError[] {
  if (tags.length > maxTags) return [userError(field, `Tags cannot be more than ${maxTags}`)];
  const tooLong = tags.some((tag) => tag.length > maxCharacters);
  return tooLong ? [userError(field, `Tags exceed the maximum length of ${maxCharacters} characters`)] : [];
}
