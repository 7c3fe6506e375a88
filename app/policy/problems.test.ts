import { describe, expect, test } from "vitest";
import { parsePolicy } from "./parse-policy.ts";
import { offer, policyWith } from "./policy-facts.fixture.ts";
import { presetPolicy, PRESETS } from "./presets.ts";
import { problems } from "./problems.ts";

type Changes = Parameters<typeof policyWith>[1];
const all = { of: "share", percent: 100 } as const;
const noExchange = { wrong_size: { offers: [offer("return")] }, change_items: { enabled: false } };

/** What is wrong with a balanced policy once this is changed: where, and whether it keeps it from being published. */
// prettier-ignore
const CASES: readonly (readonly [name: string, changes: Changes, path: string, level: "error" | "warning"])[] = [
  ["approval below automatic", { reasons: { damaged: { autoUpTo: 9000, approvalUpTo: 8000 } } }, "reasons.damaged.approvalUpTo", "error"],
  ["automatic without end, approval with one", { reasons: { damaged: { autoUpTo: null } } }, "reasons.damaged.approvalUpTo", "error"],
  ["an offer that can never fire", { reasons: { lost: { offers: [offer("refund"), offer("return")] } } }, "reasons.lost.offers.1", "error"],
  ["the whole price for lateness", { reasons: { late: { offers: [offer("refund")] } } }, "reasons.late.offers.0", "error"],
  ["a replacement of a share", { reasons: { damaged: { offers: [offer("replacement", { portion: all })] } } }, "reasons.damaged.offers.0", "error"],
  ["cancelling what is damaged", { reasons: { damaged: { offers: [offer("cancel")] } } }, "reasons.damaged.offers.0", "error"],
  ["the same offer twice", { reasons: { damaged: { offers: [offer("refund"), offer("refund")] } } }, "reasons.damaged.offers.1", "error"],
  ["all of the price and a return", { reasons: { damaged: { offers: [offer("return"), offer("refund", { portion: all })] } } }, "reasons.damaged.offers.1.portion", "error"],
  ["all of the price as a share", { reasons: { damaged: { offers: [offer("refund", { portion: all })] } } }, "reasons.damaged.offers.0.portion", "warning"],
  ["waiting longer than the window", { reasons: { lost: { waitWorkingDays: 20, windowDays: 28 } } }, "reasons.lost.waitWorkingDays", "error"],
  ["waiting for a change of mind", { reasons: { changed_mind: { waitWorkingDays: 3 } } }, "reasons.changed_mind.waitWorkingDays", "warning"],
  ["lateness of what is damaged", { reasons: { damaged: { offers: [offer("refund", { lateByWorkingDays: 2 })] } } }, "reasons.damaged.offers.0.lateByWorkingDays", "warning"],
  ["lost goods that have to come back", { reasons: { lost: { goodsBackAbove: 0 } } }, "reasons.lost.goodsBackAbove", "warning"],
  ["photos above what may be suggested", { reasons: { damaged: { photo: { above: 40000 } } } }, "reasons.damaged.photo", "warning"],
  ["a photo for cancelling", { reasons: { cancel: { photo: "always" } } }, "reasons.cancel", "warning"],
  ["nothing on offer", { reasons: { damaged: { offers: [] } } }, "reasons.damaged.offers", "warning"],
  ["restocking that keeps everything", { returns: { restockingPercent: 100 } }, "reasons.changed_mind.offers.0", "error"],
  ["a fee above everything", { returns: { fee: 40000 } }, "reasons.changed_mind.offers.0", "error"],
  ["a bonus that nobody gets", { refunds: { destination: "original_payment" } }, "refunds.storeCreditBonusPercent", "warning"],
  ["store credit twice", { refunds: { destination: "store_credit" }, reasons: { damaged: { offers: [offer("refund"), offer("store_credit")] } } }, "reasons.damaged.offers.1", "warning"],
  ["no customer is ever given anything", { customerLimit: { count: 0 } }, "customerLimit", "warning"],
  ["every order is too dear", { neverAutomate: { orderTotalAbove: 0 } }, "neverAutomate.orderTotalAbove", "warning"],
  ["a difference to bear without exchanges", { reasons: noExchange }, "exchanges.absorbUpTo", "warning"],
  ["a label for who pays themselves", { returns: { labelUrl: "https://example.com/label" } }, "returns.labelUrl", "warning"],
  ["favored and kept to people", { vip: { customerTags: ["VIP"] }, neverAutomate: { customerTags: ["vip"] } }, "vip.customerTags", "error"],
  ["a final sale that is excluded anyway", { exclusions: { productTags: ["final-sale"] } }, "exclusions.finalSaleTags", "warning"],
];

describe("contradictions", () => {
  test.each(CASES)("%s", (_, changes, path, level) => {
    const policy = policyWith("balanced", changes);
    const found = problems(policy).map((problem) => [problem.path.join("."), problem.level]);
    expect(found).toContainEqual([path, level]);
    expect(parsePolicy(policy).kind).toBe(found.some(([, one]) => one === "error") ? "invalid" : "ok");
  });

  test("a reason that is switched off may be as it likes", () => {
    const off = { enabled: false, autoUpTo: 9000, approvalUpTo: 8000 };
    expect(problems(policyWith("balanced", { reasons: { damaged: off } }))).toEqual([]);
  });
});

test.each(PRESETS)("%s has no contradictions, in any currency", (preset) => {
  for (const currency of ["EUR", "JPY", "KRW", "KWD", "VND", "CLP", "XYZ"]) {
    expect(problems(presetPolicy(preset, currency))).toEqual([]);
  }
});

test("a preset's amounts are what people would write in each currency", () => {
  const auto = (currency: string) => presetPolicy("balanced", currency).reasons.damaged.autoUpTo;
  expect(["EUR", "JPY", "KRW", "KWD", "SEK"].map(auto)).toEqual([8_000, 12_000, 120_000, 24_000, 96_000]);
});
