import type { DryRun } from "../../resolutions/caller.ts";
import { digestOf } from "../../resolutions/digest.ts";
import type { PolicyInForce } from "../../resolutions/policies.server.ts";

/** As long as a card is good for a shopper. */
const CARD_MS = 30 * 60_000;

/** Decides by a policy, and gives a proposal what a stored one would have without storing it. */
export function dryDecisions(
  shop: string,
  policy: PolicyInForce,
  clock: () => Date,
  decided: DryRun["decided"] = () => undefined,
): DryRun {
  return {
    policy,
    decided,
    keep: (id, proposal) => ({
      digest: digestOf(shop, id, proposal),
      expiresAt: new Date(clock().getTime() + CARD_MS),
    }),
  };
}
