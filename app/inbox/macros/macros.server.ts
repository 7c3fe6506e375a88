import { db, sql } from "../../platform/db.server.ts";
import { nextVersion, type Versioned } from "../../platform/versions.ts";
import type { Deed } from "../../staff/audit.ts";
import { changeRows } from "../../staff/audit.server.ts";
import { type Macro, MACRO_LIMITS, type StoredMacro } from "./macro.ts";

export type MacroSaved =
  | { kind: "saved"; version: string }
  /** Somebody else changed or deleted it since it was read. */
  | { kind: "conflict" }
  /** Another macro has the shortcut. */
  | { kind: "shortcut_taken" }
  | { kind: "full" };

type Row = Macro & { uses: number; updatedBy: string; updatedAt: Date };

const stored = ({ updatedAt, ...macro }: Row): StoredMacro => ({ ...macro, version: updatedAt.toISOString() });

const LIST = `
  SELECT id, name, body, shortcut, locale, uses, updated_at AS "updatedAt", updated_by AS "updatedBy"
  FROM macro WHERE shop = $1`;

/** A shop's macros by name. */
export async function listMacros(shop: string): Promise<StoredMacro[]> {
  const rows = await sql().query<Row>(LIST, [shop]);
  return rows.map(stored).toSorted((a, b) => a.name.localeCompare(b.name, "en") || a.id.localeCompare(b.id));
}

export async function findMacro(shop: string, id: string): Promise<Versioned<StoredMacro> | null> {
  const [row] = await sql().query<Row>(`${LIST} AND id = $2::uuid`, [shop, id]);
  if (!row) return null;
  const macro = stored(row);
  return { value: macro, version: macro.version };
}

/**
 * Saves a macro, with who did it.
 * @param version of what the editor saw; null for a new one, whose id is the caller's, so that a repeated save is one macro
 * @param uses kept where a deleted one comes back
 */
export async function saveMacro(
  shop: string,
  { id, name, body, shortcut, locale }: Macro,
  version: string | null,
  deed: Deed,
  uses = 0,
): Promise<MacroSaved> {
  const updatedAt = nextVersion(version);
  const data = { name, body, shortcut, locale, updatedAt, updatedBy: deed.by.name };
  const where = { shop, id };
  if (version === null && (await db().macro.count({ where: { shop } })) >= MACRO_LIMITS.macros) return { kind: "full" };
  if (shortcut !== null && (await db().macro.count({ where: { shop, shortcut, id: { not: id } } })) > 0) {
    return { kind: "shortcut_taken" };
  }
  try {
    const count = await changeRows(shop, deed, (on) =>
      version === null
        ? on.macro.createMany({ data: [{ ...where, ...data, uses }], skipDuplicates: true })
        : on.macro.updateMany({ where: { ...where, updatedAt: new Date(version) }, data }),
    );
    return count === 0 ? { kind: "conflict" } : { kind: "saved", version: updatedAt.toISOString() };
  } catch (error) {
    // Two people gave one shortcut away at the same moment (Prisma: unique constraint failed).
    if (error instanceof Error && "code" in error && error.code === "P2002") return { kind: "shortcut_taken" };
    throw error;
  }
}

/** Deletes a macro if it is still the one that was seen. */
export async function deleteMacro(shop: string, id: string, version: string, deed: Deed): Promise<boolean> {
  const where = { shop, id, updatedAt: new Date(version) };
  return (await changeRows(shop, deed, (on) => on.macro.deleteMany({ where }))) > 0;
}

/** It was put into an answer. Nothing waits for this, and it makes nobody's editor stale. */
export async function countMacroUse(shop: string, id: string): Promise<void> {
  await sql().query("UPDATE macro SET uses = uses + 1 WHERE shop = $1 AND id = $2::uuid", [shop, id]);
}
