import { currencyProblems } from "../../components/policies/currency-problems.ts";
import { errorFields, log } from "../../platform/log.server.ts";
import { problems } from "../../policy/problems.ts";
import { choiceText, readChoice } from "../../resolutions/policy-choice.ts";
import { policiesAtHand } from "../../resolutions/policy-choice.server.ts";
import { readDraft } from "../../resolutions/policy-drafts.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";

/**
 * What there is to try: the policies, the draft first where there is one, and in how many places it contradicts itself.
 * Where it cannot be read now, the presets and what is in force are still there.
 *
 * @param wanted a policy as `choiceText` writes it
 */
export async function loadPlayground(shop: string, wanted: string | null) {
  try {
    const { currency } = await shopProfile(shop);
    const [atHand, draft] = await Promise.all([policiesAtHand(shop), readDraft(shop)]);
    const usual = draft ? ({ kind: "draft" } as const) : ({ kind: "in_force" } as const);
    const found = draft ? [...currencyProblems(draft.policy, currency), ...problems(draft.policy)] : [];
    const contradictions = found.filter(({ level }) => level === "error").length;
    return { atHand, policy: choiceText(readChoice(wanted) ?? usual), contradictions };
  } catch (error) {
    log.error({ shop, ...errorFields(error) }, "policies could not be listed");
    return { atHand: { draft: false, versions: [] }, policy: "in_force", contradictions: 0 };
  }
}
