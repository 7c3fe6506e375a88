import type { CountryCode } from "../people/customers.ts";

/** The ways an order reaches its shopper, what they cost in euro cents and what checkout promises in working days. */
export type MethodKey = "standard" | "express" | "freight" | "packstation" | "pickup" | "courier";

type Zone = "home" | "near" | "europe" | "overseas";

export const ZONE_OF: Record<CountryCode, Zone> = {
  DE: "home",
  AT: "near",
  NL: "near",
  BE: "near",
  FR: "near",
  ES: "europe",
  IT: "europe",
  IE: "europe",
  SE: "europe",
  GB: "europe",
  CH: "europe",
  US: "overseas",
  CA: "overseas",
  JP: "overseas",
};

type Method = {
  title: string;
  code: string;
  type: "SHIPPING" | "PICK_UP" | "LOCAL" | "PICKUP_POINT";
  /** By zone: price, and earliest and latest working day after the order. */
  zones: Partial<Record<Zone, readonly [cents: number, earliest: number, latest: number]>>;
  /** Free from this subtotal on, in euro cents, inside Germany. */
  freeFrom?: number;
};

export const METHODS: Record<MethodKey, Method> = {
  standard: {
    title: "Standard shipping",
    code: "standard",
    type: "SHIPPING",
    freeFrom: 7500,
    zones: { home: [490, 2, 4], near: [890, 3, 6], europe: [1290, 4, 9], overseas: [1990, 7, 13] },
  },
  express: {
    title: "Express shipping",
    code: "express",
    type: "SHIPPING",
    zones: { home: [1290, 1, 2], near: [1990, 1, 3], europe: [2490, 2, 4], overseas: [3990, 3, 6] },
  },
  freight: {
    title: "Freight to the curb",
    code: "freight",
    type: "SHIPPING",
    zones: { home: [4900, 9, 14], near: [7900, 10, 16] },
  },
  packstation: {
    title: "DHL Packstation",
    code: "packstation",
    type: "PICKUP_POINT",
    freeFrom: 7500,
    zones: { home: [390, 2, 4] },
  },
  pickup: { title: "Pick up at Juniper & Tide Kreuzberg", code: "pickup", type: "PICK_UP", zones: { home: [0, 0, 1] } },
  courier: { title: "Bike courier in Berlin", code: "courier", type: "LOCAL", zones: { home: [690, 0, 1] } },
};

/** Price and promise of a method to a country. Throws when the shop does not offer it there. */
export function rate(method: MethodKey, country: CountryCode): { cents: number; earliest: number; latest: number } {
  const found = METHODS[method].zones[ZONE_OF[country]];
  if (!found) throw new Error(`${method} is not offered to ${country}`);
  return { cents: found[0], earliest: found[1], latest: found[2] };
}
