import { currencyDecimals, decimalString, parseMoney } from "../orders/money.ts";

/** An amount as it stands in a field: minor units 5000 of EUR are "50.00", of JPY "5000", of KWD "5.000". */
export function moneyText(minor: number, currency: string): string {
  return decimalString({ minor, currency });
}

/**
 * Reads what somebody typed as an amount: "50", "50.00", "50,5", "1,000.00", "1 000". Where a comma may be either a decimal
 * one or a thousands separator ("1,250" of a currency with three decimals) it is not guessed.
 *
 * @returns minor units, or null for what is no amount, is negative, or is finer than the currency's minor unit
 */
export function readMoneyText(text: string, currency: string): number | null {
  const plain = plainDecimal(text.replace(/[\s\u00a0\u202f]/g, ""), currencyDecimals(currency));
  return plain === null ? null : (parseMoney(plain, currency)?.minor ?? null);
}

const THOUSANDS = /^\d{1,3}(,\d{3})+(\.\d+)?$/;

function plainDecimal(text: string, decimals: number): string | null {
  if (/^\d+(\.\d+)?$/.test(text)) return text;
  const groups = THOUSANDS.exec(text);
  const isAmbiguous = decimals === 3 && groups?.[2] === undefined && text.split(",").length === 2;
  if (groups) return isAmbiguous ? null : text.replaceAll(",", "");
  return /^\d+,\d+$/.test(text) ? text.replace(",", ".") : null;
}
