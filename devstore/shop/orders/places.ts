import { COUNTRIES, type AddressRow, type CountryCode } from "../people/customers.ts";

/** Where a carrier scanned a parcel. Its clock is the place's own. */
export type Place = { city: string; zip: string | null; province: string | null; country: string; zone: string };

const place = (
  city: string,
  country: string,
  zone: string,
  zip: string | null = null,
  province: string | null = null,
): Place => ({
  city,
  zip,
  province,
  country,
  zone,
});

export const PLACES = {
  hamburg: place("Hamburg", "DE", "Europe/Berlin", "20539"),
  hannover: place("Hannover", "DE", "Europe/Berlin"),
  leipzig: place("Leipzig", "DE", "Europe/Berlin"),
  frankfurt: place("Frankfurt", "DE", "Europe/Berlin"),
  cologne: place("Köln", "DE", "Europe/Berlin"),
  rudersdorf: place("Rüdersdorf", "DE", "Europe/Berlin"),
  venlo: place("Venlo", "NL", "Europe/Amsterdam", "5928 LC"),
  eindhoven: place("Eindhoven", "NL", "Europe/Amsterdam"),
  nieuwegein: place("Nieuwegein", "NL", "Europe/Amsterdam"),
  brussels: place("Brussels", "BE", "Europe/Brussels"),
  dabrowa: place("Dąbrowa Górnicza", "PL", "Europe/Warsaw", "41-303"),
  wroclaw: place("Wrocław", "PL", "Europe/Warsaw"),
  paris: place("Roissy-en-France", "FR", "Europe/Paris"),
  madrid: place("Madrid", "ES", "Europe/Madrid"),
  milan: place("Milano", "IT", "Europe/Rome"),
  dublin: place("Dublin", "IE", "Europe/Dublin"),
  stockholm: place("Stockholm", "SE", "Europe/Stockholm"),
  vienna: place("Wien", "AT", "Europe/Vienna"),
  langley: place("Langley", "GB", "Europe/London"),
  coventry: place("Coventry", "GB", "Europe/London"),
  zurich: place("Zürich-Mülligen", "CH", "Europe/Zurich"),
  newYork: place("Jamaica", "US", "America/New_York", "11430", "NY"),
  memphis: place("Memphis", "US", "America/Chicago", "38118", "TN"),
  mississauga: place("Mississauga", "CA", "America/Toronto", null, "ON"),
  tokyo: place("Kawasaki", "JP", "Asia/Tokyo"),
} as const satisfies Record<string, Place>;

const ZONES_BY_PROVINCE: Record<string, string> = { OR: "America/Los_Angeles", TX: "America/Chicago" };

/** The delivery end of a journey: the shopper's own town. */
export function destination(address: AddressRow): Place {
  const zone =
    (address.country === "US" && ZONES_BY_PROVINCE[address.province?.[0] ?? ""]) || COUNTRIES[address.country].zone;
  return place(
    address.city,
    address.country,
    zone,
    address.zip,
    address.country === "US" || address.country === "CA" ? (address.province?.[0] ?? null) : null,
  );
}

/** Where parcels enter a country. */
export const GATEWAYS: Record<CountryCode, Place> = {
  DE: PLACES.hannover,
  AT: PLACES.vienna,
  CH: PLACES.zurich,
  FR: PLACES.paris,
  ES: PLACES.madrid,
  NL: PLACES.nieuwegein,
  BE: PLACES.brussels,
  IT: PLACES.milan,
  IE: PLACES.dublin,
  SE: PLACES.stockholm,
  GB: PLACES.langley,
  US: PLACES.newYork,
  CA: PLACES.mississauga,
  JP: PLACES.tokyo,
};
