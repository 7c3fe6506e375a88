import type { NumberFormat } from "./carrier.ts";
import { s10 } from "./check-digits.ts";
import type { CheckDigit } from "./check-digits.ts";

/** A shape whose check digit is published and always there. */
export const checked = (pattern: RegExp, check: CheckDigit): NumberFormat => ({ pattern, check, sure: true });

/** A shape that other numbers share, so that only a right check digit tells something. */
export const loosely = (pattern: RegExp, check: CheckDigit): NumberFormat => ({ pattern, check, sure: false });

/** A shape without a (published) check digit. */
export const shaped = (pattern: RegExp): NumberFormat => ({ pattern, check: null, sure: false });

/** The UPU's numbers for mail that crosses borders, issued by the post of these countries. */
export const postal = (...countries: string[]): NumberFormat =>
  checked(new RegExp(`^[A-Z]{2}\\d{9}(?:${countries.join("|")})$`), s10);
