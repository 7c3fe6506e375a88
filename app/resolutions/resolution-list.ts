import type { Money } from "../orders/money.ts";
import type { ListCursor } from "../platform/list-cursor.ts";
import type { RequestReason, ResolutionKind } from "../policy/kinds.ts";
import { RESOLUTION_STATES, type ResolutionState } from "./states.ts";

/** Which rows of the ledger a list shows. */
export const RESOLUTION_VIEWS = ["all", "approval", "attention", "under_way", "done", "not_done"] as const;
export type ResolutionView = (typeof RESOLUTION_VIEWS)[number];

/** What a view can be narrowed to. `money`: what gave money back in the last 30 days. */
export const RESOLUTION_FILTERS = ["money"] as const;
export type ResolutionFilter = (typeof RESOLUTION_FILTERS)[number];

/** Every state is in `all` and in one other view, so that the counts of the others add up. */
export const STATES_IN_VIEW: Readonly<Record<ResolutionView, readonly ResolutionState[]>> = {
  all: RESOLUTION_STATES,
  approval: ["awaiting_approval"],
  attention: ["needs_attention"],
  under_way: ["proposed", "confirmed", "approved", "executing"],
  done: ["succeeded"],
  not_done: ["failed", "declined", "expired", "superseded"],
};

/** A row of the ledger as a list shows it. Times are ISO 8601. */
export type ResolutionSummary = {
  id: string;
  conversationId: string;
  orderName: string;
  kind: ResolutionKind;
  reason: RequestReason;
  state: ResolutionState;
  /** What it is worth to the shop at most, in the shop's currency. */
  value: Money;
  createdAt: string;
  /** When it came to the state it is in. */
  updatedAt: string;
};

export type ResolutionPage = { resolutions: ResolutionSummary[]; newer: ListCursor | null; older: ListCursor | null };

/** Counting stops here: whoever has more wants to know no better. */
export const MOST_COUNTED = 1_000;

/** How many rows each view has; `MOST_COUNTED` stands for as many or more. */
export type ResolutionCounts = Readonly<Record<ResolutionView, number>>;
