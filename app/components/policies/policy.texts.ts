import type { PolicyArea } from "../../policy/areas.ts";
import type { Explanation } from "../../policy/explain.ts";
import type { Verdict } from "../../policy/verdict.ts";
import { resolutionTexts } from "../resolution.texts.ts";

const AREAS: Record<PolicyArea, string> = {
  ...resolutionTexts.reasons,
  cancel: "Cancelling",
  change_address: "Change of address",
  change_items: "Change of items",
  returns: "Returns and exchanges",
  refunds: "Refunds",
  limits: "Limits for each customer",
  exclusions: "Exclusions",
  vip: "Valued customers",
  never: "Always for a person",
};

const VERDICTS: Record<Verdict["kind"], string> = {
  allow: "Allowed",
  needs_approval: "Needs your approval",
  needs_evidence: "Asks for evidence first",
  wait_until: "Asks to wait",
  deny: "Refused",
  escalate: "Goes to a person",
};
const RULES: Record<Explanation["rules"][number]["outcome"], string> = {
  decided: "Decided",
  narrowed: "Fired",
  did_not_fire: "Did not fire",
  not_reached: "Not reached",
};

/** Words about policies that several pages of the admin share. */
export const policyTexts = {
  heading: "Policies",
  areas: AREAS,
  verdicts: VERDICTS,
  ruleOutcomes: RULES,
  whole: "Whole policy",
  unchanged: "Nothing is different.",
  version: (version: number) => `Version ${version}`,
  preset: "Preset",
  save: "Save",
  cancel: "Cancel",
  export: "Export as JSON",
  exportFailed: "The policy could not be downloaded just now. Please try again.",
  error: "Contradiction",
  warning: "Worth a look",
  failed: "That did not work just now. Nothing is lost: please try again.",
  by: (who: string, when: string) => `by ${who}, ${when}`,
  replace: {
    title: "Replace the draft?",
    text: (who: string, when: string) =>
      `There is a draft already, last saved by ${who}, ${when}. It is lost once you begin another one.`,
    action: "Replace the draft",
  },
  currency: (policy: string, shop: string) =>
    `This policy counts in ${policy}, but your shop in ${shop}: every request would go to a person.`,
};
