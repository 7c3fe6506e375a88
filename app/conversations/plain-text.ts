// Control characters but tab and line feed, and the bidirectional overrides and isolates that can make a line
// read as something else than it says (Unicode TR #36).
const UNSAFE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** A shopper's text as it is stored: line ends as `\n`, no control characters, no lone surrogates, trimmed. */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(UNSAFE, "").toWellFormed().trim();
}
