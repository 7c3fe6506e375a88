import type { Case } from "../case.ts";
import { TEXTS } from "../texts.en.ts";
import { escalate, pass } from "./rule.ts";
import type { Rule } from "./rule.ts";

/** Nothing is decided on what is not known. */
export const FACTS_RULES: readonly Rule[] = [
  {
    id: "facts.incomplete",
    about: "Whether everything could be read",
    judge: ({ facts }) =>
      facts.incomplete ? escalate("facts_incomplete", TEXTS.incomplete()) : pass("everything could be read"),
  },
  {
    id: "facts.currency",
    about: "Whether amounts are in the currencies they should be in",
    judge: (c) =>
      isOneCurrency(c)
        ? pass(`all amounts are in ${c.policy.currency}`)
        : escalate("facts_incomplete", TEXTS.otherCurrency(c.policy.currency)),
  },
  {
    id: "facts.items",
    about: "Whether the chosen items are the order's",
    judge: ({ unclear, facts, reason, request }) => {
      if (unclear) return escalate("facts_incomplete", TEXTS.otherItems());
      const noneChosen = reason === "change_items" && request.items.length === 0;
      if (noneChosen || facts.lines.length === 0) return escalate("facts_incomplete", TEXTS.noItems());
      return pass(request.items.length === 0 ? "it is about the order as a whole" : "the order has the chosen items");
    },
  },
];

function isOneCurrency({ policy, facts, request }: Case): boolean {
  const { total } = facts.order;
  const pairs = [
    total,
    facts.shippingLeft,
    facts.refundable,
    ...facts.lines.map(({ unitPaid }) => unitPaid),
    ...(request.instead ? [request.instead.unitPrice] : []),
  ];
  return pairs.every(
    ({ shop, presentment }) => shop.currency === policy.currency && presentment.currency === total.presentment.currency,
  );
}
