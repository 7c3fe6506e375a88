import { explain } from "../policy/explain.ts";
import type { PolicyRequest } from "../policy/facts.ts";
import type { DryRun } from "./caller.ts";
import type { ReadFacts } from "./facts/read-facts.server.ts";
import type { PolicyInForce } from "./policies.server.ts";

/** Explains to a dry run what was decided, rule by rule; `explain` gives the very verdict that `decide` gave. */
export function tellTrial(
  trial: DryRun,
  { policy }: PolicyInForce,
  request: PolicyRequest,
  { facts, at }: Pick<ReadFacts, "facts" | "at">,
): void {
  trial.decided(request, explain(policy, request, facts, at));
}
