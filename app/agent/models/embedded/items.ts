import type { GroupFacts, ItemFacts, OrderFacts } from "../../../orders/facts.ts";
import { words } from "./normalize.ts";
import { distance } from "./spelling.ts";

/** Words of titles that also stand in questions. */
export const NO_NAME = new Set(
  "the a an of for with and or in on to my your is it one set pack item order parcel size color new first second last other more default title number day date time from where when what this that".split(
    " ",
  ),
);

type ItemMatch = { group: GroupFacts; item: ItemFacts };

/**
 * The items of an order that a message speaks of: those that share the most telling words with it.
 * "the blue one" finds the blue variant; "lamp" finds every lamp.
 */
export function itemsSpokenOf(said: readonly string[], facts: OrderFacts): ItemMatch[] {
  const spoken = [...new Set(said)].filter((word) => word.length >= 3 && !NO_NAME.has(word));
  const scored = facts.groups.flatMap((group) =>
    group.items.map((item) => {
      const names = words(`${item.title} ${item.variant ?? ""}`).filter(
        (word) => word.length >= 3 && !NO_NAME.has(word),
      );
      return { group, item, hits: spoken.filter((word) => names.some((name) => same(word, name))).length };
    }),
  );
  const most = Math.max(0, ...scored.map(({ hits }) => hits));
  return most === 0 ? [] : scored.filter(({ hits }) => hits === most).map(({ group, item }) => ({ group, item }));
}

export function same(word: string, name: string): boolean {
  const [a, b] = [singular(word), singular(name)];
  return a === b || (a.length >= 5 && distance(a, b, 1) <= 1);
}

export function singular(word: string): string {
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}
