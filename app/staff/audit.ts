/** What people do in the admin that is kept. The newest kinds of entries may be unknown to an older process. */
export const AUDIT_ACTIONS = [
  "resolution_approved",
  "resolution_approved_less",
  "resolution_overtaken",
  "resolution_refused",
  "resolution_retried",
  "resolution_marked_done",
  "resolution_marked_not_done",
  "conversation_taken_over",
  "conversation_handed_back",
  "conversation_assigned",
  "conversation_unassigned",
  "conversation_answered",
  "conversation_noted",
  "conversation_snoozed",
  "conversation_woken",
  "conversation_closed",
  "conversation_reopened",
  "quality_reviewed",
  "quality_review_undone",
  "quality_suggestion_accepted",
  "quality_suggestion_dismissed",
  "quality_settings_saved",
  "macro_saved",
  "macro_deleted",
  "macro_restored",
  "view_shared",
  "view_changed",
  "view_dropped",
  "policy_published",
  "policy_draft_started",
  "policy_draft_saved",
  "policy_draft_discarded",
  "agent_settings_saved",
  "shipping_settings_saved",
  "model_settings_saved",
  "data_settings_saved",
  "identity_rules_saved",
  "sender_saved",
  "notifications_saved",
  "opening_hours_saved",
  "widget_look_saved",
  "notice_saved",
  "notice_ended",
  "notice_withdrawn",
  "notice_restored",
  "data_request_downloaded",
  "data_request_closed",
  "role_changed",
  "limit_changed",
  "team_rules_changed",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** A member of staff as an entry and the ledger keep them: by Shopify's id, and the name they had then. */
export type Person = { id: string; name: string };

/** Flat, and nothing in it that names or describes a shopper (P10). */
export type AuditDetails = Readonly<Record<string, string | number | null>>;

/** `subject`: the id of what it was done to, within what the action is about; empty where there is only one. */
export type Deed = { by: Person; action: AuditAction; subject: string; details: AuditDetails };

export function deed(by: Person, action: AuditAction, subject = "", details: AuditDetails = {}): Deed {
  return { by, action, subject, details };
}
