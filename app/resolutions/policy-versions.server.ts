import { sql } from "../platform/db.server.ts";
import { errorFields, log } from "../platform/log.server.ts";
import { policySchema } from "../policy/policy.ts";
import type { Policy } from "../policy/policy.ts";

export type PolicyVersion = { version: number; policy: Policy; publishedAt: Date; publishedBy: string };

type Row = Omit<PolicyVersion, "policy"> & { policy: unknown };

const COLUMNS = `version, policy, published_at AS "publishedAt", published_by AS "publishedBy"`;
const NEWEST = `SELECT ${COLUMNS} FROM policy_version WHERE shop = $1 ORDER BY version DESC LIMIT $2`;
const BEFORE = `SELECT ${COLUMNS} FROM policy_version WHERE shop = $1 AND version < $3 ORDER BY version DESC LIMIT $2`;

/** Versions newest first, below `before` where it is given. Those that this version of the app cannot read are left out. */
export async function policyVersions(shop: string, most: number, before: number | null): Promise<PolicyVersion[]> {
  const rows =
    before === null
      ? await sql().query<Row>(NEWEST, [shop, most])
      : await sql().query<Row>(BEFORE, [shop, most, before]);
  return rows.flatMap((row) => {
    const read = readRow(shop, row);
    return read ? [read] : [];
  });
}

/** Null where the shop has no such version. */
export async function policyVersion(shop: string, version: number): Promise<PolicyVersion | null> {
  const [found] = await policyVersions(shop, 1, version + 1);
  return found?.version === version ? found : null;
}

function readRow(shop: string, row: Row): PolicyVersion | null {
  const parsed = policySchema.safeParse(row.policy);
  if (parsed.success) return { ...row, policy: parsed.data };
  log.error({ shop, version: row.version, ...errorFields(parsed.error) }, "a version of a policy cannot be read");
  return null;
}
