import type { OrderInput } from "../../store/schema.ts";
import { buildOrder, customer, groupLines, type OrderSpec } from "../orders/order.ts";
import type { ParcelSpec } from "../orders/parcel.ts";
import { type MethodKey, ZONE_OF } from "../orders/shipping.ts";
import { CUSTOMERS, type CustomerRow } from "../people/customers.ts";
import type { LocationId } from "../people/locations.ts";
import type { Random } from "../random.ts";
import { addWorkingDays, at, dayOf, isPast, isWeekend, NOW, plus } from "../time.ts";
import { afterwards } from "./afterwards.ts";
import { basket } from "./baskets.ts";
import { journey } from "./journey.ts";
import { carrierFor, HANDLING } from "./transit.ts";

/** How far back the shop's history goes. Shopify shows an app sixty days. */
const DAYS = 55;

/** Ana's orders are written by hand, and Mateo never ordered; nobody else is spared. */
const BUYERS = CUSTOMERS.filter(({ key }) => key !== "ana" && key !== "mateo");

/** `count` ordinary orders, oldest first, named from `firstNumber` on. */
export function history(count: number, firstNumber: number, random: Random): OrderInput[] {
  const times = Array.from({ length: count }, () => placedAt(random)).sort();
  return times.map((placed, index) => ordinaryOrder(`#${firstNumber + index}`, placed, random.fork(String(index))));
}

/** Evenings and lunch breaks, more on Sundays, and busier towards Christmas. */
function placedAt(random: Random): string {
  for (;;) {
    const day = -Math.floor(DAYS * random.next() ** 1.25);
    const hour = random.weighted([
      [3, 0],
      [2, 6],
      [4, 7],
      [6, 8],
      [7, 9],
      [7, 10],
      [8, 12],
      [8, 13],
      [6, 15],
      [6, 16],
      [9, 18],
      [12, 19],
      [16, 20],
      [14, 21],
      [7, 22],
    ] as const);
    const time = plus(at(day, random.clock(hour, hour)), { seconds: random.int(0, 59) });
    // What was ordered in the last hours is told by hand.
    if (time < plus(NOW, { hours: -6 })) return time;
  }
}

function ordinaryOrder(name: string, placed: string, random: Random): OrderInput {
  const buyer = random.pick(BUYERS);
  const furnitureAllowed = ["home", "near"].includes(ZONE_OF[buyer.address.country]);
  const { lines, kind } = basket(random, furnitureAllowed);
  const method = kind === "digital" ? null : kind === "furniture" ? "freight" : methodFor(buyer, random);
  const spec: OrderSpec = {
    name,
    placed,
    who: buyer.key,
    lines,
    method,
    promise: random.chance(0.85),
    ...(random.chance(0.1) ? { discount: { code: "WELCOME10", percent: 10 } } : {}),
    ...(random.chance(0.24) ? { gateway: "paypal" } : {}),
  };
  const { parcels, doneAt } = shipments(spec, method, random);
  const order = buildOrder({ ...spec, parcels }, random.fork("tracking"));
  return afterwards(order, doneAt, random);
}

function methodFor(buyer: CustomerRow, random: Random): MethodKey {
  const { country, city } = buyer.address;
  if (city === "Berlin" && random.chance(0.4)) return random.pick(["pickup", "courier"] as const);
  return random.weighted([
    [80, "standard"],
    [13, "express"],
    [country === "DE" ? 9 : 0, "packstation"],
  ] as const);
}

/** The parcels of an order, one per location, and when all of it was with the shopper. */
function shipments(
  spec: OrderSpec,
  method: MethodKey | null,
  random: Random,
): { parcels: ParcelSpec[]; doneAt: string } {
  const parcels: ParcelSpec[] = [];
  let doneAt = spec.placed;
  groupLines(spec.lines, method).forEach(({ location, shipped }, index) => {
    const more = { fulfillmentOrder: index + 1 };
    if (!shipped || method === null) {
      parcels.push({ at: plus(spec.placed, { seconds: 40 }), more });
      return;
    }
    const made =
      method === "pickup" || method === "courier"
        ? broughtInBerlin(spec, method, random)
        : sent(spec, method, location, random);
    parcels.push({ ...made.parcel, more: { ...made.parcel.more, ...more } });
    if (made.doneAt > doneAt) doneAt = made.doneAt;
  });
  return { parcels, doneAt };
}

function sent(
  spec: OrderSpec,
  method: MethodKey,
  from: LocationId,
  random: Random,
): { parcel: ParcelSpec; doneAt: string } {
  const { address } = customer(spec.who ?? "");
  const day = shippingDay(spec.placed, from, random);
  const labelAt = at(day, random.clock(10, 15));
  const carrier = carrierFor(from, method, address.country);
  const { scans, eta, deliveredAt } = journey({ carrier, from, method, to: address, day, labelAt }, random);
  return { parcel: { at: labelAt, carrier, scans, ...(eta ? { eta } : {}) }, doneAt: deliveredAt };
}

/** After two in the afternoon an order counts for the next working day; nothing leaves on weekends. */
function shippingDay(placed: string, from: LocationId, random: Random): number {
  let day = dayOf(placed);
  if (placed > at(day, "09:30") || isWeekend(day)) day = addWorkingDays(day, 1);
  return addWorkingDays(day, random.weighted(HANDLING[from]));
}

function broughtInBerlin(
  spec: OrderSpec,
  method: "pickup" | "courier",
  random: Random,
): { parcel: ParcelSpec; doneAt: string } {
  const day = addWorkingDays(dayOf(spec.placed), 1);
  const ready = at(day, random.clock(11, 16));
  const done = method === "pickup" ? at(day + random.int(0, 3), "17:35") : plus(ready, { minutes: random.int(25, 80) });
  const kreuzberg = { city: "Berlin", zip: "10999", province: null, country: "DE", zone: "Europe/Berlin" };
  if (method === "pickup") {
    const collected = done > ready ? done : plus(ready, { minutes: 50 });
    return {
      parcel: {
        from: "kreuzberg",
        at: ready,
        scans: [{ status: "READY_FOR_PICKUP", at: ready, place: kreuzberg }],
        more: { pickedUpAt: collected },
      },
      doneAt: collected,
    };
  }
  const scans = [
    { status: "OUT_FOR_DELIVERY", at: ready, place: kreuzberg, message: "The courier is on the way." },
    { status: "DELIVERED", at: done, place: kreuzberg, message: "Handed over in person." },
  ] as const;
  return {
    parcel: { from: "kreuzberg", at: ready, scans },
    doneAt: isPast(done) ? done : plus(ready, { minutes: 45 }),
  };
}
