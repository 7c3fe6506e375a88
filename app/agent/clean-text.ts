/**
 * Text from a model or a shopper is data (P8). What no reader can see is taken out of it: control characters (a NUL
 * cannot even be stored in PostgreSQL), halves of surrogate pairs, and marks that hide or reorder characters and
 * could smuggle a figure past the grounding.
 */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff]/g;

export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(UNSEEN, "").toWellFormed();
}

/** The beginning of a text, with an ellipsis where something was left out. */
export function shorten(text: string, characters: number): string {
  if (text.length <= characters) return text;
  return `${text.slice(0, Math.max(0, characters - 1)).toWellFormed()}…`;
}
