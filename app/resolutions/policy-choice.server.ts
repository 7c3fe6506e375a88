import { sql } from "../platform/db.server.ts";
import type { Policy } from "../policy/policy.ts";
import { policySchema } from "../policy/policy.ts";
import { presetPolicy } from "../policy/presets.ts";
import { policyFor } from "./policies.server.ts";
import { readDraft } from "./policy-drafts.server.ts";
import type { PolicyChoice } from "./policy-choice.ts";

/** `version` is 0 for what was never published. */
export type ChosenPolicy =
  | { kind: "ok"; version: number; policy: Policy }
  /** There is no such version, or nobody has begun a draft. */
  | { kind: "none" }
  /** It was written for another version of the app, or half: it can be looked at, not asked. */
  | { kind: "broken" };

const VERSION = `SELECT policy FROM policy_version WHERE shop = $1 AND version = $2`;

/** The policy that somebody chose to try. @param currency the shop's, for presets */
export async function chosenPolicy(shop: string, currency: string, choice: PolicyChoice): Promise<ChosenPolicy> {
  switch (choice.kind) {
    case "in_force":
      return { kind: "ok", ...(await policyFor(shop, currency)) };
    case "preset":
      return { kind: "ok", version: 0, policy: presetPolicy(choice.preset, currency) };
    case "draft": {
      const draft = await readDraft(shop);
      return draft ? { kind: "ok", version: 0, policy: draft.policy } : { kind: "none" };
    }
    case "version":
      return parsed(choice.version, await sql().query<{ policy: unknown }>(VERSION, [shop, choice.version]));
  }
}

function parsed(version: number, [row]: { policy: unknown }[]): ChosenPolicy {
  if (!row) return { kind: "none" };
  const read = policySchema.safeParse(row.policy);
  return read.success ? { kind: "ok", version, policy: read.data } : { kind: "broken" };
}

/** More versions than that are not offered in a list. */
const VERSIONS = 20;
const CHOICES = `
  SELECT 'draft' AS kind, 0 AS version FROM policy_draft WHERE shop = $1
  UNION ALL (SELECT 'version', version FROM policy_version WHERE shop = $1 ORDER BY version DESC LIMIT ${VERSIONS})`;

/** What there is to choose from besides the presets: whether there is a draft, and the newest versions, newest first. */
export async function policiesAtHand(shop: string): Promise<{ draft: boolean; versions: number[] }> {
  const rows = await sql().query<{ kind: string; version: number }>(CHOICES, [shop]);
  const versions = rows.flatMap(({ kind, version }) => (kind === "version" ? [version] : []));
  return { draft: rows.some(({ kind }) => kind === "draft"), versions: versions.toSorted((a, b) => b - a) };
}
