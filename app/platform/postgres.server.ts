import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Backend, Heard } from "./backend.ts";
import { errorFields, log } from "./log.server.ts";
import type { Sql, SqlValue } from "./sql.ts";

/** Waits between tries to listen again after the listening connection broke. */
const RELISTEN_MS = 500;
/** A server that does not take a connection within this time is taken for unreachable. */
const CONNECT_MS = 5_000;
/** Statements on a message's way take milliseconds; one that has no answer by now has lost its connection. */
const STATEMENT_MS = 10_000;

/** A backend over a PostgreSQL server, shared by any number of processes. */
export function connectPostgres(url: string, poolSize: number): Backend {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    application_name: "wherewithal",
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
  });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on("error", (error) => log.warn(errorFields(error), "an idle database connection broke"));
  const sql = sqlOver(pool);
  return {
    kind: "postgres",
    sql,
    prismaAdapter: new PrismaPg(pool),
    bossExecutor: {
      executeSql: (text: string, values?: unknown[]) => pool.query(text, values),
    },
    listen: (channel, heard) => listen(url, channel, heard),
    close: () => pool.end(),
  };
}

function sqlOver(pool: pg.Pool): Sql {
  return {
    async query<Row extends object>(text: string, values: readonly SqlValue[] = []) {
      const statement = { name: statementName(text), text, values: [...values], query_timeout: STATEMENT_MS };
      return (await pool.query<Row & pg.QueryResultRow>(statement)).rows;
    },
    async script(text) {
      await pool.query(text);
    },
    async exclusive(lock, work) {
      const client = await pool.connect();
      let broken = true;
      try {
        await client.query("SELECT pg_advisory_lock($1)", [lock]);
        const result = await work({
          query: async <Row extends object>(text: string, values: readonly SqlValue[] = []) =>
            (await client.query<Row & pg.QueryResultRow>(text, [...values])).rows,
          script: async (text) => {
            await client.query(text);
          },
        });
        await client.query("SELECT pg_advisory_unlock($1)", [lock]);
        broken = false;
        return result;
      } finally {
        // A connection left in a failed transaction or holding the lock is not given back.
        client.release(broken);
      }
    },
  };
}

const names = new Map<string, string>();

/** Hot statements are few and fixed, so each is prepared once per connection. */
function statementName(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = `w${names.size + 1}`;
    names.set(text, name);
  }
  return name;
}

/** Listens on a connection of its own and comes back after it broke, saying so: something may have been missed. */
async function listen(url: string, channel: string, heard: Heard): Promise<() => Promise<void>> {
  let client: pg.Client | undefined;
  let stopped = false;
  const start = async () => {
    const next = new pg.Client({
      connectionString: url,
      application_name: "wherewithal-listen",
      connectionTimeoutMillis: CONNECT_MS,
      keepAlive: true,
    });
    next.on("notification", (message) => heard.message(message.payload ?? ""));
    next.on("error", (error) => log.warn(errorFields(error), "the listening connection broke"));
    try {
      await next.connect();
      await next.query(`LISTEN ${channel}`);
    } catch (error) {
      void next.end().catch(() => undefined);
      throw error;
    }
    if (stopped) return next.end();
    // Only now: a connection that never listened ends, too, and its next try is the caller's.
    next.on("end", () => {
      if (!stopped) void restart();
    });
    client = next;
  };
  const restart = async () => {
    while (!stopped) {
      await new Promise((resolve) => setTimeout(resolve, RELISTEN_MS));
      try {
        await start();
        heard.gap();
        return;
      } catch (error) {
        log.warn(errorFields(error), "could not listen yet");
      }
    }
  };
  await start();
  return async () => {
    stopped = true;
    await client?.end();
  };
}
