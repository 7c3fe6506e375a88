import type { Policy } from "../../policy/policy.ts";
import type { PolicyProblem } from "../../policy/problems.ts";
import { policyTexts } from "./policy.texts.ts";

/** A policy in another currency than its shop's hands every request to a person: that is never meant. */
export function currencyProblems(policy: Policy, shopCurrency: string): PolicyProblem[] {
  if (policy.currency === shopCurrency) return [];
  return [{ path: ["currency"], message: policyTexts.currency(policy.currency, shopCurrency), level: "error" }];
}
