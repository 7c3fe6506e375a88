import { openCase } from "./case.ts";
import type { PolicyFacts, PolicyRequest } from "./facts.ts";
import type { Policy } from "./policy.ts";
import { RULES } from "./rules/in-order.ts";
import { runRules } from "./run-rules.ts";
import type { RuledCase } from "./run-rules.ts";
import { TEXTS } from "./texts.en.ts";
import type { Verdict } from "./verdict.ts";

/**
 * What a policy says to a request, by the rules in their one order (docs/decisions/016-how-a-policy-decides.md). Pure, total
 * and deterministic. With `wanted: null` all allowed options are given in the policy's order. Every option of any verdict is
 * within what may be given back and within the customer's limit; one that is above the automatic limit says `approval`.
 * @param now Shopify's time
 */
export function decide(policy: Policy, request: PolicyRequest, facts: PolicyFacts, now: Date): Verdict {
  return verdictOf(runRules(RULES, openCase(policy, request, facts, now)));
}

export function verdictOf(ruled: RuledCase): Verdict {
  const { end, fired } = ruled;
  const { options } = ruled.case;
  const said = { rules: fired, shopper: end.shopper, merchant: end.merchant };
  const { ending } = end;
  switch (ending.kind) {
    case "allow":
    case "needs_approval": {
      const [best, ...rest] = options;
      // The rules before refuse where nothing is left (`options.none`, `limits.over`).
      if (!best) throw new Error("A policy allowed nothing in particular.");
      return { ...said, kind: ending.kind, options: [best, ...rest] };
    }
    case "needs_evidence":
      return { ...said, kind: "needs_evidence", photo: ending.photo, description: ending.description, options };
    case "wait_until":
      return { ...said, kind: "wait_until", until: ending.until, options };
    case "deny": {
      const other = ending.others ? withoutWishes(ruled.case) : null;
      const denied = { ...said, kind: "deny", why: ending.why } as const;
      if (!other || !("options" in other)) return { ...denied, alternatives: [] };
      const atOnce = other.kind === "allow" || other.kind === "needs_approval";
      const shopper = atOnce ? `${end.shopper} ${TEXTS.instead(other.options)}` : end.shopper;
      return { ...denied, shopper, alternatives: other.options };
    }
    case "escalate":
      return { ...said, kind: "escalate", why: ending.why };
  }
}

/** What would be said if nothing in particular were wanted; null where that was so already. */
function withoutWishes({ policy, request, facts, now }: RuledCase["case"]): Verdict | null {
  if (request.wanted === null && request.destination === null) return null;
  return decide(policy, { ...request, wanted: null, destination: null }, facts, now);
}
