import { expect, test } from "vitest";
import { sentencesByArea } from "./area-sentences.ts";
import { areaOf, POLICY_AREAS } from "./areas.ts";
import { policyWith } from "./policy-facts.fixture.ts";
import { policySchema } from "./policy.ts";
import { presetPolicy, PRESETS } from "./presets.ts";

test.each(PRESETS)("the merchant reads something about every area of %s", (preset) => {
  const areas = sentencesByArea(presetPolicy(preset, "EUR"));
  expect(areas.map(({ area }) => area)).toEqual(POLICY_AREAS);
  for (const { sentences } of areas) expect(sentences.length).toBeGreaterThan(0);
});

test("the merchant reads offers, evidence, limits and exclusions", () => {
  const policy = policyWith("cautious", { returns: { fee: 450 }, exclusions: { countries: ["CH"] } });
  const text = sentencesByArea(policy)
    .flatMap(({ sentences }) => sentences)
    .join("\n");
  expect(text).toContain(
    "The agent offers a replacement or refund, when it is asked for within 30 days.\n" +
      "The shopper is asked for what is wrong and a photo.\n" +
      "Items above €30.00 have to come back first.\n" +
      "Up to €30.00 it is done without a person. Up to €200.00 it needs your approval; above that a person takes over.",
  );
  expect(text).toContain("shoppers pay the way back, 10% is kept for restocking and €4.50 is kept as a fee");
  expect(text).toContain("One customer is given at most 1 time and €60.00 within 90 days; then a person takes over.");
  expect(text).toContain("Not covered: gift cards and orders to “CH”.");
});

test("an exchange has its article", () => {
  const sentences = sentencesByArea(presetPolicy("balanced", "EUR")).find(
    ({ area }) => area === "wrong_size",
  )?.sentences;
  expect(sentences?.[0]).toBe("The agent offers an exchange or return, when it is asked for within 30 days.");
});

test("thousands of excluded products are a number", () => {
  const products = Array.from({ length: 5_000 }, (_, index) => String(index + 1));
  const policy = policyWith("balanced", { exclusions: { products } });
  expect(sentencesByArea(policy).find(({ area }) => area === "exclusions")?.sentences[0]).toBe(
    "Not covered: gift cards and 5000 products.",
  );
});

test("every part of the document but its head belongs to an area", () => {
  const whole = Object.keys(policySchema.shape).filter((key) => key !== "reasons" && areaOf([key]) === null);
  expect(whole).toEqual(["version", "name", "currency"]);
  expect(areaOf(["reasons", "damaged", "offers", 0])).toBe("damaged");
});
