import { sql } from "../platform/db.server.ts";
import { errorFields, log } from "../platform/log.server.ts";
import type { Deed } from "../staff/audit.ts";
import { deedValues, keepDeed } from "../staff/audit.server.ts";
import { policySchema } from "../policy/policy.ts";
import type { Policy } from "../policy/policy.ts";
import { dropPolicy } from "./policies.server.ts";

/** What a shop's people are writing; whoever saves says the `revision` that was read. `basedOn`: the version in force then. */
export type PolicyDraft = { policy: Policy; revision: number; basedOn: number; updatedAt: Date; updatedBy: string };

export type Saved =
  | { kind: "saved"; revision: number }
  /** Somebody else changed it since; null where they published or discarded it. Nothing was written. */
  | { kind: "overtaken"; draft: PolicyDraft | null };

const COLUMNS = `policy, revision, based_on AS "basedOn", updated_at AS "updatedAt", updated_by AS "updatedBy"`;
const READ = `SELECT ${COLUMNS} FROM policy_draft WHERE shop = $1`;

/** Null where there is none, or none that this version of the app can read. */
export async function readDraft(shop: string): Promise<PolicyDraft | null> {
  const held = await readHeld(shop);
  return held?.policy ? { ...held, policy: held.policy } : null;
}

/** `policy` is null where it cannot be read. */
async function readHeld(shop: string): Promise<(Omit<PolicyDraft, "policy"> & { policy: Policy | null }) | null> {
  const [row] = await sql().query<Omit<PolicyDraft, "policy"> & { policy: unknown }>(READ, [shop]);
  if (!row) return null;
  const parsed = policySchema.safeParse(row.policy);
  if (parsed.success) return { ...row, policy: parsed.data };
  log.error({ shop, revision: row.revision, ...errorFields(parsed.error) }, "the draft of a policy cannot be read");
  return { ...row, policy: null };
}

const NEWEST = `(SELECT coalesce(max(version), 0) FROM policy_version WHERE shop = $1)`;
const START = `
  WITH begun AS (
    INSERT INTO policy_draft AS held (shop, policy, based_on, updated_by) VALUES ($1, $2::jsonb, ${NEWEST}, $3)
    ON CONFLICT (shop) DO UPDATE SET policy = excluded.policy, revision = excluded.revision, based_on = excluded.based_on,
      updated_at = now(), updated_by = excluded.updated_by
    WHERE held.revision = $4
    RETURNING shop, revision
  ), kept AS (
    ${keepDeed("begun", 5)}
  )
  SELECT revision FROM begun`;

/**
 * Begins a draft.
 * @param replacing the revision of the draft that it takes the place of, with its merchant's consent; null for none
 */
export async function startDraft(
  shop: string,
  policy: Policy,
  by: string,
  replacing: number | null = null,
  deed: Deed | null = null,
): Promise<Saved> {
  const values = [shop, JSON.stringify(policySchema.parse(policy)), by];
  // No revision is below 1: nothing is replaced by default.
  const [row] = await sql().query<{ revision: number }>(START, [...values, replacing ?? 0, ...deedValues(deed)]);
  if (row) return { kind: "saved", revision: row.revision };
  const held = await readHeld(shop);
  if (held?.policy) return { kind: "overtaken", draft: { ...held, policy: held.policy } };
  // What nobody can read any more is in nobody's hands.
  const [again] = await sql().query<{ revision: number }>(START, [...values, held?.revision ?? 0, ...deedValues(deed)]);
  return again ? { kind: "saved", revision: again.revision } : { kind: "overtaken", draft: await readDraft(shop) };
}

const SAVE = `
  WITH saved AS (
    UPDATE policy_draft SET policy = $3::jsonb, revision = DEFAULT, updated_at = now(), updated_by = $4
    WHERE shop = $1 AND revision = $2
    RETURNING shop, revision
  ), kept AS (
    ${keepDeed("saved", 5)}
  )
  SELECT revision FROM saved`;

/** Keeps a draft's new text, if nobody changed it since it was read. Contradictions are kept too; only publishing asks. */
export async function saveDraft(
  shop: string,
  revision: number,
  policy: Policy,
  by: string,
  deed: Deed | null = null,
): Promise<Saved> {
  const json = JSON.stringify(policySchema.parse(policy));
  const [row] = await sql().query<{ revision: number }>(SAVE, [shop, revision, json, by, ...deedValues(deed)]);
  return row ? { kind: "saved", revision: row.revision } : { kind: "overtaken", draft: await readDraft(shop) };
}

const DISCARD = `
  WITH gone AS (
    DELETE FROM policy_draft WHERE shop = $1 AND revision = $2 RETURNING shop
  ), kept AS (
    ${keepDeed("gone", 3)}
  )
  SELECT shop FROM gone`;

/** False where somebody changed it since. */
export async function discardDraft(shop: string, revision: number, deed: Deed | null = null): Promise<boolean> {
  return (await sql().query(DISCARD, [shop, revision, ...deedValues(deed)])).length > 0;
}

export type Published =
  | { kind: "published"; version: number }
  | { kind: "overtaken"; draft: PolicyDraft | null }
  /** Another version came into force since the draft was begun; the draft is still there. */
  | { kind: "newer_version"; version: number };

/** The draft becomes the next version in one statement: of two at once, one finds the draft gone. */
const PUBLISH = `
  WITH draft AS (
    DELETE FROM policy_draft WHERE shop = $1 AND revision = $2 AND based_on = ${NEWEST} RETURNING policy, based_on
  ), published AS (
    INSERT INTO policy_version (shop, version, policy, published_by) SELECT $1, based_on + 1, policy, $3 FROM draft
    RETURNING shop, version
  ), kept AS (
    ${keepDeed("published", 4)}
  )
  SELECT version FROM published`;

/** Puts a draft in force, exactly as it stood at the revision given. Its contradictions are its caller's to look for. */
export async function publishDraft(
  shop: string,
  revision: number,
  by: string,
  deed: Deed | null = null,
): Promise<Published> {
  try {
    const [row] = await sql().query<{ version: number }>(PUBLISH, [shop, revision, by, ...deedValues(deed)]);
    if (row) {
      dropPolicy(shop);
      return { kind: "published", version: row.version };
    }
  } catch (error) {
    // The same version may have been published elsewhere in this very moment: then nothing was done here.
    if (!isTaken(error)) throw error;
  }
  const draft = await readDraft(shop);
  if (draft?.revision !== revision) return { kind: "overtaken", draft };
  return { kind: "newer_version", version: await newestVersion(shop) };
}

const REBASE = `UPDATE policy_draft SET based_on = ${NEWEST} WHERE shop = $1 AND revision = $2 RETURNING based_on`;

/** The merchant has seen what is in force now, and goes on with the draft. False where somebody changed it since. */
export async function rebaseDraft(shop: string, revision: number): Promise<boolean> {
  return (await sql().query(REBASE, [shop, revision])).length > 0;
}

async function newestVersion(shop: string): Promise<number> {
  const [row] = await sql().query<{ version: number }>(`SELECT ${NEWEST} AS version`, [shop]);
  return row?.version ?? 0;
}

/** PostgreSQL's code for a key that exists, which both databases give. */
function isTaken(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "23505";
}
