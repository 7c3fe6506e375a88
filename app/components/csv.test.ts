import { expect, test } from "vitest";
import { csv } from "./csv.ts";

test("a cell with commas, quotes or lines is quoted, and one that looks like a formula is text", () => {
  expect(csv([["a", "b,c", 'say "hi"', "two\nlines", "=1+1", "-5", "€95.00"]])).toBe(
    `a,"b,c","say ""hi""","two\nlines",'=1+1,'-5,€95.00\r\n`,
  );
});
