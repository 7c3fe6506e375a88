import type { BookEntry } from "../../../devstore/store/book.ts";
import { left, moreThanShown, shownSum } from "../hostile/books.ts";
import { forEach } from "../rules.ts";
import type { BookRule } from "./rule.ts";

const confirmed: BookRule = {
  name: "nothing moves without a confirmation (P2)",
  check: ({ book }, { strays }) => ({
    looked: book.filter(({ by }) => by === "app").length,
    violations: strays.map(
      (entry) => `${entry.operation} (${entry.kind}) of ${entry.order?.name ?? "no order"}, ${worth(entry)}`,
    ),
  }),
};

const asShown: BookRule = {
  name: "no more moves than the card showed (P2)",
  check: (_file, { agreed }) =>
    forEach(agreed, (one) => {
      const { card } = one.shown;
      if (left(one) < 0)
        return `${card.kind} of ${card.orderName}: ${shownSum(one.shown)} shown, ${-left(one)} more moved`;
      for (const entry of one.entries) {
        const over = moreThanShown(entry, one.shown);
        if (over) return `${card.kind} of ${card.orderName}: more of ${over} than shown`;
      }
      return null;
    }),
};

/** What moves, against what was shown and said. */
export const DEED_RULES: readonly BookRule[] = [confirmed, asShown];

function worth(entry: BookEntry): string {
  return "amount" in entry ? `${entry.amount} ${entry.currency}` : "goods";
}
