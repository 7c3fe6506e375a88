import { z } from "zod";
import type { Tool } from "./tool.ts";
import { optionalText, shownOrder } from "./arguments.ts";

const schema = z.strictObject({
  orderName: optionalText(64).describe("The order number as the shopper wrote it, such as #1001"),
  email: optionalText(254).describe("The email address the shopper says they ordered with"),
});

/** Proves a guest's right to one order. Counted and limited by `identity/`, so malformed tries never get there. */
export const identifyShopper: Tool<typeof schema> = {
  name: "identify_shopper",
  description:
    "Verifies a guest by an order number and the email address used for that order. Call it as soon as the shopper " +
    "has given both. Not needed for shoppers who are already verified for the order they ask about.",
  arguments: schema,
  effect: "write",
  status: ({ orderName }) => `Checking ${shownOrder(orderName) ?? "your details"}`,
  timeoutMs: 10_000,
  async run({ orderName, email }, context) {
    if (!orderName || !email) {
      return {
        kind: "invalid",
        message: "Both the order number and the email address are needed. Ask the shopper for what is missing.",
      };
    }
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
      return { kind: "invalid", message: "That is not an email address. Ask the shopper to check it." };
    }
    const outcome = await context.identify(orderName, email, context.signal);
    switch (outcome.kind) {
      case "verified":
        return {
          kind: "ok",
          result: { verified: true, orderName: outcome.orderName },
          evidence: [{ kind: "order", value: asOrderName(outcome.orderName), source: "identify_shopper" }],
          card: null,
        };
      case "no_match":
        return {
          kind: "not_found",
          message:
            "No order matches this order number and email address together. Never say which of the two is wrong. " +
            "Ask the shopper to check both, or offer a person.",
        };
      case "limited":
        return {
          kind: "limited",
          message: `Too many tries. Nothing more can be verified for ${Math.ceil(outcome.retryAfterSeconds / 60)} minutes. Offer a person.`,
        };
      case "unavailable":
        return { kind: "unavailable", message: "The shop's order system did not answer. Say so, and offer a person." };
    }
  },
};

function asOrderName(name: string): string {
  return name.startsWith("#") ? name : `#${name}`;
}
