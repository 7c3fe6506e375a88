/** What the widget draws bold: between two pairs of asterisks on one line. */
export const BOLD = /\*\*(?=\S)([^\n]+?)\*\*/g;
const LINK = /\[([^[\]\n]{1,300})\]\(([^()\s]{1,2000})\)/g;
const ITEM = /\s*\n\s*[-*•]\s+/g;

/** What the agent said where Markdown is not drawn: bold words as they are, a link's words with its address behind them. */
export function unmarked(text: string): string {
  return text.replace(BOLD, "$1").replace(LINK, "$1 ($2)");
}

/** The same on one line. */
export function onOneLine(text: string): string {
  return unmarked(text).replace(ITEM, " · ").replace(/\s+/g, " ").trim();
}
