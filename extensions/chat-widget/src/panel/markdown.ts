/**
 * The small part of Markdown that messages use, parsed to a tree of plain values: paragraphs, lists, bold, links.
 * Whatever is not exactly that stays the text it was. The tree holds strings only, and the view makes text nodes of
 * them; no HTML is read or written anywhere.
 */
export type Span =
  { kind: "text"; text: string } | { kind: "bold"; spans: Span[] } | { kind: "link"; text: string; href: string };
export type Block = { kind: "paragraph"; lines: Span[][] } | { kind: "list"; start: number | null; items: Span[][] };

/** The full address to link to, or null to leave the words as they are. */
type Resolve = (address: string) => string | null;

const ITEM = /^\s{0,6}(?:[-*•]|(\d{1,3})[.)])\s+(.+)$/;
const HEADING = /^#{1,6}\s+(.+?)\s*#*$/;
const INLINE = /\*\*(?=\S)([^\n]+?)\*\*|\[([^[\]\n]{1,300})\]\(([^()\s]{1,2000})\)|https?:\/\/[^\s<>"']{1,2000}/g;
/** What follows an address in a sentence and is no part of it. */
const TRAILING = /[.,;:!?)\]}*。、，」）]+$/;

export function parseMarkdown(text: string, resolve: Resolve): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const line of text.split("\n")) {
    if (!line.trim()) {
      open = null;
      continue;
    }
    const item = ITEM.exec(line);
    const heading = HEADING.exec(line);
    if (item) {
      const start = item[1] === undefined ? null : Number(item[1]);
      if (open?.kind !== "list" || (open.start === null) !== (start === null)) {
        blocks.push((open = { kind: "list", start, items: [] }));
      }
      open.items.push(parseSpans(item[2] ?? "", resolve));
    } else {
      if (open?.kind !== "paragraph") blocks.push((open = { kind: "paragraph", lines: [] }));
      const spans = parseSpans(heading?.[1] ?? line, resolve);
      open.lines.push(heading ? [{ kind: "bold", spans }] : spans);
    }
  }
  return blocks;
}

function parseSpans(text: string, resolve: Resolve): Span[] {
  const spans: Span[] = [];
  const say = (words: string) => {
    const last = spans.at(-1);
    if (last?.kind === "text") last.text += words;
    else if (words) spans.push({ kind: "text", text: words });
  };
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, bold, label, target] = match;
    say(text.slice(end, match.index));
    end = match.index + whole.length;
    if (bold !== undefined) {
      spans.push({ kind: "bold", spans: parseSpans(bold, resolve) });
    } else {
      const tail = target === undefined ? (TRAILING.exec(whole)?.[0] ?? "") : "";
      const bare = whole.slice(0, whole.length - tail.length);
      const href = resolve(target ?? bare);
      if (href === null) say(whole);
      else {
        spans.push({ kind: "link", text: label ?? bare, href });
        say(tail);
      }
    }
  }
  say(text.slice(end));
  return spans;
}
