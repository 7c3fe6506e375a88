import { type Scan, scan } from "../orders/parcel.ts";
import { destination, GATEWAYS, type Place, PLACES } from "../orders/places.ts";
import type { MethodKey } from "../orders/shipping.ts";
import { CARRIERS, type CarrierKey } from "../carriers/carriers.ts";
import type { AddressRow } from "../people/customers.ts";
import type { LocationId } from "../people/locations.ts";
import type { Random } from "../random.ts";
import { at, type DayOffset, plus, weekday } from "../time.ts";
import { CUSTOMS, isPickupPoint, transit, usualDays } from "./transit.ts";

export type Trip = {
  carrier: CarrierKey;
  from: LocationId;
  method: MethodKey;
  to: AddressRow;
  day: DayOffset;
  labelAt: string;
};

const ORIGINS: Record<LocationId, { place: Place; hub: Place }> = {
  hamburg: { place: PLACES.hamburg, hub: PLACES.hannover },
  kreuzberg: { place: PLACES.rudersdorf, hub: PLACES.rudersdorf },
  venlo: { place: PLACES.venlo, hub: PLACES.eindhoven },
  dabrowa: { place: PLACES.dabrowa, hub: PLACES.wroclaw },
};

/** A parcel's whole journey from label to door, past and future alike, with the carrier's own estimate where it gives one. */
export function journey(trip: Trip, random: Random): { scans: Scan[]; eta?: string; deliveredAt: string } {
  const { carrier, from, method, to, day } = trip;
  const door = destination(to);
  const { place, hub } = ORIGINS[from];
  const arrival = deliveryDay(carrier, day, random.weighted(transit(method, to.country)));
  const givesEta = carrier !== "dhl" || random.chance(0.4);
  const eta = givesEta ? at(deliveryDay(carrier, day, usualDays(method, to.country)), "18:00") : undefined;
  const told = eta ? { eta } : {};

  const scans: Scan[] = [
    { status: "CONFIRMED", at: plus(trip.labelAt, { minutes: 1 }), place },
    scan("CARRIER_PICKED_UP", day, random.clock(17, 18), place, told),
    scan("IN_TRANSIT", day, random.clock(21, 23), carrier === "dhlExpress" ? PLACES.leipzig : hub, told),
  ];
  scans.push(...abroad(trip, arrival, random));
  const nearby = arrival - day > 1 ? scan("IN_TRANSIT", arrival - 1, random.clock(15, 22), door, told) : null;
  if (nearby) scans.push({ ...nearby, place: { ...door, zip: null } });

  let last = arrival;
  if (random.chance(0.04) && !isPickupPoint(method)) {
    scans.push(scan("OUT_FOR_DELIVERY", last, random.clock(7, 8), door));
    scans.push(scan("ATTEMPTED_DELIVERY", last, random.clock(10, 15), door));
    last = deliveryDay(carrier, last, 1);
  }
  scans.push(scan("OUT_FOR_DELIVERY", last, random.clock(7, 9), door));
  if (isPickupPoint(method)) {
    scans.push(scan("READY_FOR_PICKUP", last, random.clock(10, 14), door));
    last += random.int(0, 3);
    scans.push(
      scan("DELIVERED", last, random.clock(16, 20), door, { message: "The shipment was collected by the recipient." }),
    );
  } else {
    scans.push(scan("DELIVERED", last, random.clock(10, 17), door, deliveredHow(carrier, random)));
  }
  return { scans, ...told, deliveredAt: scans.at(-1)?.at ?? at(last, "18:00") };
}

/** The day that is `count` of the carrier's delivery days after `day`. */
function deliveryDay(carrier: CarrierKey, day: DayOffset, count: number): DayOffset {
  const days: readonly number[] = CARRIERS[carrier].deliversOn;
  let current = day;
  for (let left = count; left > 0;) {
    current += 1;
    if (days.includes(weekday(current))) left -= 1;
  }
  return current;
}

function abroad({ carrier, to, day }: Trip, arrival: DayOffset, random: Random): Scan[] {
  if (to.country === "DE" || arrival - day < 2) return [];
  const gateway = GATEWAYS[to.country];
  const landing = day + Math.max(1, Math.floor((arrival - day) * 0.55));
  const scans: Scan[] = [];
  if (carrier === "dhlInternational" && CUSTOMS.has(to.country)) {
    scans.push(
      scan("IN_TRANSIT", day + 1, random.clock(4, 9), PLACES.frankfurt, {
        message: "The shipment will be flown to the destination country.",
      }),
    );
  }
  if (landing > day + 1 || !CUSTOMS.has(to.country))
    scans.push(scan("IN_TRANSIT", landing, random.clock(5, 11), gateway));
  if (CUSTOMS.has(to.country) && arrival - landing >= 1 && landing > day + 1) {
    scans.push(scan("IN_TRANSIT", landing, random.clock(13, 18), gateway, { message: "Customs clearance completed" }));
  }
  return scans;
}

function deliveredHow(carrier: CarrierKey, random: Random): Partial<Scan> {
  if (carrier !== "dhl" && carrier !== "dpd") return {};
  return random.weighted([
    [70, {}],
    [18, { message: "The shipment was left with a neighbor." }],
    [12, { message: "The shipment was left at the agreed place." }],
  ]);
}
