const CARDINALS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"].map(
    (word, at) => [word, at + 1] as const,
  ),
  ...["1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th"].map((word, at) => [word, at + 1] as const),
]);

/** "two", "12": a number of things, up to three digits; null for any other word. */
export function cardinal(word: string | undefined): number | null {
  if (word === undefined) return null;
  if (/^\d{1,3}$/.test(word)) return Number(word);
  const at = CARDINALS.indexOf(word);
  if (at >= 0) return at;
  return word === "couple" || word === "pair" ? 2 : word === "dozen" ? 12 : null;
}

function ordinal(word: string | undefined): number | null {
  return word === undefined ? null : (ORDINALS.get(word) ?? null);
}

const AROUND = new Set(
  "number no nr item items option options the a and or it is its one ones just only please i want would like think choose take go for with thanks thank you ok okay yes that this of them".split(
    " ",
  ),
);

/**
 * The places of a list that a message names and says nothing else: "1 and 3", "the second one", "number 4", "the last one".
 * Empty when the message says more than that.
 */
export function placesNamed(said: string, length: number): number[] {
  // Digits as they were written: "1" is a place of the list where "one" may be a thing.
  const list = said.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const places: number[] = [];
  let ones = 0;
  for (const [at, word] of list.entries()) {
    const place = ordinal(word) ?? (word === "last" ? length : null);
    if (place !== null) places.push(place);
    else if (word === "one" || !AROUND.has(word)) {
      const number = cardinal(word);
      if (number === null) return [];
      if (word === "one" && (at > 0 || list.length > 1) && !/^(?:number|option|item)$/.test(list[at - 1] ?? ""))
        ones += 1;
      else places.push(number);
    }
  }
  if (places.length === 0 && ones === 1 && list.length === 1) places.push(1);
  const known = [...new Set(places)];
  return known.every((place) => place >= 1 && place <= length) ? known : [];
}
