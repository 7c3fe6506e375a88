import { expect, test } from "vitest";
import { NOW, ORDER_1001 } from "#tests/support/agent-turn.ts";
import { cardTexts } from "../../resolutions/texts/texts.ts";
import { check } from "./check.ts";
import { Knowledge } from "./knowledge.ts";

const { note } = cardTexts("en").texts;
const plain = Object.values(note).filter((text) => typeof text === "string");

/** A model reads a card's notes and repeats them: they speak of what will be, and are no claim that it was done. */
test.each(plain)("a card's note may be repeated: %s", (sentence) => {
  const known = new Knowledge(NOW, "UTC");
  known.addEvidence(ORDER_1001.evidence);
  expect(check(sentence, "", known, false)).toMatchObject({ kind: "grounded" });
});
