import { retryExecution } from "../resolutions/executions.server.ts";
import type { LedgerRow } from "../resolutions/ledger-row.ts";
import { approve, findResolution, refuseApproval } from "../resolutions/ledger.server.ts";
import { settleByHand } from "../resolutions/settle-by-hand.server.ts";
import { settledByHandText } from "./resolution-texts.ts";
import { startExecution } from "./resolutions.server.ts";
import { tellResolution } from "./tell-resolution.server.ts";

/** What a person in the admin decides about a resolution. */
export type StaffDecision =
  | { kind: "approve" }
  /** `reason` is shown to the shopper as it was written. */
  | { kind: "refuse"; reason: string }
  | { kind: "retry" }
  /** `note` is for people in the admin; the shopper hears a sentence of the app's own. */
  | { kind: "settle"; state: "succeeded" | "failed"; note: string };

export type DecisionOutcome =
  | { kind: "ok"; row: LedgerRow }
  /** Somebody else decided before, or it went on by itself. */
  | { kind: "too_late" }
  | { kind: "not_found" };

/**
 * A person's decision: written to the ledger first, where only one of two that come at once can be; then told to the
 * conversation, then carried out. A process that dies in between leaves the rest to the reconciler.
 *
 * @param by who decides, as the ledger keeps it
 */
export async function decideAsStaff(
  shop: string,
  id: string,
  by: string,
  decision: StaffDecision,
): Promise<DecisionOutcome> {
  const known = await findResolution(shop, id);
  if (!known) return { kind: "not_found" };
  const row = await write(known, by, decision);
  if (!row) return { kind: "too_late" };
  // That it is tried again is no news: the shopper was told that people look at it, and will be told how it ended.
  if (decision.kind !== "retry") await tellResolution(row);
  if (decision.kind === "approve" || decision.kind === "retry") startExecution(row);
  return { kind: "ok", row };
}

function write({ shop, id, locale }: LedgerRow, by: string, decision: StaffDecision): Promise<LedgerRow | null> {
  switch (decision.kind) {
    case "approve":
      return approve(shop, id, by);
    case "refuse":
      return refuseApproval(shop, id, by, decision.reason);
    case "retry":
      return retryExecution(shop, id);
    case "settle": {
      const { state, note } = decision;
      return settleByHand(shop, id, { state, by, note, shopperText: settledByHandText(state, locale) });
    }
  }
}
