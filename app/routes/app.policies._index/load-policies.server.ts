import { shopTime } from "../../components/shop-time.ts";
import { errorFields, log } from "../../platform/log.server.ts";
import { sentencesByArea } from "../../policy/area-sentences.ts";
import { differencesInWords } from "../../policy/differences.ts";
import { policyFor } from "../../resolutions/policies.server.ts";
import { readDraft } from "../../resolutions/policy-drafts.server.ts";
import { type PolicyVersion, policyVersion, policyVersions } from "../../resolutions/policy-versions.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";

export type ShownPolicies = Awaited<ReturnType<typeof read>>;
export type ShownVersion = ReturnType<typeof shownVersion>;

const VERSIONS_ON_A_PAGE = 10;
/** Of one version's differences; all of them are on its own page. */
const MOST_DIFFERENCES = 5;

/**
 * Null when they cannot be read now: the page around them is there all the same, and can ask again.
 * @param before history below this version; null from the newest on
 */
export async function loadPolicies(shop: string, before: number | null): Promise<ShownPolicies | null> {
  try {
    return await read(shop, before);
  } catch (error) {
    log.error({ shop, ...errorFields(error) }, "policies could not be shown");
    return null;
  }
}

async function read(shop: string, before: number | null) {
  const { currency, timeZone } = await shopProfile(shop);
  const [force, draft, versions] = await Promise.all([
    policyFor(shop, currency, true),
    readDraft(shop),
    policyVersions(shop, VERSIONS_ON_A_PAGE + 1, before),
  ]);
  const published = force.version === 0 ? null : await policyVersion(shop, force.version);
  const time = shopTime(timeZone);
  const when = (at: Date) => time(at.toISOString());
  const shown = versions.slice(0, VERSIONS_ON_A_PAGE);
  return {
    force: {
      version: force.version,
      name: force.policy.name,
      published: published && { by: published.publishedBy, when: when(published.publishedAt) },
      areas: sentencesByArea(force.policy),
    },
    draft: draft && {
      revision: draft.revision,
      name: draft.policy.name,
      by: draft.updatedBy,
      when: when(draft.updatedAt),
      ...few(differencesInWords(force.policy, draft.policy)),
    },
    history: shown.map((version, index) => shownVersion(version, versions[index + 1] ?? null, when)),
    older: versions.length > shown.length ? (shown.at(-1)?.version ?? null) : null,
  };
}

function shownVersion(one: PolicyVersion, previous: PolicyVersion | null, when: (at: Date) => string) {
  return {
    version: one.version,
    name: one.policy.name,
    by: one.publishedBy,
    when: when(one.publishedAt),
    isFirst: previous === null,
    ...few(previous ? differencesInWords(previous.policy, one.policy) : []),
  };
}

const few = <Line>(lines: Line[]) => ({
  differences: lines.slice(0, MOST_DIFFERENCES),
  more: Math.max(0, lines.length - MOST_DIFFERENCES),
});
