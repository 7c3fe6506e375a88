import type { Backend } from "./backend.ts";
import { PrismaClient } from "./generated/prisma/client.ts";
import { migrate } from "./migrate.server.ts";
import { connectPglite } from "./pglite.server.ts";
import { connectPostgres } from "./postgres.server.ts";
import type { Sql } from "./sql.ts";

export type DatabaseOptions = { url?: string | undefined; dataDir: string; poolSize: number };

type Database = { backend: Backend; prisma: PrismaClient };

let open: Database | undefined;

/** Opens the process's one database and brings it up to date. */
export async function openDatabase(options: DatabaseOptions): Promise<Backend> {
  if (open) throw new Error("The database is open already.");
  const backend = options.url ? connectPostgres(options.url, options.poolSize) : await connectPglite(options.dataDir);
  try {
    await migrate(backend.sql);
  } catch (error) {
    await backend.close();
    throw error;
  }
  open = { backend, prisma: new PrismaClient({ adapter: backend.prismaAdapter }) };
  return backend;
}

export async function closeDatabase(): Promise<void> {
  const closing = open;
  open = undefined;
  await closing?.prisma.$disconnect();
  await closing?.backend.close();
}

function database(): Database {
  if (!open) throw new Error("The database is not open.");
  return open;
}

/** Prisma, for everything that is not on the way of a message. */
export function db(): PrismaClient {
  return database().prisma;
}

/** Raw SQL, for the event log, leases and limits. */
export function sql(): Sql {
  return database().backend.sql;
}
