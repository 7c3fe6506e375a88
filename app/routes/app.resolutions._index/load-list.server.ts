import { resolutionTexts } from "../../components/resolution.texts.ts";
import { shopTime } from "../../components/shop-time.ts";
import { formatMoney } from "../../orders/money.ts";
import { cursorText, type ListedPage, type ListStep } from "../../platform/list-cursor.ts";
import { errorFields, log } from "../../platform/log.server.ts";
import { listResolutions, resolutionCounts } from "../../resolutions/list-resolutions.server.ts";
import type { ResolutionFilter, ResolutionSummary, ResolutionView } from "../../resolutions/resolution-list.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";

export type ListedResolution = Pick<
  ResolutionSummary,
  "id" | "conversationId" | "orderName" | "state" | "createdAt"
> & {
  /** Words, made on the server. */
  kind: string;
  reason: string;
  value: string;
  created: string;
};

/** Null when the list cannot be read now: the page around it is there all the same, and can ask again. */
export async function loadList(
  shop: string,
  view: ResolutionView,
  step: ListStep | null,
  only: ResolutionFilter | null,
): Promise<ListedPage<ListedResolution> | null> {
  try {
    const [{ timeZone }, page] = await Promise.all([shopProfile(shop), listResolutions(shop, view, step, only)]);
    const when = shopTime(timeZone);
    return {
      rows: page.resolutions.map((resolution) => listed(resolution, when)),
      newer: page.newer && cursorText(page.newer),
      older: page.older && cursorText(page.older),
    };
  } catch (error) {
    log.error({ shop, ...errorFields(error) }, "resolutions could not be listed");
    return null;
  }
}

/** Null when they cannot be counted now: the views work without. */
export async function loadCounts(shop: string) {
  try {
    return await resolutionCounts(shop);
  } catch (error) {
    log.error({ shop, ...errorFields(error) }, "resolutions could not be counted");
    return null;
  }
}

function listed(resolution: ResolutionSummary, when: (iso: string) => string): ListedResolution {
  const { id, conversationId, orderName, state, kind, reason, value, createdAt } = resolution;
  return {
    id,
    conversationId,
    orderName,
    state,
    createdAt,
    kind: resolutionTexts.kinds[kind],
    reason: resolutionTexts.reasons[reason],
    value: formatMoney(value, "en-US"),
    created: when(createdAt),
  };
}
