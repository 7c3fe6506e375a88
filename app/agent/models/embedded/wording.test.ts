import { describe, expect, test } from "vitest";
import { check } from "../../grounding/check.ts";
import { Knowledge } from "../../grounding/knowledge.ts";
import type { Intent } from "./intents.ts";
import { chunks } from "./sentences.ts";
import * as wording from "./wording.ts";

const knowledge = new Knowledge(new Date("2026-11-20T12:00:00Z"), "America/New_York");
const fixed = Object.entries(wording).flatMap(([name, text]) =>
  typeof text === "string" ? [[name, text] as const] : [],
);
const problems = Object.keys(wording.PROBLEMS) as Intent[];

describe("no fixed text is held back by the grounding", () => {
  test.each(fixed)("%s", (name, text) => {
    const handedOver = name.startsWith("HANDED");
    for (const sentence of chunks(text))
      expect(check(sentence, "", knowledge, handedOver), sentence).toMatchObject({ kind: "grounded" });
  });

  test.each(problems)("about %s", (intent) => {
    for (const sentence of [...chunks(wording.askForProblem(intent)), wording.cannot([intent])])
      expect(check(sentence, "", knowledge, false), sentence).toMatchObject({ kind: "grounded" });
  });
});

test("only offers of a person are taken for one", () => {
  expect(wording.offersPerson(wording.NOT_UNDERSTOOD)).toBe(true);
  expect(wording.offersPerson(wording.MISMATCH)).toBe(true);
  expect(wording.offersPerson(wording.ASK_DETAILS)).toBe(false);
  expect(wording.offersPerson(wording.askForProblem("cancel") + " " + wording.ASK_DETAILS)).toBe(false);
});

test("chunks are the text, and end where sentences do", () => {
  const text = "Hello there. It costs 1.50 today!\n\n- **#1001:** On its way.\n- Two";
  expect(chunks(text).join("")).toBe(text);
  expect(chunks(text)[0]).toBe("Hello there. ");
});
