import type { Evidence } from "../orders/evidence.ts";

/** What came of asking the agent for a draft. */
export type DraftOutcome =
  | {
      kind: "drafted";
      text: string;
      evidence: Evidence[];
      /** Sentences that nothing bears out, and which are not in the text. */
      withheld: { text: string; why: string }[];
      /** What the agent would show a card for; a draft shows none. */
      proposed: { title: string; orderName: string } | null;
    }
  /** No message of the shopper's waits for an answer, or the agent has none. */
  | { kind: "nothing_to_say" }
  /** The shopper would have to prove who they are first. */
  | { kind: "not_proven" }
  /** This person has a draft being made already, or asked for very many. */
  | { kind: "busy" }
  | { kind: "gone" };
