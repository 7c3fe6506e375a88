import type { Policy } from "../../policy/policy.ts";
import type { PresetId } from "../../policy/presets.ts";
import type { PolicyProblem } from "../../policy/problems.ts";

/** What a draft begins with. `import` is a file's text, `written` what is in somebody's form. */
export type DraftSource =
  | { kind: "force" }
  | { kind: "preset"; preset: PresetId }
  | { kind: "version"; version: number }
  | { kind: "import"; text: string }
  | { kind: "written"; policy: Policy };

/** What the pages ask for. Revisions say which draft was read; `replacing` is that of a draft that may be lost. */
export type PolicyChange =
  | { intent: "start"; from: DraftSource; replacing: number | null }
  | { intent: "save"; revision: number; policy: Policy }
  | { intent: "discard"; revision: number }
  | { intent: "publish"; revision: number }
  | { intent: "goOn"; revision: number };

/** A draft as somebody else left it. */
export type TheirDraft = { policy: Policy; revision: number; by: string; when: string };

export type PolicyOutcome =
  | { kind: "saved"; revision: number }
  | { kind: "overtaken"; theirs: TheirDraft | null }
  | { kind: "invalid"; problems: readonly PolicyProblem[] }
  | { kind: "discarded" }
  | { kind: "published"; version: number }
  | { kind: "newer_version"; version: number }
  | { kind: "not_found" };

/**
 * Asks by a plain request, so that nothing that goes wrong takes the page away with what was typed on it. App Bridge adds a
 * fresh session token, and asks again with another where it has expired.
 *
 * @returns null where it cannot be said what became of it
 */
export async function askPolicies(change: PolicyChange): Promise<PolicyOutcome | null> {
  try {
    const response = await fetch("/app/policies/changes", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(change),
    });
    return response.ok ? ((await response.json()) as PolicyOutcome) : null;
  } catch {
    return null;
  }
}
