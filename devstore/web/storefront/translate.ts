import type { Extension, Translations } from "./extension.ts";

/**
 * The `t` filter: the words of a key in the shopper's locale, the locale's language, or the extension's default locale,
 * with `{{ name }}` filled in and `count` choosing a plural form.
 */
export function translate(
  locales: Extension["locales"],
  locale: string,
  key: string,
  values: Readonly<Record<string, unknown>> = {},
): string {
  for (const candidate of [locale, locale.split("-")[0] ?? locale, locales.default]) {
    const found = lookUp(locales.storefront.get(candidate), key);
    const words = typeof found === "object" ? plural(found, candidate, values["count"]) : found;
    if (words !== undefined) return fillIn(words, values);
  }
  return `translation missing: ${locale}.${key}`;
}

/** A label of the theme editor: `t:settings.color.label` is looked up, anything else is the text itself. */
export function editorLabel(locales: Extension["locales"], text: string | undefined): string {
  if (!text?.startsWith("t:")) return text ?? "";
  const found = lookUp(locales.editor.get(locales.default), text.slice(2));
  return typeof found === "string" ? found : text.slice(2);
}

function lookUp(words: Translations | undefined, key: string): string | Translations | undefined {
  let found: string | Translations | undefined = words;
  for (const part of key.split("."))
    found = typeof found === "object" && Object.hasOwn(found, part) ? found[part] : undefined;
  return found;
}

function plural(forms: Translations, locale: string, count: unknown): string | undefined {
  if (typeof count !== "number") return undefined;
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms["other"];
  return typeof form === "string" ? form : undefined;
}

function fillIn(words: string, values: Readonly<Record<string, unknown>>): string {
  return words.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => {
    const value = values[name];
    return typeof value === "string" || typeof value === "number" ? String(value) : whole;
  });
}
