/** Where a resolution stands in the ledger. */
export const RESOLUTION_STATES = [
  "proposed",
  "confirmed",
  "awaiting_approval",
  "approved",
  "executing",
  "succeeded",
  "failed",
  "needs_attention",
  "declined",
  "expired",
  "superseded",
] as const;
export type ResolutionState = (typeof RESOLUTION_STATES)[number];

/** Every step a row may take; there is no other. `needs_attention` ends when a person has looked. */
const TRANSITIONS: Readonly<Record<ResolutionState, readonly ResolutionState[]>> = {
  proposed: ["confirmed", "awaiting_approval", "declined", "expired", "superseded"],
  awaiting_approval: ["approved", "declined", "expired", "superseded"],
  confirmed: ["executing", "superseded", "failed", "declined"],
  approved: ["executing", "superseded", "failed", "declined"],
  // Superseded where nothing was called yet.
  executing: ["succeeded", "failed", "needs_attention", "superseded"],
  needs_attention: ["executing", "succeeded", "failed"],
  succeeded: [],
  failed: [],
  declined: [],
  expired: [],
  superseded: [],
};

/** Its units are taken: nobody else may have them. */
export const HOLDS_UNITS: ReadonlySet<ResolutionState> = new Set([
  "confirmed",
  "awaiting_approval",
  "approved",
  "executing",
  "needs_attention",
  "succeeded",
]);

export function isOver(state: ResolutionState): boolean {
  return TRANSITIONS[state].length === 0;
}
