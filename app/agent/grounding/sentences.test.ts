import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SentenceSplitter } from "./sentences.ts";

function split(text: string, chunks = [text]): string[] {
  const splitter = new SentenceSplitter();
  const pieces = chunks.flatMap((chunk) => splitter.push(chunk));
  return [...pieces, splitter.flush()].filter((piece) => piece !== "");
}

const trimmed = (text: string) => split(text).map((piece) => piece.trim());

describe("sentences", () => {
  test.each<[string, string[]]>([
    ["Hello there. How are you? Fine!", ["Hello there.", "How are you?", "Fine!"]],
    ["It is with DHL (No. 12). Next one.", ["It is with DHL (No. 12).", "Next one."]],
    ["Order No. 1001 is on its way. Good.", ["Order No. 1001 is on its way.", "Good."]],
    ["No. It is not here.", ["No.", "It is not here."]],
    ["You paid 12.50 EUR. Thanks.", ["You paid 12.50 EUR.", "Thanks."]],
    ["See https://www.dhl.com/a.b?c=d.e for more. Bye.", ["See https://www.dhl.com/a.b?c=d.e for more.", "Bye."]],
    [
      "It arrives on Tue. 24 Nov. 2026, e.g. in the morning. Bye.",
      ["It arrives on Tue. 24 Nov. 2026, e.g. in the morning.", "Bye."],
    ],
    ["Sie kommt am 24. November an. Gut.", ["Sie kommt am 24. November an.", "Gut."]],
    ["Sie kommt am 24. oder 25. November. Gut.", ["Sie kommt am 24. oder 25. November.", "Gut."]],
    ["There are 2. Both are on their way.", ["There are 2.", "Both are on their way."]],
    ["You ordered it in 2026. It left since.", ["You ordered it in 2026.", "It left since."]],
    ["By 5 p.m. on Friday. Good.", ["By 5 p.m. on Friday.", "Good."]],
    ["It left at 5 p.m. Good.", ["It left at 5 p.m.", "Good."]],
    ["“It left.” Then nothing.", ["“It left.”", "Then nothing."]],
    ["**It left.** Then nothing.", ["**It left.**", "Then nothing."]],
    ["Wait... what? Yes.", ["Wait...", "what?", "Yes."]],
    ["ご注文は発送済みです。11月24日に届きます。", ["ご注文は発送済みです。", "11月24日に届きます。"]],
    ["「発送済みです。」とのことです。", ["「発送済みです。」", "とのことです。"]],
    [
      "Your parcels:\n1. With DHL. On its way.\n2. Not sent yet.",
      ["Your parcels:", "1. With DHL.", "On its way.", "2. Not sent yet."],
    ],
    ["- One\n- Two\n\nDone.", ["- One", "- Two", "Done."]],
    ["Le colis, c.-à-d. l'envoi, arrive. Merci.", ["Le colis, c.-à-d. l'envoi, arrive.", "Merci."]],
    ["J. Doe signed. Fine.", ["J. Doe signed.", "Fine."]],
  ])("%j", (text, sentences) => {
    expect(trimmed(text)).toEqual(sentences);
  });

  test("are given as soon as the next one begins, not before they are whole", () => {
    const splitter = new SentenceSplitter();
    expect(splitter.push("It is on its way.")).toEqual([]);
    expect(splitter.push(" It")).toEqual(["It is on its way."]);
    expect(splitter.push(" arrives on the 24.")).toEqual([]);
    expect(splitter.push(" Nov")).toEqual([]);
    expect(splitter.push("ember. ")).toEqual([" It arrives on the 24. November."]);
  });

  test("that never end are cut between words, never inside a figure", () => {
    const pieces = split(`${"word ".repeat(158)}24 November 2026 ${"word ".repeat(100)}`);
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.every((piece) => piece.length <= 801)).toBe(true);
    expect(pieces.filter((piece) => piece.includes("24 November 2026"))).toHaveLength(1);
  });

  test("joined are the text again, and the same however the stream was cut", () => {
    const alphabet = fc.constantFrom(
      "a",
      "B",
      " ",
      ".",
      "\n",
      "2",
      "4",
      "!",
      "。",
      "é",
      "Nov",
      "No",
      "http://x.y/z",
      "😀",
      "- ",
    );
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 60 }), fc.array(fc.nat(5), { maxLength: 40 }), (parts, sizes) => {
        const text = parts.join("");
        const chunks: string[] = [];
        let at = 0;
        for (const size of sizes) chunks.push(text.slice(at, (at += size)));
        chunks.push(text.slice(at));
        expect(split(text).join("")).toBe(text);
        expect(split(text, chunks).join("")).toBe(text);
        const sentences = (pieces: string[]) => pieces.map((piece) => piece.trim()).filter((piece) => piece !== "");
        expect(sentences(split(text, chunks))).toEqual(sentences(split(text)));
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
