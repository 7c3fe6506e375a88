import { formatMoney } from "../orders/money.ts";
import { retryExecution } from "../resolutions/executions.server.ts";
import type { LedgerRow } from "../resolutions/ledger-row.ts";
import { findResolution, refuseApproval } from "../resolutions/ledger.server.ts";
import { settleByHand } from "../resolutions/settle-by-hand.server.ts";
import { deed } from "../staff/audit.ts";
import { may, type Role, type StaffAction } from "../staff/may.ts";
import { personOf, type Staff } from "../staff/staff.ts";
import { approveAsStaff } from "./approve-as-staff.server.ts";
import type { LessGranted, NotApproved } from "./approve-as-staff.server.ts";
import { settledByHandText } from "./resolution-texts.ts";
import { startExecution } from "./resolutions.server.ts";
import { tellResolution } from "./tell-resolution.server.ts";

/** What a person in the admin decides about a resolution. */
export type StaffDecision =
  | { kind: "approve"; less: LessGranted | null }
  /** `reason` is shown to the shopper as it was written. */
  | { kind: "refuse"; reason: string }
  | { kind: "retry" }
  /** `note` is for people in the admin; the shopper hears a sentence of the app's own. */
  | { kind: "settle"; state: "succeeded" | "failed"; note: string };

export type DecisionOutcome =
  | { kind: "ok"; row: LedgerRow }
  | NotApproved
  /** Their role does not decide this; `roles` do. */
  | { kind: "not_allowed"; roles: readonly Role[] }
  | { kind: "not_found" };

const NEEDS: Record<StaffDecision["kind"], StaffAction> = {
  approve: "approve",
  refuse: "refuse",
  retry: "retry",
  settle: "settle_by_hand",
};

/**
 * A person's decision, if it is theirs to take: written to the ledger first, with who took it, where only one of two that come
 * at once can be; then told to the conversation, then carried out. A process that dies in between leaves the rest to the
 * reconciler.
 */
export async function decideAsStaff(
  shop: string,
  id: string,
  staff: Staff,
  decision: StaffDecision,
): Promise<DecisionOutcome> {
  const allowed = may(staff, NEEDS[decision.kind]);
  if (allowed.kind === "no") return { kind: "not_allowed", roles: allowed.roles };
  const known = await findResolution(shop, id);
  if (!known) return { kind: "not_found" };
  if (decision.kind === "approve") return approveAsStaff(known, staff, decision.less);
  const row = await write(known, staff, decision);
  if (!row) return { kind: "too_late", by: (await findResolution(shop, id))?.approvedBy ?? null };
  // That it is tried again is no news: the shopper was told that people look at it, and will be told how it ended.
  if (decision.kind !== "retry") await tellResolution(row);
  else startExecution(row);
  return { kind: "ok", row };
}

function write(
  { shop, id, locale, proposal }: LedgerRow,
  staff: Staff,
  decision: Exclude<StaffDecision, { kind: "approve" }>,
): Promise<LedgerRow | null> {
  const by = personOf(staff);
  const about = { kind: proposal.kind, worth: formatMoney(proposal.value.shop, "en-US") };
  switch (decision.kind) {
    case "refuse":
      return refuseApproval(shop, id, by.name, decision.reason, deed(by, "resolution_refused", id, about));
    case "retry":
      return retryExecution(shop, id, deed(by, "resolution_retried", id, about));
    case "settle": {
      const { state, note } = decision;
      const action = state === "succeeded" ? "resolution_marked_done" : "resolution_marked_not_done";
      const decided = { state, by: by.name, note, shopperText: settledByHandText(state, locale) };
      return settleByHand(shop, id, decided, deed(by, action, id, about));
    }
  }
}
