import { type CaseRun, runCase } from "../../playground/run-case.server.ts";
import { findCase } from "../../playground/test-cases.server.ts";
import { triedPolicy } from "../../playground/tried-policy.server.ts";
import { readChoice } from "../../resolutions/policy-choice.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";

/** Runs a test case of the shop's against a policy. `gone`: somebody deleted it meanwhile. */
export async function runOne(
  shop: string,
  asked: { id: string; policy: string },
  signal: AbortSignal,
): Promise<CaseRun | { kind: "gone" }> {
  const choice = readChoice(asked.policy) ?? { kind: "in_force" };
  const [{ currency }, testCase] = await Promise.all([shopProfile(shop), findCase(shop, asked.id)]);
  if (!testCase) return { kind: "gone" };
  const policy = await triedPolicy(shop, currency, choice);
  return "kind" in policy ? policy : runCase(shop, testCase, choice, policy, signal);
}
