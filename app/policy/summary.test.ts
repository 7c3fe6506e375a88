import { expect, test } from "vitest";
import { REASONS } from "./kinds.ts";
import { offer, policyWith } from "./policy-facts.fixture.ts";
import { presetPolicy, PRESETS } from "./presets.ts";
import { briefForModel } from "./summary.ts";

test.each(PRESETS)("the model reads what %s offers, and no limit", (preset) => {
  const brief = briefForModel(presetPolicy(preset, "EUR"));
  expect(brief).toContain("Damaged: replacement or refund");
  expect(brief).not.toMatch(/€|vip|no-agent|risk/i);
});

test("the model's part stays below 1,500 characters, whatever a policy offers", () => {
  const share = (percent: number) => ({ of: "share", percent }) as const;
  const offers = Array.from({ length: 8 }, (_, i) =>
    offer("store_credit", { portion: share(90 + i), lateByWorkingDays: 99 }),
  );
  const wordy = policyWith("balanced", { reasons: Object.fromEntries(REASONS.map((reason) => [reason, { offers }])) });
  const brief = briefForModel(wordy);
  expect(brief.length).toBeLessThan(1_500);
  expect(brief).toMatch(/\.$/);
});
