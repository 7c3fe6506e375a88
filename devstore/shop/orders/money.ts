import type { CountryCode } from "../people/customers.ts";

/**
 * The currencies the shop sells in besides its own. Prices abroad are round numbers of the local currency, as a merchant
 * sets them, not the converted euro.
 */
export const CURRENCIES = {
  EUR: { rate: 1, decimals: 2, step: 1 },
  GBP: { rate: 0.86, decimals: 2, step: 50 },
  USD: { rate: 1.09, decimals: 2, step: 100 },
  CHF: { rate: 0.94, decimals: 2, step: 50 },
  CAD: { rate: 1.52, decimals: 2, step: 100 },
  JPY: { rate: 172, decimals: 0, step: 10 },
} as const;

export type CurrencyCode = keyof typeof CURRENCIES;

export function currencyOf(country: CountryCode): CurrencyCode {
  const local: Partial<Record<CountryCode, CurrencyCode>> = { GB: "GBP", US: "USD", CH: "CHF", CA: "CAD", JP: "JPY" };
  return local[country] ?? "EUR";
}

/** Minor units of `currency` that something priced at `cents` euro cents costs there. */
export function localPrice(cents: number, currency: CurrencyCode): number {
  if (currency === "EUR" || cents === 0) return cents;
  const { rate, decimals, step } = CURRENCIES[currency];
  return Math.max(step, Math.round(((cents / 100) * rate * 10 ** decimals) / step) * step);
}

/** `1999` EUR → "19.99"; `3100` JPY → "3100". */
export function decimal(minor: number, currency: CurrencyCode): string {
  const { decimals } = CURRENCIES[currency];
  return (minor / 10 ** decimals).toFixed(decimals);
}

/** "19.99" EUR → `1999`. Throws when the text has more decimals than the currency. */
export function minorUnits(text: string, currency: CurrencyCode): number {
  const { decimals } = CURRENCIES[currency];
  const minor = Number(text) * 10 ** decimals;
  const rounded = Math.round(minor);
  if (Math.abs(minor - rounded) > 1e-6) throw new Error(`${text} is not an amount of ${currency}`);
  return rounded;
}

/** What the price holds, or what is put on top of it, by country of destination. */
export const TAXES: Partial<Record<CountryCode, { title: string; rate: number; included: boolean }>> = {
  DE: { title: "DE VAT", rate: 0.19, included: true },
  AT: { title: "AT VAT", rate: 0.2, included: true },
  FR: { title: "FR VAT", rate: 0.2, included: true },
  ES: { title: "ES VAT", rate: 0.21, included: true },
  NL: { title: "NL VAT", rate: 0.21, included: true },
  BE: { title: "BE VAT", rate: 0.21, included: true },
  IT: { title: "IT VAT", rate: 0.22, included: true },
  IE: { title: "IE VAT", rate: 0.23, included: true },
  SE: { title: "SE VAT", rate: 0.25, included: true },
  GB: { title: "GB VAT", rate: 0.2, included: true },
  CH: { title: "CH VAT", rate: 0.081, included: true },
  JP: { title: "Consumption tax", rate: 0.1, included: true },
  CA: { title: "GST", rate: 0.05, included: false },
};
