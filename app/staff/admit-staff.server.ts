import { db, sql } from "../platform/db.server.ts";
import { associatedUser } from "./associated-user.server.ts";
import { defaultRules, limitOf, type TeamRules } from "./limits.ts";
import type { Role } from "./may.ts";
import type { Staff } from "./staff.ts";
import { rulesOf, TEAM_COLUMNS, type TeamRow } from "./team-row.ts";

type Row = TeamRow & {
  name: string | null;
  role: Role;
  own: number | null;
  shopCurrency: string | null;
  stale: boolean;
};

/** Being there is noted this often, so that not every page is a write. */
const SEEN_EVERY = "5 minutes";
/** Names, and who owns the store's account, change seldom. */
const ASK_EVERY = "1 day";

const FIND = `
  WITH seen AS (
    UPDATE staff_member SET last_seen_at = now()
    WHERE shop = $1 AND staff_id = $2 AND last_seen_at < now() - interval '${SEEN_EVERY}'
  )
  SELECT s.name, s.role, s.limit_minor::float8 AS own, s.asked_at < now() - interval '${ASK_EVERY}' AS stale,
    p.currency AS "shopCurrency", ${TEAM_COLUMNS}
  FROM staff_member s LEFT JOIN team t ON t.shop = s.shop LEFT JOIN shop p ON p.shop = s.shop
  WHERE s.shop = $1 AND s.staff_id = $2`;

const admitting = new Map<string, Promise<void>>();

/**
 * Who has the app open, with what they may do as of now: nothing of it is kept in memory, so that a changed role counts at
 * the next request. Whoever comes for the first time becomes a member: the account's owner an owner, and so does whoever is
 * there before any owner is; others what the owner chose for newcomers.
 *
 * @param staffId the verified session token's `sub`
 */
export async function admitStaff(shop: string, staffId: string, sessionToken: string): Promise<Staff> {
  const known = await find(shop, staffId);
  if (known && !known.stale) return staffOf(staffId, known);
  // A page's loaders come side by side: Shopify is asked once for all of them.
  const key = `${shop}/${staffId}`;
  const work = admitting.get(key) ?? (known ? refresh(shop, staffId, sessionToken) : join(shop, staffId, sessionToken));
  admitting.set(key, work);
  await work.finally(() => admitting.delete(key));
  const joined = await find(shop, staffId);
  if (!joined) throw new Error("a member of staff could not be stored");
  return staffOf(staffId, joined);
}

async function find(shop: string, staffId: string): Promise<Row | null> {
  const [row] = await sql().query<Row>(FIND, [shop, staffId]);
  return row ?? null;
}

function staffOf(id: string, row: Row): Staff {
  const { name, role, own } = row;
  const currency = row.shopCurrency ?? "USD";
  const rules: TeamRules = rulesOf(row) ?? defaultRules(currency);
  return { id, name, role, limit: limitOf(role, own, rules, currency) };
}

/** Two who are the first at once come one after the other: only one of them becomes an owner by being the first. */
async function join(shop: string, staffId: string, sessionToken: string): Promise<void> {
  const user = await associatedUser(shop, staffId, sessionToken);
  const accountOwner = user?.accountOwner ?? false;
  await db().$transaction([
    lockTeam(shop),
    db().$executeRaw`
      INSERT INTO staff_member (shop, staff_id, name, email, account_owner, role)
      SELECT ${shop}, ${staffId}, ${user?.name ?? null}, ${user?.email ?? null}, ${accountOwner},
        CASE WHEN ${accountOwner} OR NOT EXISTS (SELECT 1 FROM staff_member WHERE shop = ${shop} AND role = 'owner')
          THEN 'owner' ELSE coalesce((SELECT newcomers FROM team WHERE shop = ${shop}), 'agent') END
      ON CONFLICT (shop, staff_id) DO NOTHING`,
  ]);
}

/** Waits until nobody else changes who is an owner of a shop; for the first query of a transaction. */
export function lockTeam(shop: string, on: Pick<ReturnType<typeof db>, "$executeRaw"> = db()) {
  return on.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`team ${shop}`}, 0))`;
}

const ASKING = `UPDATE staff_member SET asked_at = now() WHERE shop = $1 AND staff_id = $2 AND asked_at < now() - interval '${ASK_EVERY}'
  RETURNING staff_id`;
const REFRESH = `
  UPDATE staff_member SET name = coalesce($3, name), email = coalesce($4, email), account_owner = $5,
    role = CASE WHEN $5::boolean THEN 'owner' ELSE role END
  WHERE shop = $1 AND staff_id = $2`;

async function refresh(shop: string, staffId: string, sessionToken: string): Promise<void> {
  const [mine] = await sql().query(ASKING, [shop, staffId]);
  const user = mine && (await associatedUser(shop, staffId, sessionToken));
  if (user) await sql().query(REFRESH, [shop, staffId, user.name, user.email, user.accountOwner]);
}
