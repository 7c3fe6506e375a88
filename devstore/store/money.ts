/** Money inside the devstore is an integer of minor units; a currency has 0, 2 or 3 digits (ISO 4217). */
const zeroDigits = new Set("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split(" "));
const threeDigits = new Set("BHD IQD JOD KWD LYD OMR TND".split(" "));

export function digitsOf(currency: string): number {
  return zeroDigits.has(currency) ? 0 : threeDigits.has(currency) ? 3 : 2;
}

export function toMinor(amount: string, currency: string): number {
  return Math.round(Number(amount) * 10 ** digitsOf(currency));
}

/** As `MoneyV2.amount` comes from Shopify: at least one digit after the point and no needless zeros ("84.0", "10.99"). */
export function toDecimal(minor: number, currency: string): string {
  const text = (minor / 10 ** digitsOf(currency)).toFixed(digitsOf(currency));
  if (!text.includes(".")) return `${text}.0`;
  return text.replace(/0+$/, "").replace(/\.$/, ".0");
}

/** As the `Money` scalar comes from Shopify: two digits, or the currency's ("84.00"). */
export function toMoneyText(minor: number, currency: string): string {
  return (minor / 10 ** digitsOf(currency)).toFixed(Math.max(2, digitsOf(currency)));
}

/** Converts minor units between currencies; `rate` is units of `to` for one unit of `from`. */
export function convert(minor: number, from: string, to: string, rate: number): number {
  return Math.round((minor / 10 ** digitsOf(from)) * rate * 10 ** digitsOf(to));
}

/** The share of an amount that `part` of `whole` units carry, rounded to minor units. */
export function share(minor: number, part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((minor * part) / whole);
}
