import type { OrderFacts } from "../../../orders/facts.ts";
import type { EscalationReason } from "../../../conversations/escalation/reasons.ts";
import type { Call, Turn } from "./conversation.ts";
import type { ForeignLanguage } from "./languages.ts";
import type { Memory } from "./memory.ts";
import type { OrderList, Outcome } from "./outcomes.ts";
import type { DeskState } from "./resolutions/flow.ts";
import type { Desk } from "./resolutions/replay.ts";
import type { Wish } from "./understand.ts";

export type PlannedCall = { name: string; args: Record<string, unknown> };

export type OrderFound = {
  name: string;
  facts: OrderFacts | null;
  /** Read in this turn, so that its card is shown with the answer. */
  fresh: boolean;
  failure: "mismatch" | "not_found" | "needs_email" | "too_old" | "denied" | "unavailable" | null;
};

/** All that a reply is worded from. */
export type Findings = {
  memory: Memory;
  turn: Turn;
  wishes: Wish[];
  /** The language to apologise in, of this message or of the one that a bare "ja" answers. */
  language: ForeignLanguage | null;
  orders: OrderFound[];
  list: OrderList | null;
  ask: "details" | "order" | "which" | "no_orders" | null;
  unavailable: boolean;
  /** The shop has not allowed the app to read what was asked for. */
  denied: boolean;
  limited: boolean;
  /** A better proof is needed before anything else, or the code was no good. */
  proof: "code" | "login" | "wrong_code" | null;
  /** What is to be put right, and how far it is; null without the tools for it. */
  desk: { desk: Desk; state: DeskState } | null;
  handover: { reason: EscalationReason; outcome: Outcome | null; already: boolean } | null;
};

export function callsOf(turn: Turn, name: string): Call[] {
  return turn.calls.filter((call) => call.name === name);
}
