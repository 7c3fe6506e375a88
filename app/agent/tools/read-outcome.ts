import type { ReadCost } from "../../orders/read-cost.ts";
import type { Ruled } from "../../policy/verdict.ts";
import type { ProofNeeded, ReadOutcome, ToolOutcome } from "./tool.ts";

/** What a model is told when a read gave nothing. The same words for "not there" and "not yours" (P1). */
export function readFailure(outcome: Exclude<ReadOutcome<unknown>, { kind: "ok" }> | ProofNeeded): ToolOutcome {
  switch (outcome.kind) {
    case "not_found":
      return {
        kind: "not_found",
        message:
          "This shopper has no such order. Ask for the order number and the email address used for it, then call " +
          "identify_shopper; or offer a person.",
      };
    case "needs_identity":
      return {
        kind: "needs_identity",
        message:
          "No order may be read yet. Ask the shopper for the order number and the email address used for it, then " +
          "call identify_shopper.",
      };
    case "needs_code":
    case "needs_login":
    case "limited":
    case "no_codes":
      return proofNeeded(outcome);
    case "too_old":
      return {
        kind: "limited",
        message:
          "Orders placed more than 60 days ago cannot be read here, and this may be one of those: whether it exists is " +
          "not known. Say so, and offer a person.",
      };
    case "denied": {
      const named = outcome.scopes.length > 0 ? ` (${outcome.scopes.join(", ")})` : "";
      return {
        kind: "denied",
        message:
          "The shop has not given this app a permission it needs to read the order. Say that you can't see this order's " +
          "details right now, and call escalate with the reason shop_unavailable. For the brief, not for the shopper: " +
          `the missing permission${named}.`,
      };
    }
    case "unavailable":
      return { kind: "unavailable", message: "The shop's order system did not answer. Say so, and offer a person." };
  }
}

/** What a model is told when the shop's rules take a better proof than there is. */
export function proofNeeded(outcome: ProofNeeded): ToolOutcome {
  switch (outcome.kind) {
    case "needs_code":
      return {
        kind: "needs_code",
        message:
          "The shop asks for a code first. If the details are right, six digits are on their way to the email address on the " +
          "order. Say just that, ask the shopper to write the code here, then call identify_shopper with the code alone. " +
          "Never say whether an order exists or an email was sent.",
      };
    case "needs_login":
      return {
        kind: "needs_login",
        message:
          "The shop asks for a login first. Ask the shopper to log in to their account on this site and to ask again in this " +
          "chat, which goes on; or offer a person.",
      };
    case "limited":
      return limitedFor(outcome.retryAfterSeconds);
    case "no_codes":
      return {
        kind: "unavailable",
        message: "The shop asks for a code by email first, and none can be sent right now. Say so, and offer a person.",
      };
  }
}

export function limitedFor(seconds: number): ToolOutcome {
  const minutes = Math.ceil(seconds / 60);
  return {
    kind: "limited",
    message: `Too many tries. Nothing more can be verified for ${minutes} minutes. Offer a person.`,
  };
}

/** What the policy said to a request, for the record of its call. */
export function ruledBy({ ruled }: { kind: string; ruled?: Ruled | null }): { ruled?: Ruled } {
  return ruled ? { ruled } : {};
}

/** What a read says it cost, for the record of its call. */
export function costOf({ cost }: { cost?: ReadCost }): { cost?: ReadCost } {
  return cost ? { cost } : {};
}
