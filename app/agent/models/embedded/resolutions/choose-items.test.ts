import { describe, expect, test } from "vitest";
import { DESK_ITEMS } from "#tests/evals/resolution-desk.ts";
import { chooseItems } from "./choose-items.ts";

const ITEMS = DESK_ITEMS["#3001"] ?? [];
const choose = (said: string, listed = false, missing = false) => {
  const choice = chooseItems(said, ITEMS, { listed, before: "", missing });
  return choice.kind === "chosen" ? choice.items.map(({ number, quantity }) => [number, quantity]) : choice.kind;
};

describe("items of an order in a shopper's words", () => {
  test.each<[string, number[][]]>([
    ["the green mug", [[3, 1]]],
    ["two of the three white mugs", [[2, 2]]],
    [
      "both vases and a candle",
      [
        [4, 1],
        [5, 1],
        [7, 1],
      ],
    ],
    ["two mugs, the white ones", [[2, 2]]],
    ["teh lmap", [[1, 1]]],
    [
      "everything but the mugs and the candles",
      [
        [1, 1],
        [5, 1],
        [6, 1],
        [7, 1],
      ],
    ],
  ])("%s", (said, items) => expect(choose(said)).toEqual(items));

  test("a number is a place of the list only where there was a list", () => {
    expect(choose("1 and 5", true)).toEqual([
      [1, 1],
      [5, 1],
    ]);
    expect(choose("1 and 5")).toBe("none");
  });

  test("what fits several, or is more than there is, is unclear and not guessed", () => {
    expect(choose("the vase")).toBe("unclear");
    expect(choose("a mug")).toBe("unclear");
    expect(choose("five candles")).toBe("unclear");
  });

  test("of what should have come and did not, the rest is missing", () => {
    expect(choose("I only got one candle", false, true)).toEqual([[4, 1]]);
    expect(choose("I only got one white mug", false, true)).toEqual([[2, 2]]);
  });
});
