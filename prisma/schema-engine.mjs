#!/usr/bin/env node
/**
 * Prisma's schema engine over WebAssembly, for authoring migrations where the native binary cannot be downloaded.
 *
 * It takes the native engine's arguments and speaks its JSON-RPC over standard input and output, so that
 * `PRISMA_SCHEMA_ENGINE_BINARY=prisma/schema-engine.mjs prisma migrate dev` works as it does elsewhere.
 * At run time nothing needs it: `app/platform/migrate.server.ts` applies the migrations.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";

const require = createRequire(import.meta.url);
const argv = process.argv.slice(2);

function option(name) {
  const index = argv.indexOf(name);
  return index < 0 ? undefined : argv[index + 1];
}

const datasource = option("--datasource") ? JSON.parse(option("--datasource")) : {};
const url = datasource.url ?? process.env.DATABASE_URL;

// The adapter knows no "char" (18), name (19) or arrays of them, which the catalogue queries return: they are told as text.
const TOLD_AS_TEXT = new Map([
  [18, 25],
  [19, 25],
  [1002, 1009],
  [1003, 1009],
]);

function tellAsText(result) {
  for (const one of Array.isArray(result) ? result : [result]) {
    for (const field of one?.fields ?? []) field.dataTypeID = TOLD_AS_TEXT.get(field.dataTypeID) ?? field.dataTypeID;
  }
  return result;
}

class Client extends pg.Client {
  query(...args) {
    const result = super.query(...args);
    return typeof result?.then === "function" ? result.then(tellAsText) : result;
  }
}

class Pool extends pg.Pool {
  constructor(options) {
    super({ ...options, Client });
  }
  query(...args) {
    const result = super.query(...args);
    return typeof result?.then === "function" ? result.then(tellAsText) : result;
  }
}

async function run(connectionString, sql) {
  const client = new pg.Client(connectionString);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function databaseUrl(name) {
  const other = new URL(url);
  other.pathname = `/${name}`;
  other.search = "";
  return other.href;
}

/** The `cli` sub-commands: can-connect-to-database, create-database, drop-database. */
async function cli(command) {
  const database = new URL(url).pathname.slice(1);
  const codes = { "3D000": "P1003", "28P01": "P1000" };
  try {
    if (command === "can-connect-to-database") await run(databaseUrl(database), "SELECT 1");
    if (command === "create-database") await run(databaseUrl("postgres"), `CREATE DATABASE "${database}"`);
    if (command === "drop-database") await run(databaseUrl("postgres"), `DROP DATABASE IF EXISTS "${database}"`);
    return 0;
  } catch (error) {
    const fields = { message: error.message, error_code: codes[error.code] ?? "P1001", is_panic: false };
    const line = { timestamp: new Date().toISOString(), level: "ERROR", fields, target: "schema_engine::logger" };
    process.stderr.write(`${JSON.stringify(line)}\n`);
    return 1;
  }
}

async function adapter(connectionString, onDispose) {
  const schema = new URL(url).searchParams.get("schema") ?? undefined;
  const pool = new Pool({ connectionString, max: 4 });
  const made = await new PrismaPg(pool, { schema }).connect();
  // The adapter's own splits a script on ";", which breaks bodies in $$: the server takes the whole script as it is.
  made.executeScript = async (sql) => {
    await pool.query(sql);
  };
  made.dispose = async () => {
    await pool.end();
    await onDispose?.();
  };
  return made;
}

async function startEngine() {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();

  const datamodels = argv.flatMap((arg, i) =>
    arg === "--datamodels" ? [[argv[i + 1], readFileSync(argv[i + 1], "utf8")]] : [],
  );
  const main = new URL(url);
  main.search = "";
  const factory = {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => adapter(main.href),
    async connectToShadowDb() {
      if (datasource.shadowDatabaseUrl) return adapter(datasource.shadowDatabaseUrl);
      const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
      await run(main.href, `CREATE DATABASE "${name}"`);
      return adapter(databaseUrl(name), () => run(main.href, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
    },
  };
  return bindings.SchemaEngine.new(
    { datamodels: datamodels.length > 0 ? datamodels : undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
}

function answer(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

function serve() {
  const names = { getDatabaseVersion: "version" };
  let engine;
  let pending = 0;
  let closed = false;
  const leaveWhenDone = () => {
    if (closed && pending === 0) process.exit(0);
  };
  const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
  lines.on("line", async (line) => {
    if (!line.trim()) return;
    const { id, method, params } = JSON.parse(line);
    if (!method) return;
    pending++;
    try {
      engine ??= startEngine();
      const result = await (await engine)[names[method] ?? method](params);
      if (method === "diff" && result?.stdout != null) {
        answer({ method: "print", params: { content: result.stdout }, id: 1_000_000 + id });
      }
      answer({ id, result: result ?? {} });
    } catch (error) {
      let data = { is_panic: false, message: String(error?.message ?? error), backtrace: error?.stack };
      try {
        data = JSON.parse(error.message);
      } catch {
        // Not one of the engine's own errors: told as it is.
      }
      answer({ id, error: { code: 4466, message: "An error happened. Check the data field for details.", data } });
    }
    pending--;
    leaveWhenDone();
  });
  lines.on("close", () => {
    closed = true;
    leaveWhenDone();
  });
}

if (argv.includes("cli")) process.exit(await cli(argv.at(-1)));
serve();
