import type { Money } from "../orders/money.ts";
import { db, sql } from "../platform/db.server.ts";
import { nextVersion, type Replaced, type Versioned, versionOf } from "../platform/versions.ts";
import { lockTeam } from "./admit-staff.server.ts";
import type { AuditDetails, Person } from "./audit.ts";
import { deed } from "./audit.ts";
import { auditRow } from "./audit.server.ts";
import { defaultRules, limitOf, type TeamRules } from "./limits.ts";
import { may, type Role, ROLES } from "./may.ts";
import { calledBy } from "./staff.ts";
import { rulesOf, TEAM_COLUMNS, type TeamRow } from "./team-row.ts";

/** `limit`: their own, in minor units of the rules' currency; null for their role's. */
export type Member = {
  id: string;
  name: string | null;
  email: string | null;
  role: Role;
  limit: number | null;
  accountOwner: boolean;
  lastSeenAt: Date;
};

export type Team = { rules: TeamRules; members: Member[] };

/** Most people that are listed, those seen last: as many as Shopify lets work at the largest shops, and some who have left. */
const MOST_LISTED = 500;

const MEMBERS = `
  SELECT staff_id AS id, name, email, role, limit_minor::float8 AS "limit", account_owner AS "accountOwner",
    last_seen_at AS "lastSeenAt"
  FROM staff_member WHERE shop = $1 ORDER BY last_seen_at DESC, staff_id LIMIT ${MOST_LISTED}`;
const RULES = `SELECT t.updated_at AS "updatedAt", ${TEAM_COLUMNS} FROM team t WHERE t.shop = $1`;

/** Everybody who has opened the app, from owners to viewers, with what an owner said about roles. */
export async function readTeam(shop: string, currency: string): Promise<Versioned<Team>> {
  const [members, [row]] = await Promise.all([
    sql().query<Member>(MEMBERS, [shop]),
    sql().query<TeamRow & { updatedAt: Date }>(RULES, [shop]),
  ]);
  const rules = (row && rulesOf(row)) ?? defaultRules(currency);
  const inOrder = members.toSorted((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
  return { value: { rules, members: inOrder }, version: versionOf(row?.updatedAt) };
}

/** The names of those who may approve an amount of the shop's currency, from owners on. */
export async function whoMayApprove(shop: string, amount: Money): Promise<string[]> {
  const { rules, members } = (await readTeam(shop, amount.currency)).value;
  return members
    .filter(({ role, limit }) => {
      const rights = { role, limit: limitOf(role, limit, rules, amount.currency) };
      return may(rights, "approve", amount).kind === "yes";
    })
    .map(calledBy);
}

export type MemberChange = { id: string; role: Role; limit: number | null };
/** `no_owner`: nobody would be left who may do everything. `account_owner`: who owns the store's account stays an owner. */
export type TeamReplaced = Replaced | { kind: "no_owner" | "account_owner" };

/**
 * Changes what roles may approve, what newcomers begin as, and what members are, as one piece, and writes down each change.
 * @param version of what the editor saw; where another one is stored by now, nothing is changed
 */
export async function replaceTeam(
  shop: string,
  by: Person,
  rules: TeamRules,
  changes: readonly MemberChange[],
  version: string | null,
): Promise<TeamReplaced> {
  return db().$transaction(async (on): Promise<TeamReplaced> => {
    await lockTeam(shop, on);
    const [before] = await on.$queryRawUnsafe<(TeamRow & { updatedAt: Date })[]>(RULES, shop);
    if (versionOf(before?.updatedAt) !== version) return { kind: "conflict" };
    const members = await on.staffMember.findMany({ where: { shop } });
    const after = new Map(members.map((one) => [one.staffId, one.role]));
    const changed = changes.flatMap((change) => {
      const member = members.find(({ staffId }) => staffId === change.id);
      if (!member) return [];
      after.set(change.id, change.role);
      const own = member.limitMinor === null ? null : Number(member.limitMinor);
      return member.role === change.role && own === change.limit ? [] : [{ role: member.role, own, change }];
    });
    if (members.some((one) => one.accountOwner && after.get(one.staffId) !== "owner")) return { kind: "account_owner" };
    if (![...after.values()].includes("owner")) return { kind: "no_owner" };

    const updatedAt = nextVersion(version);
    const { limits } = rules;
    const data = {
      newcomers: rules.newcomers,
      currency: rules.currency,
      ownerLimitMinor: limits.owner,
      leadLimitMinor: limits.lead,
      agentLimitMinor: limits.agent,
      updatedAt,
    };
    await on.team.upsert({ where: { shop }, create: { shop, ...data }, update: data });
    for (const { role, own, change } of changed) {
      const where = { shop_staffId: { shop, staffId: change.id } };
      await on.staffMember.update({ where, data: { role: change.role, limitMinor: change.limit } });
      if (role !== change.role) {
        const details = { from: role, to: change.role };
        await on.auditEntry.create({ data: auditRow(shop, deed(by, "role_changed", change.id, details)) });
      }
      if (own !== change.limit) {
        const details = { from: own, to: change.limit, currency: rules.currency };
        await on.auditEntry.create({ data: auditRow(shop, deed(by, "limit_changed", change.id, details)) });
      }
    }
    const had = before && rulesOf(before);
    if (JSON.stringify(had && detailsOf(had)) !== JSON.stringify(detailsOf(rules))) {
      await on.auditEntry.create({ data: auditRow(shop, deed(by, "team_rules_changed", "", detailsOf(rules))) });
    }
    return { kind: "saved", version: updatedAt.toISOString() };
  });
}

function detailsOf({ newcomers, currency, limits }: TeamRules): AuditDetails {
  return { newcomers, currency, owner: limits.owner, lead: limits.lead, agent: limits.agent };
}
