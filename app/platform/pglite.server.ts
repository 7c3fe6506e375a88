import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import type { Backend } from "./backend.ts";
import { holdFolder } from "./folder-lock.server.ts";
import type { Sql, SqlValue } from "./sql.ts";

/**
 * A backend over the embedded PostgreSQL in a folder of this process's own.
 * The package is large, so that it is loaded only where it is used.
 * @throws Error when another live process holds the folder: two would lose each other's rows.
 */
export async function connectPglite(folder: string): Promise<Backend> {
  const release = holdFolder(folder);
  const [{ PGlite: Database }, { PrismaPGlite }] = await Promise.all([
    import("@electric-sql/pglite"),
    import("pglite-prisma-adapter"),
  ]);
  const database = await Database.create(join(folder, "postgres"));
  return {
    kind: "pglite",
    sql: sqlOver(database),
    prismaAdapter: new PrismaPGlite(database),
    bossExecutor: {
      async executeSql(text, values) {
        if (values && values.length > 0) return database.query(text, values);
        return (await database.exec(text)).at(-1) ?? { rows: [] };
      },
    },
    // One process only: there is nobody else to hear.
    listen: () => Promise.resolve(() => Promise.resolve()),
    async close() {
      await database.close();
      release();
    },
  };
}

function sqlOver(database: PGlite): Sql {
  // Locks are between callers of this process, one after the other.
  let last: Promise<unknown> = Promise.resolve();
  const sql: Sql = {
    async query<Row extends object>(text: string, values: readonly SqlValue[] = []) {
      return (await database.query<Row>(text, [...values])).rows;
    },
    async script(text) {
      try {
        await database.exec(text);
      } catch (error) {
        // A script that failed inside its own transaction would leave the only connection in it.
        await database.exec("ROLLBACK");
        throw error;
      }
    },
    exclusive(_lock, work) {
      const next = last.then(() => work(sql));
      last = next.catch(() => undefined);
      return next;
    },
  };
  return sql;
}
