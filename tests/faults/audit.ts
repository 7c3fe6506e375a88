import type { CaseFile } from "./case-file.ts";
import { LOG_RULES } from "./rules.ts";
import { TOLD_RULES } from "./rules-told.ts";
import { PLANTED } from "./planted-faults.ts";

/** A line of the campaigns' report. */
export type Row = {
  campaign: string;
  check: string;
  looked: number;
  /** What breaks the rule, in words; for a planted fault, that it was not found. */
  violations: string[];
};

export const RULES = [...LOG_RULES, ...TOLD_RULES];

/** Checks every rule on a case file. */
export function audit(campaign: string, file: CaseFile): Row[] {
  return RULES.map(({ name, check }) => ({ campaign, check: name, ...check(file) })).filter(({ looked }) => looked > 0);
}

/**
 * Tries the auditor itself: plants each fault that this case file has room for into a copy of it, as if a guard of the app had
 * been off, and sees that the rule meant for it speaks up.
 */
export function auditAuditor(campaign: string, file: CaseFile, faults = Object.keys(PLANTED)): Row[] {
  return faults.flatMap((name): Row[] => {
    const fault = PLANTED[name];
    const tampered = structuredClone(file);
    if (!fault?.plant(tampered)) return [];
    const found = RULES.filter(({ check }) => check(tampered).violations.length > 0).map((rule) => rule.name);
    const expected = RULES.find((rule) => rule.name.startsWith(fault.foundBy));
    const isFound = expected !== undefined && found.includes(expected.name);
    const check = `planted: ${name}`;
    return [{ campaign, check, looked: 1, violations: isFound ? [] : [`not found by “${fault.foundBy}…”`] }];
  });
}
