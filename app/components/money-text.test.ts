import fc from "fast-check";
import { expect, test } from "vitest";
import { moneyText, readMoneyText } from "./money-text.ts";

test.each([
  ["50", "EUR", 5_000],
  ["50.00", "EUR", 5_000],
  ["50,5", "EUR", 5_050],
  ["50,50", "EUR", 5_050],
  ["1,000", "EUR", 100_000],
  ["1,000.25", "EUR", 100_025],
  ["1 000 000", "EUR", 100_000_000],
  ["10000000", "EUR", 1_000_000_000],
  ["0", "EUR", 0],
  ["1,200", "JPY", 1_200],
  ["1200", "JPY", 1_200],
  ["1.250", "KWD", 1_250],
  ["12,25", "KWD", 12_250],
  ["1,250,000", "KWD", 1_250_000_000],
])("%s of %s is %i minor units", (text, currency, minor) => {
  expect(readMoneyText(text, currency)).toBe(minor);
});

test.each([
  ["", "EUR"],
  ["fifty", "EUR"],
  ["-5", "EUR"],
  ["1.005", "EUR"],
  ["1e3", "EUR"],
  ["1.000,00", "EUR"],
  ["10.5", "JPY"],
  ["1,250", "KWD"],
])("%j of %s is not guessed", (text, currency) => {
  expect(readMoneyText(text, currency)).toBeNull();
});

test("every amount is read as it was written", () => {
  fc.assert(
    fc.property(fc.nat(1_000_000_000_000), fc.constantFrom("EUR", "JPY", "KWD"), (minor, currency) => {
      expect(readMoneyText(moneyText(minor, currency), currency)).toBe(minor);
    }),
  );
});
