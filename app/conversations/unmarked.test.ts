import { describe, expect, test } from "vitest";
import { onOneLine, unmarked } from "./unmarked.ts";

describe("What the agent said, where Markdown is not drawn", () => {
  test.each([
    ["**#1001:** Your order comes in 2 parts.", "#1001: Your order comes in 2 parts."],
    ["[Track parcel](https://track.example/1) or 2 ** 3", "Track parcel (https://track.example/1) or 2 ** 3"],
    ["5 * 4 * 3", "5 * 4 * 3"],
    ["**a** and **b**", "a and b"],
  ])("%s", (text, plain) => expect(unmarked(text)).toBe(plain));

  test("is one line where there is room for one", () => {
    expect(onOneLine("**#1001:** Two parts.\n\n- **Parcel 1:** here\n- Parcel 2:\n  on its way")).toBe(
      "#1001: Two parts. · Parcel 1: here · Parcel 2: on its way",
    );
  });
});
