import { expect, test } from "vitest";
import { hasReference, noteWith, tagOf } from "./references.ts";

const REFERENCE = "wherewithal-0f8fad5b-d9cb-469f-a165-70867728950e";

test("A tag is as long as Shopify allows, and two resolutions have two", () => {
  expect(tagOf(REFERENCE)).toBe("wherewithal-0f8fad5bd9cb469fa16570867728");
  expect(tagOf(REFERENCE)).toHaveLength(40);
  expect(tagOf(REFERENCE.replace("0f8f", "1f8f"))).not.toBe(tagOf(REFERENCE));
});

test("A note keeps its reference however long the text before it is", () => {
  const note = noteWith("broken ".repeat(60), REFERENCE);
  expect(note.length).toBeLessThanOrEqual(255);
  expect(hasReference(note, REFERENCE)).toBe(true);
  expect(hasReference(noteWith("", REFERENCE), REFERENCE)).toBe(true);
});

test("A reference that is only the beginning of another is not it", () => {
  expect(hasReference(noteWith("Change items", `${REFERENCE}-difference`), REFERENCE)).toBe(false);
  expect(hasReference(null, REFERENCE)).toBe(false);
});
