import { dayWords, shopTime } from "../../components/shop-time.ts";
import type { PoliciesAtHand } from "../../components/policy-select.tsx";
import { dayIn } from "../../orders/calendar.ts";
import { readOrderForStaff } from "../../orders/read-order-for-staff.server.ts";
import type { StaffRead } from "../../orders/read-order-for-staff.server.ts";
import { rulesOf } from "../../orders/shop-settings.ts";
import { shopDates } from "../../orders/shop-settings.server.ts";
import { liveTracking } from "../../orders/tracking/live-tracking.server.ts";
import { errorFields, log } from "../../platform/log.server.ts";
import type { RequestReason } from "../../policy/kinds.ts";
import { readChoice } from "../../resolutions/policy-choice.ts";
import { chosenPolicy, policiesAtHand } from "../../resolutions/policy-choice.server.ts";
import type { ProposalCard } from "../../resolutions/proposal-card.ts";
import { tryPolicy } from "../../resolutions/try-policy.server.ts";
import type { Trial, TrialItem } from "../../resolutions/try-policy.server.ts";
import { adminClientFor } from "../../shopify/admin-client.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { shownVerdict } from "./shown-verdict.ts";
import type { ShownVerdict } from "./shown-verdict.ts";
import type { TrialQuery } from "./trial-query.ts";

/** Reading the order, and all of Shopify's calculations for the card. */
const DEADLINE_MS = 8_000;

export type Tried = {
  kind: "tried";
  orderName: string;
  items: TrialItem[];
  reason: RequestReason;
  units: { number: number; quantity: number }[];
  outcome:
    | { kind: "choose" }
    | { kind: "invalid"; message: string }
    | ({ kind: "decided"; card: ProposalCard | null; noCard: NoCard } & ShownVerdict);
};
type NoCard = Extract<Trial["outcome"], { kind: "decided" }>["noCard"];

export type TrialView =
  | Tried
  /** `oldest`: the first day of which orders can be read. */
  | { kind: Exclude<StaffRead["kind"], "ok">; oldest: string | null }
  | { kind: "no_policy" | "broken_policy" };

/** What there is to choose from; nothing but the presets where it cannot be read now. */
export async function loadPolicies(shop: string): Promise<PoliciesAtHand> {
  try {
    return await policiesAtHand(shop);
  } catch (error) {
    log.error({ shop, ...errorFields(error) }, "policies could not be listed");
    return { draft: false, versions: [] };
  }
}

/**
 * Tries a policy on an order of the signed-in shop. Never rejects.
 * @param granted the scopes that the shop granted, with commas
 */
export async function loadTrial(shop: string, query: TrialQuery, granted: string | undefined): Promise<TrialView> {
  try {
    const { timeZone, locale, currency } = await shopProfile(shop);
    const choice = readChoice(query.policy) ?? { kind: "in_force" };
    const policy = await chosenPolicy(shop, currency, choice);
    if (policy.kind === "none") return { kind: "no_policy" };
    if (policy.kind === "broken") return { kind: "broken_policy" };
    const [client, dates] = await Promise.all([adminClientFor(shop), shopDates(shop, timeZone)]);
    const signal = AbortSignal.timeout(DEADLINE_MS);
    const port = liveTracking();
    const read = await readOrderForStaff(client, query.order, {
      signal,
      readsAllOrders: (granted ?? "").split(",").includes("read_all_orders"),
      rules: rulesOf(dates.settings),
      tracking: port && { port, timeZone },
    });
    if (read.kind === "too_old") return { kind: read.kind, oldest: dayWords(dayIn(read.oldest, timeZone)) };
    if (read.kind !== "ok") return { kind: read.kind, oldest: null };
    const trial = await tryPolicy({ client, dates, locale, signal }, read.snapshot, policy, {
      reason: query.reason,
      items: query.units,
      wanted: query.wanted,
      destination: query.to,
      photo: query.photo,
      description: query.words,
      variant: query.variant === "" ? null : query.variant,
    });
    if (trial.kind === "unavailable") return { kind: "unavailable", oldest: null };
    const { items, reason, chosen, outcome } = trial;
    return {
      kind: "tried",
      orderName: read.snapshot.name,
      items,
      reason,
      units: chosen,
      outcome:
        outcome.kind === "decided"
          ? {
              kind: "decided",
              card: outcome.card,
              noCard: outcome.noCard,
              ...shownVerdict(outcome.explanation, outcome.options, shopTime(timeZone)),
            }
          : outcome,
    };
  } catch (error) {
    log.error({ shop, ...errorFields(error) }, "a policy could not be tried");
    return { kind: "unavailable", oldest: null };
  }
}
