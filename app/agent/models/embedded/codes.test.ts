import { describe, expect, test } from "vitest";
import { asksForCode, codeIn } from "./codes.ts";

describe("A code that was asked for", () => {
  test.each([
    ["482913", "482913"],
    ["it is 482 913, thanks", "482913"],
    ["４８２９１３", "482913"],
    ["Code: 482-913.", "482913"],
    ["my code is 482913\nand where is order #1001?", "482913"],
  ])("is heard in %j", (said, code) => {
    expect(codeIn(said)?.code).toBe(code);
  });

  test.each(["#482913", "4829131", "48291", "EN-482913", "482913 or 482914", "ana482913@example.com", "where is it?"])(
    "is not heard in %j",
    (said) => {
      expect(codeIn(said)).toBeNull();
    },
  );

  test("leaves the rest of the message for what else it asks", () => {
    expect(codeIn("482913 and when will it be here?")?.rest.trim()).toBe("and when will it be here?");
  });

  test.each([
    "I didn't get the code",
    "no email came",
    "please send it again",
    "can I have a new code",
    "I never received the mail",
  ])("is wanted anew: %j", (said) => {
    expect(asksForCode(said)).toBe(true);
  });

  test.each(["ok", "where is my order?", "one moment, I am looking", "thanks"])("is not wanted anew: %j", (said) => {
    expect(asksForCode(said)).toBe(false);
  });
});
