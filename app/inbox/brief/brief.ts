import type { EscalationReason } from "../../conversations/escalation/reasons.ts";
import type { Evidence } from "../../orders/evidence.ts";
import type { RequestReason, ResolutionKind } from "../../policy/kinds.ts";
import type { Verdict } from "../../policy/verdict.ts";
import type { ResolutionState } from "../../resolutions/states.ts";

/** What a figure rests on, and the number of the event in the log that it was read in. */
export type Backing = Evidence & { seq: number };

/** A sentence, and what its figures rest on. */
export type Backed = { text: string; evidence: Backing[] };

/**
 * All that a person has to know to take a conversation over, made from its log and its ledger. Plain JSON; times are ISO 8601.
 */
export type Brief = {
  /** Null while the agent has it. */
  reason: EscalationReason | null;
  who: { name: string | null; email: string | null; isCustomer: boolean; vip: boolean; provenOrders: string[] };
  orders: { name: string; situation: Backed; seq: number }[];
  /** The shopper's own words since people were last done with it, oldest first. */
  asked: { text: string; at: string; seq: number }[];
  tried: { tool: string; orderName: string | null; outcome: string; seq: number }[];
  policySaid: {
    reason: RequestReason;
    resolution: ResolutionKind | null;
    verdict: Verdict["kind"];
    sentence: Backed;
    rules: { id: string; said: string }[];
    seq: number;
  }[];
  /** What the model went for; `text` only where the log bears out every figure in it. */
  modelWanted: { resolution: ResolutionKind | null; text: Backed | null; seq: number } | null;
  resolutions: { id: string; kind: ResolutionKind; state: ResolutionState; worth: Backed; orderName: string }[];
  waiting: { for: "team" | "shopper"; since: string } | null;
  photos: { id: string; seq: number }[];
  /** A model's few sentences about it, every figure of which is in the log. */
  summary: { text: string; seq: number } | null;
  suggestion: Suggestion;
};

/** One next step, with one button. `why` is a sentence for people. */
export type Suggestion = { why: string } & (
  | { kind: "approve"; resolutionId: string }
  | { kind: "retry"; resolutionId: string }
  | { kind: "settle"; resolutionId: string }
  | { kind: "look_at_photos"; photoId: string }
  | { kind: "reply" }
  | { kind: "nothing" }
);

/** What the columns of the conversation say. */
export type BriefSubject = {
  reason: EscalationReason | null;
  name: string | null;
  email: string | null;
  isCustomer: boolean;
  vip: boolean;
  withPeople: boolean;
  waitsFor: "team" | "shopper";
  /** IANA name, in which the log's dates were told. */
  timeZone: string;
};
