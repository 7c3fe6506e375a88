import { isTimeZone } from "../calendar.ts";
import { checkNumber, recognizeCarrier } from "../carriers/carriers.ts";
import type { OrderSnapshot, Parcel, ParcelEvent } from "../snapshot.ts";
import type { LiveTracking, LiveTrackingPort } from "./port.ts";

/** Parcels of one order that are looked up: an order with more has its newest ones looked up. */
const MOST_PARCELS = 5;
const OVER: ReadonlySet<Parcel["displayStatus"]> = new Set(["DELIVERED", "PICKED_UP", "CANCELED", "LABEL_VOIDED"]);
/** The same scan, told by Shopify and by a tracking service. */
const SAME_SCAN_MS = 15 * 60_000;

/**
 * The snapshot with what a tracking service knows of its parcels under way. Shopify's facts stay as they are, and stand
 * alone where the service does not answer. Parcels with several numbers are left out: their events would be mixed up.
 */
export async function withLiveTracking(
  snapshot: OrderSnapshot,
  port: LiveTrackingPort,
  shopTimeZone: string,
): Promise<OrderSnapshot> {
  const there = snapshot.destination?.timeZone ?? null;
  const timeZone = there !== null && isTimeZone(there) ? there : shopTimeZone;
  const asked = new Set(
    snapshot.parcels
      .filter(isUnderWay)
      .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
      .slice(0, MOST_PARCELS),
  );
  if (asked.size === 0 || snapshot.cancelledAt !== null) return snapshot;
  const parcels = await Promise.all(
    snapshot.parcels.map(async (parcel) => {
      const [tracking] = parcel.tracking;
      if (!tracking || !asked.has(parcel)) return parcel;
      const { company, number } = tracking;
      const carrierId = recognizeCarrier(company, number)?.carrier.id ?? null;
      return mergeLive(parcel, await port.lookUp({ carrierId, number, timeZone }));
    }),
  );
  return { ...snapshot, parcels };
}

function isUnderWay(parcel: Parcel): boolean {
  const [tracking, ...others] = parcel.tracking;
  return (
    tracking !== undefined &&
    others.length === 0 &&
    parcel.deliveredAt === null &&
    !OVER.has(parcel.displayStatus) &&
    parcel.status !== "CANCELLED" &&
    !parcel.events.some(({ status }) => status === "DELIVERED") &&
    checkNumber(tracking.company, tracking.number) !== "invalid"
  );
}

/** Adds a service's events to Shopify's. Their evidence names the service; scans that both tell of stay Shopify's. */
export function mergeLive(parcel: Parcel, live: LiveTracking): Parcel {
  if (live.kind !== "found") return parcel;
  const newest = live.events.reduce((latest, event, index) => {
    const than = live.events[latest];
    return than && event.happenedAt > than.happenedAt ? index : latest;
  }, 0);
  const told = live.events.map((event, index): ParcelEvent => ({
    ...event,
    index: `${live.service}:${String(index)}`,
    createdAt: event.happenedAt,
    estimatedDeliveryAt: index === newest ? live.estimatedDeliveryAt : null,
  }));
  // Only an estimate makes a service's word of the same scan the better one.
  const better = (event: ParcelEvent, known: ParcelEvent): boolean =>
    event.estimatedDeliveryAt !== null && known.estimatedDeliveryAt === null;
  const kept = parcel.events.filter((known) => !told.some((event) => sameScan(known, event) && better(event, known)));
  const added = told.filter((event) => !kept.some((known) => sameScan(known, event)));
  return { ...parcel, events: [...kept, ...added] };
}

function sameScan(one: ParcelEvent, other: ParcelEvent): boolean {
  return one.status === other.status && Math.abs(one.happenedAt.getTime() - other.happenedAt.getTime()) <= SAME_SCAN_MS;
}
