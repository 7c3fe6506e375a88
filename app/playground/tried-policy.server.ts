import { chosenPolicy } from "../resolutions/policy-choice.server.ts";
import type { PolicyChoice } from "../resolutions/policy-choice.ts";
import type { PolicyInForce } from "../resolutions/policies.server.ts";
import { readDraft } from "../resolutions/policy-drafts.server.ts";
import type { Trouble } from "./frames.ts";

/** `revision`: which state of the draft it is; null for what never changes. */
export type TriedPolicy = PolicyInForce & { revision: number | null };

/** The policy to talk to the agent with. @param currency the shop's, for presets */
export async function triedPolicy(
  shop: string,
  currency: string,
  choice: PolicyChoice,
): Promise<TriedPolicy | Trouble> {
  if (choice.kind === "draft") {
    const draft = await readDraft(shop);
    if (!draft) return { kind: "trouble", why: "no_policy" };
    return { version: 0, policy: draft.policy, revision: draft.revision };
  }
  const chosen = await chosenPolicy(shop, currency, choice);
  if (chosen.kind === "ok") return { version: chosen.version, policy: chosen.policy, revision: null };
  return { kind: "trouble", why: chosen.kind === "none" ? "no_policy" : "broken_policy" };
}
