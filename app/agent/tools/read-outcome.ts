import type { ReadCost } from "../../orders/read-cost.ts";
import type { ReadOutcome, ToolOutcome } from "./tool.ts";

/** What a model is told when a read gave nothing. The same words for "not there" and "not yours" (P1). */
export function readFailure(outcome: Exclude<ReadOutcome<unknown>, { kind: "ok" }>): ToolOutcome {
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

/** What a read says it cost, for the record of its call. */
export function costOf({ cost }: { cost?: ReadCost }): { cost?: ReadCost } {
  return cost ? { cost } : {};
}
