import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const read = (file: string) =>
  (JSON.parse(readFileSync(path.join(root, "locales", file), "utf8")) as { chat: Record<string, string> }).chat;
const english = read("en.default.json");
const files = readdirSync(path.join(root, "locales")).filter((file) => !file.includes("schema"));

describe("the widget's texts", () => {
  it("are handed to the panel by the block, all of them and no others", () => {
    const block = readFileSync(path.join(root, "blocks/chat.liquid"), "utf8");
    const handed = [...block.matchAll(/"(\w+)": \{\{ "chat\.(\w+)" \| t \| json \}\}/g)];
    expect(handed.map(([, name]) => name)).toEqual(Object.keys(english));
    for (const [, name, key] of handed) expect(key).toBe(name);
  });

  it.each(files)("%s says everything, with the same blanks, and nothing that Liquid would escape", (file) => {
    const strings = read(file);
    expect(Object.keys(strings)).toEqual(Object.keys(english));
    const blanks = (text = "") => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const [key, text] of Object.entries(strings)) {
      expect(blanks(text), key).toEqual(blanks(english[key]));
      expect(text, key).not.toMatch(/[&<>"'\\]/);
    }
  });
});
