import type { CheckDigit } from "./check-digits.ts";

/**
 * One shape of a carrier's numbers. The first capture group is what the check digit covers, or all of it.
 *
 * `check` is null where the format has no check digit or none that is published. `sure` is false where other numbers
 * of the same shape are known to be in use: a right check digit then speaks for the number, a wrong one says nothing.
 */
export type NumberFormat = { pattern: RegExp; check: CheckDigit | null; sure: boolean };

export type Carrier = {
  id: string;
  name: string;
  /** Names as they stand in Shopify's list of tracking companies and as merchants write them. */
  aliases: readonly string[];
  /** Where it collects or delivers; ISO 3166-1, empty for worldwide. */
  countries: readonly string[];
  formats: readonly NumberFormat[];
  /** Where its own tracking page is: https, with `{number}`; null where no lasting address is known. */
  link: string | null;
};
