import { resolutionTexts } from "../../components/resolution.texts.ts";
import { staffTexts } from "../../components/staff/staff.texts.ts";
import type { ResolutionKind } from "../../policy/kinds.ts";
import type { AuditAction } from "../../staff/audit.ts";
import type { Role } from "../../staff/may.ts";

const ACTIONS: Record<AuditAction, string> = {
  resolution_approved: "Approved",
  resolution_approved_less: "Approved less than was confirmed",
  resolution_overtaken: "Wanted to approve; something had changed",
  resolution_refused: "Did not approve",
  resolution_retried: "Tried again",
  resolution_marked_done: "Marked as done",
  resolution_marked_not_done: "Marked as not done",
  policy_published: "Put a policy in force",
  policy_draft_started: "Began a policy draft",
  policy_draft_saved: "Saved the policy draft",
  policy_draft_discarded: "Discarded the policy draft",
  agent_settings_saved: "Saved the agent’s settings",
  shipping_settings_saved: "Saved the shipping settings",
  model_settings_saved: "Saved which model answers",
  data_settings_saved: "Saved how long data is kept",
  identity_rules_saved: "Saved what shoppers have to prove",
  sender_saved: "Saved as whom email is sent",
  opening_hours_saved: "Saved the opening hours",
  widget_look_saved: "Saved the widget’s look",
  notice_saved: "Saved a notice",
  notice_ended: "Ended a notice",
  notice_withdrawn: "Removed a notice",
  notice_restored: "Restored a notice",
  data_request_downloaded: "Downloaded a customer’s data",
  data_request_closed: "Closed a customer’s data request",
  role_changed: "Changed a role",
  limit_changed: "Changed somebody’s limit",
  team_rules_changed: "Changed what roles may approve",
};
const KINDS: Partial<Record<string, string>> = resolutionTexts.kinds satisfies Record<ResolutionKind, string>;
const ROLES: Partial<Record<string, string>> = staffTexts.roles satisfies Record<Role, string>;
const SOURCES: Partial<Record<string, string>> = {
  force: "from the policy in force",
  preset: "from a preset",
  version: "from an earlier version",
  import: "from a file",
  written: "from what was typed",
};

/** All words of the page about what people did. */
export const texts = {
  title: "What people did",
  subtitle: "Every decision and every change that somebody made in this app. Entries are never changed.",
  back: "Team",
  actions: ACTIONS,
  kind: (kind: string) => KINDS[kind] ?? kind,
  role: (role: string) => ROLES[role] ?? role,
  source: (from: string) => SOURCES[from] ?? from,
  person: "Person",
  everybody: "Everybody",
  action: "What",
  everything: "Everything",
  noLimit: "any amount",
  roleLimit: "as the role",
  from: (name: string | null, before: string, after: string) =>
    `${name === null ? "" : `${name}: `}${before} → ${after}`,
  rules: (newcomers: string, owner: string, lead: string, agent: string) =>
    `Owners ${owner}, leads ${lead}, agents ${agent}; newcomers are ${newcomers.toLowerCase()}s`,
  version: (version: number) => `Version ${version}`,
  zone: (timeZone: string) => `Times are in your store’s time zone, ${timeZone}.`,
  export: "Export as CSV",
  exportFailed: "The file could not be made just now. Please try again.",
  csv: ["Time (UTC)", "Person", "Person’s id", "What", "About", "Details"],
  loading: "Loading what people did",
  failed: "What people did could not be loaded just now.",
  empty: { heading: "Nothing yet", text: "What people decide and change appears here, with who it was and when." },
  emptyFiltered: { heading: "Nothing like this", text: "Choose another person, or everything." },
  resource: { singular: "entry", plural: "entries" },
  pages: "Pages of entries",
  newer: "Newer entries",
  older: "Older entries",
  about: { resolution: "Open resolution", policy: "Open version", notice: "Open notice" },
};
