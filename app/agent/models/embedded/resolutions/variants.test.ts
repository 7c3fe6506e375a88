import { expect, test } from "vitest";
import { DESK_ITEMS } from "#tests/evals/resolution-desk.ts";
import { findVariant } from "./variants.ts";

const item = (number: number) => {
  const found = (DESK_ITEMS["#3001"] ?? []).find((one) => one.number === number);
  if (!found) throw new Error("There is no such item.");
  return found;
};

test.each([
  ["I need it in L", "Sand / L"],
  ["large in olive", "Olive / L"],
  ["olive, same size", "Olive / M"],
  ["a size down please", "Sand / S"],
  ["I have the M but need S", "Sand / S"],
])("another apron: %s", (said, variant) => {
  expect(findVariant(said, item(6))).toEqual({ kind: "one", variant });
});

test("a size that cannot be sent is told apart from no size at all", () => {
  expect(findVariant("XXL", item(6))).toEqual({ kind: "unavailable" });
  expect(findVariant("it is too small", item(6))).toEqual({ kind: "none" });
});
