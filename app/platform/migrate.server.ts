import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Sql } from "./sql.ts";

const LEDGER = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`;

/** Any number, the same in every process: it names the lock under which one of them migrates. */
const MIGRATION_LOCK = 7_264_301;

/**
 * Applies the migrations that a database lacks, in Prisma's own ledger, so that `prisma migrate status` agrees.
 * Several processes may start at once: one migrates while the others wait.
 * @returns the names of the migrations applied.
 * @throws Error when an applied migration's file has changed since.
 */
export async function migrate(sql: Sql, folder = "prisma/migrations"): Promise<string[]> {
  return sql.exclusive(MIGRATION_LOCK, async (locked) => {
    await locked.script(LEDGER);
    const rows = await locked.query<{ migration_name: string; checksum: string }>(
      `SELECT migration_name, checksum FROM "_prisma_migrations"
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    );
    const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
    const done: string[] = [];
    for (const name of migrationNames(folder)) {
      const text = readFileSync(join(folder, name, "migration.sql"), "utf8");
      const checksum = createHash("sha256").update(text).digest("hex");
      const known = applied.get(name);
      if (known === checksum) continue;
      if (known) throw new Error(`The migration ${name} was edited after it had been applied.`);
      const row = `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
                   VALUES ('${randomUUID()}', '${checksum}', '${name}', now(), 1)`;
      await locked.script(`BEGIN; ${text}; ${row}; COMMIT;`);
      done.push(name);
    }
    return done;
  });
}

function migrationNames(folder: string): string[] {
  if (!existsSync(folder)) throw new Error(`There are no migrations at ${folder}: start the app in its own folder.`);
  return readdirSync(folder)
    .filter((name) => /^\d+_[a-z0-9_]+$/.test(name))
    .sort();
}
