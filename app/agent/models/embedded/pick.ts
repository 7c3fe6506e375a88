/**
 * "the second one", "my last order", "both": which of several orders or parcels is meant, as the shopper says it.
 * `index` counts from the newest order or the first parcel; -1 is the last of the list.
 */
export type Pick = { of: "order" | "parcel" | "any"; which: "all" | "other" | "newest" | "oldest" | number };

const PLACES = new Map<string, Pick["which"]>([
  ...["first", "1st"].map((word) => [word, 0] as const),
  ...["second", "2nd"].map((word) => [word, 1] as const),
  ...["third", "3rd"].map((word) => [word, 2] as const),
  ...["fourth", "4th"].map((word) => [word, 3] as const),
  ...["fifth", "5th"].map((word) => [word, 4] as const),
  ...["latest", "newest", "recent", "last", "newer"].map((word) => [word, "newest"] as const),
  ...["oldest", "earliest"].map((word) => [word, "oldest"] as const),
  ...["previous", "earlier", "older"].map((word) => [word, 1] as const),
  ["other", "other"],
  ["both", "all"],
]);
const NUMBERS = new Map([
  ["one", 0],
  ["two", 1],
  ["three", 2],
  ["four", 3],
  ["five", 4],
]);
const ORDERS = new Set(["order", "orders", "purchase"]);
const PARCELS = new Set(["parcel", "parcels", "package", "packages", "box", "shipment", "half"]);
/** "the first time", "last week", "the other day": no choice among orders. */
const ONES = new Set(["one", "ones", "please", "thanks", "thank", "of"]);

export function findPick(list: readonly string[]): Pick | null {
  for (const [at, word] of list.entries()) {
    const next = list[at + 1];
    const place = PLACES.get(word);
    if (place !== undefined) {
      if (next !== undefined && ORDERS.has(next)) return { of: "order", which: place };
      if (next !== undefined && PARCELS.has(next)) return { of: "parcel", which: place };
      if (word === "both" || next === undefined || ONES.has(next)) return { of: "any", which: place };
    }
    if (
      word === "all" &&
      (next === "of" || next === undefined || next === "three" || next === "orders" || next === "parcels")
    )
      return { of: next === "parcels" ? "parcel" : next === "orders" ? "order" : "any", which: "all" };
    if ((PARCELS.has(word) || word === "option" || word === "number") && next !== undefined) {
      const number = NUMBERS.get(next);
      if (number !== undefined && list.length <= at + 4)
        return { of: PARCELS.has(word) ? "parcel" : "any", which: number };
    }
  }
  const only = list.filter((word) => !["the", "number", "option", "no", "please", "it", "is"].includes(word));
  const number = only.length === 1 ? NUMBERS.get(only[0] ?? "") : undefined;
  return number === undefined ? null : { of: "any", which: number };
}
