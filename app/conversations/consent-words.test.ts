import { describe, expect, test } from "vitest";
import { consentIn } from "./consent-words.ts";

describe("A yes by text", () => {
  test.each([
    ["yes", "en"],
    ["Yes!", "en"],
    ["YES PLEASE.", "en-GB"],
    ["I confirm", "en"],
    ["Ja, bitte!", "de"],
    ["je confirme", "fr-FR"],
    ["Sí, por favor.", "es"],
    ["はい。", "ja"],
    ["yes", "de"],
  ])("is %j in %s", (text, locale) => expect(consentIn(text, locale)).toBe("yes"));

  test.each([
    ["yes, but the blue one", "en"],
    ["yes or no?", "en"],
    ["yesterday", "en"],
    ["ok", "en"],
    ["sure, what happens then?", "en"],
    ["ja", "fr"],
    ["", "en"],
  ])("is not %j in %s", (text, locale) => expect(consentIn(text, locale)).toBe(null));

  test.each([
    ["No, thanks", "en"],
    ["Nein danke.", "de"],
    ["non merci", "fr"],
    ["いいえ", "ja"],
  ])("and %j in %s is a no", (text, locale) => expect(consentIn(text, locale)).toBe("no"));
});
