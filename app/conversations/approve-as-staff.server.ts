import { formatMoney, type Money } from "../orders/money.ts";
import { type LedgerRow, outcomeOf } from "../resolutions/ledger-row.ts";
import { approve, findResolution, type Less, overtake } from "../resolutions/ledger.server.ts";
import { divisibleAmount, lesserOf } from "../resolutions/lesser.ts";
import { recheck } from "../resolutions/recheck.server.ts";
import { adminClientFor } from "../shopify/admin-client.server.ts";
import { deed } from "../staff/audit.ts";
import { may } from "../staff/may.ts";
import { personOf, type Staff } from "../staff/staff.ts";
import { approvedLessText } from "./resolution-texts.ts";
import { startExecution } from "./resolutions.server.ts";
import { tellResolution } from "./tell-resolution.server.ts";

/** `amount` of the shopper's currency instead of all of it; `reason` is shown to the shopper as it was written. */
export type LessGranted = { amount: Money; reason: string };

export type NotApproved =
  /** Somebody else decided before, `by` whom where it is known, or it went on by itself. */
  | { kind: "too_late"; by: string | null }
  | { kind: "above_limit"; limit: Money }
  /** The smaller amount is not smaller, or there is no less of it. */
  | { kind: "not_less" }
  /** Facts have moved since it was confirmed: it was ended, and the shopper told so. */
  | { kind: "changed"; why: string };

/**
 * A person's yes to what waits for one, or to less of it: within what they may approve, and only while everything still comes
 * to what the shopper confirmed. What can't be looked at now is looked at again before it is carried out (P2).
 */
export async function approveAsStaff(
  known: LedgerRow,
  staff: Staff,
  granted: LessGranted | null,
): Promise<{ kind: "ok"; row: LedgerRow } | NotApproved> {
  const { shop, id } = known;
  const tooLate = async () => ({ kind: "too_late", by: (await findResolution(shop, id))?.approvedBy ?? null }) as const;
  if (known.state !== "awaiting_approval") return tooLate();
  const less = granted && lesser(known, staff, granted);
  if (granted && !less) return { kind: "not_less" };
  const { value, kind } = (less ?? known).proposal;
  const allowed = may(staff, "approve", value.shop);
  if (allowed.kind === "above_limit") return allowed;

  const by = personOf(staff);
  const about = { kind, worth: formatMoney(value.shop, "en-US") };
  const checked = await recheck(
    { ...known, approvedBy: by.name },
    await adminClientFor(shop),
    new AbortController().signal,
  );
  if (checked.kind === "changed") {
    const ended = await overtake(shop, id, checked.shopper, checked.staff, deed(by, "resolution_overtaken", id, about));
    if (!ended) return tooLate();
    await tellResolution(ended);
    return { kind: "changed", why: checked.staff };
  }
  const action = less ? "resolution_approved_less" : "resolution_approved";
  const row = await approve(shop, id, by.name, less, deed(by, action, id, about));
  if (!row) return tooLate();
  await tellResolution(row);
  startExecution(row);
  return { kind: "ok", row };
}

function lesser({ proposal, locale }: LedgerRow, staff: Staff, { amount, reason }: LessGranted): Less | null {
  const asked = divisibleAmount(proposal.plan);
  if (asked?.currency !== amount.currency) return null;
  const made = lesserOf(proposal, amount.minor);
  if (made.kind !== "ok") return null;
  const text = `${approvedLessText(amount, asked, locale)} ${reason}`.trim();
  const [part, all] = [formatMoney(amount, "en-US"), formatMoney(asked, "en-US")];
  return { proposal: made.proposal, outcome: outcomeOf(text, `${personOf(staff).name} approved ${part} of ${all}.`) };
}
