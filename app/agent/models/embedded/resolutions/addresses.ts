import { countryIn, provinceCode } from "./places.ts";

type Found = { [Part in "name" | "address1" | "address2" | "city" | "province" | "zip" | "country"]: string | null };

const NUMBER = "\\d{1,5}[a-zA-Z]?(?:[-/]\\d{1,4}[a-zA-Z]?)?";
const NAME = "[\\p{L}'’.-]+";
/** House number first ("12 Oak Street", "12 bis rue de la Paix"), with the word that ends the street or begins it. */
const STREET_WORD =
  "(?:streets?|st|avenue|ave|av|road|rd|lane|ln|drive|dr|boulevard|blvd|way|court|ct|place|pl|square|sq|terrace|close|crescent|parkway|pkwy|highway|hwy|row|gardens|grove|hill|mews|walk|broadway)";
const NUMBER_FIRST = new RegExp(
  `(?<![\\p{L}\\d#])${NUMBER}\\s+(?:(?:[NSEW]|${NAME})\\.?\\s+){0,4}?${STREET_WORD}\\b\\.?`,
  "iu",
);
const FRENCH = new RegExp(
  `(?<![\\p{L}\\d#])${NUMBER}(?:\\s+(?:bis|ter))?,?\\s+(?:rue|avenue|av\\.?|boulevard|bd\\.?|place|chemin|impasse|all[ée]e|quai|route)\\s+${NAME}(?:\\s+(?:${NAME}))*`,
  "iu",
);
const WORD_FIRST = new RegExp(
  `(?<!\\p{L})(?:(?:calle|c/|avenida|avda\\.?|paseo|plaza|via|viale|corso|piazza)\\s+(?:${NAME}\\s+){0,4}?|(?:${NAME}\\s+)?[\\p{L}-]*(?:stra(?:ß|ss)e|str\\.|weg|platz|allee|gasse|ring|damm|ufer|gracht|straat|laan|plein|gatan|vej)\\s+),?\\s*(?:n[ºo.]\\s*)?${NUMBER}(?![\\p{L}\\d])`,
  "iu",
);
/** Anything with a number in a part by itself, when a postal code follows in a later part. */
const LOOSE = new RegExp(`^(?:${NUMBER}\\s+${NAME}.*|${NAME}.*\\s${NUMBER})$`, "iu");
const UNIT =
  /^(?:(?:apt|apartment|unit|suite|ste|flat|floor|room|building|bldg|stair|piso|appartement|wohnung|c\/o|p\.?\s?o\.?\s?box)\b\.?|#).*|^\d{1,2}(?:º|ª|°|th floor|nd floor|rd floor|st floor)\s?\w?$/iu;
const ZIPS: readonly RegExp[] = [
  /(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}(?![\p{L}\d])/iu,
  /(?<![\p{L}\d])[ABCEGHJ-NPRSTVXY]\d[A-Z]\s?\d[A-Z]\d(?![\p{L}\d])/iu,
  /(?<![\p{L}\d])\d{4}\s[A-Z]{2}(?![\p{L}\d])/u,
  /(?<![\p{L}\d#])\d{5}-\d{4}(?!\d)/u,
  /(?<![\p{L}\d#])\d{5}(?![\p{L}\d])/u,
  /(?<![\p{L}\d#])\d{3}-\d{4}(?!\d)/u,
  /(?<![\p{L}\d#])\d{4}-\d{3}(?!\d)/u,
  /(?<![\p{L}\d#])\d{2}-\d{3}(?!\d)/u,
  /(?<![\p{L}\d#])\d{4}(?![\p{L}\d])/u,
];
/** What stands before an address in a message. */
const LEAD_IN =
  /^.*\b(?:send|ship|deliver|address|it|change|changed|order|moved|live|now|use|instead|is|be|to|at|should|please)\b\s*(?:#?\d{3,6}\s+)?(?:it\s+)?(?:to|is|at|should be|be|as|:)?\s*[:-]?\s+/iu;

/**
 * A postal address in what a shopper wrote, over one or several messages: American, British, German, French, Spanish and
 * the like, with commas, in lines or in one run. `null` parts were not there; nothing is made up.
 */
export function findAddress(said: string): Found {
  const found: Found = {
    name: null,
    address1: null,
    address2: null,
    city: null,
    province: null,
    zip: null,
    country: null,
  };
  const text = said
    .replace(/\[[^\]]*\]/g, " ")
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\b(?:please|pls|thanks|thank you)\b/gi, " ")
    // An order's number is as long as a postal code.
    .replace(/\border\s+(?:no\.?|number|nr\.?)?\s*#?\d{3,6}(?![\p{L}\d])/giu, "order ");
  const street =
    [FRENCH, WORD_FIRST, NUMBER_FIRST].map((one) => firstOf(one, text)).find((one) => one !== null) ?? null;
  let rest: string[];
  if (street) {
    const before = text.slice(0, street.at);
    const after = text.slice(street.at + street.text.length);
    const street1 = street.text
      .replace(/\s+/g, " ")
      .replace(/^(?:to|at|is|in)\s/i, "")
      .trim()
      .replace(/[,;]$/, "");
    found.address1 = street1.replace(/\.$/, (dot) => (/\b(?:str|st|ave|rd|dr)\.$/i.test(street1) ? dot : ""));
    readBefore(found, before);
    rest = parts(after);
  } else {
    const all = parts(text);
    const at = all.findIndex((part) => LOOSE.test(bareStreet(part)) && zipIn(part) === null);
    if (at >= 0 && all.slice(at + 1).some((part) => zipIn(part) !== null)) {
      found.address1 = bareStreet(all[at] ?? "");
      readBefore(found, all.slice(0, at).join(", "));
      rest = all.slice(at + 1);
    } else rest = all.map((part) => part.replace(LEAD_IN, "")).filter(Boolean);
  }
  readAfter(found, rest);
  return found;
}

export function hasAddress({ address1, city, zip }: Found): boolean {
  return address1 !== null || zip !== null || city !== null;
}

/** "same street but number 12": only the house number of the address that is known changes. */
export function sameStreet(said: string): string | null {
  if (!/\bsame (?:street|road|address)\b|\b(?:house )?number (?:is|should be) (?:wrong|\d)/i.test(said)) return null;
  return /\b(?:number|no\.?|nr\.?|#)\s*(?:is|should be|to)?\s*(\d{1,5}[a-z]?)\b/i.exec(said)?.[1] ?? null;
}

function firstOf(pattern: RegExp, text: string): { text: string; at: number } | null {
  const match = pattern.exec(text);
  return match ? { text: match[0], at: match.index } : null;
}

function parts(text: string): string[] {
  return text
    .split(/[,;\n]+/)
    .map((part) =>
      part
        .replace(/\s+/g, " ")
        .replace(/^[\s.:-]+|[\s.!?]+$/g, "")
        .trim(),
    )
    .filter(Boolean);
}

function bareStreet(part: string): string {
  const bare = part.replace(LEAD_IN, "");
  return /\d/.test(bare) ? bare : part;
}

/** Before the street: a flat, or the name on the label. */
function readBefore(found: Found, before: string): void {
  const pieces = parts(before);
  const last = pieces.at(-1);
  if (last === undefined) return;
  const unit = /(?:^|\s)((?:flat|apt|apartment|unit|suite)\.?\s*#?\s*[\dA-Za-z]{1,5})$/i.exec(last)?.[1];
  if (unit) {
    found.address2 = unit;
    pieces.pop();
  }
  const name = pieces.at(-1)?.replace(/^.*(?:\b(?:to|is|for|address|name)\b|:)\s*/i, "");
  if (name && /^\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'.-]*){1,3}$/u.test(name) && !/\d/.test(name)) found.name = name;
}

function zipIn(part: string): string | null {
  return ZIPS.map((zip) => zip.exec(part)?.[0]).find((one) => one !== undefined) ?? null;
}

/** Behind the street: flat, city, state, postal code and country, in the orders that people write them. */
function readAfter(found: Found, rest: readonly string[]): void {
  const left: string[] = [];
  let leftAfter = false;
  for (const part of rest) {
    const country = found.country === null ? countryIn(part) : null;
    if (country !== null && (found.zip !== null || found.city !== null || left.length > 0 || rest.length === 1)) {
      found.country = country;
      continue;
    }
    if (UNIT.test(part) && found.address2 === null) {
      found.address2 = part;
      continue;
    }
    const zip = found.zip === null ? zipIn(part) : null;
    if (zip === null) {
      left.push(part);
      continue;
    }
    found.zip = /[a-z]/.test(zip) ? zip.toUpperCase() : zip;
    const [before = "", after = ""] = part.split(zip).map((piece) => piece.trim());
    if (before !== "") left.push(before);
    // What follows the code is the city, and after that talk.
    if (after !== "" && /^\p{L}/u.test(after)) {
      const named = countryIn(after);
      if (named && before !== "") found.country = named;
      else if (before === "") {
        left.splice(0, left.length, after);
        leftAfter = true;
      }
    }
    break;
  }
  const taken = rest.findIndex((part) => found.zip !== null && zipIn(part) !== null);
  for (const part of taken >= 0 ? rest.slice(taken + 1) : []) found.country ??= countryIn(part);
  const towns: string[] = [];
  for (const part of left) {
    const [, city = "", state = ""] = /^(.*?)\s*\b([A-Z]{2,3}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)$/.exec(part) ?? [];
    const province = provinceCode(state);
    if (province && (towns.length > 0 || city !== "")) {
      found.province = province;
      if (city !== "") towns.push(city);
    } else if (/^\p{L}[\p{L}'.\s-]{1,40}$/u.test(part) && part.split(" ").length <= 4) towns.push(part);
  }
  if (found.address1 === null && found.zip === null && found.province === null) return;
  // "Chelsea, London, SW3": the town stands last, right beside its code.
  found.city = (found.zip === null || leftAfter ? towns[0] : towns.at(-1)) ?? null;
  if (!leftAfter && found.zip !== null && towns.length > 1) found.address2 ??= towns[0] ?? null;
}
