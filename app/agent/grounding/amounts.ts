import type { Figure, Reading } from "./figure.ts";

/** What is written for a currency, and the currencies it can mean. */
const SIGNS: Record<string, string[]> = {
  $: ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD", "ARS", "CLP", "COP"],
  US$: ["USD"],
  CA$: ["CAD"],
  C$: ["CAD"],
  AU$: ["AUD"],
  A$: ["AUD"],
  NZ$: ["NZD"],
  HK$: ["HKD"],
  S$: ["SGD"],
  MX$: ["MXN"],
  R$: ["BRL"],
  "€": ["EUR"],
  "£": ["GBP"],
  "¥": ["JPY", "CNY"],
  "￥": ["JPY", "CNY"],
  円: ["JPY"],
  元: ["CNY"],
  "₹": ["INR"],
  "₩": ["KRW"],
  원: ["KRW"],
  "₪": ["ILS"],
  "₺": ["TRY"],
  "₫": ["VND"],
  "฿": ["THB"],
  "₱": ["PHP"],
  zł: ["PLN"],
  kr: ["SEK", "NOK", "DKK", "ISK"],
  "kr.": ["DKK", "SEK", "NOK"],
  Kč: ["CZK"],
  Ft: ["HUF"],
  lei: ["RON"],
  "Fr.": ["CHF"],
  dollar: ["USD", "CAD", "AUD", "NZD", "SGD", "HKD"],
  buck: ["USD", "CAD", "AUD"],
  euro: ["EUR"],
  pound: ["GBP"],
  "pounds sterling": ["GBP"],
  pfund: ["GBP"],
  livre: ["GBP"],
  libra: ["GBP"],
  yen: ["JPY"],
  franken: ["CHF"],
  "swiss franc": ["CHF"],
  dólar: ["USD", "CAD", "AUD"],
  rupee: ["INR"],
  krona: ["SEK"],
  kronor: ["SEK"],
  kroner: ["NOK", "DKK"],
  cent: ["EUR", "USD"],
};
const CODES = new Set(Intl.supportedValuesOf("currency"));
const WORDS = new Set([
  "dollar",
  "buck",
  "euro",
  "pound",
  "pounds sterling",
  "pfund",
  "livre",
  "libra",
  "yen",
  "franken",
  "swiss franc",
  "dólar",
  "rupee",
  "krona",
  "kronor",
  "kroner",
]);

const NUMBER = "\\d{1,3}(?:[.,'’ \\u00a0\\u202f]\\d{3})+(?:[.,]\\d{1,3})?|\\d+(?:[.,]\\d{1,3})?";
const escaped = (words: string[]) =>
  words
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[$.]/g, "\\$&"))
    .join("|");
const SYMBOLS = escaped(Object.keys(SIGNS).filter((sign) => !WORDS.has(sign) && sign !== "cent"));
const NAMES = escaped([...WORDS]);

const SIGN_FIRST = new RegExp(`(?<![\\p{L}\\p{N}])(${SYMBOLS}|[A-Z]{3})[\\s\\u00a0]?(${NUMBER})(?![\\d])`, "gu");
const SIGN_LAST = new RegExp(
  `(?<![\\p{L}\\d.,])(${NUMBER})[\\s\\u00a0]?(?:(${SYMBOLS}|[A-Z]{3})|(${NAMES})e?s?)(?![\\p{L}\\d])`,
  "gu",
);
const SIGN_LAST_EAST_ASIAN = new RegExp(`(?<![\\d.,])(${NUMBER})\\s?([円元원])`, "gu");
const SPELLED_NUMBER =
  "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|zehn|zwanzig|dreißig|fünfzig|hundert|dix|vingt|trente|cinquante|cent|diez|veinte|treinta|cincuenta|cien";
const SPELLED = new RegExp(
  `(?<!\\p{L})(?:${SPELLED_NUMBER})(?:[\\s-](?:and[\\s-])?(?:${SPELLED_NUMBER}))*\\s+(?:${NAMES})s?(?!\\p{L})`,
  "giu",
);

export function readAmounts(reading: Reading): void {
  reading.each(SIGN_FIRST, ([, sign, number], at) => amount(at, sign, number));
  reading.each(SIGN_LAST, ([, number, sign, name], at) => amount(at, sign ?? name, number));
  reading.each(SIGN_LAST_EAST_ASIAN, ([, number, sign], at) => amount(at, sign, number));
  // Amounts in words come from nowhere: everything the agent reads writes them in digits.
  reading.each(SPELLED, (_match, at) => ({ kind: "amount", ...at, readings: [] }));
}

function amount(at: Pick<Figure, "text" | "start" | "end">, sign = "", number = ""): Figure | null {
  const currencies = SIGNS[sign] ?? SIGNS[sign.toLowerCase()] ?? (CODES.has(sign) ? [sign] : null);
  if (!currencies) return null;
  const readings = currencies.flatMap((currency) =>
    minorUnits(number, currency).map((minor) => `${currency} ${minor}`),
  );
  return { kind: "amount", ...at, readings };
}

/** "1.200" may be twelve hundred or one and a fifth: both, as far as the currency has such units. */
function minorUnits(number: string, currency: string): number[] {
  const digits = minorDigits(currency);
  const results = new Set<number>();
  const whole = number.replace(/[.,'’\s\u00a0\u202f]/g, "");
  const split = /^(.*)[.,](\d{1,3})$/.exec(number);
  const isGrouped = !split || split[2]?.length === 3;
  if (isGrouped) results.add(Number(whole) * 10 ** digits);
  if (split && (split[2] ?? "").length <= Math.max(digits, 2) && (split[2]?.length !== 3 || digits === 3)) {
    const major = (split[1] ?? "").replace(/[.,'’\s\u00a0\u202f]/g, "");
    const minor = (split[2] ?? "").padEnd(digits, "0");
    // "¥3,200.00" and "€84,0" are odd but mean what they say.
    if (Number(minor.slice(digits)) === 0)
      results.add(Number(major) * 10 ** digits + Number(minor.slice(0, digits) || 0));
  }
  return [...results];
}

const digitsOf = new Map<string, number>();

function minorDigits(currency: string): number {
  let digits = digitsOf.get(currency);
  if (digits === undefined) {
    const format = new Intl.NumberFormat("en", { style: "currency", currency });
    digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    digitsOf.set(currency, digits);
  }
  return digits;
}
