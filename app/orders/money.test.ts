import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMoney, currencyDecimals, decimalString, formatMoney, parseMoney } from "./money.ts";

describe("money", () => {
  test.each([
    ["12.5", "EUR", 1250, "€12.50"],
    ["1000.0", "JPY", 1000, "¥1,000"],
    ["1.25", "KWD", 1250, "KWD 1.250"],
    ["-3.10", "USD", -310, "-$3.10"],
    ["0.00", "GBP", 0, "£0.00"],
    ["7", "CHF", 700, "CHF 7.00"],
    ["90071992547409.91", "USD", 9_007_199_254_740_991, "$90,071,992,547,409.91"],
  ])("reads %s %s exactly and shows it as people write it", (amount, currency, minor, shown) => {
    const money = parseMoney(amount, currency);
    expect(money).toEqual({ minor, currency });
    expect(money && formatMoney(money, "en")).toBe(shown);
  });

  test.each([
    ["", "EUR"],
    ["1,50", "EUR"],
    ["1.505", "EUR"],
    ["10.5", "JPY"],
    ["1e3", "USD"],
    ["99999999999999999", "USD"],
    ["5.00", "euro"],
  ])("does not guess at %s %s", (amount, currency) => {
    expect(parseMoney(amount, currency)).toBeNull();
  });

  test("what is written can be read again, in every currency", () => {
    const money = fc.record({
      minor: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
      currency: fc.constantFrom("EUR", "JPY", "KWD", "USD", "BHD", "KRW"),
    });
    fc.assert(
      fc.property(money, (one) => {
        expect(parseMoney(decimalString(one), one.currency)).toEqual(one);
        expect(decimalString(one).split(".")[1]?.length ?? 0).toBe(currencyDecimals(one.currency));
      }),
    );
  });

  test("two currencies are never added up", () => {
    expect(() => addMoney({ minor: 1, currency: "EUR" }, { minor: 1, currency: "USD" })).toThrow(RangeError);
  });
});
