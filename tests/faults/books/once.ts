import type { BookEntry } from "../../../devstore/store/book.ts";
import { type Agreed, minor, unitsMadeGood } from "../hostile/books.ts";
import type { MoneyCase, OrderBefore } from "../hostile/case.ts";
import { forEach } from "../rules.ts";
import type { BookRule } from "./rule.ts";

const once: BookRule = {
  name: "no unit is made good twice (P3)",
  check(file, { agreed }) {
    const done = new Map<string, number>();
    const violations: string[] = [];
    let looked = 0;
    for (const entry of file.book) {
      const original = originalOf(entry, file, agreed);
      if (!original) continue;
      for (const [line, quantity] of unitsMadeGood(entry, original)) {
        const all = (done.get(line) ?? 0) + quantity;
        done.set(line, all);
        looked += 1;
        const ordered = original.lines.find(({ id }) => id === line)?.quantity;
        // People at the shop may do what they like; the app may not add to it.
        if (entry.by === "app" && ordered !== undefined && all > ordered)
          violations.push(`${entry.operation} of ${original.name}: ${all} of ${ordered} units of ${line}`);
      }
    }
    return { looked, violations };
  },
};

const lateOnce: BookRule = {
  name: "lateness is made good once (P3)",
  check: (_file, { agreed }) =>
    forEach(
      [
        ...Map.groupBy(
          agreed.filter(
            ({ shown, entries }) => shown.reason === "late" && shown.card.kind !== "cancel" && entries.length > 0,
          ),
          ({ shown }) => shown.card.orderName,
        ),
      ],
      ([name, all]) => (all.length > 1 ? `${name} was compensated for lateness ${all.length} times` : null),
    ),
};

const received: BookRule = {
  name: "no order gives back more than was paid for it",
  check: (file, { agreed }) =>
    forEach(file.orders, ({ id, name, received: paid }) => {
      // Credit for lateness is of the order's money too, though no refund of it.
      const credits = agreed.flatMap(({ shown, order, entries }) =>
        order?.id === id && shown.reason === "late" ? entries.filter(({ kind }) => kind === "store_credit") : [],
      );
      let sum = 0;
      for (const entry of file.book) {
        const isOf = entry.kind === "refund" ? entry.order?.id === id : credits.includes(entry);
        if (!isOf || !("amount" in entry)) continue;
        sum += minor(entry.amount);
        if (entry.by === "app" && sum > paid) return `${name}: ${sum} of ${paid} went back`;
      }
      return null;
    }),
};

/** What there is of something, and no more of it: units, lateness, money. */
export const ONCE_RULES: readonly BookRule[] = [once, lateOnce, received];

/** The order that an entry is about: an order that was made is about the one it replaces. */
function originalOf(entry: BookEntry, { orders }: MoneyCase, agreed: readonly Agreed[]): OrderBefore | undefined {
  if (entry.kind === "order_made") return agreed.find(({ entries }) => entries.includes(entry))?.order;
  return orders.find(({ id }) => id === entry.order?.id);
}
