import fc from "fast-check";
import { expect, test } from "vitest";
import { anyPolicy } from "#tests/support/any-policy.ts";
import { presetPolicy } from "../../policy/presets.ts";
import { formOf, type PolicyForm, readForm } from "./policy-form.ts";

test("every policy is the same once it was in the form", () => {
  fc.assert(
    fc.property(anyPolicy, (policy) => {
      expect(readForm(formOf(policy))).toEqual({ kind: "ok", policy });
    }),
    { seed: 20261122, numRuns: 100 },
  );
});

test("amounts stand in the form in the policy's currency", () => {
  const fee = (currency: string) => {
    const policy = presetPolicy("balanced", currency);
    return formOf({ ...policy, returns: { ...policy.returns, fee: 5_000 } }).returns.fee;
  };
  expect([fee("EUR"), fee("JPY"), fee("KWD")]).toEqual(["50.00", "5000", "5.000"]);
});

const form = formOf(presetPolicy("balanced", "EUR"));
const damaged = (change: Partial<PolicyForm["reasons"]["damaged"]>): PolicyForm => ({
  ...form,
  reasons: { ...form.reasons, damaged: { ...form.reasons.damaged, ...change } },
});
const errorsOf = (typed: PolicyForm) => {
  const read = readForm(typed);
  return read.kind === "invalid" ? read.errors.map(({ path, message }) => `${path.join(".")}: ${message}`) : [];
};

test("limits of nothing and of ten million are limits like others", () => {
  const read = readForm(damaged({ autoUpTo: "0", approvalUpTo: "10000000" }));
  expect(read.kind === "ok" && read.policy.reasons.damaged).toMatchObject({
    autoUpTo: 0,
    approvalUpTo: 1_000_000_000,
  });
});

test("what is no amount or no number is said at its field", () => {
  expect(errorsOf(damaged({ autoUpTo: "fifty", windowDays: "-1" })).sort()).toEqual([
    "reasons.damaged.autoUpTo: Write an amount in EUR, such as 50.00.",
    "reasons.damaged.windowDays: Write a whole number.",
  ]);
});

test("what is out of bounds is said with the bound", () => {
  expect(errorsOf(damaged({ windowDays: "9999", autoUpTo: "20000000000" }))).toEqual([
    "reasons.damaged.windowDays: At most 3,650.",
    "reasons.damaged.autoUpTo: At most €10,000,000,000.00.",
  ]);
  expect(errorsOf({ ...form, name: " " })).toEqual(["name: Write something here."]);
  expect(errorsOf({ ...form, returns: { ...form.returns, labelUrl: "http://a.example" } })).toEqual([
    "returns.labelUrl: Write an address that begins with https://.",
  ]);
});

test("five thousand excluded products stay as they are, and more than ten thousand are too many", () => {
  const products = (count: number) => Array.from({ length: count }, (_, index) => `gid://shopify/Product/${index}`);
  const excluding = (count: number) => ({ ...form, exclusions: { ...form.exclusions, products: products(count) } });
  expect(errorsOf(excluding(5_000))).toEqual([]);
  expect(errorsOf(excluding(10_001))).toEqual(["exclusions.products: At most 10,000 of them."]);
});
