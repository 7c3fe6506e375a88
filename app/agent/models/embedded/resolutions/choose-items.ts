import { NO_NAME, same, singular } from "../items.ts";
import { words } from "../normalize.ts";
import { cardinal, placesNamed } from "./numbers.ts";
import type { Item, Units } from "./told.ts";

export type Choice =
  | { kind: "chosen"; items: Units[] }
  /** Several fit, or more are meant than there are. */
  | { kind: "unclear" }
  /** No item is spoken of. */
  | { kind: "none" };

type Asked = {
  /** The items were listed with their numbers right before, so that "2" is one of them. */
  listed: boolean;
  /** What was written before: whether "a mug" or "mugs" is meant. */
  before: string;
  /** The items are those that did not come: of two candles ordered and one received, one. */
  missing: boolean;
};

const ALL = new Set(["all", "everything", "every", "whole", "entire", "complete", "both", "each"]);
const EXCEPT =
  /\b(?:except(?: for)?|apart from|other than|excluding|all but|everything but|but not|besides|aside from)\b/i;
const PARTS = /[,;\n.!?&+]|\b(?:and|plus|as well as|also)\b/i;
/** What is wrong with a size names no item. */
const TOO = /\b(?:too|runs?) (?:small|big|large|tight|short|long|loose|wide)\b/gi;
const MEANT: ReadonlyMap<string, string> = new Map([
  ["big", "large"],
  ["little", "small"],
  ["tiny", "small"],
  ["gray", "grey"],
]);

/** Which items of an order a message means, and how many of each. Guesses nothing: what fits several is unclear. */
export function chooseItems(message: string, items: readonly Item[], asked: Asked): Choice {
  const said = message.replace(TOO, " ");
  const free = items.filter((item) => item.free > 0);
  const list = words(said);
  if (list.length === 0 || free.length === 0) return { kind: "none" };
  if (asked.listed) {
    const places = placesNamed(said, Math.max(...items.map(({ number }) => number)));
    const named = items.filter(({ number }) => places.includes(number));
    if (named.length > 0 && (free.length > 1 || list.length === 1) && named.every((item) => item.free > 0)) {
      if (free.length > 1) return chosen(named.map((item) => [item, defaultQuantity(item, [], asked)]));
    }
  }
  const [kept = "", ...left] = said.split(EXCEPT);
  if (
    left.length > 0 &&
    (mentionsAll(words(kept)) || EXCEPT.exec(said)?.[0].startsWith("all") || /everything but/i.test(said))
  ) {
    // "Except the mugs" leaves out all of them, whichever they are.
    const named = left
      .join(" ")
      .split(PARTS)
      .map((part) => (words(part).some((word) => cardinal(word) !== null) ? part : `all ${part}`));
    const without = spoken(named.join(", "), free, asked);
    if (without === "unclear" || without.length === 0) return { kind: "unclear" };
    const base = spoken(kept, free, asked);
    const from = base === "unclear" || base.length === 0 ? free.map((item): Meant => [item, item.free]) : base;
    return chosen(from.filter(([item]) => !without.some(([other]) => other === item)));
  }
  const meant = spoken(said, free, asked);
  if (meant === "unclear") return { kind: "unclear" };
  if (meant.length > 0) return chosen(meant);
  if (mentionsAll(list) && (list.includes("both") ? unitsIn(free) === 2 : true))
    return chosen(free.map((item) => [item, item.free]));
  const [only, another] = free;
  if (only && !another && asked.listed) {
    const number = list.map(cardinal).find((one) => one !== null) ?? null;
    if (number !== null) return number >= 1 && number <= only.free ? chosen([[only, number]]) : { kind: "unclear" };
  }
  return { kind: "none" };
}

type Meant = readonly [Item, number];

function chosen(meant: readonly Meant[]): Choice {
  const units = meant.map(([{ number }, quantity]) => ({ number, quantity })).toSorted((a, b) => a.number - b.number);
  return units.length > 0 ? { kind: "chosen", items: units } : { kind: "none" };
}

function unitsIn(items: readonly Item[]): number {
  return items.reduce((sum, { free }) => sum + free, 0);
}

function mentionsAll(list: readonly string[]): boolean {
  return list.some((word) => ALL.has(word));
}

/** The items that the parts of a text name, each part by itself: "the lamp, two mugs and the small vase". */
function spoken(said: string, items: readonly Item[], asked: Asked): Meant[] | "unclear" {
  const found: Meant[] = [];
  let noun: string[] = [];
  // "Two mugs, the white ones": what fits several may be told apart by the next part.
  let open: { items: Item[]; number: number | null } | null = null;
  for (const part of said.split(PARTS)) {
    const list = words(part);
    const fitting = fittingItems(list, items, noun);
    if (fitting.items.length === 0) {
      if (!open || !mentionsAll(list)) continue;
      found.push(...open.items.map((item): Meant => [item, item.free]));
      open = null;
      continue;
    }
    noun = fitting.noun;
    const [first, another] = fitting.items;
    if (first && !another) {
      const quantity: number =
        open?.items.includes(first) && open.number ? open.number : quantityIn(list, first, asked);
      if (open?.items.includes(first)) open = null;
      if (quantity < 1 || quantity > first.free) return "unclear";
      if (!found.some(([item]) => item === first)) found.push([first, quantity]);
      continue;
    }
    const number = list.map(cardinal).find((one) => one !== null && one > 1) ?? null;
    const everyOne = mentionsAll(list) && (!list.includes("both") || fitting.items.length === 2);
    if (!everyOne && number !== unitsIn(fitting.items)) {
      if (open) return "unclear";
      open = { items: fitting.items, number };
      continue;
    }
    const fresh = fitting.items.filter((item) => !found.some(([known]) => known === item));
    found.push(...fresh.map((item): Meant => [item, item.free]));
  }
  return open ? "unclear" : found;
}

/** Words of the title count more than those of the variant; a part without a noun ("the green one") keeps that of the one before. */
function fittingItems(list: readonly string[], items: readonly Item[], noun: readonly string[]) {
  const said = list
    .map((word) => MEANT.get(word) ?? word)
    .filter((word) => !NO_NAME.has(word) && cardinal(word) === null);
  const scored = items.map((item) => {
    const titled = words(item.title).filter((name) => name.length >= 3 && !NO_NAME.has(name));
    const varied = words(item.variant ?? "").filter((name) => !NO_NAME.has(name));
    const inTitle = said.filter((word) => titled.some((name) => alike(word, name)));
    const inVariant = said.filter((word) => varied.some((name) => alike(word, name)));
    const again = inTitle.length === 0 && noun.some((word) => titled.some((name) => alike(word, name)));
    return { item, inTitle, score: inTitle.length * 10 + (again && inVariant.length > 0 ? 10 : 0) + inVariant.length };
  });
  const most = Math.max(0, ...scored.map(({ score }) => score));
  const best = most === 0 ? [] : scored.filter(({ score }) => score === most);
  return { items: best.map(({ item }) => item), noun: best[0]?.inTitle.length ? best[0].inTitle : [...noun] };
}

function alike(word: string, name: string): boolean {
  if (word.length < 3 || name.length < 3) return word === name;
  return same(word, name) || (word.length >= 4 && word.length === name.length && letters(word) === letters(name));
}

function letters(word: string): string {
  return Array.from(word).sort().join("");
}

function quantityIn(list: readonly string[], item: Item, asked: Asked): number {
  const received = asked.missing ? receivedIn(list) : null;
  if (received !== null && received < item.free) return item.free - received;
  for (const [at, word] of list.entries()) {
    const number = cardinal(word);
    if (number === null || number === 0) continue;
    // "the white one" is no number of things.
    if (
      word === "one" &&
      at > 0 &&
      !/^(?:only|just|got|received|return|of|with|missing|exchange|remove|take)$/.test(list[at - 1] ?? "")
    )
      continue;
    return number;
  }
  return defaultQuantity(item, list, asked);
}

function receivedIn(list: readonly string[]): number | null {
  const at = list.findIndex((word) => word === "only" || word === "just");
  if (at < 0) return null;
  return (
    list
      .slice(at + 1, at + 5)
      .map(cardinal)
      .find((one) => one !== null) ?? null
  );
}

/** Without a number: all of what is named in the plural or as a line of the list, one of what is named in the singular. */
function defaultQuantity(item: Item, list: readonly string[], { before }: Asked): number {
  if (item.free <= 1 || mentionsAll(list)) return item.free;
  const named = [...list, ...(nounOf(list, item) ? [] : words(before))];
  const noun = nounOf(named, item);
  if (list.includes("ones") || noun === null) return item.free;
  return noun !== singular(noun) ? item.free : 1;
}

function nounOf(list: readonly string[], item: Item): string | null {
  const last = words(item.title).findLast((name) => name.length >= 3 && !NO_NAME.has(name));
  return last === undefined ? null : (list.find((word) => alike(word, last)) ?? null);
}
