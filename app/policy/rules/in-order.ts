import { BORNE_OUT_RULES } from "./borne-out.ts";
import { CHANGE_RULES } from "./changes.ts";
import { ENDING_RULES } from "./endings.ts";
import { EXCLUSION_RULES } from "./exclusions.ts";
import { FACTS_RULES } from "./facts.ts";
import { LIMIT_RULES } from "./limits.ts";
import { NEVER_AUTOMATE_RULES } from "./never-automate.ts";
import { OFFER_RULES } from "./offers.ts";
import type { Rule } from "./rule.ts";
import { UNIT_RULES } from "./units.ts";
import { WANTED_RULES } from "./wanted.ts";

/** The one order in which rules are asked; the first that decides wins (docs/decisions/016-how-a-policy-decides.md). */
export const RULES: readonly Rule[] = [
  ...FACTS_RULES,
  ...NEVER_AUTOMATE_RULES,
  ...EXCLUSION_RULES,
  ...UNIT_RULES,
  ...CHANGE_RULES,
  ...BORNE_OUT_RULES,
  ...OFFER_RULES,
  ...WANTED_RULES,
  ...LIMIT_RULES,
  ...ENDING_RULES,
];
