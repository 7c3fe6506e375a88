import { RULES } from "./rules/in-order.ts";

/** What a rule of a verdict looks at, in words; null for a rule of another version of the app. */
export function aboutRule(id: string): string | null {
  const ownName = id.slice(id.indexOf(".") + 1);
  const rule = RULES.find((one) => one.id === id) ?? RULES.find((one) => one.id === `{reason}.${ownName}`);
  return rule?.about ?? null;
}
