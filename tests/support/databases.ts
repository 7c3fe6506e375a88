import { randomUUID } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

/**
 * Databases for tests: an empty, migrated one is made once and copied for whoever needs one, which takes a fraction
 * of a second on either kind. PostgreSQL is looked for at TEST_DATABASE_URL, then on this machine.
 */
export type DatabaseKind = "pglite" | "postgres";

/** How an app process is told of its database. */
export type TestDatabase = { kind: DatabaseKind; env: Record<string, string>; drop(): Promise<void> };

/** Named by the run, so that two runs on one server keep out of each other's way. */
const TEMPLATE_PREFIX = "wherewithal_test_template_";
const PGLITE_TEMPLATE = join(tmpdir(), `wherewithal-pglite-template-${process.ppid}`);

/** Set by the global setup for all workers. */
export function postgresUrl(): string | null {
  return process.env["WHEREWITHAL_TEST_POSTGRES"] || null;
}

export function databaseKinds(): DatabaseKind[] {
  return postgresUrl() ? ["pglite", "postgres"] : ["pglite"];
}

/** Looks for a PostgreSQL server that lets us create databases. */
export async function findPostgres(): Promise<string | null> {
  const candidates = [process.env["TEST_DATABASE_URL"], "postgresql://postgres@127.0.0.1:5432/postgres"];
  for (const url of candidates) {
    if (!url) continue;
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      await client.query("SELECT 1");
      await client.end();
      return url;
    } catch {
      // The next candidate may be there.
    }
  }
  return null;
}

function template(): string {
  return `${TEMPLATE_PREFIX}${process.env["WHEREWITHAL_TEST_RUN"] ?? process.pid}`;
}

/** @returns what drops it again */
export async function makePostgresTemplate(
  url: string,
  migrateIt: (url: string) => Promise<void>,
): Promise<() => Promise<void>> {
  process.env["WHEREWITHAL_TEST_RUN"] = String(process.pid);
  const name = template();
  const drop = (admin: pg.Client) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await asAdmin(url, async (admin) => {
    await drop(admin);
    await admin.query(`CREATE DATABASE ${name}`);
  });
  await migrateIt(databaseUrl(url, name));
  return () => asAdmin(url, drop);
}

export function pgliteTemplateFolder(): string {
  return process.env["WHEREWITHAL_TEST_PGLITE"] ?? PGLITE_TEMPLATE;
}

export async function makeDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  if (kind === "pglite") {
    const folder = mkdtempSync(join(tmpdir(), "wherewithal-test-"));
    mkdirSync(folder, { recursive: true });
    if (existsSync(pgliteTemplateFolder())) {
      cpSync(join(pgliteTemplateFolder(), "postgres"), join(folder, "postgres"), { recursive: true });
    }
    return {
      kind,
      env: { DATA_DIR: folder },
      drop() {
        rmSync(folder, { recursive: true, force: true });
        return Promise.resolve();
      },
    };
  }
  const url = postgresUrl();
  if (!url) throw new Error("There is no PostgreSQL to make a database in.");
  const name = `wherewithal_test_${randomUUID().replaceAll("-", "")}`;
  await asAdmin(url, (admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template()}`));
  return {
    kind,
    env: { DATABASE_URL: databaseUrl(url, name) },
    drop: () => asAdmin(url, (admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

function databaseUrl(url: string, name: string): string {
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.href;
}

async function asAdmin(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Two copies of one template at once make the second fail: they take turns.
    await client.query("SELECT pg_advisory_lock(7264302)");
    await work(client);
  } finally {
    await client.end();
  }
}
