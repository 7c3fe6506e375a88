import { z } from "zod";
import { costOf, readFailure } from "./read-outcome.ts";
import type { Tool } from "./tool.ts";

const schema = z.strictObject({});

export const listOrders: Tool<typeof schema> = {
  name: "list_orders",
  description:
    "Lists the orders this shopper may see, newest first, with one line about where each stands. Use it for " +
    '"all my orders" or when it is unclear which order is meant.',
  arguments: schema,
  effect: "read",
  status: () => "Looking up your orders",
  timeoutMs: 12_000,
  async run(_none, context) {
    const outcome = await context.listOrders(context.signal);
    if (outcome.kind !== "ok") return readFailure(outcome);
    const { orders, more, evidence, card } = outcome.told;
    return { kind: "ok", result: { orders, more }, evidence, card, ...costOf(outcome) };
  },
};
