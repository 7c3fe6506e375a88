import { formatMoney } from "../../orders/money.ts";
import { AUDIT_ACTIONS, type AuditDetails } from "../../staff/audit.ts";
import type { AuditEntry } from "../../staff/list-audit.server.ts";
import { texts } from "./texts.ts";

/** What an entry says it was that somebody did; an action that is not known is shown as it is kept. */
export function actionInWords(action: string): string {
  const known = AUDIT_ACTIONS.find((one) => one === action);
  return known ? texts.actions[known] : action;
}

/** The details of an entry in a line; empty where it has none. `nameOf` names members by their ids. */
export function detailsInWords(
  { action, subject, details }: Pick<AuditEntry, "action" | "subject" | "details">,
  nameOf: (id: string) => string | null,
): string {
  const text = (name: string) => String(details[name] ?? "");
  if (action.startsWith("resolution_")) return `${texts.kind(text("kind"))} · ${text("worth")}`;
  switch (action) {
    case "role_changed":
      return texts.from(nameOf(subject), texts.role(text("from")), texts.role(text("to")));
    case "limit_changed": {
      const amount = (name: string) => moneyIn(details, name) ?? texts.roleLimit;
      return texts.from(nameOf(subject), amount("from"), amount("to"));
    }
    case "team_rules_changed": {
      const amount = (name: string) => moneyIn(details, name) ?? texts.noLimit;
      return texts.rules(texts.role(text("newcomers")), amount("owner"), amount("lead"), amount("agent"));
    }
    case "policy_published":
      return texts.version(Number(details["version"]));
    case "policy_draft_started":
      return texts.source(text("from"));
    default:
      return "";
  }
}

function moneyIn(details: AuditDetails, name: string): string | null {
  const minor = details[name];
  return typeof minor === "number" ? formatMoney({ minor, currency: String(details["currency"]) }, "en-US") : null;
}

/** Where to look at what it was done to, where it can be looked at. */
export function linkOf({ action, subject, details }: Pick<AuditEntry, "action" | "subject" | "details">) {
  if (action.startsWith("resolution_")) {
    return { url: `/app/resolutions/${subject}`, text: texts.about.resolution };
  }
  if (action === "policy_published") {
    return { url: `/app/policies/versions/${Number(details["version"])}`, text: texts.about.policy };
  }
  const isThere = action.startsWith("notice_") && action !== "notice_withdrawn";
  return isThere ? { url: `/app/settings/notices/${subject}`, text: texts.about.notice } : null;
}
