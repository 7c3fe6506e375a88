import { expect, it } from "vitest";
import { initials } from "./initials.ts";

it.each([
  ["Maya Chen", "MC"],
  ["  Ana   María de la Cruz ", "AC"],
  ["Robin", "R"],
  ["élodie", "É"],
  ["E\u0301lodie Roux", "E\u0301R"],
  ["سارة أحمد", "سأ"],
  ["👩🏽‍💻 Kim", "👩🏽‍💻K"],
  ["", ""],
])("of %j are %j", (name, letters) => {
  expect(initials(name)).toBe(letters);
});
