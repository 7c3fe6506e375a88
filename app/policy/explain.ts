import { openCase } from "./case.ts";
import { verdictOf } from "./decide.ts";
import type { PolicyFacts, PolicyRequest } from "./facts.ts";
import type { Policy } from "./policy.ts";
import { RULES } from "./rules/in-order.ts";
import { runRules } from "./run-rules.ts";
import type { Verdict } from "./verdict.ts";

/** One rule of the list, and what it made of the case. `why` is a few words: what it said, or why it had nothing to say. */
type ExplainedRule = {
  id: string;
  about: string;
  outcome: "decided" | "narrowed" | "did_not_fire" | "not_reached";
  why: string;
};

export type Explanation = { verdict: Verdict; rules: readonly ExplainedRule[] };

/** A decision for people: every rule in the order in which they are asked. The verdict is the one that `decide` gives. */
export function explain(policy: Policy, request: PolicyRequest, facts: PolicyFacts, now: Date): Explanation {
  const rules: ExplainedRule[] = [];
  const ruled = runRules(RULES, openCase(policy, request, facts, now), ({ about }, ruling, id) => {
    if (ruling.kind === "pass") rules.push({ id, about, outcome: "did_not_fire", why: ruling.because });
    else rules.push({ id, about, outcome: ruling.kind === "end" ? "decided" : "narrowed", why: ruling.said });
  });
  for (const { id, about } of RULES.slice(rules.length)) {
    const known = id.replace("{reason}", request.reason);
    rules.push({ id: known, about, outcome: "not_reached", why: "the decision was made before" });
  }
  return { verdict: verdictOf(ruled), rules };
}
