/** Why a conversation is with people. What raises each is in docs/decisions/022-escalation.md. */
export const ESCALATION_REASONS = [
  "safety",
  "vulnerable",
  "legal",
  "angry",
  "resolution_needs_attention",
  "resolution_failed",
  "evidence_to_judge",
  "approval_needed",
  "policy_says_so",
  "asked_for_person",
  "identity_failed",
  "shop_unavailable",
  "model_unavailable",
  "limits_reached",
  "not_understood",
  "cannot_do_yet",
  "reopened",
  "taken_over",
  "other",
] as const;
export type EscalationReason = (typeof ESCALATION_REASONS)[number];

/** Found in the shopper's words by code (app/conversations/escalation/sensitive.ts). */
export const SENSITIVE_REASONS = [
  "safety",
  "vulnerable",
  "legal",
  "angry",
] as const satisfies readonly EscalationReason[];
export type SensitiveReason = (typeof SENSITIVE_REASONS)[number];

/** Of these the agent says nothing itself: code hands over with words of its own before a model is asked. */
export const CALM_REASONS = ["safety", "vulnerable", "legal"] as const satisfies readonly SensitiveReason[];
export type CalmReason = (typeof CALM_REASONS)[number];

export function isCalmReason(reason: string): reason is CalmReason {
  return (CALM_REASONS as readonly string[]).includes(reason);
}

/** An event of another version of the app may hold a reason that this one does not know. */
export function reasonOf(reason: string | null): EscalationReason {
  return ESCALATION_REASONS.find((one) => one === reason) ?? "other";
}

/** Whether the first says more to whoever looks at the queue than the second. Both are in the order of the list above. */
export function saysMore(one: EscalationReason, other: EscalationReason): boolean {
  return ESCALATION_REASONS.indexOf(one) < ESCALATION_REASONS.indexOf(other);
}

export function mostTelling<Reason extends EscalationReason>(reasons: readonly Reason[]): Reason | null {
  return ESCALATION_REASONS.find((reason): reason is Reason => (reasons as readonly string[]).includes(reason)) ?? null;
}
