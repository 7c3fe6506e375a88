import fc from "fast-check";
import { expect, test } from "vitest";
import { anyPolicy } from "#tests/support/any-policy.ts";
import { areaOf } from "./areas.ts";
import { differencesInWords } from "./differences.ts";
import { offer, policyWith } from "./policy-facts.fixture.ts";
import type { Policy } from "./policy.ts";
import { presetPolicy } from "./presets.ts";

const balanced = presetPolicy("balanced", "EUR");
const words = (after: Policy, before = balanced) => differencesInWords(before, after).map((one) => one.words);

test("a limit, a window and a choice are told with what they were", () => {
  const after = policyWith("balanced", {
    reasons: { damaged: { autoUpTo: 5_000, windowDays: null } },
    refunds: { destination: "store_credit" },
    neverAutomate: { orderTotalAbove: null },
  });
  expect(differencesInWords(balanced, after)).toEqual([
    { area: "damaged", words: "Shoppers may ask: at any time instead of within 60 days" },
    { area: "damaged", words: "Without a person: up to €50.00 instead of up to €80.00" },
    { area: "refunds", words: "Money goes to: store credit instead of the shopper chooses" },
    { area: "never", words: "Orders go to a person by their total: never instead of above €1,000.00" },
  ]);
});

test("the order of offers is a difference, that of tags is none", () => {
  const turned = policyWith("balanced", { reasons: { damaged: { offers: [offer("refund"), offer("replacement")] } } });
  expect(words(turned)).toEqual(["Offers: refund, then replacement instead of replacement, then refund"]);
  const tags = (...customerTags: string[]) => policyWith("balanced", { vip: { customerTags } });
  expect(words(tags("a", "b"), tags("b", "a"))).toEqual([]);
});

test("names are told as added and removed, many of them by their number", () => {
  const products = Array.from({ length: 5_000 }, (_, index) => String(index + 1));
  const before = policyWith("balanced", { exclusions: { products: ["old"] } });
  expect(words(policyWith("balanced", { exclusions: { products } }), before)).toEqual([
    "Products left out: “1”, “2”, “3”, “4”, “5” and 4995 more added; “old” removed",
  ]);
});

test("ids are told by their numbers, and are the same in either form", () => {
  const excluding = (...products: string[]) => policyWith("balanced", { exclusions: { products } });
  expect(words(excluding("12"), excluding("gid://shopify/Product/12"))).toEqual([]);
  expect(words(excluding("gid://shopify/Product/12"))).toEqual(["Products left out: “12” added"]);
});

test("amounts are told in the currency of their own policy", () => {
  expect(words(presetPolicy("balanced", "JPY"))).toContain("Without a person: up to ¥12,000 instead of up to €80.00");
});

test("two policies differ in words wherever they differ, in the areas where they do, and nowhere else", () => {
  fc.assert(
    fc.property(anyPolicy, anyPolicy, (a, b) => {
      for (const key of Object.keys(a) as (keyof Policy)[]) {
        if (key === "reasons" || key === "currency" || key === "version") continue;
        const after: Policy = { ...a, [key]: b[key] };
        const found = differencesInWords(a, after);
        expect(found.length > 0).toBe(sorted(a[key]) !== sorted(b[key]));
        for (const { area } of found) expect(area).toBe(areaOf([key]));
      }
      for (const reason of Object.keys(a.reasons) as (keyof Policy["reasons"])[]) {
        const after: Policy = { ...a, reasons: { ...a.reasons, [reason]: b.reasons[reason] } };
        const found = differencesInWords(a, after);
        expect(found.length > 0).toBe(JSON.stringify(a.reasons[reason]) !== JSON.stringify(b.reasons[reason]));
        for (const { area } of found) expect(area).toBe(reason);
      }
    }),
    { seed: 20261122, numRuns: 60 },
  );
});

/** Lists of names mean the same in any order. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    Array.isArray(inner) && inner.every((one) => typeof one === "string") ? [...inner].sort() : inner,
  );
}
