import type { Case } from "./case.ts";
import type { Rule, Ruling } from "./rules/rule.ts";
import type { FiredRule } from "./verdict.ts";

export type RuledCase = {
  /** As the deciding rule left it. */
  case: Case;
  fired: readonly FiredRule[];
  end: Extract<Ruling, { kind: "end" }>;
};

/** Asks the rules in their order until one decides. `watch` hears every ruling, for people who ask why. */
export function runRules(
  rules: readonly Rule[],
  start: Case,
  watch: (rule: Rule, ruling: Ruling, id: string) => void = () => undefined,
): RuledCase {
  let current = start;
  const fired: FiredRule[] = [];
  for (const rule of rules) {
    const ruling = rule.judge(current);
    const id = rule.id.replace("{reason}", start.reason);
    watch(rule, ruling, id);
    if (ruling.kind === "pass") continue;
    fired.push({ id, said: ruling.said });
    if (ruling.kind === "end") return { case: current, fired, end: ruling };
    current = { ...current, options: ruling.options, dropped: [...current.dropped, ...(ruling.dropped ?? [])] };
  }
  throw new Error("The last rule of a policy decides whatever is left.");
}
