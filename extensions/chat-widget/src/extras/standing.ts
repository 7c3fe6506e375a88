/** How a proposal's card stands, from all that is known of it. Pure. */
import type { News } from "../panel/decode.ts";
import type { Strings } from "../shared/handover.ts";
import type { Answer } from "./decisions.ts";

export type Standing = {
  /** `open`: it can be answered. */
  is: "open" | "working" | "waiting" | "done" | "problem" | "over";
  /** Says so to the shopper; null while it is open. */
  words: keyof Strings | null;
};

/** What the ledger says, in the states it knows; a later server's states count as being worked on. */
const TOLD: Record<string, Standing> = {
  confirmed: { is: "working", words: "deal_working" },
  approved: { is: "working", words: "deal_working" },
  executing: { is: "working", words: "deal_working" },
  awaiting_approval: { is: "waiting", words: "deal_waiting" },
  succeeded: { is: "done", words: "done" },
  failed: { is: "problem", words: "deal_failed" },
  needs_attention: { is: "problem", words: "deal_checking" },
  declined: { is: "over", words: "deal_declined" },
  expired: { is: "over", words: "deal_expired" },
  superseded: { is: "over", words: "deal_changed" },
};

/** @param left milliseconds until it expires, by the server's clock */
export function standingOf(news: News | undefined, answer: Answer | undefined, left: number): Standing {
  if (news && news.state !== "proposed") return TOLD[news.state] ?? { is: "working", words: "deal_working" };
  if (answer?.state === "stale") return { is: "over", words: "deal_stale" };
  // A yes that is on its way may still be in time.
  if (left <= 0 && answer?.state !== "sending") return { is: "over", words: "deal_expired" };
  return { is: "open", words: null };
}
