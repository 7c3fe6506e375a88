import { z } from "zod";
import { optionalText, shownOrder } from "./arguments.ts";
import { limitedFor, proofNeeded } from "./read-outcome.ts";
import type { IdentifyOutcome, Tool, ToolContext, ToolOutcome } from "./tool.ts";

const schema = z.strictObject({
  orderName: optionalText(64).describe("The order number as the shopper wrote it, such as #1001"),
  email: optionalText(254).describe("The email address the shopper says they ordered with"),
  code: optionalText(32).describe(
    "The six digits of a code by email that the shopper wrote here, after a tool answered needs_code; else null",
  ),
});

/** Proves a guest's right to one order. Counted and limited by `identity/`, so malformed tries never get there. */
export const identifyShopper: Tool<typeof schema> = {
  name: "identify_shopper",
  description:
    "Verifies a guest by an order number and the email address used for that order. Call it as soon as the shopper " +
    "has given both; or by a code that they were sent by email. Not needed for shoppers who are already verified for the " +
    "order they ask about.",
  arguments: schema,
  effect: "write",
  status: ({ orderName, code }) =>
    code !== null ? "Checking the code" : `Checking ${shownOrder(orderName) ?? "your details"}`,
  timeoutMs: 10_000,
  async run({ orderName, email, code }, context) {
    if (code !== null) return runCode(code, context);
    if (!orderName || !email) {
      return {
        kind: "invalid",
        message: "Both the order number and the email address are needed. Ask the shopper for what is missing.",
      };
    }
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
      return { kind: "invalid", message: "That is not an email address. Ask the shopper to check it." };
    }
    return told(
      await context.identify(orderName, email, context.signal),
      "No order matches this order number and email address together. Never say which of the two is wrong. " +
        "Ask the shopper to check both, or offer a person.",
    );
  },
};

async function runCode(typed: string, context: ToolContext): Promise<ToolOutcome> {
  const code = typed.normalize("NFKC").replace(/[\s-]/g, "");
  if (!/^\d{6}$/.test(code)) {
    return { kind: "invalid", message: "A code has six digits. Ask the shopper for the code from the email." };
  }
  return told(
    await context.enterCode(code, context.signal),
    "The code is wrong or has run out. Ask the shopper for the code from the newest email; for a new one call " +
      "identify_shopper with the order number and the email address again.",
  );
}

function told(outcome: IdentifyOutcome, noMatch: string): ToolOutcome {
  switch (outcome.kind) {
    case "verified":
      return {
        kind: "ok",
        result: { verified: true, orderName: outcome.orderName },
        evidence: [{ kind: "order", value: asOrderName(outcome.orderName), source: "identify_shopper" }],
        card: null,
      };
    case "no_match":
      return { kind: "not_found", message: noMatch };
    case "needs_code":
    case "needs_login":
      return proofNeeded(outcome);
    case "limited":
      return limitedFor(outcome.retryAfterSeconds);
    case "unavailable":
      return { kind: "unavailable", message: "The shop's order system did not answer. Say so, and offer a person." };
  }
}

function asOrderName(name: string): string {
  return name.startsWith("#") ? name : `#${name}`;
}
