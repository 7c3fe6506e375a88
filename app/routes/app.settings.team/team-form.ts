import { z } from "zod";
import { moneyText, readMoneyText } from "../../components/money-text.ts";
import type { FieldErrors } from "../../components/settings/field-errors.ts";
import { NEWCOMER_ROLES, type TeamRules } from "../../staff/limits.ts";
import { ROLES } from "../../staff/may.ts";
import type { Member, MemberChange, Team } from "../../staff/team.server.ts";
import { texts } from "./texts.ts";

/** Amounts are as they are typed, in the shop's currency; an empty one is none of one's own. */
const typed = z.string().max(40);

export const teamFormSchema = z.strictObject({
  newcomers: z.enum(NEWCOMER_ROLES),
  limits: z.strictObject({ owner: typed, lead: typed, agent: typed }),
  members: z.array(z.strictObject({ id: z.string().min(1).max(64), role: z.enum(ROLES), limit: typed })).max(500),
});
export type TeamForm = z.infer<typeof teamFormSchema>;

/** The team as it is edited. Amounts in a currency that the shop has no more count as none, and are shown so. */
export function teamForm({ rules, members }: Team, currency: string): TeamForm {
  const isNow = rules.currency === currency;
  const text = (minor: number | null) => (minor === null ? "" : moneyText(isNow ? minor : 0, currency));
  const { owner, lead, agent } = rules.limits;
  return {
    newcomers: rules.newcomers,
    limits: { owner: text(owner), lead: text(lead), agent: text(agent) },
    members: members.map(({ id, role, limit }: Member) => ({ id, role, limit: text(limit) })),
  };
}

type Read = { kind: "ok"; rules: TeamRules; changes: MemberChange[] } | { kind: "invalid"; errors: FieldErrors };

export function teamOf({ newcomers, limits, members }: TeamForm, currency: string): Read {
  const errors: Record<string, string> = {};
  const amount = (text: string, path: string): number | null => {
    const minor = readMoneyText(text, currency);
    if (minor === null) errors[path] = texts.errors.amount;
    return minor;
  };
  const orNone = (text: string, path: string) => (text.trim() === "" ? null : amount(text, path));
  const rules: TeamRules = {
    newcomers,
    currency,
    limits: {
      owner: orNone(limits.owner, "limits.owner"),
      lead: amount(limits.lead, "limits.lead") ?? 0,
      agent: amount(limits.agent, "limits.agent") ?? 0,
    },
  };
  const changes = members.map(({ id, role, limit }, index) => ({
    id,
    role,
    limit: orNone(limit, `members.${index}.limit`),
  }));
  if (!members.some(({ role }) => role === "owner")) errors["members.0.role"] = texts.errors.noOwner;
  return Object.keys(errors).length > 0 ? { kind: "invalid", errors } : { kind: "ok", rules, changes };
}
