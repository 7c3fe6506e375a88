import type { CountryName } from "./name-list.tsx";

let all: readonly CountryName[] | undefined;

/** Regions that have a name of their own and are no countries: the European Union, the United Nations and the like. */
const NO_COUNTRIES = new Set(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"]);

/** All countries by their English names, in the order of these. Made on the server: browsers may name them otherwise. */
export function countryNames(): readonly CountryName[] {
  all ??= listCountries();
  return all;
}

/** The country that a time zone belongs to, the first by its code where several share it; null where none is known. */
export function countryOfTimeZone(timeZone: string): string | null {
  const home = countryNames().find(({ code }) => {
    const region = new Intl.Locale(`und-${code}`) as Intl.Locale & { getTimeZones?: () => string[] | undefined };
    return region.getTimeZones?.()?.includes(timeZone) ?? false;
  });
  return home?.code ?? null;
}

function listCountries(): CountryName[] {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes
    .flatMap((code) => {
      const name = names.of(code);
      // Codes that have been replaced by another one still have its name.
      const isCurrent = Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
      return name !== undefined && isCurrent && !NO_COUNTRIES.has(code) ? [{ code, name }] : [];
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, "en"));
}
