import { dayIn } from "./calendar.ts";
import type { GroupItem } from "./groups.ts";
import type { JudgedGroup } from "./order-situation.ts";

/**
 * To the shopper it is one thing when items wait in two places for the same reason until the same days:
 * such groups become one. Parcels always stay apart.
 */
export function mergeWaiting(groups: readonly JudgedGroup[], timeZone: string): JudgedGroup[] {
  const merged: JudgedGroup[] = [];
  const byKey = new Map<string, number>();
  for (const judged of groups) {
    const key = keyOf(judged, timeZone);
    const index = key === null ? undefined : byKey.get(key);
    const earlier = index === undefined ? undefined : merged[index];
    if (index !== undefined && earlier) {
      const items = addUp([...earlier.group.items, ...judged.group.items]);
      merged[index] = { ...earlier, group: { ...earlier.group, items } };
    } else {
      if (key !== null) byKey.set(key, merged.length);
      merged.push(judged);
    }
  }
  return merged;
}

function keyOf({ group, situation }: JudgedGroup, timeZone: string): string | null {
  if (group.parcel !== null) return null;
  const day = (at: Date | undefined): string => (at ? dayIn(at, timeZone) : "");
  const { next, missed } = situation.outlook;
  return [
    group.kind,
    situation.id,
    group.fulfillmentOrder?.method ?? "",
    group.kind === "pickup" ? (group.fulfillmentOrder?.location?.name ?? "") : "",
    next?.kind ?? "",
    day(next?.from?.at),
    day(next?.to.at),
    day(missed?.to.at),
    day(situation.sendBy?.at),
    day(situation.startsOn?.at),
  ].join("|");
}

function addUp(items: readonly GroupItem[]): GroupItem[] {
  const byLine = new Map<string, GroupItem>();
  for (const item of items) {
    const earlier = byLine.get(item.line.id);
    byLine.set(item.line.id, earlier ? { ...item, quantity: earlier.quantity + item.quantity } : item);
  }
  return [...byLine.values()];
}
