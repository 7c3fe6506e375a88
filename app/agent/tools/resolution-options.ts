import { z } from "zod";
import { REASONS } from "../../policy/kinds.ts";
import { optionalText, shownOrder } from "./arguments.ts";
import { readFailure, ruledBy } from "./read-outcome.ts";
import type { Tool } from "./tool.ts";

export const chosenItems = z
  .array(
    z.strictObject({
      number: z.int().min(1).max(50).describe("The item's number in the order, as this tool lists them"),
      quantity: z.int().min(1).max(1_000),
    }),
  )
  .max(30);

const schema = z.strictObject({
  orderName: optionalText(64).describe("The order number as the shopper wrote it; null for their newest order"),
  reason: z.enum(REASONS).describe("Why the shopper asks; wrong_size is a size or colour that is not right for them"),
  items: chosenItems.describe("Which items and how many; empty to be told what there is to choose from"),
});

export const resolutionOptions: Tool<typeof schema> = {
  name: "resolution_options",
  description:
    "Says what the shop's policy offers when something about an order is to be put right (refund, replacement, return, exchange, " +
    "cancellation, change), for a reason and items; lists the order's items to choose from. Changes nothing.",
  arguments: schema,
  effect: "read",
  status: ({ orderName }) => `Looking into what can be done for ${shownOrder(orderName) ?? "your order"}`,
  timeoutMs: 15_000,
  async run(ask, context) {
    const outcome = await context.resolutionOptions(ask, context.signal);
    if (outcome.kind === "ok") {
      return { kind: "ok", result: outcome.told, evidence: outcome.evidence, card: null, ...ruledBy(outcome) };
    }
    return outcome.kind === "invalid" ? { kind: "invalid", message: outcome.message } : readFailure(outcome);
  },
};
