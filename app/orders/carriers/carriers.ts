import type { Carrier, NumberFormat } from "./carrier.ts";
import { AMERICAS_AND_WORLDWIDE } from "./table-americas.ts";
import { ASIA_PACIFIC } from "./table-asia-pacific.ts";
import { EUROPE } from "./table-europe.ts";

export const CARRIERS: readonly Carrier[] = [...EUROPE, ...AMERICAS_AND_WORLDWIDE, ...ASIA_PACIFIC];

/** Longer than any carrier's number; more is not a number. */
const LONGEST_NUMBER = 40;

/** `invalid` only where a published check digit is wrong: an unfamiliar shape is `unknown`, as carriers keep adding some. */
export type NumberVerdict = "valid" | "invalid" | "unknown";

export type Recognized = { carrier: Carrier; by: "name" | "number" };

/**
 * Which carrier has this parcel. The company's name decides where it is known; where several carriers go by it ("DHL"),
 * the number chooses among them. Without a known name the number alone decides only if one carrier's shape fits,
 * its check digit is right, and no other carrier's shape could be meant.
 */
export function recognizeCarrier(company: string | null, number: string): Recognized | null {
  const named = carriersNamed(company);
  const [first, ...others] = named;
  if (first && others.length === 0) return { carrier: first, by: "name" };
  // A name that nobody here goes by is another carrier's: its numbers may look like anything.
  if (!first && isForeign(company)) return null;
  const fitting = (first ? named : CARRIERS)
    .map((carrier) => ({ carrier, fit: fitOf(carrier, tidy(number)) }))
    .filter(({ fit }) => fit === "right" || fit === "shape");
  if (first) {
    const best = fitting.filter(({ fit }) => fit === "right");
    const [only, ...rest] = best.length > 0 ? best : fitting;
    return only && rest.length === 0 ? { carrier: only.carrier, by: "name" } : null;
  }
  const [only, ...rest] = fitting;
  return only?.fit === "right" && rest.length === 0 ? { carrier: only.carrier, by: "number" } : null;
}

/**
 * The carrier's name for people: as the shop gave it, else the one a number of the parcel can only be of; null where
 * neither says.
 */
export function carrierNameOf(tracking: readonly { company: string | null; number: string }[]): string | null {
  const named = tracking.find(({ company }) => isForeign(company))?.company;
  if (named) return named;
  return tracking.map(({ number }) => recognizeCarrier(null, number)?.carrier.name).find(Boolean) ?? null;
}

/** Whether a number can be this company's. `unknown` stays unknown: see {@link NumberVerdict}. */
export function checkNumber(company: string | null, number: string): NumberVerdict {
  const text = tidy(number);
  const named = carriersNamed(company);
  if (named.length === 0) return recognizeCarrier(company, number) ? "valid" : "unknown";
  const fits = named.map((carrier) => fitOf(carrier, text));
  if (fits.includes("right")) return "valid";
  if (fits.includes("shape")) return "unknown";
  return fits.includes("wrong") ? "invalid" : "unknown";
}

/**
 * The carrier's own tracking page for a number, or null: where the carrier is not recognized, has no lasting address,
 * or the number is no number. Always https, always the host of the table, the number always encoded.
 */
export function trackingUrl(company: string | null, number: string): string | null {
  const text = tidy(number);
  if (!/^(?=.*\d)[A-Z0-9][A-Z0-9/-]{4,}$/.test(text) || text.length > LONGEST_NUMBER) return null;
  const link = recognizeCarrier(company, number)?.carrier.link ?? null;
  if (link === null || checkNumber(company, number) === "invalid") return null;
  const url = new URL(link.replaceAll("{number}", encodeURIComponent(text)));
  return url.protocol === "https:" && url.host === new URL(link).host ? url.href : null;
}

/** Numbers are told with blanks, in small letters, and by Swiss Post with dots. */
function tidy(number: string): string {
  return number
    .slice(0, 4 * LONGEST_NUMBER)
    .replace(/[\s.]+/g, "")
    .toUpperCase();
}

type Fit = "right" | "shape" | "wrong" | "none";

/** The best a carrier's formats say of a number; a shape without a check digit outweighs another's wrong one. */
function fitOf(carrier: Carrier, number: string): Fit {
  const fits = carrier.formats.map((format) => fitOfFormat(format, number));
  return (["right", "shape", "wrong"] as const).find((fit) => fits.includes(fit)) ?? "none";
}

function fitOfFormat({ pattern, check, sure }: NumberFormat, number: string): Fit {
  if (number.length > LONGEST_NUMBER) return "none";
  const match = pattern.exec(number);
  if (!match) return "none";
  if (check === null) return "shape";
  return check(match[1] ?? number) ? "right" : sure ? "wrong" : "shape";
}

/** What Shopify and fulfillment apps write when they do not know the carrier. */
const GENERIC_NAMES: ReadonlySet<string> = new Set([
  "other",
  "custom",
  "unknown",
  "sonstige",
  "autre",
  "otro",
  "altro",
]);

function isForeign(company: string | null): boolean {
  const name = normalizeName(company ?? "");
  return name !== "" && !GENERIC_NAMES.has(name);
}

const BY_NAME: ReadonlyMap<string, readonly Carrier[]> = CARRIERS.reduce((names, carrier) => {
  for (const alias of new Set(carrier.aliases.map(normalizeName))) {
    names.set(alias, [...(names.get(alias) ?? []), carrier]);
  }
  return names;
}, new Map<string, Carrier[]>());

/** Carriers that go by a name. Services are written after it: "UPS Ground", "Royal Mail Tracked 48". */
function carriersNamed(company: string | null): readonly Carrier[] {
  if (company === null) return [];
  const words = normalizeName(company).split(" ");
  for (let count = words.length; count > 0; count--) {
    const named = BY_NAME.get(words.slice(0, count).join(" "));
    if (named) return named;
  }
  return [];
}

/** Small letters without accents and signs: "Österreichische Post" and "osterreichische post" are one. */
function normalizeName(name: string): string {
  return name
    .slice(0, 100)
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
