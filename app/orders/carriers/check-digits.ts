/**
 * Check digits of tracking numbers. Each takes the part of a number that the check covers, with its check digit last,
 * and says whether that is right. None throws; anything that does not look like its format is wrong.
 */
export type CheckDigit = (number: string) => boolean;

/** UPU standard S10 (`RB123456785GB`): eight digits with the weights 8 6 4 2 3 5 9 7, modulo 11. */
export const s10: CheckDigit = (number) => {
  const [, serial, check] = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/.exec(number) ?? [];
  if (serial === undefined) return false;
  const rest = 11 - (weighted(serial, [8, 6, 4, 2, 3, 5, 9, 7]) % 11);
  return Number(check) === (rest === 10 ? 0 : rest === 11 ? 5 : rest);
};

/** GS1 modulo 10: weights 3 1 3 1 … from the right. SSCC, USPS IMpb, FedEx Ground, Canada Post. */
export const gs1: CheckDigit = (number) => {
  if (!/^\d{2,}$/.test(number)) return false;
  const body = Array.from(number.slice(0, -1)).reverse();
  const sum = body.reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return Number(number.at(-1)) === (10 - (sum % 10)) % 10;
};

/** USPS numbers of 20 digits leave out the leading `91` that the check digit covers; some were issued without it. */
export const usps20: CheckDigit = (number) => gs1(number) || gs1(`91${number}`);

/** FedEx SmartPost numbers of 20 digits leave out a leading `92`. */
export const smartPost20: CheckDigit = (number) => gs1(`92${number}`);

/** UPS after `1Z`: letters count as (code − 63) modulo 10, every second character twice, modulo 10. */
export const ups1z: CheckDigit = (number) => {
  const [, body, check] = /^1Z([A-Z0-9]{15})(\d)$/.exec(number) ?? [];
  if (body === undefined) return false;
  const values = Array.from(body).map((sign) => (/\d/.test(sign) ? Number(sign) : (sign.charCodeAt(0) - 63) % 10));
  const sum = values.reduce((total, value, index) => total + value * (index % 2 === 1 ? 2 : 1), 0);
  return Number(check) === (10 - (sum % 10)) % 10;
};

/** FedEx Express, 12 digits: weights 3 1 7 repeating over eleven, modulo 11, then modulo 10. */
export const fedex12: CheckDigit = (number) =>
  /^\d{12}$/.test(number) && (weighted(number.slice(0, -1), [3, 1, 7]) % 11) % 10 === Number(number.at(-1));

/** All digits but the last, modulo 7: DHL Express, Yamato, Sagawa, Japan Post's domestic numbers. */
export const mod7: CheckDigit = (number) =>
  /^\d{8,13}$/.test(number) && Number(number.slice(0, -1)) % 7 === Number(number.at(-1));

/** Luhn: Purolator. */
export const luhn: CheckDigit = (number) => {
  if (!/^\d{2,}$/.test(number)) return false;
  const sum = Array.from(number)
    .reverse()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
};

/** Deutsche Post's Identcode, 12 digits: weights 4 9 repeating, modulo 10. */
export const identcode: CheckDigit = (number) =>
  /^\d{12}$/.test(number) && (10 - (weighted(number.slice(0, -1), [4, 9]) % 10)) % 10 === Number(number.at(-1));

/** ISO 7064 MOD 37,36: DPD's numbers with a check character. */
export const mod37: CheckDigit = (number) => {
  if (!/^[0-9A-Z]{2,}$/.test(number)) return false;
  let rest = 36;
  for (const sign of number.slice(0, -1)) {
    const sum = (rest + Number.parseInt(sign, 36)) % 36 || 36;
    rest = (sum * 2) % 37;
  }
  return (rest + Number.parseInt(number.slice(-1), 36)) % 36 === 1;
};

/** OnTrac: the letter counts as a digit (C is 4, D is 5), every second digit twice, modulo 10. */
export const ontrac: CheckDigit = (number) => {
  const [, letter, body, check] = /^([CD])(\d{13})(\d)$/.exec(number) ?? [];
  if (body === undefined) return false;
  const sum = weighted(`${letter === "C" ? "4" : "5"}${body}`, [1, 2]);
  return Number(check) === (10 - (sum % 10)) % 10;
};

function weighted(digits: string, weights: readonly number[]): number {
  return Array.from(digits).reduce(
    (sum, digit, index) => sum + Number(digit) * (weights[index % weights.length] ?? 0),
    0,
  );
}
