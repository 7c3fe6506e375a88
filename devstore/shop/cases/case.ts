import { customer, type OrderSpec } from "../orders/order.ts";
import { type Scan, scan } from "../orders/parcel.ts";
import { destination, type Place, PLACES } from "../orders/places.ts";

/** One hand-written order of the example shop: what it shows, and what is true about it at the shop's "now". */
export type Case = {
  number: number;
  title: string;
  /** One sentence; a right answer to "where is my order?" says this. */
  truth: string;
  order: Omit<OrderSpec, "name">;
};

export function home(key: string): Place {
  return destination(customer(key).address);
}

/** The first evening of a parcel: announced, picked up, and sorted in its first parcel center by night. */
export function leavesHamburg(day: number): Scan[] {
  return [
    scan("CONFIRMED", day, "11:06"),
    scan("CARRIER_PICKED_UP", day, "17:42"),
    scan("IN_TRANSIT", day, "23:18", PLACES.hannover),
  ];
}

export function leavesVenlo(day: number): Scan[] {
  return [
    scan("CONFIRMED", day, "13:21", PLACES.venlo),
    scan("CARRIER_PICKED_UP", day, "18:55", PLACES.venlo),
    scan("IN_TRANSIT", day, "22:47", PLACES.eindhoven),
  ];
}

export function arrives(day: number, where: Place, delivered = "13:24"): Scan[] {
  return [scan("OUT_FOR_DELIVERY", day, "08:16", where), scan("DELIVERED", day, delivered, where)];
}
