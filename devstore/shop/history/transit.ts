import { METHODS, type MethodKey, ZONE_OF } from "../orders/shipping.ts";
import type { CarrierKey } from "../carriers/carriers.ts";
import type { CountryCode } from "../people/customers.ts";
import type { LocationId } from "../people/locations.ts";

type Zone = (typeof ZONE_OF)[CountryCode];
/** How many in a hundred parcels take so many of the carrier's delivery days from pickup to the door. */
type Distribution = readonly (readonly [weight: number, days: number])[];

/** What the shop's history teaches whoever asks it: quick at home, slower and wider spread the farther it goes, with a tail. */
const TRANSIT: Record<"standard" | "express" | "freight", Record<Zone, Distribution>> = {
  standard: {
    home: [
      [57, 1],
      [30, 2],
      [8, 3],
      [3, 4],
      [2, 6],
    ],
    near: [
      [20, 2],
      [42, 3],
      [24, 4],
      [10, 5],
      [4, 8],
    ],
    europe: [
      [20, 4],
      [32, 5],
      [23, 6],
      [13, 7],
      [8, 9],
      [4, 13],
    ],
    overseas: [
      [12, 7],
      [21, 8],
      [23, 9],
      [18, 10],
      [14, 12],
      [8, 14],
      [4, 19],
    ],
  },
  express: {
    home: [
      [90, 1],
      [10, 2],
    ],
    near: [
      [70, 1],
      [25, 2],
      [5, 3],
    ],
    europe: [
      [58, 2],
      [32, 3],
      [10, 4],
    ],
    overseas: [
      [45, 3],
      [35, 4],
      [14, 5],
      [6, 7],
    ],
  },
  freight: {
    home: [
      [35, 2],
      [45, 3],
      [20, 4],
    ],
    near: [
      [30, 3],
      [45, 4],
      [25, 5],
    ],
    europe: [
      [50, 5],
      [50, 7],
    ],
    overseas: [[100, 15]],
  },
};

export function transit(method: MethodKey, country: CountryCode): Distribution {
  const service = method === "express" || method === "freight" ? method : "standard";
  return TRANSIT[service][ZONE_OF[country]];
}

/** The delivery day a carrier itself would name when it takes the parcel: the most frequent one. */
export function usualDays(method: MethodKey, country: CountryCode): number {
  return [...transit(method, country)].sort(([one], [other]) => other - one)[0]?.[1] ?? 1;
}

/** Who carries a parcel from a location to a country. The 3PL injects abroad with the carriers of those countries. */
export function carrierFor(from: LocationId, method: MethodKey, country: CountryCode): CarrierKey {
  if (from === "dabrowa") return "dpd";
  if (from === "hamburg" || from === "kreuzberg") {
    if (method === "express") return "dhlExpress";
    return country === "DE" ? "dhl" : "dhlInternational";
  }
  if (method === "express") return ZONE_OF[country] === "overseas" ? "fedex" : "ups";
  return INJECTED[country] ?? "ups";
}

const INJECTED: Partial<Record<CountryCode, CarrierKey>> = {
  AT: "austrianPost",
  BE: "postnl",
  CA: "canadaPost",
  CH: "swissPost",
  ES: "correos",
  FR: "colissimo",
  GB: "royalMail",
  JP: "fedex",
  NL: "postnl",
  US: "usps",
};

/** Working days from the order to the label: most orders leave the next day. */
export const HANDLING: Record<LocationId, Distribution> = {
  hamburg: [
    [30, 0],
    [52, 1],
    [14, 2],
    [4, 3],
  ],
  venlo: [
    [20, 0],
    [58, 1],
    [18, 2],
    [4, 4],
  ],
  kreuzberg: [
    [60, 0],
    [40, 1],
  ],
  dabrowa: [
    [15, 4],
    [30, 5],
    [35, 6],
    [20, 8],
  ],
};

/** Countries whose customs look at a parcel from the European Union. */
export const CUSTOMS: ReadonlySet<CountryCode> = new Set(["GB", "CH", "US", "CA", "JP"]);

export function isPickupPoint(method: MethodKey): boolean {
  return METHODS[method].type === "PICKUP_POINT";
}
