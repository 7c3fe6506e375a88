/**
 * Money in integer minor units with its currency (P6). Amounts are never floats: decimal strings are read digit by
 * digit and formatted as decimal strings.
 */
export type Money = { minor: number; currency: string };

/** ISO 4217 currencies whose minor unit is not a hundredth. All others have two decimals. */
const DECIMALS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" ").map((code) => [code, 0]),
  ),
  ...Object.fromEntries("BHD IQD JOD KWD LYD OMR TND".split(" ").map((code) => [code, 3])),
};

/** Decimals of a currency by ISO 4217: 0 for JPY, 3 for KWD, 2 for most. */
export function currencyDecimals(currency: string): number {
  return DECIMALS[currency] ?? 2;
}

/**
 * Reads a decimal string such as Shopify's `"12.5"` or `"1000.0"`.
 * @returns null when it is no number, is finer than the currency's minor unit, or is too large to be exact
 */
export function parseMoney(amount: string, currency: string): Money | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount.trim());
  if (!match || !/^[A-Z]{3}$/.test(currency)) return null;
  const [, sign = "", whole = "0", fraction = ""] = match;
  const decimals = currencyDecimals(currency);
  if (/[^0]/.test(fraction.slice(decimals))) return null;
  const minor = Number(whole + fraction.slice(0, decimals).padEnd(decimals, "0"));
  if (!Number.isSafeInteger(minor)) return null;
  return { minor: sign === "-" && minor !== 0 ? -minor : minor, currency };
}

/** The exact decimal string of an amount: `{ minor: 4250, currency: "EUR" }` is `"42.50"`. */
export function decimalString({ minor, currency }: Money): `${number}` {
  const decimals = currencyDecimals(currency);
  const digits = String(Math.abs(minor)).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const text = decimals === 0 ? whole : `${whole}.${digits.slice(digits.length - decimals)}`;
  return `${minor < 0 ? "-" : ""}${text}` as `${number}`;
}

const formats = new Map<string, Intl.NumberFormat>();

/** An amount as people read it in a language: `€42.50`, `¥1,200`, `KWD 1.250`. */
export function formatMoney(money: Money, locale: string): string {
  const key = `${locale} ${money.currency}`;
  let format = formats.get(key);
  if (!format) {
    const decimals = currencyDecimals(money.currency);
    format = new Intl.NumberFormat(locale, {
      style: "currency",
      currency: money.currency,
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    formats.set(key, format);
  }
  // Intl puts a no-break space after alphabetic codes; a plain one survives copying and matching better.
  return format.format(decimalString(money)).replace(/[\u00a0\u202f]/g, " ");
}

/** @throws RangeError when the currencies differ: adding them is a bug of the caller */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`cannot add ${b.currency} to ${a.currency}`);
  return { minor: a.minor + b.minor, currency: a.currency };
}
