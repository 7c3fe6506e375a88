import type { PolicyFacts, PolicyRequest } from "#app/policy/facts.ts";
import type { Policy } from "#app/policy/policy.ts";

/**
 * Under this policy, for this request, given these facts, on Friday 20 November 2026 at 10:00 in Berlin: the verdict, and the
 * rule that decided. A verdict is told as its kind and what matters of it: `allow replacement refund=2100` (options in their
 * order, with the shop's cents where they matter, `?` for those that need a person's yes), `deny window_over`,
 * `escalate not_covered`, `wait 2026-11-25`, `needs_evidence photo`.
 */
export type PolicyCase = readonly [
  name: string,
  policy: Policy,
  request: PolicyRequest,
  given: PolicyFacts,
  verdict: string,
  rule: string,
];
