/** Check digits of tracking numbers. Every function takes the digits without the check digit and returns it. */

/** UPU S10 (registered, EMS and parcels by post): eight digits, weights 8 6 4 2 3 5 9 7, modulo 11. */
export function s10CheckDigit(serial: string): string {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const rest = 11 - (weightedSum(serial, weights) % 11);
  if (rest === 10) return "0";
  return rest === 11 ? "5" : String(rest);
}

/** GS1 modulo 10 (SSCC of DHL Paket, USPS IMpb, Canada Post): weights 3 1 3 1 … from the right. */
export function gs1CheckDigit(digits: string): string {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return String((10 - (sum % 10)) % 10);
}

/** UPS 1Z: the 15 characters after `1Z`; letters count as (code point − 63) modulo 10, every second one twice. */
export function upsCheckDigit(body: string): string {
  const sum = Array.from(body).reduce((total, character, index) => {
    const value = /\d/.test(character) ? Number(character) : (character.charCodeAt(0) - 63) % 10;
    return total + value * (index % 2 === 1 ? 2 : 1);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** FedEx Express, 12 digits: weights 3 1 7 repeating over the first eleven, modulo 11, then modulo 10. */
export function fedexCheckDigit(digits: string): string {
  return String((weightedSum(digits, [3, 1, 7]) % 11) % 10);
}

/** DHL Express, 10 digits: the first nine modulo 7. */
export function dhlExpressCheckDigit(digits: string): string {
  return String(Number(digits) % 7);
}

function weightedSum(digits: string, weights: readonly number[]): number {
  return Array.from(digits).reduce(
    (sum, digit, index) => sum + Number(digit) * (weights[index % weights.length] ?? 0),
    0,
  );
}
