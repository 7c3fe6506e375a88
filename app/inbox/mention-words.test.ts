import { describe, expect, test } from "vitest";
import { meantBy, mentionedIn, typedMention, withMention } from "./mention-words.ts";

const ANA = { id: "1", name: "Ana Núñez" };
const ANA_LEE = { id: "2", name: "Ana Núñez Lee" };
const SAM = { id: "3", name: "Sam Okafor" };
const OTHER_SAM = { id: "4", name: "Sam Okafor" };
const TEAM = [ANA, ANA_LEE, SAM];
const names = (people: { name: string }[]) => people.map(({ name }) => name);

describe("Mentions in a note", () => {
  test.each([
    ["@", 1, ""],
    ["Ask @sa", 7, "sa"],
    ["Ask @Ana Nú", 11, "Ana Nú"],
    ["(@Sam", 5, "Sam"],
    ["Ask @sa today", 7, "sa"],
  ])("%j with the caret at %i is about to mention %j", (text, caret, query) => {
    expect(typedMention(text, caret)).toEqual({ from: caret - query.length - 1, to: caret, query });
  });

  test.each([
    ["robin@store.example", 19],
    ["@Sam, look", 10],
    ["no one", 6],
  ])("%j with the caret at %i mentions nobody", (text, caret) => {
    expect(typedMention(text, caret)).toBeNull();
  });

  test.each([
    ["", ["Ana Núñez", "Ana Núñez Lee", "Sam Okafor"]],
    ["oka", ["Sam Okafor"]],
    ["nunez", ["Ana Núñez", "Ana Núñez Lee"]],
    ["Ana Núñez L", ["Ana Núñez Lee"]],
    ["x", []],
  ])("%j may mean %j", (query, expected) => expect(names(meantBy(query, TEAM))).toEqual(expected));

  test("a chosen name stands in the place of what was typed of it", () => {
    const text = "Ask @sa about it";
    expect(withMention(text, { from: 4, to: 7, query: "sa" }, "Sam Okafor")).toEqual({
      text: "Ask @Sam Okafor about it",
      caret: 16,
    });
  });

  test.each([
    ["@Ana Núñez: yours?", [ANA]],
    ["@Ana Núñez Lee and @Sam Okafor", [ANA_LEE, SAM]],
    ["mail@Sam Okafor", []],
    ["@Sam Okafors", []],
    ["@Sam", []],
  ])("%j is meant for %j", (text, expected) => expect(mentionedIn(text, TEAM, new Set())).toEqual(expected));

  test("of two people of one name the chosen one is meant, and both where none was chosen", () => {
    const team = [SAM, OTHER_SAM];
    expect(mentionedIn("@Sam Okafor", team, new Set(["4"]))).toEqual([OTHER_SAM]);
    expect(mentionedIn("@Sam Okafor", team, new Set())).toEqual(team);
  });
});
