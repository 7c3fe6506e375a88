import { NEWCOMER_ROLES, type TeamRules } from "./limits.ts";

/** What a shop's row of `team` says, or nulls where it has none. Amounts are read as numbers: every one is a safe integer. */
export type TeamRow = {
  newcomers: string | null;
  teamCurrency: string | null;
  ownerLimit: number | null;
  leadLimit: number | null;
  agentLimit: number | null;
};

/** Columns of `team t`, named as `TeamRow` has them. */
export const TEAM_COLUMNS = `t.newcomers, t.currency AS "teamCurrency", t.owner_limit_minor::float8 AS "ownerLimit",
  t.lead_limit_minor::float8 AS "leadLimit", t.agent_limit_minor::float8 AS "agentLimit"`;

export function rulesOf({ newcomers, teamCurrency, ownerLimit, leadLimit, agentLimit }: TeamRow): TeamRules | null {
  if (teamCurrency === null) return null;
  return {
    newcomers: NEWCOMER_ROLES.find((role) => role === newcomers) ?? "viewer",
    currency: teamCurrency,
    limits: { owner: ownerLimit, lead: leadLimit ?? 0, agent: agentLimit ?? 0 },
  };
}
