import type { StoreFileInput } from "../../store/schema.ts";
import type { StockPlace } from "../catalog/products.ts";

type LocationInput = NonNullable<StoreFileInput["locations"]>[number];

export type LocationId = "hamburg" | "kreuzberg" | "venlo" | "dabrowa";

export const LOCATIONS: LocationInput[] = [
  {
    id: "hamburg",
    name: "Hamburg warehouse",
    kind: "merchant",
    primary: true,
    address: {
      company: "Juniper & Tide",
      address1: "Peutestraße 51",
      city: "Hamburg",
      zip: "20539",
      countryCode: "DE",
      timeZone: "Europe/Berlin",
    },
  },
  {
    id: "kreuzberg",
    name: "Juniper & Tide Kreuzberg",
    kind: "merchant",
    pickup: true,
    address: {
      company: "Juniper & Tide",
      address1: "Oranienstraße 24",
      city: "Berlin",
      zip: "10999",
      countryCode: "DE",
      timeZone: "Europe/Berlin",
      phone: "+493023125100",
    },
  },
  {
    id: "venlo",
    name: "Maaslog Venlo",
    kind: "third_party",
    service: "Maaslog Fulfillment",
    address: {
      company: "Maaslog Fulfillment B.V.",
      address1: "Columbusweg 30",
      city: "Venlo",
      zip: "5928 LC",
      countryCode: "NL",
      timeZone: "Europe/Amsterdam",
    },
  },
  {
    id: "dabrowa",
    name: "Meble Dąbrowa workshop",
    kind: "dropship",
    service: "Meble Dąbrowa",
    address: {
      company: "Meble Dąbrowa",
      address1: "ul. Tworzeń 118",
      city: "Dąbrowa Górnicza",
      zip: "41-303",
      countryCode: "PL",
      timeZone: "Europe/Warsaw",
    },
  },
];

/** Who ships a product, by where its units are. What needs no shipping belongs to the primary location. */
export const LOCATION_OF: Record<StockPlace, LocationId> = {
  hamburg: "hamburg",
  venlo: "venlo",
  supplier: "dabrowa",
  none: "hamburg",
};
