import { expect, test } from "vitest";
import { databaseKinds } from "../support/databases.ts";
import { PLANTED } from "./planted-faults.ts";
import type { Campaign } from "./campaign.ts";
import { crash } from "./crash.ts";
import { crashSteps } from "./crash-steps.ts";
import { hostile } from "./hostile.ts";
import { model } from "./model.ts";
import { shopify } from "./shopify.ts";

const SEED = 7;

/** Runs a short campaign: every promise holds, and the auditor finds what was planted for it. */
async function expectEveryPromiseHolds(
  campaign: Campaign,
  options: Partial<Parameters<Campaign>[0]>,
): Promise<string[]> {
  const { rows } = await campaign({
    database: "pglite",
    seed: SEED,
    rounds: 2,
    shoppers: 3,
    say: () => undefined,
    ...options,
  });
  const broken = rows.filter(({ violations }) => violations.length > 0);
  expect(broken.map(({ check, violations }) => [check, ...violations])).toEqual([]);
  return rows.map(({ check }) => check);
}

test.each(databaseKinds())("Nothing is lost, doubled or left open when the app is killed (%s)", async (database) => {
  const checks = await expectEveryPromiseHolds(crash, { database });
  const planted = Object.keys(PLANTED).filter((name) => name !== "a figure that a model made up in an answer");
  expect(checks).toEqual(expect.arrayContaining(planted.map((name) => `planted: ${name}`)));
});

test("Shoppers are answered in plain words, and of their own orders alone, when Shopify fails", async () => {
  const checks = await expectEveryPromiseHolds(shopify, {});
  expect(checks).toContain("planted: another shopper's order in an answer");
});

test("No figure is made up and no turn runs on when the model misbehaves", async () => {
  const checks = await expectEveryPromiseHolds(model, { rounds: 3, shoppers: 6 });
  expect(checks).toContain("planted: a figure that a model made up in an answer");
});

test("What a shopper confirmed happens once when the app is killed at a call of it", async () => {
  const checks = await expectEveryPromiseHolds(crashSteps, { rounds: 1 });
  expect(checks).toContain("the app died where it was meant to");
});

test("A hostile model moves nothing and reads nothing that it should not", async () => {
  const checks = await expectEveryPromiseHolds(hostile, { rounds: 120 });
  expect(checks).toContain("nothing moves without a confirmation (P2)");
});
