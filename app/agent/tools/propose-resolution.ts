import { z } from "zod";
import { REASONS, RESOLUTION_KINDS } from "../../policy/kinds.ts";
import { optionalText, shownOrder } from "./arguments.ts";
import { readFailure, ruledBy } from "./read-outcome.ts";
import { chosenItems } from "./resolution-options.ts";
import type { Tool } from "./tool.ts";

const address = z.strictObject({
  name: optionalText(120),
  company: optionalText(120),
  address1: z.string().trim().min(1).max(200),
  address2: optionalText(200),
  city: z.string().trim().min(1).max(120),
  province: optionalText(120),
  zip: optionalText(32),
  country: optionalText(80).describe("Name or ISO code; null for the country the order has"),
  phone: optionalText(40),
});

const schema = z.strictObject({
  orderName: optionalText(64).describe("The order number as the shopper wrote it; null for their newest order"),
  reason: z.enum(REASONS),
  kind: z.enum(RESOLUTION_KINDS).describe("Which resolution the shopper wants, out of what resolution_options offered"),
  items: chosenItems.describe("Which items and how many; empty when it is about the order as a whole"),
  destination: z
    .enum(["original_payment", "store_credit"])
    .nullable()
    .describe("Where the shopper wants the money; null if they did not say"),
  variant: optionalText(120).describe(
    'The variant wanted instead ("Blue / M"), for exchanges and item changes; else null',
  ),
  newQuantity: z
    .int()
    .min(0)
    .max(1_000)
    .nullable()
    .describe("For item changes: how many of the chosen items there shall be; else null"),
  address: address.nullable().describe("For address changes: the new address as the shopper wrote it; else null"),
  description: optionalText(1_000).describe("What the shopper said is wrong, in their own words"),
});

export const proposeResolution: Tool<typeof schema> = {
  name: "propose_resolution",
  description:
    "Prepares one resolution and shows the shopper a card with its exact items, amounts and address. Nothing is done until the " +
    "shopper confirms it, as confirmWith says: by the button on the card, or by a message of one word, yes. Say that, and never " +
    "say that it was done.",
  arguments: schema,
  effect: "write",
  status: ({ orderName }) => `Preparing this for ${shownOrder(orderName) ?? "your order"}`,
  timeoutMs: 20_000,
  async run(ask, context) {
    const outcome = await context.proposeResolution(ask, context.signal);
    if (outcome.kind === "ok" || outcome.kind === "verdict") {
      return { kind: "ok", result: outcome.told, evidence: outcome.evidence, card: null, ...ruledBy(outcome) };
    }
    return outcome.kind === "invalid" ? { kind: "invalid", message: outcome.message } : readFailure(outcome);
  },
};
