import { expect, test } from "vitest";
import { rankAnswers } from "./rank-answers.ts";

const MALTA = { id: "1", question: "Do you ship to Malta?", answer: "Yes, in six working days." };
const CARE = { id: "2", question: "How do I wash the parka?", answer: "By hand; we ship a leaflet with it." };
const CAFE = { id: "3", question: "Is there a café in the store?", answer: "No." };
const ALL = [MALTA, CARE, CAFE];

test.each([
  ["ship malta", [MALTA, CARE]],
  ["Ship", [MALTA, CARE]],
  ["cafe", [CAFE]],
  ["warranty", []],
  ["  ?", ALL],
])("%j finds what has its words, questions before answers", (query, expected) => {
  expect(rankAnswers(ALL, query)).toEqual(expected);
});
