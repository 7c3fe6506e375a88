import { readDraft } from "../resolutions/policy-drafts.server.ts";
import type { CaseState } from "./case-state.ts";
import { testCases } from "./test-cases.server.ts";

/** Each test case of a shop with how it went against the draft as it is saved now. */
export async function caseStates(shop: string): Promise<CaseState[]> {
  const [cases, draft] = await Promise.all([testCases(shop), readDraft(shop)]);
  return cases.map(({ id, name, lastRun }) => {
    const counts = draft !== null && lastRun?.policy === "draft" && lastRun.revision === draft.revision;
    if (!counts) return { id, name, state: "not_run" };
    return { id, name, state: lastRun.outcome === "passed" ? "passed" : "failed" };
  });
}
