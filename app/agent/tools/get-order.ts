import { z } from "zod";
import type { GroupFacts, ItemFacts, OrderFacts } from "../../orders/facts.ts";
import { optionalText, shownOrder } from "./arguments.ts";
import { costOf, readFailure } from "./read-outcome.ts";
import type { Tool } from "./tool.ts";

const schema = z.strictObject({
  orderName: optionalText(64).describe("The order number as the shopper wrote it; null for their newest order"),
});

/** An order of 250 lines would fill the model's context; the card still shows every line. */
const ITEMS_TOLD = 25;

export const getOrder: Tool<typeof schema> = {
  name: "get_order",
  description:
    "Reads everything about one order now: where each parcel is, when it should arrive, what is in it, tracking, " +
    'what was paid. `headline` answers "where is my order?".',
  arguments: schema,
  effect: "read",
  status: ({ orderName }) => `Looking up ${shownOrder(orderName) ?? "your order"}`,
  timeoutMs: 12_000,
  async run({ orderName }, context) {
    const outcome = await context.getOrder(orderName, context.signal);
    if (outcome.kind !== "ok") return readFailure(outcome);
    const { facts, evidence, card } = outcome.told;
    return { kind: "ok", result: bounded(facts), evidence, card, ...costOf(outcome) };
  },
};

function bounded(facts: OrderFacts): OrderFacts {
  if (facts.groups.every((group) => group.items.length <= ITEMS_TOLD)) return facts;
  return {
    ...facts,
    groups: facts.groups.map((group): GroupFacts => ({ ...group, items: boundedItems(group.items) })),
  };
}

function boundedItems(items: ItemFacts[]): ItemFacts[] {
  if (items.length <= ITEMS_TOLD) return items;
  const rest = items.slice(ITEMS_TOLD);
  const quantity = rest.reduce((sum, item) => sum + item.quantity, 0);
  return [...items.slice(0, ITEMS_TOLD), { title: `(and ${rest.length} more lines)`, variant: null, quantity }];
}
