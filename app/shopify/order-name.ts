/** Longer than any order name; more is not looked up. */
const LONGEST = 40;

/**
 * The order name in what a shopper wrote, reduced to what is compared: capitals, ASCII digits, without `#`, blanks and
 * a leading "order" or "no.". `#1001`, `1001`, `order no. 1001` and full-width `＃１００１` are all `1001`.
 * @returns null when nothing in it could be an order name
 */
export function normalizeOrderName(text: string): string | null {
  const plain = text
    .normalize("NFKC")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .trim();
  if (plain.length > LONGEST) return null;
  const name = plain
    .replace(/^(?:(?:my|the)\s+)?(?:order|bestellung|commande|pedido|注文)\b\s*/iu, "")
    .replace(/^(?:number|no\.?|nr\.?|num\.?|numéro|número|番号)\s*[:.]?\s*/iu, "")
    .replace(/^[#№:\s]+|[.,;!?\s]+$/g, "")
    .replace(/\s+/g, "")
    .toUpperCase();
  return /^[\p{L}\p{N}#._/-]+$/u.test(name) && /\p{N}/u.test(name) ? name : null;
}

/** Whether two names mean the same order of one shop. */
export function sameOrderName(a: string, b: string): boolean {
  const name = normalizeOrderName(a);
  return name !== null && name === normalizeOrderName(b);
}
