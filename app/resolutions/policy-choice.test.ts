import { describe, expect, test } from "vitest";
import { choiceText, readChoice } from "./policy-choice.ts";

describe("A policy to try, in an address", () => {
  test.each(["in_force", "draft", "cautious", "balanced", "generous", "v1", "v12"])(
    "is read as it is written: %s",
    (text) => {
      const choice = readChoice(text);
      expect(choice && choiceText(choice)).toBe(text);
    },
  );

  test.each([null, "", "v0", "v", "v-1", "v1e9", "V1", "custom", "v1; DROP"])("is none where it says %s", (text) => {
    expect(readChoice(text)).toBeNull();
  });
});
