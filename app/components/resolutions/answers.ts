import type { DecisionOutcome } from "../../conversations/staff-decisions.server.ts";
import { formatMoney } from "../../orders/money.ts";

/** What a decision came to, as the page tells it. */
export type Answer =
  | { kind: "ok" | "invalid" | "not_less" | "not_allowed" }
  | { kind: "too_late"; by: string | null }
  | { kind: "above_limit"; limit: string }
  | { kind: "changed"; why: string };

export function answerOf(outcome: Exclude<DecisionOutcome, { kind: "not_found" }>): Answer {
  switch (outcome.kind) {
    case "above_limit":
      return { kind: outcome.kind, limit: formatMoney(outcome.limit, "en-US") };
    case "too_late":
    case "changed":
      return outcome;
    case "ok":
    case "not_less":
    case "not_allowed":
      return { kind: outcome.kind };
  }
}
