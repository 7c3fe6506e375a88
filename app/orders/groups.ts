import type { FulfillmentOrder, OrderLine, OrderSnapshot, Parcel } from "./snapshot.ts";

export type GroupItem = { line: OrderLine; quantity: number };

/** Items of an order that share one fate. Every unit of every line is in exactly one group. */
export type Group = {
  kind: "parcel" | "to_ship" | "pickup" | "no_shipping" | "removed";
  items: readonly GroupItem[];
  parcel: Parcel | null;
  /** The fulfillment order that the items belong to; null when it is unknown. */
  fulfillmentOrder: FulfillmentOrder | null;
  /** Position of the fulfillment order in the snapshot, for evidence paths; -1 when unknown. */
  fulfillmentOrderIndex: number;
  /** Of things that need no shipping: whether they have been handed over already. */
  sent: boolean;
};

/** Fulfillments that failed or were cancelled never carried anything away. */
const CARRYING: ReadonlySet<Parcel["status"]> = new Set(["SUCCESS", "OPEN", "PENDING"]);
const FINISHED: ReadonlySet<FulfillmentOrder["status"]> = new Set(["CANCELLED", "CLOSED"]);

/**
 * Puts each ordered unit where it is. A unit is claimed by the first that has a right to it:
 * a parcel that carries it, an open fulfillment order that still has to send it, then (needing no shipping) itself.
 * What nobody claims although Shopify calls it unfulfilled is still to be shipped; the rest was removed or refunded unsent.
 */
export function groupItems(snapshot: OrderSnapshot): Group[] {
  const lines = new Map(snapshot.lines.map((line) => [line.id, line]));
  const left = new Map(snapshot.lines.map((line) => [line.id, line.quantity]));
  const take = (lineId: string, quantity: number): GroupItem[] => {
    const line = lines.get(lineId);
    const taken = Math.min(quantity, left.get(lineId) ?? 0);
    if (!line || taken <= 0) return [];
    left.set(lineId, (left.get(lineId) ?? 0) - taken);
    return [{ line, quantity: taken }];
  };
  const shipped = (lineId: string): boolean => lines.get(lineId)?.requiresShipping ?? true;
  const groups: Group[] = [];
  const toSend = new Map<string, number>();

  const carriers = snapshot.parcels.filter((candidate) => CARRYING.has(candidate.status));

  for (const parcel of carriers) {
    const items = parcel.lines
      .filter((line) => shipped(line.lineId))
      .flatMap((line) => take(line.lineId, line.quantity));
    const bodiless = snapshot.detail === "headline" || parcel.lines.length === 0;
    if (items.length === 0 && !(bodiless && parcel.requiresShipping)) continue;
    const index = fulfillmentOrderOf(parcel, snapshot);
    const fulfillmentOrder = snapshot.fulfillmentOrders[index] ?? null;
    const kind = isCollected(fulfillmentOrder) ? "pickup" : "parcel";
    groups.push({ kind, items, parcel, fulfillmentOrder, fulfillmentOrderIndex: index, sent: true });
  }

  if (snapshot.cancelledAt === null) {
    snapshot.fulfillmentOrders.forEach((fulfillmentOrder, index) => {
      if (FINISHED.has(fulfillmentOrder.status) || fulfillmentOrder.method === "NONE") return;
      const items = fulfillmentOrder.lines
        .filter((line) => shipped(line.lineId))
        .flatMap((line) => take(line.lineId, line.remaining));
      if (items.length === 0 && snapshot.detail === "full") return;
      for (const { line, quantity } of items) toSend.set(line.id, (toSend.get(line.id) ?? 0) + quantity);
      const kind = isCollected(fulfillmentOrder) ? "pickup" : "to_ship";
      groups.push({ kind, items, parcel: null, fulfillmentOrder, fulfillmentOrderIndex: index, sent: false });
    });
  }

  const rest = { parcel: null, fulfillmentOrder: null, fulfillmentOrderIndex: -1 };
  const unclaimed: GroupItem[] = [];
  const bodiless: GroupItem[] = [];
  const removed: GroupItem[] = [];
  for (const line of snapshot.lines) {
    const open = snapshot.cancelledAt === null;
    const waiting = Math.max(0, line.unfulfilledQuantity - (toSend.get(line.id) ?? 0));
    if (!line.requiresShipping) bodiless.push(...take(line.id, open ? line.currentQuantity : 0));
    else unclaimed.push(...take(line.id, open ? waiting : 0));
    removed.push(...take(line.id, line.quantity));
  }
  if (unclaimed.length > 0) groups.push({ kind: "to_ship", items: unclaimed, sent: false, ...rest });
  if (bodiless.length > 0) {
    const sent = bodiless.every((item) => item.line.unfulfilledQuantity === 0);
    const parcel = carriers.find((candidate) => candidate.lines.some((line) => line.lineId === bodiless[0]?.line.id));
    groups.push({ kind: "no_shipping", items: bodiless, sent, ...rest, parcel: parcel ?? null });
  }
  if (snapshot.detail === "headline" && !snapshot.requiresShipping && groups.length === 0 && !snapshot.cancelledAt) {
    const open = snapshot.fulfillmentOrders.some((candidate) => !FINISHED.has(candidate.status));
    groups.push({ kind: "no_shipping", items: [], sent: !open, ...rest, parcel: carriers[0] ?? null });
  }
  if (removed.length > 0) groups.push({ kind: "removed", items: removed, sent: false, ...rest });
  return groups;
}

function isCollected(fulfillmentOrder: FulfillmentOrder | null): boolean {
  return fulfillmentOrder?.method === "PICK_UP" || fulfillmentOrder?.method === "RETAIL";
}

/**
 * The fulfillment order a parcel came from: as Shopify says, else the one that shares most of its lines and has sent some.
 */
function fulfillmentOrderOf(parcel: Parcel, snapshot: OrderSnapshot): number {
  const orders = snapshot.fulfillmentOrders;
  const named = orders.findIndex((order) => order.id === parcel.fulfillmentOrderId);
  if (named >= 0 || orders.length === 0) return named;
  const inParcel = new Set(parcel.lines.map((line) => line.lineId));
  const shares = orders.map(
    (order) => order.lines.filter((line) => inParcel.has(line.lineId) && line.total > line.remaining).length,
  );
  const most = Math.max(...shares);
  return most > 0 ? shares.indexOf(most) : -1;
}
