import type { z } from "zod";
import type { EscalationReason } from "../../conversations/escalation/reasons.ts";
import type { Card } from "../../orders/facts.ts";
import type { OrderTold, OrdersTold } from "../../orders/facts.ts";
import type { Evidence } from "../../orders/evidence.ts";
import type { ReadCost } from "../../orders/read-cost.ts";
import type { RequestReason } from "../../policy/kinds.ts";
import type { Ruled } from "../../policy/verdict.ts";
import type { OptionsOutcome, ProposalAsk, ProposeOutcome } from "../../resolutions/tool-answers.ts";

/**
 * What a tool answers. `result` is the JSON the model reads. Nothing outside the shopper's scope is ever told apart
 * from what does not exist: both are `not_found` (P1).
 */
export type ToolOutcome =
  | {
      kind: "ok";
      result: unknown;
      evidence: Evidence[];
      card: Card | null;
      /** What Shopify was asked for it, when it was asked; never told to the model. */
      cost?: ReadCost;
      /** What the policy said to it; never told to the model. */
      ruled?: Ruled;
    }
  | { kind: "not_found"; message: string }
  | { kind: "needs_identity"; message: string }
  /** The shop's rules take a code by email, which was asked for just now. */
  | { kind: "needs_code"; message: string }
  /** The shop's rules take a login to the storefront. */
  | { kind: "needs_login"; message: string }
  | { kind: "limited"; message: string }
  | { kind: "invalid"; message: string }
  /** The shop has not allowed the app to read it: asking again is of no use, a person is. */
  | { kind: "denied"; message: string }
  | { kind: "unavailable"; message: string };

export type IdentifyOutcome =
  | { kind: "verified"; orderName: string }
  /** A code is sent if order and email go together; whether they do is not told. */
  | { kind: "needs_code" }
  | { kind: "needs_login" }
  /** Unknown order, wrong email and wrong code alike. */
  | { kind: "no_match" }
  | { kind: "limited"; retryAfterSeconds: number }
  | { kind: "unavailable" };

export type ReadOutcome<Told> =
  | { kind: "ok"; told: Told; cost?: ReadCost }
  | { kind: "not_found" }
  | { kind: "needs_identity" }
  /** The shop's app may not read orders this old (60 days without `read_all_orders`). */
  | { kind: "too_old" }
  /** The shop has not granted a scope that it takes; `scopes` are those of ours that Shopify named. */
  | { kind: "denied"; scopes: readonly string[] }
  | { kind: "unavailable"; why: string };

/** The order is the shopper's as far as is proven, and the shop's rules take a better proof for what is wanted. */
export type ProofNeeded =
  | { kind: "needs_code" }
  | { kind: "needs_login" }
  | { kind: "limited"; retryAfterSeconds: number }
  /** It takes a code, and none can be sent. */
  | { kind: "no_codes" };

export type HandedOver = { kind: "ok"; shown: string; told: boolean };

/**
 * All that tools may touch, already bound to one conversation and its identity scope.
 * It is the only way from `agent/` to orders, identity and conversations.
 *
 * The `signal` of a call is aborted when the tool's time is up or the turn is over; `signal` itself only by the latter.
 */
export interface ToolContext {
  readonly shop: string;
  readonly signal: AbortSignal;
  /** Tries to prove a guest's right to one order; a success widens the scope for the rest of the conversation. */
  identify(orderName: string, email: string, signal?: AbortSignal): Promise<IdentifyOutcome>;
  /** Tries a code that the shopper was sent by email; a success widens the scope likewise. */
  enterCode(code: string, signal?: AbortSignal): Promise<IdentifyOutcome>;
  isIdentified(): boolean;
  listOrders(signal?: AbortSignal): Promise<ReadOutcome<OrdersTold> | ProofNeeded>;
  /** `orderName` as the shopper wrote it, with or without `#`; null means the newest order in scope. */
  getOrder(orderName: string | null, signal?: AbortSignal): Promise<ReadOutcome<OrderTold> | ProofNeeded>;
  /** What the shop's policy offers for a reason and items of one order; nothing is chosen or done by it. */
  resolutionOptions(
    ask: { orderName: string | null; reason: RequestReason; items: { number: number; quantity: number }[] },
    signal?: AbortSignal,
  ): Promise<OptionsOutcome | ProofNeeded>;
  /** Freezes one resolution and shows its card; it waits for the shopper's confirmation. */
  proposeResolution(ask: ProposalAsk, signal?: AbortSignal): Promise<ProposeOutcome | ProofNeeded>;
  /** `told`: the shopper was shown so just now, and not before; `shown` is what they read. */
  escalate(reason: EscalationReason, brief: string): Promise<HandedOver | { kind: "ask_first" }>;
}

export type Tool<Arguments extends z.ZodType = z.ZodType> = {
  name: string;
  /** For the model. */
  description: string;
  arguments: Arguments;
  /** Reads may run side by side; the rest run alone, in the order asked for. */
  effect: "read" | "write";
  /** What the shopper sees meanwhile: "Looking up order #1001". */
  status(args: z.infer<Arguments>): string | null;
  timeoutMs: number;
  run(args: z.infer<Arguments>, context: ToolContext): Promise<ToolOutcome>;
};
