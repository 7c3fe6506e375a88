import type { JudgedGroup } from "../../orders/order-situation.ts";
import { meaningOf } from "../../orders/situation-ids.ts";
import type { LinePlace } from "../../policy/facts.ts";

/** Where the units of a line are, by what is true about its parcels and about what is still to be sent. */
export function placesOf(lineId: string, groups: readonly JudgedGroup[]): LinePlace[] {
  return groups.flatMap((judged) => {
    const { group, situation, worry, reasons } = judged;
    if (group.kind === "removed") return [];
    const units = group.items.reduce((sum, item) => (item.line.id === lineId ? sum + item.quantity : sum), 0);
    if (units === 0) return [];
    const place: LinePlace = {
      units,
      situation: situation.id,
      worry,
      reasons,
      deliveredAt: deliveredAt(judged),
      lastScanAt: situation.lastScan?.at ?? null,
      sentAt: group.parcel?.createdAt ?? null,
      dueBy: dueBy(judged),
    };
    return [place];
  });
}

function deliveredAt({ group, situation }: JudgedGroup): Date | null {
  const scanned = situation.events.find(({ status }) => status === "DELIVERED")?.happenedAt ?? null;
  const said = group.parcel?.deliveredAt ?? scanned;
  if (said) return said;
  // Handed over without a carrier: collected, bought in store, brought by the shop.
  const { over, tone } = meaningOf(situation.id);
  return over && tone === "good" && group.kind !== "no_shipping" ? (situation.since?.at ?? null) : null;
}

/** A date that was given: the shop's own estimate of today promises nothing. */
function dueBy({ group, situation }: JudgedGroup): Date | null {
  const { next, missed } = situation.outlook;
  if (missed) return missed.to.at;
  const promised = group.fulfillmentOrder?.promisedTo ?? group.fulfillmentOrder?.promisedFrom ?? null;
  if (promised) return promised;
  return next && next.kind !== "shop_estimate" ? next.to.at : null;
}
