import { words } from "../normalize.ts";
import { cardinal } from "./numbers.ts";
import type { Item } from "./told.ts";

const MORE = /\b(?:add|more|another|extra|additional|increase)\b/i;
const FEWER = /\b(?:remove|take|drop|delete|without|less|fewer|cancel|leave out|get rid)\b/i;

/**
 * How many of an item there shall be, in what a message says of an order that is still to be sent: "remove the mug", "only
 * two", "from 4 to 3", "take one out" (`named` is the number of units it names).
 */
export function changeIn(said: string, item: Item, named: number): { newQuantity: number | null; more: boolean } {
  const list = words(said);
  for (const [at, word] of list.entries()) {
    const number = cardinal(list[at + 1]);
    if (number === null || !["only", "just", "to", "keep", "make"].includes(word)) continue;
    if (number < item.free) return { newQuantity: number, more: false };
    if (number > item.free) return { newQuantity: null, more: true };
  }
  const insteadAt = list.indexOf("instead");
  const before =
    insteadAt > 0
      ? list
          .slice(0, insteadAt)
          .map(cardinal)
          .findLast((one) => one !== null)
      : null;
  if (before !== null && before !== undefined && before < item.free) return { newQuantity: before, more: false };
  if (FEWER.test(said)) return { newQuantity: Math.max(0, item.free - named), more: false };
  return { newQuantity: null, more: MORE.test(said) };
}
