/** @jsxImportSource ../dom */
import type { Child } from "../dom/jsx-runtime.ts";
import { allowedLink } from "../links.ts";
import { parseMarkdown } from "../markdown.ts";
import type { Span } from "../markdown.ts";
import { Out } from "./kit.tsx";
import type { View } from "./kit.tsx";

/** A message's words: every one of them ends up in a text node. */
export function RichText({ text, view }: { text: string; view: View }) {
  const show = (spans: Span[]): Child =>
    spans.map((span) => {
      if (span.kind === "text") return span.text;
      if (span.kind === "bold") return <b>{show(span.spans)}</b>;
      return <Out href={span.href} text={span.text} t={view.t} />;
    });
  return parseMarkdown(text, (address) => allowedLink(address, view.trusted)).map((block) => {
    if (block.kind === "paragraph") {
      return <p>{block.lines.map((line, index) => [index > 0 && <br />, show(line)])}</p>;
    }
    const items = block.items.map((item) => <li>{show(item)}</li>);
    return block.start === null ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
  });
}
