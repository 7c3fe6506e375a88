import type { Address } from "./plan.ts";
import type { ProposalAsk } from "./tool-answers.ts";

export type NewAddress = { kind: "ok"; address: Address } | { kind: "invalid"; message: string };

/** Longest field that carriers' labels take; more than that is no address. */
const LONGEST = 120;

/** Postal codes of countries that many shops send to; elsewhere any code, or none, is taken. */
const ZIP: Readonly<Record<string, RegExp>> = {
  AT: /^\d{4}$/,
  AU: /^\d{4}$/,
  BE: /^\d{4}$/,
  CA: /^[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d$/,
  CH: /^\d{4}$/,
  CZ: /^\d{3} ?\d{2}$/,
  DE: /^\d{5}$/,
  DK: /^\d{4}$/,
  ES: /^\d{5}$/,
  FI: /^\d{5}$/,
  FR: /^\d{5}$/,
  GB: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/,
  IE: /^[A-Z]\d[\dW] ?[A-Z\d]{4}$/,
  IT: /^\d{5}$/,
  JP: /^\d{3}-?\d{4}$/,
  LU: /^(?:L-)?\d{4}$/,
  NL: /^\d{4} ?[A-Z]{2}$/,
  NO: /^\d{4}$/,
  NZ: /^\d{4}$/,
  PL: /^\d{2}-?\d{3}$/,
  PT: /^\d{4}-\d{3}$/,
  SE: /^\d{3} ?\d{2}$/,
  SG: /^\d{6}$/,
  US: /^\d{5}(?:-\d{4})?$/,
};

/** Countries whose addresses need a state or province. */
const WITH_PROVINCE: ReadonlySet<string> = new Set(["AU", "CA", "US"]);

/**
 * A shopper's words as an address that Shopify takes: trimmed, without control characters, the country by name in any of the
 * widget's languages or by code. What they write is data (P8). It stays in the order's country, because shipping and taxes
 * were paid for that one; the name and phone of the old address stay where none are given.
 */
export function newAddress(asked: NonNullable<ProposalAsk["address"]>, before: Address): NewAddress {
  const country = asked.country === null ? before.countryCode : countryCode(clean(asked.country));
  if (country === null) return invalid(`${JSON.stringify(asked.country)} is no country that I know.`);
  if (country !== before.countryCode) {
    return invalid(`The order can only go to another address in the same country (${before.countryCode}).`);
  }
  const address1 = clean(asked.address1);
  const city = clean(asked.city);
  if (!/\p{L}|\p{N}/u.test(address1) || !/\p{L}/u.test(city)) return invalid("The street or the city is missing.");
  const zip = asked.zip === null ? null : clean(asked.zip).toUpperCase();
  const pattern = ZIP[country];
  if (pattern && (zip === null || !pattern.test(zip))) {
    return invalid(zip === null ? "The postal code is missing." : `${zip} is no postal code of ${country}.`);
  }
  const province = asked.province === null ? null : provinceCode(clean(asked.province));
  const samePlace = city.toLowerCase() === before.city.toLowerCase();
  const kept = samePlace ? before.provinceCode : null;
  if (WITH_PROVINCE.has(country) && province === null && kept === null) {
    return invalid("The state or province is missing; give its two or three letter code.");
  }
  const { firstName, lastName } = names(asked.name, before);
  const address: Address = {
    firstName,
    lastName,
    company: optional(asked.company),
    address1,
    address2: optional(asked.address2),
    city,
    provinceCode: province ?? kept,
    zip,
    countryCode: country,
    phone: optional(asked.phone) ?? before.phone,
  };
  const longest = Object.values(address).find((part) => part !== null && part.length > LONGEST);
  if (longest !== undefined) return invalid("A part of the address is too long for a label.");
  if (JSON.stringify(address) === JSON.stringify(before)) return invalid("That is the address the order has already.");
  return { kind: "ok", address };
}

/** Control and invisible characters out, blanks in one; letters of every script stay. */
function clean(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function optional(text: string | null): string | null {
  const cleaned = text === null ? "" : clean(text);
  return cleaned === "" ? null : cleaned;
}

/** The last word is the family name, as on most labels; nobody reads more into it. */
function names(name: string | null, before: Address): Pick<Address, "firstName" | "lastName"> {
  const cleaned = optional(name);
  if (cleaned === null) return { firstName: before.firstName, lastName: before.lastName };
  const at = cleaned.lastIndexOf(" ");
  return at < 0
    ? { firstName: null, lastName: cleaned }
    : { firstName: cleaned.slice(0, at), lastName: cleaned.slice(at + 1) };
}

function provinceCode(text: string): string | null {
  return /^[A-Za-z]{2,3}$/.test(text) ? text.toUpperCase() : null;
}

const LANGUAGES = ["en", "de", "fr", "es", "ja"];
const ALIASES: Readonly<Record<string, string>> = { uk: "GB", england: "GB", scotland: "GB", wales: "GB", usa: "US" };
let byName: Map<string, string> | null = null;

/** ISO 3166-1 alpha-2 of a country's name in one of the languages, or of its code; null when it is neither. */
export function countryCode(text: string): string | null {
  byName ??= countryNames();
  return byName.get(text.toLowerCase().replace(/^the\s+/, "")) ?? null;
}

function countryNames(): Map<string, string> {
  const names = new Map<string, string>(Object.entries(ALIASES));
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
    for (const first of letters) {
      for (const second of letters) {
        const code = first + second;
        // Codes that ISO gave up or keeps for private use have names too; the first country with a name keeps it.
        const name =
          /^(?:A[AC]|CP|DG|E[AUZ]|IC|Q[M-Z]|TA|U[KN]|X[A-Z]|ZZ|AN|BU|CS|DD|FX|NT|SU|TP|YD|YU|ZR|NH|RH|VD|DY|HV)$/.test(
            code,
          )
            ? undefined
            : display.of(code);
        if (name === undefined) continue;
        if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), code);
        names.set(code.toLowerCase(), names.get(code.toLowerCase()) ?? code);
      }
    }
  }
  return names;
}

function invalid(message: string): NewAddress {
  return { kind: "invalid", message };
}
