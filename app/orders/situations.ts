import type { Group } from "./groups.ts";
import { NOTHING_KNOWN, isUnpaid } from "./judging.ts";
import type { GroupSituation, Judging } from "./judging.ts";
import { parcelSituation } from "./parcel-situation.ts";
import type { OrderSnapshot } from "./snapshot.ts";
import { waitingSituation } from "./waiting-situation.ts";

/** Judges one group. Total: every group has exactly one situation. */
export function groupSituation(group: Group, snapshot: OrderSnapshot, judging: Judging): GroupSituation {
  if (group.kind === "no_shipping") {
    if (!group.sent) return { ...NOTHING_KNOWN, id: isUnpaid(snapshot) ? "awaiting_payment" : "digital_pending" };
    const { parcel } = group;
    const since = parcel && { at: parcel.createdAt, source: `fulfillments[${String(parcel.index)}].createdAt` };
    return { ...NOTHING_KNOWN, id: "digital_sent", since };
  }
  if (group.kind === "removed") {
    if (snapshot.cancelledAt !== null) {
      return { ...NOTHING_KNOWN, id: "removed_cancelled", since: { at: snapshot.cancelledAt, source: "cancelledAt" } };
    }
    const refunded = group.items.some((item) =>
      snapshot.refunds.some((refund) => refund.lines.some((line) => line.lineId === item.line.id)),
    );
    return { ...NOTHING_KNOWN, id: refunded ? "removed_refunded" : "removed" };
  }
  return group.parcel ? parcelSituation(group, snapshot, judging) : waitingSituation(group, snapshot, judging);
}
