import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMarkdown } from "./markdown.ts";
import type { Block, Span } from "./markdown.ts";

const resolve = (address: string) => (address.startsWith("https://shop.example/") ? address : null);
const parse = (text: string) => parseMarkdown(text, resolve);
const text = (words: string): Span => ({ kind: "text", text: words });

const wordsOf = (spans: Span[]): string =>
  spans.map((span) => (span.kind === "bold" ? wordsOf(span.spans) : span.text)).join("");
const allSpans = (block: Block) => (block.kind === "paragraph" ? block.lines : block.items);

describe("a message's markdown", () => {
  it("has paragraphs, lists, bold words and links", () => {
    expect(parse("Hello **Ana**\nnew line\n\n- one\n* two\n3. three\n\n[here](https://shop.example/a)")).toEqual([
      { kind: "paragraph", lines: [[text("Hello "), { kind: "bold", spans: [text("Ana")] }], [text("new line")]] },
      { kind: "list", start: null, items: [[text("one")], [text("two")]] },
      { kind: "list", start: 3, items: [[text("three")]] },
      { kind: "paragraph", lines: [[{ kind: "link", text: "here", href: "https://shop.example/a" }]] },
    ]);
  });

  it("does not take an order number for a heading, but knows a heading", () => {
    expect(parse("#1001 is on its way")).toEqual([{ kind: "paragraph", lines: [[text("#1001 is on its way")]] }]);
    expect(parse("## Order #1001")).toEqual([
      { kind: "paragraph", lines: [[{ kind: "bold", spans: [text("Order #1001")] }]] },
    ]);
  });

  it("leaves the full stop out of an address", () => {
    expect(parse("See https://shop.example/a.")).toEqual([
      {
        kind: "paragraph",
        lines: [
          [text("See "), { kind: "link", text: "https://shop.example/a", href: "https://shop.example/a" }, text(".")],
        ],
      },
    ]);
  });

  it.each([
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "[click](https://evil.example/)",
    "![x](https://evil.example/a.png)",
    "<https://evil.example/>",
    '[a](https://evil.example/ "onmouseover=alert(1)")',
    "&lt;script&gt;",
    "`code` and _words_ and ~~more~~",
  ])("keeps everything else as the text it was: %s", (source) => {
    const [block] = parse(source);
    expect(block && allSpans(block).map(wordsOf).join("\n")).toBe(source);
    expect(JSON.stringify(block)).not.toContain('"link"');
  });

  it("is quick and loses no letter on any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from("*[]()# -.1\nahtps:/<>")), maxLength: 400 }),
        (source) => {
          const letters = (words: string) => words.replace(/[^ahtps<>]/g, "");
          const shown = parse(source).flatMap(allSpans).map(wordsOf).join("\n");
          expect(letters(shown)).toBe(letters(source));
        },
      ),
      { seed: 7, numRuns: 300 },
    );
    const began = performance.now();
    parse("**a".repeat(2_000) + "[".repeat(2_000) + "https://".repeat(500));
    expect(performance.now() - began).toBeLessThan(200);
  });
});
